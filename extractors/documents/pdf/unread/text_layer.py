"""Faults of a PDF's text layer: pages without one, and text that lost its spaces or accents.

A document and its pages in, sentences for `issues` out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean

from extractors.documents.pdf.layout.measures import PageMeasures
from extractors.documents.pdf.unread.ocr import ReadScans
from extractors.records import Document

FEWEST_WORDS = 5  # on a page; with fewer and a large picture, the page is a scan
LEAST_PICTURE = 0.4  # of the page's area
FEWEST_PICTURED = 4  # of a page's words or lines; with fewer, they may be a logo's
ASK_AGAIN = "ask its publisher for another copy, or print it and scan it"
SAMPLE = 60_000  # characters are enough to miss the accents in
FEWEST_LETTERS = 600
FEWEST_ACCENTS = 0.004  # of the letters; French prose has 0.03 to 0.04
ACCENTED = "éèêëàâùûôîïçœÉÈÊËÀÂÙÛÔÎÏÇŒ"
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|pour|dans|une|par)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]")


def find_scans(document: Document, pages: Sequence[PageMeasures]) -> list[int]:
    """The numbers of the pages that are pictures with hardly a word."""
    words = Counter(document.words.on_pages())
    return [
        page.number
        for page in pages
        if words[page.number] < FEWEST_WORDS and page.pictured >= LEAST_PICTURE
    ]


def complain_of_text_layer(
    document: Document,
    pages: Sequence[PageMeasures],
    scans: ReadScans,
    doubtful: Sequence[int] = (),
) -> Iterator[str]:
    """What is wrong with the text layer, if anything; what was recognised is no fault, but told.

    `doubtful` are pages with a font whose glyphs are not as wide as the letters that it names.
    """
    if scans.left:
        yield f"{_pages(scans.left)} a scanned picture without text: {scans.advice}"
    if scans.sureness:
        known = [value for value in scans.sureness.values() if value is not None]
        sure = f", which is {mean(known):.0%} sure of its words" if known else ""
        verb = "was" if len(scans.sureness) == 1 else "were"
        yield (
            f"{_listed(sorted(scans.sureness))} {verb} read by character recognition{sure}: "
            "check names and figures"
        )
    glued = [page.number for page in pages if page.glued]
    if glued:
        yield f"{_pages(glued)} text whose spaces are lost: its words can't be told apart"
    untold = [page.number for page in pages if page.untold]
    if untold:
        yield f"{_pages(untold)} text whose fonts don't say which letters they show: {ASK_AGAIN}"
    if doubtful:
        yield f"{_pages(doubtful)} text whose font misnames letters: check names and figures there"
    patched = [page.number for page in pages if page.pictured_words >= FEWEST_PICTURED]
    if patched:
        words = "words set as pictures or drawn as shapes, which the text lacks"
        yield f"{_pages(patched)} {words}: {ASK_AGAIN}"
    if _lost_accents(document.text[:SAMPLE]):
        yield "its text layer has lost its accents: names and words may be misread"


def _listed(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")
    return f"pages {listed}" if len(numbers) > 1 else f"page {listed}"


def _pages(numbers: Sequence[int]) -> str:
    return f"{_listed(numbers)} {'hold' if len(numbers) > 1 else 'holds'}"


def _lost_accents(text: str) -> bool:
    accents = sum(map(text.count, ACCENTED))
    if accents >= FEWEST_ACCENTS * len(text):
        return False
    letters = len(_LETTERS.findall(text))
    if letters < FEWEST_LETTERS or len(_FRENCH.findall(text)) < letters / 60:
        return False
    return accents < FEWEST_ACCENTS * letters
