"""A document's tables in, the candidates of their rows out.

A table lists items where its header names columns for them: "Axe | Objectif | Action | Échéance".
Knows headers and merged cells; nothing of what else the row says of an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.documents.typography import skip_list_mark
from extractors.french.levels import Rank
from extractors.french.printed_numbers import number_parts, read_unmarked_number, steps_between
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries
from extractors.outline.labels import read_label, read_number
from extractors.outline.plan_columns import ItemColumn, find_item_columns
from extractors.records import Cell, Span, Table

_NOTE = re.compile(r"(?:sources?|lecture|notes?|nb|légende|total|\*)\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"[-–/.\s]*$|idem$|\"$|n\.?[cda]\.?$", re.IGNORECASE)


class PlanTables:
    """The tables of a document that list a plan's items."""

    def __init__(self, entries: Entries) -> None:
        """Find them by their headers."""
        self._entries = entries
        self._tables = [
            (table, columns)
            for table in entries.document.tables
            if (columns := find_item_columns(entries.text, table))
        ]

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in one of them."""
        spans = (table.span for table, _ in self._tables)
        return any(span.start <= offset < span.end for span in spans)

    def find_candidates(self) -> Iterator[Candidate]:
        """The items of their rows, an axis before its objectives before their actions."""
        for table, columns in self._tables:
            yield from self._rows_of(table, columns)

    def _rows_of(self, table: Table, columns: list[ItemColumn]) -> Iterator[Candidate]:
        for number in range(1, table.rows):
            cells = table.row(number)
            if not cells or (number < table.header_rows and len(cells) > 1):
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

    def _banner(self, cell: Cell, row: Span, columns: list[ItemColumn]) -> Iterator[Candidate]:
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
        numbered = read_number(text, *cell.span) or read_unmarked_number(text, *cell.span)
        number, start = numbered or ("", cell.span.start)
        rank = Rank.AXIS if highest >= Rank.GENERAL_OBJECTIVE else Rank.PRIORITY
        if len(number_parts(number)) > 1 and highest > Rank.OPERATIONAL_OBJECTIVE:
            rank = Rank.OBJECTIVE
        title = title_span(text, start, cell.span.end, whole=True)
        if title.end > title.start:
            yield _candidate(rank, "", number, title, cell.span.start, row, 0.8)

    def _cell(
        self, cell: Cell, numbering: Cell | None, column: ItemColumn, row: Span
    ) -> Iterator[Candidate]:
        text = self._entries.text
        number = text[numbering.span.start : numbering.span.end] if numbering else ""
        number = re.sub(r"(?<=[.-])\s+|\s+(?=[.-])", "", number).strip(" .")
        if numbered := read_label(number, 0, len(number)):  # "Action 1.1", "AXE-1."
            number = numbered.number
            column = replace(column, rank=numbered.rank, word=numbered.word)
        for part in self._items_of(cell):
            label = read_label(text, *part)
            bare = read_number(text, *part) or (
                read_unmarked_number(text, *part) if column.is_numbered else None
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
    numbered = read_number(text, *span) or read_unmarked_number(text, *span)
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
