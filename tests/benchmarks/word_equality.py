"""How this project's words, as a page gives them to its layout, stand to pdfplumber's own.

PDFs in, a plain table out: a line per file, then one per producer and the total. Boxes are held
against each other from the page's top left, wherever its media box begins.
Usage: python -m tests.benchmarks.word_equality [files or folders…]

words      of pdfplumber's `extract_words`, on the pages that pdfium reads
equal      share of them found here with the same text and at least 0.8 of the area in common
letters    share whose letters stand here at the same place, the words below left out: equal, or
           parted or mended otherwise (gaps of their own line, leaders dropped, accents joined)
different  neither, as letters struck twice are, or set at an angle among others
where the reference is wrong:
  no char    its glyph has no character ("(cid:127)", which PDF workers show as a bullet), and here
             a character stands in that place
  no width   it, or a glyph before it on its line, has no width there (pdfminer's metrics of the
             standard fonts lack "€"), and the same word stands here further right
  outside    it lies beyond the page altogether
by ref.    pages that pdfium can't read: they are taken from pdfplumber itself, and not counted
"""

from __future__ import annotations

import logging
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

import pdfplumber
import pypdfium2

from extractors.documents.pdf.opening import OpenPages
from extractors.documents.pdf.text.words import PrintedWord, find_words

ROOT = Path(__file__).parents[2]
DEFAULT = (ROOT / "tests" / "pdfs" / "samples", ROOT / "raw" / "inca")
LEAST_OVERLAP = 0.8  # intersection over union
WRONG = ("no char", "no width", "outside")
UNTOLD = re.compile(r"\(cid:\d+\)")
NO_WIDTH = 0.01  # points

Box: TypeAlias = tuple[float, float, float, float]
Placed: TypeAlias = dict[str, list[Box]]


def compare_file(path: Path, pages: Sequence[int] | None = None) -> Counter[str]:
    """Counts of "words", "equal", "parted", "by reference" and the wrong kinds, over some pages."""
    content = path.read_bytes()
    counts: Counter[str] = Counter()
    opened = OpenPages(content)
    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            for page in pdf.pages:
                if pages is None or page.page_number in pages:
                    counts += compare_page(page, opened)
                page.close()
    finally:
        opened.close()
    return counts


def compare_page(page: pdfplumber.page.Page, opened: OpenPages) -> Counter[str]:
    """The same of one page."""
    read = opened.read(page.page_number)
    if read.by_reference:
        return Counter({"by reference": 1})
    words = list(chain(*find_words(read.runs, page.page_number)))
    found: Placed = defaultdict(list)
    for word in words:
        found[word.text].append(word.box)
    corner = page.bbox[:2]
    missed: list[tuple[str, Box]] = []
    counts: Counter[str] = Counter()
    for word in page.extract_words():
        counts["words"] += 1
        text, box = word["text"], _box(word, corner)
        best = max(found[text], key=lambda other: overlap(box, other), default=None)
        if best and overlap(box, best) >= LEAST_OVERLAP:
            counts["equal"] += 1
            found[text].remove(best)
        else:
            missed.append((text, box))
    flat = [_box(char, corner) for char in page.chars if _has_no_width(char)]
    for text, box in missed:
        kind = _why_missed(text, box, found, flat, page)
        has_letters = kind == "different" and _has_letters(text, box, words)
        counts["parted" if has_letters else kind] += 1
    return counts


def _has_letters(text: str, box: Box, words: Iterable[PrintedWord]) -> bool:
    """Whether words with a reference word's letters stand where it does, read either way."""
    there = sorted((word for word in words if _touches(word.box, box)), key=lambda word: word.box)
    letters, found = _letters(text), _letters("".join(word.text for word in there))
    return letters in found or letters[::-1] in found


