"""A table in, its columns that list a plan's items out: those headed "Axe", "Objectif", "Action".

Knows headers, and what a column's cells must be like; nothing of rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.french.field_labels import TITLE_LABEL, read_lone_label
from extractors.french.levels import ADJECTIVES, PLURAL, WORD, Rank, level_of, rank_of, word_of
from extractors.french.printed_numbers import is_number, read_unmarked_number
from extractors.outline.candidates import shorten
from extractors.outline.labels import read_label, read_number
from extractors.records import Span, Table

_ITEM_HEADER = re.compile(
    rf"""(?:intitulés?\s(?:de\sl'|du\s|des\s|de\sla\s)?|libellés?\s(?:de\sl'|du\s|des\s)?|n°\s(?:et\s\w+\s)?(?:de\sl')?)?
    (?P<word>{PLURAL}|{WORD})(?:\s(?P<adjectives>(?:{ADJECTIVES})))*
    (?:\s?(?:/|et|ou)\s?(?:sous-)?(?:{PLURAL}|{WORD}))?
    (?:\s(?:du\splan|de\sla\s(?:feuille|stratégie).*|prévues?|retenue?s?|à\smener|à\smettre.*))?\s*:?$""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBER_HEADER = re.compile(r"(?:n\s?[°ºo]\.?|num[ée]ros?|réf\w*\.?|#|code)$", re.IGNORECASE)
_TITLE_HEADER = re.compile(rf"(?:{TITLE_LABEL}|descriptions?|contenus?)$", re.IGNORECASE)
_FIELDS = frozenset(("lead", "deadline", "status"))
_FIGURE = re.compile(
    r"(?:[<>≥≤]|(?:au\s(?:moins|plus)|plus\sde|moins\sde|de)\s)?\s?\d[\d\s.,/]*(?!\d|[.\s]+[A-ZÀ-Ý])"
)


@dataclass(frozen=True, slots=True)
class ItemColumn:
    """A column that names items, and the column beside it that numbers them, if any."""

    index: int
    rank: Rank
    word: str
    numbered_by: int | None = None
    is_numbered: bool = False  # every cell of it begins with a number, marked or not


def find_item_columns(text: str, table: Table) -> list[ItemColumn]:
    """The columns whose header names a plan's parts, from the table's first row."""
    if table.columns < 2 or not table.cells:
        return []
    headers = {
        cell.column: re.sub(r"\s+", " ", text[cell.span.start : cell.span.end]).strip()
        for cell in table.row(0)
    }
    if len(headers) < 2:
        return []
    named = {column: _ITEM_HEADER.match(shorten(header)) for column, header in headers.items()}
    columns: list[ItemColumn] = []
    for column, match in sorted(named.items()):
        if not match:
            continue
        word = word_of(match["word"])
        if not level_of(word).column:
            continue
        rank = rank_of(word, match["adjectives"] or "")
        columns.append(ItemColumn(column, rank, word, _numbering_column(headers, named, column)))
    if not columns:
        return _coded_actions(headers)
    sheets = [column for column in columns if level_of(column.word).sheet]
    if any(column.rank is Rank.ACTION and column not in sheets for column in columns):
        # beside a column of actions, "Fiche" is what groups them
        columns = [replace(c, rank=Rank.OBJECTIVE) if c in sheets else c for c in columns]
    return _with_titles_apart(text, table, headers, _with_rows_numbered(text, table, columns))


def _is_field(header: str) -> bool:
    """Whether a column says who leads an item, by when, or how far along it is."""
    return bool(_FIELDS.intersection(read_lone_label(header)))


def _coded_actions(headers: dict[int, str]) -> list[ItemColumn]:
    """The column "Intitulé" beside "Code", where others say who does it, and by when."""
    if not any(map(_is_field, headers.values())):
        return []
    return [
        ItemColumn(column, Rank.ACTION, "", numbered_by=column - 1)
        for column, header in headers.items()
        if _TITLE_HEADER.match(header) and _NUMBER_HEADER.match(headers.get(column - 1, ""))
    ]


def _with_rows_numbered(text: str, table: Table, columns: list[ItemColumn]) -> list[ItemColumn]:
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
    text: str, table: Table, headers: dict[int, str], columns: list[ItemColumn]
) -> list[ItemColumn]:
    """A column "Action" that holds numbers only numbers the column "Intitulé" beside it."""
    apart: list[ItemColumn] = []
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
            apart.append(ItemColumn(beside, column.rank, column.word, column.index))
        elif cells and not all(lone):
            numbered = all(read_unmarked_number(text, *cell.span) for cell in cells)
            apart.append(replace(column, is_numbered=numbered))
    return apart


def _only_numbers(text: str, span: Span) -> bool:
    """Whether a cell holds a number alone, or a label without a title: "Action 10.1"."""
    label = read_label(text, *span)
    if label:
        return bool(label.number) and label.title_start >= span.end
    return is_number(text[span.start : span.end].strip())
