"""How well tables are read: this project's reader beside pdfplumber, camelot and img2table.

Drawn tables, or a folder of `NAME.pdf` with `NAME-str.xml` (the form of ICDAR 2013's competition),
in; a plain table out. Peers that are not installed are left out.
Usage: python -m tests.benchmarks.table_quality [--each] [folder]

Each figure is precision and recall over pairs of neighbouring cells, as in that competition: a
cell's text with the text of the next cell to its right, in each row that both cover, and of the
next one below, in each column. A cell in the wrong row, a missed span, a false table all cost.
"""

from __future__ import annotations

import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pdfplumber

from extractors.documents import read_document
from tests.pdfs.table_cases import expected_cells, make_cases

Placed: TypeAlias = tuple[int, int, int, int, str]  # row, column, rows, columns, text
Found: TypeAlias = list[list[Placed]]
Pairs: TypeAlias = Counter[tuple[str, str, str]]


@dataclass
class Count:
    """Pairs expected, found and right."""

    expected: int = 0
    found: int = 0
    right: int = 0

    def add(self, expected: Pairs, found: Pairs) -> None:
        self.expected += expected.total()
        self.found += found.total()
        self.right += (expected & found).total()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0


@dataclass
class Tally:
    """A reader's counts by kind of case, and the cases that fall short."""

    kinds: dict[str, Count] = field(default_factory=dict[str, Count])
    whole: Counter[str] = field(default_factory=Counter[str])
    short: list[str] = field(default_factory=list[str])


def read_here(content: bytes) -> Found:
    """This project's tables."""
    document = read_document(content, "application/pdf")
    return [
        [(c.row, c.column, c.rows, c.columns, document.cut(c.span)) for c in table.cells]
        for table in document.tables
    ]


def read_pdfplumber(content: bytes, **settings: Any) -> Found:
    """pdfplumber's tables; it gives no spans."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [_of_rows(t) for page in pdf.pages for t in page.extract_tables(settings)]


def read_by_words(content: bytes) -> Found:
    """pdfplumber's tables by the alignment of words."""
    return read_pdfplumber(content, vertical_strategy="text", horizontal_strategy="text")


def read_camelot(content: bytes) -> Found:
    """camelot's tables, by rules; where it finds none, by the alignment of words."""
    camelot: Any = __import__("camelot")
    for flavor in ("lattice", "stream"):
        tables = camelot.read_pdf(BytesIO(content), pages="all", flavor=flavor)
        if len(tables):
            return [_of_rows(table.data) for table in tables]
    return []


def read_img2table(content: bytes) -> Found:
    """img2table's tables, with and without rules, from the text of the PDF."""
    document: Any = __import__("img2table.document", fromlist=["PDF"]).PDF(BytesIO(content))
    pages: dict[int, list[Any]] = document.extract_tables(
        ocr=None, implicit_rows=True, borderless_tables=False
    )
    return [
        _of_rows([[cell.value for cell in row] for row in table.content.values()])
        for tables in pages.values()
        for table in tables
    ]


def _of_rows(rows: Iterable[Iterable[str | None]]) -> list[Placed]:
    return [
        (row, column, 1, 1, text)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]


READERS: dict[str, Callable[[bytes], Found]] = {
    "here": read_here,
    "pdfplumber": read_pdfplumber,
    "its words": read_by_words,
}
if find_spec("camelot"):
    READERS["camelot"] = read_camelot
if find_spec("img2table"):
    READERS["img2table"] = read_img2table


def neighbours(cells: Sequence[Placed]) -> Pairs:
    """The pairs of cells that stand side by side, or one above the other."""
    grid: dict[tuple[int, int], int] = {}
    for number, (row, column, rows, columns, text) in enumerate(cells):
        if _plain(text):
            for y in range(row, row + rows):
                for x in range(column, column + columns):
                    grid[y, x] = number
    pairs: set[tuple[int, int, str]] = set()
    by_row = sorted(grid)
    by_column = sorted(grid, key=lambda place: (place[1], place[0]))
    for places, axis, direction in ((by_row, 0, "right"), (by_column, 1, "below")):
        for one, other in pairwise(places):
            if one[axis] == other[axis] and grid[one] != grid[other]:
                pairs.add((grid[one], grid[other], direction))
    return Counter((_plain(cells[a][4]), _plain(cells[b][4]), way) for a, b, way in pairs)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).replace("’", "'")
    return "".join(letter for letter in letters if letter.isalnum() or letter in "%€'")


