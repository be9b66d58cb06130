"""Text that is struck twice at one place: what a reader sees once.

The runs of a line in, those of them that only strike again what others print. Knows no words.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.documents.pdf.text.glyphs import CharRun

SAME_BASE = 0.03  # em between the base lines of two strikes
SAME_SIZE = 1.05  # times the smaller size
OVERHANG = 0.1  # em by which a strike may reach over the text that has it too
OFF = 0.5  # of its letters by which a part may be off its reckoned place: "e" is not the next "e"
MOST_OFF = 1.5  # letters


def struck_again(runs: Sequence[CharRun]) -> set[int]:
    """The identities of runs whose letters another one prints too, where they stand.

    A program that prints some letters of a text, and the text once more, leaves "C" in "Corn".
    """
    again: set[int] = set()
    for place, run in enumerate(runs):
        for other in runs[place + 1 :]:
            if other["x0"] >= run["x1"]:
                break
            short, long = sorted((run, other), key=_width)
            if id(long) not in again and id(short) not in again and _has(long, short):
                again.add(id(short))
    return again


def _width(run: CharRun) -> float:
    return run["x1"] - run["x0"]


def _has(long: CharRun, short: CharRun) -> bool:
    """Whether a run prints the text of another at the same place."""
    size = short["size"]
    if size > SAME_SIZE * long["size"] or long["size"] > SAME_SIZE * size:
        return False
    if abs(short["base"] - long["base"]) > SAME_BASE * size:
        return False
    reach = OVERHANG * size
    if short["x0"] < long["x0"] - reach or short["x1"] > long["x1"] + reach:
        return False
    text, part = long["text"], short["text"]
    letters = len(text) / (_width(long) or 1.0)  # to the point
    before, after = (short["x0"] - long["x0"]) * letters, (long["x1"] - short["x1"]) * letters
    off = min(MOST_OFF, OFF * len(part))
    found = text.find(part)
    while found >= 0:
        left = len(text) - found - len(part)
        if min(abs(found - before), abs(left - after)) <= off:
            return True
        found = text.find(part, found + 1)
    return False
