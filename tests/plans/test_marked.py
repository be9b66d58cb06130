"""The marked documents are what their sources make, and consistent."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.plans.build import gold_text
from tests.plans.documents import MARKED, read_folder, source_of
from tests.plans.gold_faults import find_faults
from tests.plans.sources import Source, read_source

PLACES = sorted(path.parent for path in MARKED.glob("*/*/gold.json"))
SETS = {
    *("press_releases", "contracts", "roadmaps", "action_sheets"),
    *("tables", "progress_reports", "no_plan"),
}


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_document_is_what_its_source_makes(place: Path):
    source = read_source(source_of(place))
    text, gold = source.version()
    assert (place / "gold.json").read_text(encoding="utf-8") == gold_text(gold)
    assert not list(find_faults(gold))
    if source.format != "pdf":
        assert (place / f"document.{source.format}").read_text(encoding="utf-8") == text
    if source.pair:
        whole, lacking = gold, source.version(is_twin=True)[1]
        assert not list(find_faults(lacking))
        assert len(lacking["plan"]) < len(whole["plan"]) or lacking["claims"] != whole["claims"]


def test_a_folder_holds_what_belongs_to_its_document():
    for place in PLACES:
        gold = json.loads((place / "gold.json").read_text(encoding="utf-8"))
        source = source_of(place)
        expected = {"gold.json", source.name, f"document.{read_source(source).format}"}
        if gold["pair"] and "document.pdf" in expected:
            expected.add("twin.pdf")
        assert {path.name for path in place.iterdir()} == expected


def test_documents_are_many_and_stand_once_in_a_set():
    documents = read_folder(MARKED)
    assert len(documents) >= 276
    names = Counter(Path(document.name).stem for document in documents)
    assert names.most_common(1)[0][1] == 1
    assert {document.holds for document in documents} == SETS
    assert all(document.plan or document.holds == "no_plan" for document in documents)


MARKED_TEXT = """\
⟦claim k=axis s=2|Deux axes⟧.
Axe 1 : ⟦axis n=1 w=axe|Lire <b>plus</b>⟧, ⟦status of=1.1|engagée⟧
⟦drop|Axe 2 : ⟦axis n=2|Prêter⟧⟧⟦kept|Rien d'autre⟧
⟦action n=1.1 p=1 as="Ouvrir le soir"|Ouvrir<br>le soir⟧ ⟦lead|Ville⟧ ⟦deadline iso=2026-06|juin⟧
⟦target i=- v=0.5 b=10 d=increase c h=2027|⟦hide|de moitié⟧⟧
"""


def test_marks_are_taken_out_and_told():
    keys = {
        "form": "summary",
        "format": "html",
        "round": "1",
        "seen": "yes",
        "plan": "plan lecture",
    }
    source = Source(keys, MARKED_TEXT, ".html")
    text, gold = source.version()
    assert text.splitlines()[:2] == ["Deux axes.", "Axe 1 : Lire <b>plus</b>, engagée"]
    assert text.splitlines()[2] == "Axe 2 : Prêter"
    assert [(each["number"], each["parent"], each["title"]) for each in gold["plan"]] == [
        ("1", None, "Lire plus"),
        ("2", None, "Prêter"),
        ("1.1", "1", "Ouvrir le soir"),
    ]
    action = gold["plan"][-1]
    assert (action["leads"], action["deadline"], action["status"]) == (
        ["Ville"],
        "2026-06",
        "engagée",
    )
    (claim,) = gold["claims"]
    assert (claim["plan"], claim["stated"], claim["item"]) == ("plan lecture", 2, None)
    (target,) = gold["targets"]
    assert (target["item"], target["value"], target["baseline"]) == (None, 0.5, 10)
    assert (target["change"], target["horizon"]) == (True, "2027")
    lacking, told = source.version(is_twin=True)
    assert lacking.splitlines()[2] == "Rien d'autre"
    assert [each["number"] for each in told["plan"]] == ["1", "1.1"]
    assert told["complete"] is False