def pairs_of(tables: Found) -> Pairs:
    """The neighbours of all tables of a document."""
    return sum((neighbours(cells) for cells in tables), Counter())


def drawn_documents() -> Iterator[tuple[str, str, bytes, Found]]:
    """Name, kind, content and cells of each drawn case."""
    for case in make_cases():
        yield case.name, case.kind, case.pdf, [expected_cells(table) for table in case.tables]


def annotated_documents(folder: Path) -> Iterator[tuple[str, str, bytes, Found]]:
    """The same of a folder of PDFs, the cells from the XML beside each."""
    for path in sorted(folder.glob("*-str.xml")):
        name = path.name.removesuffix("-str.xml")
        pdf = path.with_name(f"{name}.pdf")
        if pdf.exists():
            yield name, name[:2], pdf.read_bytes(), list(_annotated(path))


def _annotated(path: Path) -> Iterator[list[Placed]]:
    for table in ElementTree.parse(path).getroot().iter("table"):
        cells: list[Placed] = []
        for region in table.iter("region"):
            down, across = (int(region.get(f"{x}-increment", 0)) for x in ("row", "col"))
            for cell in region.iter("cell"):
                row, column = int(cell.get("start-row", 0)), int(cell.get("start-col", 0))
                end_row, end_column = (
                    int(cell.get("end-row", row)),
                    int(cell.get("end-col", column)),
                )
                text = cell.findtext("content") or ""
                spans = (end_row - row + 1, end_column - column + 1)
                cells.append((row + down, column + across, *spans, text))
        yield cells


def measure(documents: Iterable[tuple[str, str, bytes, Found]]) -> dict[str, Tally]:
    """Each reader's counts."""
    tallies = {name: Tally() for name in READERS}
    for name, kind, content, tables in documents:
        expected = pairs_of(tables)
        for reader, read in READERS.items():
            tally = tallies[reader]
            try:
                found = pairs_of(read(content))
            except Exception as error:  # a reader that fails on a file finds nothing there
                print(f"! {reader}, {name}: {type(error).__name__}: {error}", file=sys.stderr)
                found = Pairs()
            tally.kinds.setdefault(kind, Count()).add(expected, found)
            tally.whole[kind] += found == expected
            if found != expected:
                right = (expected & found).total()
                figures = f"{right} right of {expected.total()}, {found.total() - right} wrong"
                tally.short.append(f"{name}: {figures}")
    return tallies


def print_tallies(tallies: dict[str, Tally]) -> None:
    """A line per kind: precision, recall, and whole documents of each reader."""
    print(" " * 20 + "".join(f"{name:>24}" for name in tallies))
    print(" " * 20 + f"{'P      R   whole':>24}" * len(tallies))
    first = next(iter(tallies.values()))
    for kind in first.kinds:
        row = ""
        for tally in tallies.values():
            count = tally.kinds[kind]
            row += f"{count.precision:10.3f}{count.recall:7.3f}{tally.whole[kind]:7}"
        print(f"{kind:20}{row}")
    row = ""
    for tally in tallies.values():
        every = Count()
        for count in tally.kinds.values():
            every = Count(
                every.expected + count.expected,
                every.found + count.found,
                every.right + count.right,
            )
        row += f"{every.precision:10.3f}{every.recall:7.3f}{tally.whole.total():7}"
    print(f"{'all':20}{row}")


def main(arguments: list[str]) -> None:
    """Measure the folder given, or drawn tables."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
    documents = annotated_documents(folders[0]) if folders else drawn_documents()
    tallies = measure(documents)
    print_tallies(tallies)
    if "--each" in arguments:
        print(*tallies["here"].short, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
