"""Runs on one base line in, the runs of each word out: which gaps part words.

A gap is judged by what is usual on its own line and by the space of its font, never by a length
in points: letters set 3 points apart may be one word, words 1.2 points apart two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import inf
from operator import itemgetter
from statistics import median

from extractors.documents.hyphenation import HYPHENS
from extractors.documents.pdf.text.base_lines import SAME_BASE
from extractors.documents.pdf.text.glyphs import CharRun
from extractors.documents.pdf.text.strikes import struck_again

SAME_SIZE = 1.02  # times the smaller size: letters of one phrase
MOST_SIZES = 1.6  # times the smaller size, within a word: small capitals
UNSPACED = 0.095  # em, where no spaces are printed: a wider gap parts words
BESIDE_SPACES = 0.12  # em, where the line has spaces of its own
TOLD = 0.1  # em, where pdfium would put a space, and beside what French sets off by a thin one
SET_OFF = frozenset("«»:;!?%‰€0123456789")
FEWEST_LETTERS = 12  # of a line that shows whether spaces are printed
LONGEST_WORDS = 14  # letters for each printed space
FEWEST_TRACKED = 3  # gaps
MOSTLY = 3  # gaps between letters for each pair that is set close
LETTERS = 0.6  # of what is letter-spaced
WIDEST_TRACKING = 0.9  # em
TRACKED = 1.3  # times the usual gap between letters is none
TIGHT = 0.05  # em by which letters overlap, set closer than their font has them
EVEN = 0.15  # em between most of such overlaps
STRUCK_OVER = -0.2  # em: a letter that lies so far over the one before may be struck again
MOST_RAISED = 0.25  # em of the smaller size, before and after what is raised
CALL_ENDS = "0123456789)]*"
LOOSE_HYPHEN = 0.25  # em
FAR = 1.5  # em: no phrase goes on over such a gap
FOLLOWING = 6  # runs: nor over what is as far away in the file


@dataclass(slots=True)
class _Edge:
    """Between two runs: the gap in em, a space that the file prints, one that pdfium would put."""

    gap: float
    printed: bool
    told: bool


class SpacedFonts:
    """The fonts of a page whose words are parted by printed spaces."""

    def __init__(self, runs: Iterable[CharRun]) -> None:
        """Count the letters and spaces of each font; what has few goes by the whole page."""
        letters: Counter[str] = Counter()
        spaces: Counter[str] = Counter()
        for font, several in groupby(runs, key=itemgetter("fontname")):
            texts = [run["text"] for run in several]
            blank = sum(map(str.isspace, texts))
            spaces[font] += blank
            if blank < len(texts):
                letters[font] += sum([len(text) for text in texts if not text.isspace()])
        self._usual = spaces.total() * LONGEST_WORDS > letters.total()
        self._fonts = {
            font: spaces[font] * LONGEST_WORDS > count
            for font, count in letters.items()
            if count >= FEWEST_LETTERS
        }

    def prints_spaces(self, run: CharRun) -> bool:
        """Whether a run's font does."""
        return self._fonts.get(run["fontname"], self._usual)


def part_into_words(line: Sequence[CharRun], fonts: SpacedFonts) -> Iterator[list[CharRun]]:
    """The words of a line whose runs stand from left to right; blank ones are spaces."""
    words = _parted_by_spaces(line, STRUCK_OVER)
    runs, edges = ([], []) if words else _edges_of(line)
    if edges and min([edge.gap for edge in edges]) < STRUCK_OVER:
        again = struck_again(runs)
        if again:
            line = [run for run in line if id(run) not in again]
            runs, edges = _edges_of(line)
        words = _parted_by_spaces(line, -inf)
    if words is not None:
        yield from words
        return
    if not edges:
        yield runs
        return
    parts: list[bool] = []
    for start, end in _phrases(runs, edges):
        phrase, inner = runs[start : end + 1], edges[start:end]
        (usual, typed), spaced = _tracking(phrase, inner), _prints_spaces(phrase, inner, fonts)
        if typed:
            inner = [replace(edge, printed=False) for edge in inner]
        for index, edge in enumerate(inner, start=start):
            parts.append(_parts(runs[index], runs[index + 1], edge, usual, spaced))
        if end < len(edges):
            parts.append(_parts(runs[end], runs[end + 1], edges[end], 0.0, False))
    _keep_hyphens(runs, edges, parts)
    word = [runs[0]]
    for run, parted in zip(runs[1:], parts, strict=True):
        if parted:
            yield word
            word = []
        word.append(run)
    yield word


def _parted_by_spaces(line: Sequence[CharRun], least: float) -> list[list[CharRun]] | None:
    """The words of a line whose runs are all parted by printed spaces, as is plain at one look.

    None where they are not, or nearer than the `least` gap, in em; and where letters stand alone,
    since their spaces may have been typed to set them apart.
    """
    words: list[list[CharRun]] = []
    spaces: list[int] = []  # where they stand in the file
    size = end = 0.0
    alone = first = 0
    for run in line:
        text, last = run["text"], run["order"]
        if text.isspace():
            spaces.append(last)
            continue
        if "set" in run:
            return None
        other, size = size, run["size"]
        if words:
            gap = (run["x0"] - end) / ((size if size < other else other) or 1.0)
            if gap < least or not _lies_between(spaces, first, last, gap):
                return None
        alone += len(text) == 1
        words.append([run])
        first, end = last, run["x1"]
        spaces.clear()
    return words if alone <= FEWEST_TRACKED else None


