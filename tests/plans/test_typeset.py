"""The typeset practice documents: their gold is in them, and they are the same each time."""

from __future__ import annotations

import io
import re
from functools import cache

import pdfplumber
import pytest

from tests.plans.typeset.catalogue import DOCUMENTS
from tests.plans.typeset.document import Document
from tests.plans.typeset.press import Press

BY_NAME = {document.name: document for document in DOCUMENTS}
# of each form a short document in one column
READ = (
    "press-release-numbered summary-chapters full-plan-regional table-repeated regional-figures"
    " contract-prose report-table"
).split()


@cache
def set_document(name: str) -> tuple[bytes, Press]:
    return BY_NAME[name].set()


def read_pdf(content: bytes) -> str:
    """All that the PDF says, line by line and then cell by cell, without spaces."""
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        lines = [page.extract_text() for page in pdf.pages]
        tables = [table for page in pdf.pages for table in page.extract_tables()]
    cells = [cell for table in tables for row in table for cell in row if cell]
    return re.sub(r"[^\S|]+", "", "|".join([" ".join(lines), *cells]))


@pytest.mark.parametrize("name", READ)
def test_gold_is_printed(name: str) -> None:
    content, press = set_document(name)
    text, gold = read_pdf(content), press.gold
    printed = [item["title"] for item in gold.items] + [aim["text"] for aim in gold.targets]
    assert [words for words in printed if re.sub(r"\s+", "", words) not in text] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_parents_exist(document: Document) -> None:
    press = document.tell()
    names = {name for item in press.gold.items for name in (item["number"], item["title"])}
    assert {item["parent"] for item in press.gold.items} - {None} <= names
    referred = [*press.gold.claims, *press.gold.targets]
    assert {entry["item"] for entry in referred} - {None} <= names


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_one_item_is_missing(document: Document) -> None:
    if document.missing:
        whole, left = document.tell().gold, document.tell(lost=True).gold
        assert len(left.items) < len(whole.items)
        assert left.claims == whole.claims
        assert not left.complete


def test_same_bytes_each_time() -> None:
    assert BY_NAME["table-repeated"].set()[0] == set_document("table-repeated")[0]
