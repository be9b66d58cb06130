"""A document's tables with merged cells in, the candidates of those that lay out a plan out.

What the merged cells hold are the axes or objectives, what their rows hold the measures, where the
headers, the line above and the counts say so. Knows records; nothing of cells and their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.french.levels import PART, Rank, rank_of, word_of
from extractors.french.plan_context import OTHER_LIST
from extractors.outline.candidates import Candidate, title_span
from extractors.outline.entries import Entries
from extractors.outline.plan_forms import Evidence, Sign
from extractors.outline.plan_tables import PlanTables
from extractors.outline.plans import PlanNames
from extractors.records import Cell, Span
from extractors.structure import GroupedRows, Record, find_grouped_rows

_PART = re.compile(rf"\b{PART}\b", re.IGNORECASE)
_OTHERS = re.compile(r"autres\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
LINE_WORDS = 15  # of a line above a table that may say what it lists
LOOK_BACK = 2  # entries
MOST_NAME_WORDS = 40
MOST_UNNAMED = 0.2  # of the rows


class GroupedTables:
    """The tables whose merged cells group a plan's items."""

    def __init__(self, entries: Entries, plans: PlanNames, tables: PlanTables) -> None:
        """Find them by their evidence, but for those that name the columns of items."""
        self._entries = entries
        self._plans = plans
        weighed = [
            (rows, self._weigh(rows))
            for rows in find_grouped_rows(entries.document)
            if not tables.covers(rows.records[0].name.span.start)
        ]
        self._found = [(rows, evidence) for rows, evidence in weighed if evidence.is_enough]

    def covers(self, offset: int) -> bool:
        """Whether an offset lies in one of them."""
        return any(
            rows.records[0].groups[0].span.start <= offset < rows.records[-1].row.end
            for rows, _ in self._found
        )

    def find_candidates(self) -> Iterator[Candidate]:
        """The items of their groups and rows, each group before its rows."""
        for rows, evidence in self._found:
            ranks = self._ranks(rows)
            told: set[Span] = set()
            for record in rows.records:
                start = min(record.row.start, record.groups[-1].span.start)
                for cell, rank in zip((*record.groups, record.name), ranks, strict=True):
                    if cell.span not in told:
                        told.add(cell.span)
                        yield from self._candidate(rows, cell, rank, start, record, evidence)

    def _candidate(
        self,
        rows: GroupedRows,
        cell: Cell,
        rank: Rank,
        start: int,
        record: Record,
        evidence: Evidence,
    ) -> Iterator[Candidate]:
        title = title_span(self._entries.text, cell.span.start, cell.span.end, whole=True)
        if title.end <= title.start:
            return
        reach = record.row if cell is record.name else _reach(rows, cell)
        yield Candidate(
            rank, "", "", title, cell.span.start, evidence.confidence, "grouped_table",
            order=(start, int(rank)), row=reach,
        )  # fmt: skip

    def _ranks(self, rows: GroupedRows) -> list[Rank]:
        """The rank of each depth of groups, then that of the rows: measures are the lowest."""
        depth = len(rows.records[0].groups)
        named = self._words(rows.group_header)
        if depth > 1:
            return [Rank.AXIS, *[Rank.OBJECTIVE] * (depth - 1), Rank.ACTION]
        group = named[0] if named and named[0] < Rank.MEASURE else Rank.AXIS
        return [group, Rank.ACTION]

    def _words(self, cell: Cell | None) -> list[Rank]:
        """The ranks of the words for a plan's parts in a header."""
        if cell is None:
            return []
        found = _PART.finditer(self._entries.text, *cell.span)
        return [rank_of(word_of(match[0])) for match in found]

    def _weigh(self, rows: GroupedRows) -> Evidence:
        text = self._entries.text
        above = self._line_above(rows)
        headers = [cell.span for cell in (rows.group_header, rows.name_header) if cell]
        told = [*headers, *([rows.heading.span] if rows.heading else []), *above]
        signs: set[Sign] = set()
        groups, names = self._words(rows.group_header), self._words(rows.name_header)
        if rows.group_header and rows.name_header is rows.group_header:
            groups, names = groups[:1], groups[1:]
        if not headers:
            names = [rank_of(word_of(m[0])) for s in above for m in _PART.finditer(text, *s)]
        if any(rank >= Rank.MEASURE for rank in names):
            signs.add("named_parts")
        if any(rank < Rank.MEASURE for rank in groups):
            signs.add("named_groups")
        if self._is_counted(rows, groups):
            signs.add("counted")
        if any(self._plans.mentioned_in(span) for span in told):
            signs.add("plan_above")
        if self._plans.main:
            signs.add("plan")
        if 2 * sum(self._has_figure(record) for record in rows.records) > len(rows.records):
            signs.add("amounts")
        headed_otherwise = bool(headers) and not groups
        if headed_otherwise or self._is_other(told) or not self._are_names(rows.records):
            signs.add("other")
        return Evidence(frozenset(signs))

    def _line_above(self, rows: GroupedRows) -> list[Span]:
        """The heading or short line right above a table."""
        place = self._entries.place_at(rows.table.span.start)
        for back in range(place - 1, max(place - 1 - LOOK_BACK, -1), -1):
            entry = self._entries[back]
            if entry.is_heading or entry.words <= LINE_WORDS:
                return [] if entry.is_cell else [entry.span]
        return []

    def _is_counted(self, rows: GroupedRows, groups: Sequence[Rank]) -> bool:
        """Whether the document says that there are as many of what the groups are."""
        stated = {
            count.stated
            for count in self._entries.counts.within(0, len(self._entries.text))
            if count.rank in groups
        }
        return len(rows.groups_at(len(rows.records[0].groups) - 1)) in stated

    def _has_figure(self, record: Record) -> bool:
        return any(_FIGURE.search(self._entries.text, *cell.span) for cell in record.values)

    def _is_other(self, told: Sequence[Span]) -> bool:
        """Whether a header or the line above says that something else is listed."""
        texts = [self._entries.text[span.start : span.end] for span in told]
        return any(OTHER_LIST.search(text) or _OTHERS.match(text) for text in texts)

    def _are_names(self, records: Sequence[Record]) -> bool:
        """Whether what the rows are of are titles: words, and not too many of them."""
        texts = [self._entries.text[slice(*record.name.span)] for record in records]
        odd = sum(
            not any(map(str.isalpha, text)) or len(text.split()) > MOST_NAME_WORDS for text in texts
        )
        return odd <= MOST_UNNAMED * len(texts)


def _reach(rows: GroupedRows, group: Cell) -> Span:
    """From a group's cell to the end of its last row."""
    own = [record.row for record in rows.records if group in record.groups]
    return Span(min(group.span.start, own[0].start), own[-1].end)