def _lies_between(spaces: Sequence[int], first: int, last: int, gap: float) -> bool:
    """Whether one of the spaces is printed between two runs, by the file's order or by the gap."""
    return bool(spaces) and (gap > TOLD or any(first < space < last for space in spaces))


def _keep_hyphens(runs: Sequence[CharRun], edges: Sequence[_Edge], parts: list[bool]) -> None:
    """Leave the hyphen that breaks a word at a line's end with its word, though it stands apart."""
    for index, edge in enumerate(edges):
        if runs[index + 1]["text"] in HYPHENS and edge.gap < LOOSE_HYPHEN and not edge.printed:
            ends = index + 1 == len(edges) or edges[index + 1].gap > FAR
            parts[index] &= not (ends and runs[index]["text"][-1].isalpha())


def _prints_spaces(runs: Sequence[CharRun], edges: Sequence[_Edge], fonts: SpacedFonts) -> bool:
    letters = sum([len(run["text"]) for run in runs])
    if letters < FEWEST_LETTERS:
        return fonts.prints_spaces(runs[0])
    return sum([edge.printed for edge in edges]) * LONGEST_WORDS > letters


def _edges_of(line: Sequence[CharRun]) -> tuple[list[CharRun], list[_Edge]]:
    runs: list[CharRun] = []
    edges: list[_Edge] = []
    spaces: list[int] = []  # where they stand in the file
    before: CharRun | None = None
    for run in line:
        if run["text"].isspace():
            spaces.append(run["order"])
            continue
        if before:
            size, other = run["size"], before["size"]
            gap = (run["x0"] - before["x1"]) / ((size if size < other else other) or 1.0)
            printed = _lies_between(spaces, before["order"], run["order"], gap)
            edges.append(_Edge(gap, printed, "told" in run))
        runs.append(run)
        before = run
        if spaces:
            spaces = []
    return runs, edges


def _phrases(runs: Sequence[CharRun], edges: Sequence[_Edge]) -> Iterator[tuple[int, int]]:
    """First and last run of each stretch of one size without wide gaps."""
    start = 0
    sizes = [run["size"] for run in runs]
    orders = [run["order"] for run in runs]
    for index, edge in enumerate(edges):
        size, other = sizes[index], sizes[index + 1]
        if (
            edge.gap > FAR
            or size > SAME_SIZE * other
            or other > SAME_SIZE * size
            or abs(orders[index + 1] - orders[index]) > FOLLOWING
        ):
            yield start, index
            start = index + 1
    yield start, len(runs) - 1


def _tracking(runs: Sequence[CharRun], edges: Sequence[_Edge]) -> tuple[float, bool]:
    """The usual gap between the letters of a phrase, in em, and whether it is typed as spaces."""
    letters = sum([len(run["text"]) for run in runs])
    close = letters - len(runs)
    within = sum([run.get("gaps", 0.0) for run in runs]) / (
        max(close, 1) * (runs[0]["size"] or 1.0)
    )
    if len(edges) < FEWEST_TRACKED:
        return max(0.0, within), False
    if within < -TIGHT or (letters == len(runs) and edges[0].gap < -TIGHT):
        tight = _overlap([edge.gap for edge in edges if not edge.printed])
        if tight < 0:
            return tight, False
    within = max(0.0, within)
    gaps = [edge.gap for edge in edges if not edge.printed and edge.gap > TOLD / 2]
    typed = len(gaps) < FEWEST_TRACKED and letters == len(runs)
    if typed:
        gaps = [edge.gap for edge in edges]
    close += sum([edge.gap <= TOLD / 2 for edge in edges])
    if len(gaps) < MOSTLY * max(close, 1):
        return within, False
    named = sum(sum(map(str.isalpha, run["text"])) for run in runs)
    usual = median(gaps)
    if named < LETTERS * letters or usual > WIDEST_TRACKING:
        return within, False
    return usual, typed


def _overlap(gaps: Sequence[float]) -> float:
    """How far the letters of a tightly set phrase overlap, negative, in em; 0.0 where few do."""
    tight = sorted([gap for gap in gaps if gap < -TIGHT])
    if len(tight) < max(FEWEST_TRACKED, LETTERS * len(gaps)):
        return 0.0
    few = len(tight) // 10
    even = tight[-1 - few] - tight[few] <= EVEN  # or the font's widths say nothing
    return median(tight) if even else 0.0


def _parts(before: CharRun, after: CharRun, edge: _Edge, usual: float, spaced: bool) -> bool:
    """Whether an edge lies between two words; `usual` is the gap between letters there, in em."""
    if "set" in before or "set" in after:
        return _parts_raised(before, after, edge)
    if edge.printed:
        return True
    size, other = before["size"], after["size"]
    small, large = (size, other) if size < other else (other, size)
    if abs(before["base"] - after["base"]) > SAME_BASE * small or large > MOST_SIZES * small:
        return True
    apart = edge.gap - (TRACKED * usual if usual > 0 else usual)
    if spaced:
        set_off = before["text"][-1] in SET_OFF or after["text"][0] in SET_OFF
        return apart > (TOLD if edge.told or set_off else BESIDE_SPACES)
    return apart > UNSPACED


def _parts_raised(before: CharRun, after: CharRun, edge: _Edge) -> bool:
    """The same where one of them is raised or sunk: a call ends its word, but for punctuation."""
    if edge.printed or edge.gap > (TOLD if edge.told else MOST_RAISED):
        return "set" not in after or edge.gap > MOST_RAISED
    call = before.get("set") == "raised" and before["text"][-1] in CALL_ENDS
    return call and "set" not in after and after["text"][0].isalnum()
