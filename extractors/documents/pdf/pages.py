"""Pages of an open PDF in, laid-out pages out; no page knows of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.file.geometry import PageFrame, Turn
from extractors.documents.pdf.layout.columns import order_page
from extractors.documents.pdf.opening import OpenPages, RawPage
from extractors.documents.pdf.printed import Column, PageLayout, PrintedLine, PrintedTable
from extractors.documents.pdf.tables.finding import find_tables
from extractors.documents.pdf.text.glyphs import CharRun, share_told
from extractors.documents.pdf.text.initials import join_initials
from extractors.documents.pdf.text.runs import turn_run
from extractors.documents.pdf.text.watermarks import part_watermark
from extractors.documents.pdf.text.words import PrintedWord, find_words
from extractors.documents.pdf.unread.drawn_text import count_drawn_lines
from extractors.documents.pdf.unread.pictured_words import count_pictured_words

SIDES = ("x0", "top", "x1", "bottom")
EDGES, (LEFT, TOP, RIGHT, BOTTOM) = itemgetter(*SIDES), map(itemgetter, SIDES)
UPRIGHT = itemgetter("upright")
MOST_TURNED = 0.6  # of a page's letters: with more, the page itself is set sideways
FEWEST_UNTOLD, LEAST_UNTOLD = 20, 0.2  # characters of a page, and their share
FIRST_ROTATED = 10_000  # the regions of what stands sideways are numbered from here
FEWEST_TURNED = 40  # letters of a table set sideways; with fewer, it is a note
FEWEST_IN_TEXT = 200  # letters of a text set sideways that is no table
FEWEST_LINES = 4  # of such a text
FEWEST_WORDS = 3  # on such a line: the labels of a chart have fewer


def lay_out_pages(pages: OpenPages, numbers: Sequence[int]) -> Iterator[PageLayout]:
    """Each of the pages (1-based) in reading order."""
    for number in numbers:
        page = pages.read(number)
        quarters, turn = _quarters_of(page.runs), None
        if quarters:
            page = pages.read(number, quarters)
            turn = Turn(quarters, page.frame.width, page.frame.height)
        yield _lay_out(page, number, turn)


def _lay_out(page: RawPage, number: int, turn: Turn | None) -> PageLayout:
    frame = page.frame
    sideways, runs = _parted_by_turn(_visible(page.runs, frame))
    marks, runs = part_watermark(runs, frame.height)
    upright, rotated = find_words(runs, number)
    watermark, _ = find_words(marks, number)
    elements = list(_read_words(upright, page.drawings, frame.height, number))
    if turn:
        elements = [element.turned(turn) for element in elements]
    for quarters, turned in sideways.items():
        read = list(_read_sideways(turned, quarters, page, number, turn))
        if _is_text(read):
            elements += read
        else:
            rotated += find_words(turned, number)[1]
    rotated = [word for word in rotated if word.text]  # whose glyphs say something
    if _is_turned(upright, rotated):
        elements += _as_lines(rotated)
        rotated = []
    if turn:
        watermark = [word._replace(box=turn.back(word.box)) for word in watermark]
        rotated = [word._replace(box=turn.back(word.box)) for word in rotated]
    return PageLayout(
        number=number,
        width=frame.width,
        height=frame.height,
        visible=(frame.visible[1], frame.visible[3]),
        elements=tuple(elements),
        rotated=tuple(rotated),
        watermark=tuple(watermark),
        by_reference=page.by_reference,
        pictured=_pictured(page.drawings, frame),
        pictured_words=count_pictured_words(page.drawings.pictures, upright)
        + count_drawn_lines(page.drawings.curved, upright),
        untold=page.guessed or _is_untold(page.runs),
        links=tuple((url, turn.back(box)) for url, box in page.links) if turn else page.links,
        turn=turn,
    )


def _read_words(
    words: list[PrintedWord], drawings: Drawings, height: float, number: int
) -> Iterator[PrintedLine | PrintedTable]:
    found = find_tables(join_initials(words), drawings, number)
    yield from order_page(found.words, found.tables, found.boxes, height)


def _is_untold(runs: Sequence[CharRun]) -> bool:
    """Whether the fonts of a page don't say which letters much of it shows."""
    told, count = share_told(runs)
    return count - told >= max(FEWEST_UNTOLD, LEAST_UNTOLD * count)


