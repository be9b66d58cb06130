"""A finding that breaks a rule costs itself; a document that can't be published, itself."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.datasets import assemble, found_rows
from extractors.datasets.document_rows import DocumentRows
from extractors.datasets.gate import assemble_checked
from extractors.extraction import Extraction
from extractors.records import PlanItem, Span
from tests.extractors.datasets.publishing import extraction_of, files_of, publish_all, raw_of
from tests.extractors.datasets.test_publish import read_csv

TEXT = "Axe 1 : Prévenir\nObjectif 2 : Former\nVacciner 80 %"
OTHER = "Axe 1 : Soigner\nRéduire de 80 %"


@pytest.fixture
def one() -> Extraction:
    return extraction_of(raw_of(TEXT), TEXT)


@pytest.fixture
def other() -> Extraction:
    return extraction_of(raw_of(OTHER), OTHER)


def published(output: Path, table: str, found: Extraction) -> list[dict[str, str]]:
    rows = read_csv(output / f"{table}.csv")
    return [row for row in rows if row.get("document_id") == found.raw.document_id]


def broken(found: Extraction, kind: str, **values: object) -> Extraction:
    """The extraction with one more finding of a kind, which breaks a rule."""
    findings = getattr(found, kind)
    return replace(found, **{kind: (*findings, replace(findings[0], **values))})


@pytest.mark.parametrize(
    ("kind", "table", "values"),
    [
        ("dates", "dates", {"grain": "decade"}),
        ("dates", "dates", {"confidence": math.nan}),
        ("dates", "dates", {"rule": None}),
        ("dates", "dates", {"span": Span(10**30, 10**30 + 1)}),
        ("targets", "targets", {"value": math.inf}),
        ("targets", "targets", {"horizon": "bientôt"}),
        ("targets", "targets", {"unit": "\ud83d"}),
        ("claims", "claims", {"stated": 10**30}),
        ("claims", "claims", {"qualifier": "exactly"}),
        ("organisations", "organisation_mentions", {"role": "friend"}),
        ("people", "people", {"confidence": "high"}),
    ],
)
def test_a_finding_costs_itself(kind: str, table: str, values, one, other, tmp_path: Path):
    publish_all([one, other], tmp_path / "healthy", on_request=["people"])
    bad = broken(one, kind, **values)
    publish_all([bad, other], tmp_path / "bad", on_request=["people"])
    for each in (one, other):
        rows = published(tmp_path / "bad", table, each)
        assert rows == published(tmp_path / "healthy", table, each)
    (document,) = published(tmp_path / "bad", "documents", one)
    assert document["status"] == "partial"
    assert f"1 of its {table} left out: " in document["issues"]
    (neighbour,) = published(tmp_path / "bad", "documents", other)
    assert (neighbour["status"], neighbour["issues"]) == ("ok", "")


def test_what_stood_under_an_item_goes_to_what_is_above(one, tmp_path: Path):
    lines = [Span(0, 16), Span(17, 36), Span(37, 50)]
    axis, action = one.items
    items = (
        replace(axis, span=lines[0]),
        PlanItem("objective", "2", lines[1], 0, math.nan, "rule", "objectif", "plan cancer"),
        replace(action, span=lines[2], parent=1),
    )
    owned = {
        kind: tuple(replace(each, item=item) for each in getattr(one, kind))
        for kind, item in {"dates": 1, "organisations": 2, "targets": 1}.items()
    }
    publish_all([replace(one, items=items, **owned)], tmp_path)
    assert published(tmp_path, "objectives", one) == []
    (axis_row,) = published(tmp_path, "axes", one)
    (action_row,) = published(tmp_path, "actions", one)
    assert action_row["parent_id"] == action_row["axis_id"] == axis_row["axis_id"]
    assert action_row["objective_id"] == ""
    assert [row["item_id"] for row in published(tmp_path, "dates", one)] == [""]
    (mention,) = published(tmp_path, "organisation_mentions", one)
    assert mention["item_id"] == action_row["action_id"]
    assert len(published(tmp_path, "item_places", one)) == 2


def test_an_organisation_goes_with_its_mentions(one, other, tmp_path: Path):
    (mention,) = one.organisations
    body = replace(mention.organisation, organisation_id="x", ror="none", name="Autre")
    bad = replace(one, organisations=(mention, replace(mention, organisation=body)))
    publish_all([bad, other], tmp_path)
    assert [row["mentions"] for row in read_csv(tmp_path / "organisations.csv")] == ["2"]
    assert len(published(tmp_path, "organisation_mentions", one)) == 1
    (row,) = published(tmp_path, "documents", one)
    assert "1 of its organisations left out: ror 'none' is not of its form" in row["issues"]


def test_a_kind_that_no_rows_can_be_made_of_costs_that_kind(one, tmp_path: Path):
    bad = replace(one, dates=(replace(one.dates[0], start="soon"),))
    publish_all([bad], tmp_path)
    assert published(tmp_path, "dates", one) == []
    for table in ("axes", "actions", "claims", "targets", "organisation_mentions"):
        assert published(tmp_path, table, one), table
    (row,) = published(tmp_path, "documents", one)
    assert "making its rows of dates failed (AttributeError" in row["issues"]


@pytest.mark.parametrize("blame", ["its rows", "nobody's"])
def test_a_document_that_cannot_be_published_costs_itself(
    blame: str, one, other, tmp_path: Path, monkeypatch
):
    """Even what only shows when the tables of all are made."""
    publish_all([other], tmp_path / "healthy")
    plan_items_of = assemble.plan_items_of

    def fail_for_one(given):
        if any(rows.document_id == one.raw.document_id and rows.items for rows in given):
            raise ZeroDivisionError("of a\nmatch")
        return plan_items_of(given)

    rows_of_plans = assemble.plan_rows

    def spoil(rows, given):
        for row in rows["dates"]:
            if row["document_id"] == one.raw.document_id:
                row["grain"] = "decade"
        return rows_of_plans(rows, given)

    if blame == "nobody's":
        monkeypatch.setattr(assemble, "plan_items_of", fail_for_one)
    else:
        monkeypatch.setattr(assemble, "plan_rows", spoil)
    for _ in range(2):
        publish_all([other, one], tmp_path / "bad")
        (row,) = published(tmp_path / "bad", "documents", one)
        assert row["status"] == "failed"
        assert "its rows can't be published" in row["issues"]
        for table in ("documents", "axes", "dates", "organisation_mentions", "claims"):
            rows = published(tmp_path / "bad", table, other)
            assert rows == published(tmp_path / "healthy", table, other)
        assert len(list((tmp_path / "bad" / "texts").iterdir())) == 1
    assert read_csv(tmp_path / "bad" / "runs.csv")[0]["failed"] == "1"


def test_two_that_only_fail_together_cost_one(one, other, monkeypatch):
    plan_items_of = assemble.plan_items_of

    def fail_for_two(given):
        if sum(bool(rows.items) for rows in given) > 1:
            raise ZeroDivisionError
        return plan_items_of(given)

    monkeypatch.setattr(assemble, "plan_items_of", fail_for_two)
    known = [
        (each.raw, DocumentRows(**json.loads(found_rows(each).encoded))) for each in (one, other)
    ]
    rows, lost = assemble_checked(known)
    assert list(lost) == [other.raw.document_id]
    assert {row["document_id"] for row in rows["axes"]} == {one.raw.document_id}
    assert len(rows["documents"]) == 2


def test_a_file_whose_name_is_no_text_is_listed(one, tmp_path: Path):
    odd = replace(one, raw=replace(one.raw, file="rapport \udce9t\udce9.pdf"))
    publish_all([odd], tmp_path)
    assert published(tmp_path, "documents", one)[0]["file"] == "rapport \\udce9t\\udce9.pdf"
    assert files_of(tmp_path)
