"""How well PDFs are read: this project's reader beside pdfplumber and pdfium, sample by sample.

PDFs with their truths in, a plain table out; knows nothing of how a reader works.
Usage: python -m tests.benchmarks.reading_quality [folder]

words     F1 over the multiset of words of the running text
order     similarity of the two sequences of words (indel, 1 where they are the same)
left      share of the headers', footers' and page numbers' words that stand in the text
"""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2
from rapidfuzz.distance import Indel

from extractors.documents import read_document

SAMPLES = Path(__file__).parents[1] / "pdfs" / "samples"
PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00ad": None, "\u2060": None})
# what is printed beside the text on each page
ASIDES = ("headers", "footers", "page_numbers")


@dataclass(frozen=True)
class Score:
    """How near a reading comes to the truth; nothing can be left where nothing was printed."""

    words: float
    order: float
    left: float | None


def read_here(content: bytes) -> str:
    """This project's running text; nothing where it says that it can't read the document."""
    os.environ["PATH"] = ""  # no character recognition: scanned pages are not in the truths
    try:
        return read_document(content, "application/pdf").running_text
    except Exception as error:  # a reader that fails on a sample scores 0 there
        print(f"! {type(error).__name__}: {error}", file=sys.stderr)
        return ""


def read_pdfplumber(content: bytes) -> str:
    """The text of pdfplumber's pages."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def read_pdfium(content: bytes) -> str:
    """The text of pdfium's pages."""
    with pypdfium2.PdfDocument(content) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


READERS: dict[str, Callable[[bytes], str]] = {
    "here": read_here,
    "pdfplumber": read_pdfplumber,
    "pdfium": read_pdfium,
}


def split_words(text: str) -> list[str]:
    """A text's words, with plain letters, apostrophes, hyphens and spaces."""
    return unicodedata.normalize("NFKC", text).translate(PLAIN).split()


def score(truth: Mapping[str, Any], text: str) -> Score:
    """Hold a reading against the truth."""
    expected, found = split_words("\n".join(truth["text"])), split_words(text)
    common = (Counter(expected) & Counter(found)).total()
    total = len(expected) + len(found)
    furniture = [split_words(aside) for key in ASIDES for aside in truth.get(key, ())]
    return Score(
        words=2 * common / total if total else 1.0,
        order=Indel.normalized_similarity(expected, found),
        left=_share_left(furniture, expected, found),
    )


def _share_left(
    furniture: Sequence[list[str]], expected: Sequence[str], found: Sequence[str]
) -> float | None:
    """Each aside counts with all its words where they stand in a row, as often as it is printed.

    A title that the running text has too may stand there as often as it does in the truth. A page
    number alone ("12") has to stand on its own for this: it counts where the text has more of it
    than the truth.
    """
    if not furniture:
        return None
    left = 0
    printed = Counter(tuple(words) for words in furniture)
    for words, times in printed.items():
        more = _count_runs(words, found) - _count_runs(words, expected)
        left += len(words) * min(max(more, 0), times)
    return left / sum(len(words) for words in furniture)


def _count_runs(run: Sequence[str], words: Sequence[str]) -> int:
    """How often words stand one after the other."""
    pattern = rf"(?<!\S){re.escape(' '.join(run))}(?!\S)"
    return len(re.findall(pattern, " ".join(words)))


def measure(folder: Path) -> dict[str, dict[str, Score]]:
    """Every sample's scores, by reader."""
    return {
        path.stem: {
            name: score(json.loads(path.read_text("utf-8")), read(_pdf_of(path)))
            for name, read in READERS.items()
        }
        for path in sorted(folder.glob("*.json"))
    }


def _pdf_of(truth: Path) -> bytes:
    return truth.with_suffix(".pdf").read_bytes()


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:34}" + "".join(f"{cell:>8}" for cell in cells)


def _cells(scores: Mapping[str, Score], figure: str) -> list[str]:
    values = [getattr(scores[reader], figure) for reader in READERS]
    return ["–" if value is None else f"{value:.3f}" for value in values]


def print_table(scores: Mapping[str, Mapping[str, Score]]) -> None:
    """A line per sample, then the mean and the worst of each column."""
    figures = ("words", "order", "left")
    print(" " * 34 + "".join(f"{figure:>{8 * len(READERS)}}" for figure in figures))
    print(_row("", [reader[:7] for _ in figures for reader in READERS]))
    for name, by_reader in scores.items():
        print(_row(name, [cell for figure in figures for cell in _cells(by_reader, figure)]))
    means, worst = list[str](), list[str]()
    for figure in figures:
        for reader in READERS:
            values = [getattr(by_reader[reader], figure) for by_reader in scores.values()]
            values = [value for value in values if value is not None]
            means.append(f"{statistics.mean(values):.3f}" if values else "–")
            bad = max if figure == "left" else min
            worst.append(f"{bad(values):.3f}" if values else "–")
    print(_row("mean", means))
    print(_row("worst", worst))


def main() -> None:
    """Measure the folder given, or the samples of the repository."""
    scores = measure(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
    if not scores:
        sys.exit("no <role>.json beside a <role>.pdf in this folder")
    print_table(scores)


if __name__ == "__main__":
    main()
