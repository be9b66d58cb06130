"""The typeset samples come out as their truths say: text, order, tables, notes, links."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from extractors.documents.pdf import read_pdf
from extractors.records import Document, Table
from tests.benchmarks.reading_quality import score, split_words

SAMPLES = sorted((Path(__file__).parents[3] / "pdfs" / "samples").glob("*.json"))
# the proper words are not in these files any more: the reader says so in `issues`
BROKEN = {"latex_lost_spaces", "reportlab_lost_spaces", "reportlab_lost_accents"}


@cache
def sample(role: str) -> tuple[Document, dict[str, Any]]:
    path = SAMPLES[0].with_name(f"{role}.json")
    return read_pdf(path.with_suffix(".pdf").read_bytes()), json.loads(path.read_text())


def with_trait(key: str) -> list[str]:
    return [
        path.stem
        for path in SAMPLES
        if key in json.loads(path.read_text()) and path.stem not in BROKEN
    ]


@pytest.fixture(autouse=True)
def without_recognition(monkeypatch: pytest.MonkeyPatch):
    """Scanned pages are not in the truths."""
    monkeypatch.setenv("PATH", "")


def test_words_and_order_over_all_samples():
    scores = [
        score(truth, document.running_text)
        for document, truth in map(sample, [p.stem for p in SAMPLES if p.stem not in BROKEN])
    ]
    assert mean(s.words for s in scores) >= 0.998
    assert mean(s.order for s in scores) >= 0.996
    assert min(s.words for s in scores) >= 0.975
    assert min(s.order for s in scores) >= 0.975


@pytest.mark.parametrize("role", with_trait("headers") + with_trait("page_numbers"))
def test_no_header_is_left_in_the_text(role: str):
    document, truth = sample(role)
    if len(document.pages) > 1:  # what stands on one page alone does not return
        assert score(truth, document.running_text).left == 0
        assert {aside.kind for aside in document.furniture} & {"header", "footer", "page_number"}


@pytest.mark.parametrize("role", with_trait("footnotes"))
def test_footnotes_stand_apart(role: str):
    document, truth = sample(role)
    notes = [document.cut(block.span) for block in document.blocks if block.kind == "footnote"]
    assert len(notes) == len(truth["footnotes"])
    for found, expected in zip(notes, truth["footnotes"], strict=True):
        assert "".join(split_words(found)) == "".join(split_words(expected))


@pytest.mark.parametrize("role", with_trait("rotated"))
def test_rotated_text_stands_apart(role: str):
    document, truth = sample(role)
    rotated = {aside.text for aside in document.furniture if aside.kind == "rotated"}
    for expected in truth["rotated"]:
        assert any(" ".join(split_words(expected)) == " ".join(split_words(r)) for r in rotated)


@pytest.mark.parametrize("role", with_trait("bookmarks"))
def test_bookmarks_are_kept(role: str):
    document, truth = sample(role)
    found = [[b.level, b.title, b.page] for b in document.bookmarks]
    assert found == truth["bookmarks"]


@pytest.mark.parametrize("role", with_trait("links"))
def test_links_are_kept_with_their_words(role: str):
    document, truth = sample(role)
    assert {link.url for link in document.links} == set(truth["links"])
    for link in document.links:
        assert link.box and link.page
        assert link.span is None or document.cut(link.span).strip()


@pytest.mark.parametrize("role", sorted(BROKEN))
def test_a_broken_text_layer_is_told(role: str):
    document, _ = sample(role)
    assert any("lost" in issue for issue in document.issues)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_word_has_its_place(path: Path):
    document, _ = sample(path.stem)
    for word in document.words:
        assert word.span.end > word.span.start
        assert 1 <= word.page <= len(document.pages)
    for line in document.lines:
        assert document.cut(line.span).strip()
    ends = [block.span.end for block in document.blocks]
    assert ends == sorted(ends)


# ruled by horizontal lines alone, with two narrow columns or a head beyond the rules
LOOSE_TABLES = {"chromium_mixed_brochure", "chromium_watermark", "reportlab_landscape_table"}


@pytest.mark.parametrize("role", sorted({*with_trait("tables")} - LOOSE_TABLES))
def test_tables_are_whole(role: str):
    """Also where they run over pages: each row once, the repeated header row once."""
    document, truth = sample(role)
    found = {(table.header_rows, rows_of(document, table)) for table in document.tables}
    for table in truth["tables"]:
        rows = tuple(
            tuple(" ".join(split_words(cell)) for cell in row if cell.strip())
            for row in table["rows"]
        )
        assert (table.get("header_rows", 0), rows) in found


def rows_of(document: Document, table: Table) -> tuple[tuple[str, ...], ...]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(" ".join(split_words(document.cut(cell.span))))
        assert cell.box and cell.page
    return tuple(map(tuple, rows))
