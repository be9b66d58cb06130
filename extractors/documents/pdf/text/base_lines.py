"""A page's upright runs in, lines of them out: one base line, from left to right.

What is raised or sunk beside a larger letter (a footnote's call, "er" in "1er", the figure of
"CO2") is put on that letter's line. Knows neither words nor columns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from extractors.documents.pdf.text.glyphs import CharRun

SAME_BASE = 0.12  # em between the base lines of two parts of a word
RAISED_SIZE = 0.8  # times the size of what it stands beside, at most
LEAST_SIZE = 0.4  # times the same: beside a drop cap stands no raised text
HIGHEST = 0.75  # em of the larger size, above its base line
LOWEST = 0.4  # em, below
NEAR = (-0.25, 0.2)  # em of the larger size, from its edge
COVERED = 0.4  # em of the larger size: further than the "A" of a logo such as LaTeX's lies over "L"
LONGEST = 8  # characters: "(12)", "ème"
BESIDE = 0.15  # em between two raised runs
CALL = re.compile(r"[\w(\[*†‡≪≫+−-]")  # what is set beside letters opens so: no "%" beside figures

_BASE, _SIZE, _X0 = itemgetter("base"), itemgetter("size"), itemgetter("x0")


def find_lines(runs: Iterable[CharRun]) -> list[list[CharRun]]:
    """Lines from top to bottom; a run put on another's base line is marked "raised" or "sunk"."""
    lines = list(_on_base_lines(runs))
    largest = max((max(map(_SIZE, line)) for line in lines), default=0.0)
    for index, line in enumerate(lines):
        small = min(map(_SIZE, line))
        if small <= RAISED_SIZE * largest:
            for host in _hosts(lines, index, small):
                _lift(line, host)
    return [line for line in lines if line]


def _on_base_lines(runs: Iterable[CharRun]) -> Iterator[list[CharRun]]:
    line: list[CharRun] = []
    base = size = 0.0  # of the last one
    for run in sorted(runs, key=_BASE):
        step, other = run["base"] - base, size
        base, size = run["base"], run["size"]
        if line and step > SAME_BASE * (size if size < other else other):
            yield sorted(line, key=_X0)
            line = []
        line.append(run)
    if line:
        yield sorted(line, key=_X0)


def _hosts(lines: Sequence[list[CharRun]], index: int, small: float) -> Iterator[list[CharRun]]:
    """The lines near one, of larger letters, the nearest first."""
    base = lines[index][0]["base"] if lines[index] else 0.0
    reach = HIGHEST * small / LEAST_SIZE
    found: list[tuple[float, list[CharRun]]] = []
    for step in (1, -1):
        other = index + step
        while 0 <= other < len(lines):
            host = lines[other]
            other += step
            if not host:
                continue
            distance = abs(host[0]["base"] - base)
            if distance > reach:
                break
            if small <= RAISED_SIZE * max(map(_SIZE, host)):
                found.append((distance, host))
    return (host for _, host in sorted(found, key=itemgetter(0)))


def _lift(line: list[CharRun], host: list[CharRun]) -> None:
    """Move what is raised or sunk beside a host's letters to the host's line."""
    letters = [run for run in host if not run["text"].isspace() and "set" not in run]
    starts = [run["x0"] for run in letters]
    moved: list[CharRun] = []
    for group in _groups(line):
        place = bisect_left(starts, group[0]["x0"])
        before = letters[place - 1] if place else None
        after = letters[place] if place < len(letters) else None
        if any(_covers(letter, group) for letter in (before, after) if letter):
            continue
        if before and _stands_beside(group[0], before, group[0]["x0"] - before["x1"]):
            above = group[0]["base"] < before["base"]
        elif after and _stands_beside(group[-1], after, after["x0"] - group[-1]["x1"]):
            above = group[0]["base"] < after["base"]
        else:
            continue
        moved += group
        host += [run | {"set": "raised" if above else "sunk"} for run in group]
    if moved:
        known = {id(run) for run in moved}
        line[:] = [run for run in line if id(run) not in known]
        host.sort(key=_X0)


def _groups(line: Sequence[CharRun]) -> Iterator[list[CharRun]]:
    """Short stretches of runs without gaps, such as may be raised."""
    group: list[CharRun] = []
    for run in [*line, None]:
        apart = (
            run is None
            or run["text"].isspace()
            or (group and run["x0"] - group[-1]["x1"] > BESIDE * run["size"])
        )
        if apart and group:
            text = "".join(part["text"] for part in group)
            if len(text) <= LONGEST and CALL.match(text):
                yield group
            group = []
        if run and not run["text"].isspace():
            group.append(run)


def _covers(letter: CharRun, group: Sequence[CharRun]) -> bool:
    """Whether a larger letter stands over a group, as in a text that is laid over another."""
    reach = -COVERED * letter["size"]
    return letter["x0"] - group[-1]["x1"] < reach and group[0]["x0"] - letter["x1"] < reach


def _stands_beside(run: CharRun, letter: CharRun, gap: float) -> bool:
    size = letter["size"]
    up = letter["base"] - run["base"]
    return (
        LEAST_SIZE * size <= run["size"] <= RAISED_SIZE * size
        and -LOWEST * size <= up <= HIGHEST * size
        and NEAR[0] * size <= gap <= NEAR[1] * size
    )
