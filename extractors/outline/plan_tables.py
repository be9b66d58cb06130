"""A document's tables in, the candidates of their rows out.

A table lists items where its header names columns for them: "Axe | Objectif | Action | Échéance".
Knows headers and merged cells; nothing of what else the row says of an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.documents.typography import skip_list_mark
from extractors.outline.candidates import Candidate, shorten, title_span
from extractors.outline.entries import Entries
from extractors.outline.labels import (
    LONE_NUMBER,
    number_parts,
    read_label,
    read_number,
    steps_between,
)
from extractors.outline.vocabulary import ADJECTIVES, PLURAL, WORD, Rank, rank_of, word_of
from extractors.records import Cell, Span, Table

_ITEM_HEADER = re.compile(
    rf"""(?:intitulés?\s(?:de\sl'|du\s|des\s|de\sla\s)?|libellés?\s(?:de\sl'|du\s|des\s)?|n°\s(?:et\s\w+\s)?(?:de\sl')?)?
    (?P<word>{PLURAL}|{WORD})(?:\s(?P<adjectives>(?:{ADJECTIVES})))*
    (?:\s?(?:/|et|ou)\s?(?:sous-)?(?:{PLURAL}|{WORD}))?
    (?:\s(?:du\splan|de\sla\s(?:feuille|stratégie).*|prévues?|retenue?s?|à\smener|à\smettre.*))?\s*:?$""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER_HEADER = re.compile(r"(?:n\s?[°ºo]\.?|num[ée]ros?|réf\w*\.?|#|code)$", re.IGNORECASE)
_TITLE_HEADER = re.compile(r"(?:intitulé|titre|libellé|description|contenu)s?$", re.IGNORECASE)
_FIGURE = re.compile(
    r"(?:[<>≥≤]|(?:au\s(?:moins|plus)|plus\sde|moins\sde|de)\s)?\s?\d[\d\s.,/]*(?!\d|[.\s]+[A-ZÀ-Ý])"
)
_UNMARKED_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+(?=[«A-ZÀ-Ý])")
_NOTE = re.compile(r"(?:sources?|lecture|notes?|nb|légende|total|\*)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"[-–/.\s]*$|idem$|\"$|n\.?[cda]\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that names items, and the column beside it that numbers them, if any."""

    index: int
    rank: Rank
    word: str
    numbered_by: int | None = None
    is_numbered: bool = False  # every cell of it begins with a number, marked or not


class PlanTables:
    """The tables of a document that list a plan's items."""

    def __init__(self, entries: Entries) -> None:
        """Find them by their headers."""
        self._entries = entries
        self._tables = [
            (table, columns)
            for table in entries.document.tables
            if (columns := _item_columns(entries.text, table))
        ]
        self.spans = [
            Span(min(cell.span.start for cell in table.cells), max(c.span.end for c in table.cells))
            for table, _ in self._tables
        ]

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in one of them."""
        return any(span.start <= offset < span.end for span in self.spans)

    def find_candidates(self) -> Iterator[Candidate]:
        """The items of their rows, an axis before its objectives before their actions."""
        for table, columns in self._tables:
            yield from self._rows_of(table, columns)

    def _rows_of(self, table: Table, columns: list[_Column]) -> Iterator[Candidate]:
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        for number in sorted(rows):
            cells = sorted(rows[number], key=lambda cell: cell.column)
            if number == 0 or (number < table.header_rows and len(cells) > 1):
                continue
            row = Span(cells[0].span.start, max(cell.span.end for cell in cells))
            if len(cells) == 1 and _spans_table(cells[0], table):
                yield from self._banner(cells[0], row, columns)
                continue
            by_column = {cell.column: cell for cell in cells}
            for column in columns:
                if cell := by_column.get(column.index):
                    numbering = by_column.get(
                        -1 if column.numbered_by is None else column.numbered_by
                    )
                    yield from self._cell(cell, numbering, column, row)

    def _banner(self, cell: Cell, row: Span, columns: list[_Column]) -> Iterator[Candidate]:
        """A row of one cell over the whole table: what the rows below stand under."""
        text = self._entries.text
        label = read_label(text, cell.span.start, cell.span.end)
        highest = min(column.rank for column in columns)
        banner = text[cell.span.start : cell.span.end]
        if _NOTE.match(banner) or banner.rstrip().endswith("."):
            return
        if label:
            title = title_span(text, label.title_start, cell.span.end, whole=True)
            if title.end > title.start:
                yield _candidate(
                    label.rank, label.word, label.number, title, cell.span.start, row, 0.95
                )
            return
        if highest <= Rank.AXIS:
            return
        numbered = read_number(text, *cell.span) or _unmarked_number(text, cell.span)
        number, start = numbered or ("", cell.span.start)
        rank = Rank.AXIS if highest >= Rank.GENERAL_OBJECTIVE else Rank.PRIORITY
        if len(number_parts(number)) > 1 and highest > Rank.OPERATIONAL_OBJECTIVE:
            rank = Rank.OBJECTIVE
        title = title_span(text, start, cell.span.end, whole=True)
        if title.end > title.start:
            yield _candidate(rank, "", number, title, cell.span.start, row, 0.8)

    def _cell(
        self, cell: Cell, numbering: Cell | None, column: _Column, row: Span
    ) -> Iterator[Candidate]:
        text = self._entries.text
        number = text[numbering.span.start : numbering.span.end] if numbering else ""
        number = re.sub(r"(?<=[.-])\s+|\s+(?=[.-])", "", number).strip(" .")
        if numbered := read_label(number, 0, len(number)):
            number = numbered.number
        for part in self._items_of(cell):
            label = read_label(text, *part)
            bare = read_number(text, *part) or (
                _unmarked_number(text, part) if column.is_numbered else None
            )
            if label and label.title_start >= part.end:
                continue  # it refers to an item and does not name it
            if label:
                rank = label.rank if label.rank > Rank.PRIORITY or column.rank <= label.rank else (
                    column.rank
                )  # fmt: skip
                word, printed, start = label.word, label.number, label.title_start
            elif bare:
                rank, word, (printed, start) = column.rank, column.word, bare
            else:
                rank, word, printed, start = column.rank, column.word, "", part.start
            title = title_span(text, start, part.end, whole=True)
            if _PLACEHOLDER.match(text[title.start : title.end]) or title.end <= title.start:
                continue
            if not (label or bare or number) and text[title.start].islower():
                continue  # a row that a page end broke
            yield _candidate(rank, word, printed or number, title, part.start, row, 0.95)

    def _items_of(self, cell: Cell) -> list[Span]:
        """The parts of a cell: one for each of its list items, else the cell whole."""
        entries = self._entries
        document = entries.document
        blocks = [
            block.span
            for block in document.blocks[
                document.block_index(cell.span.start) : document.block_index(cell.span.end - 1) + 1
            ]
        ]
        text = entries.text
        marked = [
            span
            for span in blocks
            if read_label(text, *span) or read_number(text, *span) or text[span.start] in "-•*▪"
        ]
        if len(marked) > 1 and marked[0] == blocks[0]:
            starts = [span.start for span in marked]
        else:
            starts = list(_starts_in_line(text, cell.span))
        if len(starts) > 1:
            ends = [*starts[1:], cell.span.end]
            parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
        else:
            parts = [cell.span]
        return [
            Span(start + len(text[start:end]) - len(text[start:end].lstrip("-•*▪ ")), end)
            for start, end in parts
        ]


def _starts_in_line(text: str, cell: Span) -> Iterator[int]:
    """Where the items of a cell begin that are read as one line: "- Un - Deux", "1. Un 2. Deux"."""
    mark, number = text[cell.start : skip_list_mark(text, cell.start)].strip(), ""
    for word in re.finditer(r"(?<!\S)\S", text[cell.start : cell.end]):
        start = cell.start + word.start()
        if mark:
            if text.startswith(f"{mark} ", start) and text[start + 2].isupper():
                yield start
            continue
        here = _opening_number(text, Span(start, cell.end))
        if start == cell.start or (number and here and steps_between(number, here) == 1):
            number = here
            yield start


def _opening_number(text: str, span: Span) -> str:
    """The number that opens a stretch of text, by itself or in a label; empty without one."""
    if label := read_label(text, *span):
        return label.number
    numbered = read_number(text, *span) or _unmarked_number(text, span)
    return numbered[0] if numbered else ""


def _candidate(
    rank: Rank, word: str, number: str, title: Span, place: int, row: Span, confidence: float
) -> Candidate:
    return Candidate(
        rank, word, number, title, place, confidence, "table",
        order=(row.start, int(rank)), row=row,
    )  # fmt: skip


def _spans_table(cell: Cell, table: Table) -> bool:
    return cell.columns >= table.columns or (cell.column == 0 and table.columns > 1)


def _item_columns(text: str, table: Table) -> list[_Column]:
    """The columns whose header names a plan's parts, from the table's first row."""
    if table.columns < 2 or not table.cells:
        return []
    headers = {
        cell.column: re.sub(r"\s+", " ", text[cell.span.start : cell.span.end]).strip()
        for cell in table.cells
        if cell.row == 0
    }
    if len(headers) < 2:
        return []
    named = {column: _ITEM_HEADER.match(shorten(header)) for column, header in headers.items()}
    columns: list[_Column] = []
    for column, match in sorted(named.items()):
        if not match:
            continue
        word = word_of(match["word"])
        if word == "cible":
            continue
        rank = rank_of(word, match["adjectives"] or "")
        columns.append(_Column(column, rank, word, _numbering_column(headers, named, column)))
    if any(column.word == "action" for column in columns):
        # beside a column of actions, "Fiche" is what groups them
        columns = [replace(c, rank=Rank.OBJECTIVE) if c.word == "fiche" else c for c in columns]
    return _with_titles_apart(text, table, headers, _with_rows_numbered(text, table, columns))


def _with_rows_numbered(text: str, table: Table, columns: list[_Column]) -> list[_Column]:
    """A first column of numbers that go on within an axis numbers what each row is about."""
    if len(columns) < 2 or columns[0].numbered_by is None or columns[-1].numbered_by is not None:
        return columns
    first, *between, last = columns
    numbers, titles = (
        {text[slice(*cell.span)] for cell in table.cells if cell.column == index and cell.row > 0}
        for index in (first.numbered_by, first.index)
    )
    if first.rank > last.rank or len(numbers) <= len(titles):
        return columns
    last = replace(last, numbered_by=first.numbered_by)
    return [replace(first, numbered_by=None), *between, last]


def _numbering_column(
    headers: dict[int, str], named: dict[int, re.Match[str] | None], column: int
) -> int | None:
    before = column - 1
    if before in headers and _NUMBER_HEADER.match(headers[before]) and not named.get(before):
        return before
    return None


def _with_titles_apart(
    text: str, table: Table, headers: dict[int, str], columns: list[_Column]
) -> list[_Column]:
    """A column "Action" that holds numbers only numbers the column "Intitulé" beside it."""
    apart: list[_Column] = []
    for column in columns:
        cells = [c for c in table.cells if c.column == column.index and c.row > 0]
        lone = [_only_numbers(text, cell.span) for cell in cells]
        beside = column.index + 1
        figures = sum(
            bool(_FIGURE.match(text, *c.span)) and not read_number(text, *c.span) for c in cells
        )
        if column.rank is Rank.OBJECTIVE and 2 * figures > len(cells):
            continue  # the values that an indicator should come to
        if cells and all(lone) and _TITLE_HEADER.match(headers.get(beside, "")):
            apart.append(_Column(beside, column.rank, column.word, column.index))
        elif cells and not all(lone):
            numbered = all(_unmarked_number(text, cell.span) for cell in cells)
            apart.append(replace(column, is_numbered=numbered))
    return apart


def _only_numbers(text: str, span: Span) -> bool:
    """Whether a cell holds a number alone, or a label without a title: "Action 10.1"."""
    label = read_label(text, *span)
    if label:
        return bool(label.number) and label.title_start >= span.end
    return bool(LONE_NUMBER.match(text[span.start : span.end].strip()))


def _unmarked_number(text: str, span: Span) -> tuple[str, int] | None:
    """The number "3" of "3 Animer le réseau", and where what it numbers begins."""
    match = _UNMARKED_NUMBER.match(text, *span)
    return (match["number"], match.end()) if match else None