def _quarters_of(runs: Sequence[CharRun]) -> int:
    """How often a page must be turned clockwise so that most of its text is upright."""
    if all(map(UPRIGHT, runs)):
        return 0
    letters = _letters_by_turn(runs)
    quarters = max(letters, key=lambda turn: letters[turn])
    return max(0, quarters) if letters[quarters] > MOST_TURNED * letters.total() else 0


def _letters_by_turn(runs: Iterable[CharRun]) -> Counter[int]:
    letters: Counter[int] = Counter()
    for run in runs:
        letters[run["quarters"]] += len(run["text"])
    return letters


def _parted_by_turn(runs: list[CharRun]) -> tuple[dict[int, list[CharRun]], list[CharRun]]:
    """The runs of texts set sideways, by their quarter turns, and the others."""
    if all(map(UPRIGHT, runs)):
        return {}, runs
    letters = _letters_by_turn(runs)
    turned = {turn for turn, count in letters.items() if turn > 0 and count >= FEWEST_TURNED}
    sideways: dict[int, list[CharRun]] = {turn: [] for turn in sorted(turned)}
    rest: list[CharRun] = []
    for run in runs:
        sideways.get(run["quarters"], rest).append(run)
    return sideways, rest


def _read_sideways(
    runs: Sequence[CharRun], quarters: int, page: RawPage, number: int, page_turn: Turn | None
) -> Iterator[PrintedLine | PrintedTable]:
    """What a page says that is turned to be read, as a table beside upright text may be."""
    frame = page.frame
    size = (frame.width, frame.height) if quarters == 2 else (frame.height, frame.width)
    turn = Turn(quarters, *size)
    way = turn.inverse()
    words, _ = find_words([turn_run(run, way) for run in runs], number)
    for element in _read_words(words, page.drawings.turned(way), turn.height, number):
        yield element.turned(turn.then(page_turn), quarters * FIRST_ROTATED)


def _is_text(elements: Sequence[PrintedLine | PrintedTable]) -> bool:
    """Whether what stands sideways is a table or a text, and not notes or the labels of a chart."""
    lines = [element for element in elements if isinstance(element, PrintedLine)]
    if len(lines) < len(elements):
        return True
    words = sum(len(line.words) for line in lines)
    letters = sum(len(line.text) for line in lines)
    return (
        letters >= FEWEST_IN_TEXT
        and len(lines) >= FEWEST_LINES
        and words >= FEWEST_WORDS * len(lines)
    )


def _is_turned(upright: list[PrintedWord], rotated: list[PrintedWord]) -> bool:
    """Whether most of a page stands at an angle, and is not only a note on it."""
    letters = sum(len(word.text) for word in rotated)
    return letters > MOST_TURNED * (letters + sum(len(word.text) for word in upright))


def _as_lines(stretches: list[PrintedWord]) -> list[PrintedLine]:
    """Each stretch of rotated text as a line, in the file's own order."""
    return [
        PrintedLine((stretch,), Column(stretch.box.x0, stretch.box.x1), region)
        for region, stretch in enumerate(stretches, start=FIRST_ROTATED)
    ]


def _visible(runs: list[CharRun], frame: PageFrame) -> list[CharRun]:
    """Without what stands beyond the page's edge, in whole or by half; cut at the edge."""
    x0, top, x1, bottom = frame.visible
    if not runs or (
        min(map(LEFT, runs)) >= x0
        and min(map(TOP, runs)) >= top
        and max(map(RIGHT, runs)) <= x1
        and max(map(BOTTOM, runs)) <= bottom
    ):
        return runs
    shown: list[CharRun] = []
    for run in runs:
        left, high, right, low = EDGES(run)
        if x0 <= (left + right) / 2 <= x1 and top <= (high + low) / 2 <= bottom:
            edges = (max(left, x0), max(high, top), min(right, x1), min(low, bottom))
            shown.append(run | dict(zip(SIDES, edges, strict=True)))
    return shown


def _pictured(drawings: Drawings, frame: PageFrame) -> float:
    x0, top, x1, bottom = frame.visible
    area = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in drawings.pictures)
    return min(1.0, area / max(1.0, (x1 - x0) * (bottom - top)))
