"""Tables drawn in many looks are read cell by cell; what only looks like a table is none."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from extractors.documents.pdf import read_pdf
from tests.benchmarks.table_quality import pairs_of, read_here
from tests.pdfs.table_cases import TableCase, expected_cells, make_cases

# how many cases of a kind come out whole, at least, and how many pairs of cells may be wrong in all
WHOLE = {
    "grid": 8,
    "rects": 8,
    "path": 8,
    "dashed": 8,
    "dots": 8,
    "double": 8,
    "gaps": 8,
    "tiles": 8,
    "open sides": 8,
    "rows only": 7,
    "three rules": 5,
    "bands": 5,
    "head": 5,
    "bare": 4,
    "over pages": 21,
    "among text": 12,
    "traps": 17,
}
WRONG = {"three rules": 5, "over pages": 4}


@cache
def cases_of_kinds() -> dict[str, list[TableCase]]:
    kinds: dict[str, list[TableCase]] = {}
    for case in make_cases():
        kinds.setdefault(case.kind, []).append(case)
    return kinds


@pytest.mark.parametrize("kind", WHOLE)
def test_cells_stand_beside_their_neighbours(kind: str):
    whole: list[str] = []
    wrong: Counter[str] = Counter()
    for case in cases_of_kinds()[kind]:
        expected = pairs_of([expected_cells(table) for table in case.tables])
        found = pairs_of(read_here(case.pdf))
        whole += [case.name] if found == expected else []
        wrong[case.name] += (found - expected).total()
    assert len(whole) >= WHOLE[kind], sorted({c.name for c in cases_of_kinds()[kind]} - {*whole})
    assert wrong.total() <= WRONG.get(kind, 0), +wrong


@pytest.mark.parametrize("kind", sorted({*WHOLE} - {"bare", "three rules", "over pages", "traps"}))
def test_headings_are_told_from_rows(kind: str):
    for case in cases_of_kinds()[kind]:
        found = [table.header_rows for table in read_pdf(case.pdf).tables]
        assert found == [table.header_rows for table in case.tables], case.name