def _letters(text: str) -> str:
    """Letters and figures alone, without their accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text)))


def _touches(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 0.5 * min(one[3] - one[1], other[3] - other[1])


def overlap(one: Box, other: Box) -> float:
    """The common area's share of the area that two boxes cover together."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    if width <= 0 or height <= 0:
        return float(one == other)
    common = width * height
    return common / (_area(one) + _area(other) - common)


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _box(thing: dict[str, Any], corner: Sequence[float]) -> Box:
    left, top = corner
    return thing["x0"] - left, thing["top"] - top, thing["x1"] - left, thing["bottom"] - top


def _has_no_width(char: dict[str, Any]) -> bool:
    text = char["text"].strip()
    return bool(text) and char["width"] < NO_WIDTH and not unicodedata.combining(text[0])


def _why_missed(
    text: str, box: Box, found: Placed, flat: Sequence[Box], page: pdfplumber.page.Page
) -> str:
    """The kind of wrong that the reference is here; "different" where it is right, or may be."""
    if box[0] > page.width or box[1] > page.height or box[2] < 0 or box[3] < 0:
        return "outside"
    before = [other for other in flat if _on_line(box, other) and other[0] < box[2] + NO_WIDTH]
    em = box[3] - box[1]
    pattern = re.compile(".".join(map(re.escape, UNTOLD.split(text))), re.DOTALL)
    kind = "no char" if UNTOLD.search(text) else "no width" if before else "different"
    # each glyph that lost its width moved the rest of the line to the left by an em at most
    reach = em * len(before) + NO_WIDTH if kind == "no width" else em / 4
    for other, boxes in found.items():
        if kind != "different" and pattern.fullmatch(other):
            for here in boxes:
                if _on_line(box, here) and -NO_WIDTH <= here[0] - box[0] <= reach:
                    boxes.remove(here)
                    return kind
    return "different"


def _on_line(one: Box, other: Box) -> bool:
    return abs(one[1] - other[1]) < 1 and abs(one[3] - other[3]) < 1


def list_pdfs(places: Iterable[Path]) -> list[Path]:
    """The PDFs given, and those in the folders given."""
    return [
        path
        for place in places
        for path in (sorted(place.rglob("*.pdf")) if place.is_dir() else [place])
    ]


def share_equal(counts: Counter[str]) -> float:
    """The share of the reference's words found here."""
    return counts["equal"] / counts["words"] if counts["words"] else 1.0


def share_of_letters(counts: Counter[str]) -> float:
    """The share whose letters are found here, without the words where the reference is wrong."""
    words = counts["words"] - sum(counts[kind] for kind in WRONG)
    return (counts["equal"] + counts["parted"]) / words if words else 1.0


def _row(name: str, counts: Counter[str]) -> str:
    shares = f"{share_equal(counts):>9.2%}{share_of_letters(counts):>9.2%}"
    kinds = "".join(f"{counts[kind]:>10}" for kind in ("different", *WRONG))
    return f"{name[:40]:40}{counts['words']:>8}{shares}{kinds}{counts['by reference']:>8}"


def main() -> None:
    """Compare the files and folders given, or the samples and the raw store."""
    logging.disable(logging.WARNING)
    paths = list_pdfs([Path(argument) for argument in sys.argv[1:]] or DEFAULT)
    print(
        f"{'':40}{'words':>8}{'equal':>9}{'letters':>9}"
        + "".join(f"{kind:>10}" for kind in ("different", *WRONG, "by ref."))[:-2]
    )
    by_producer: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        try:
            counts = compare_file(path)
        except (pypdfium2.PdfiumError, pdfplumber.utils.exceptions.PdfminerException) as error:
            print(f"{path.name[:40]:40} can't be opened: {error!r}")
            continue
        print(_row(path.name, counts))
        producer = path.name.partition("_")[0] if path.parent == DEFAULT[0] else path.parent.name
        by_producer[producer] += counts
    for name, counts in by_producer.items():
        print(_row(f"= {name}", counts))
    print(_row("= total", sum(by_producer.values(), Counter())))


if __name__ == "__main__":
    main()
