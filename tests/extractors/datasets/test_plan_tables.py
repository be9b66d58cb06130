"""Whole documents with plans: what belongs to their items, as an analyst reads it in the tables."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from extractors.extraction import extract_all
from extractors.media_types import media_type_of
from extractors.records import RawDocument
from tests.benchmarks.commitment_quality import SORTS, compare
from tests.conftest import Tables, extract_into
from tests.lasting_processes import LastingProcesses
from tests.plans.documents import read_gold
from tests.plans.typeset.catalogue import DOCUMENTS

ROADMAP = """<!doctype html><html lang="fr"><head><title>Feuille de route cancer 2022-2026</title>
</head><body><main><h1>Feuille de route cancer 2022-2026</h1>
<p>La feuille de route cancer 2022-2026 compte 2 axes, au moins 3 actions.</p>
<table><tr><th>Axe</th><th>Action</th><th>Échéance</th><th>Pilote</th><th>Partenaires</th>
<th>Indicateur</th><th>Avancement</th></tr>
<tr><td rowspan="2">Axe 1 : Prévenir</td><td>1.1 Vacciner 80 % des collégiens d'ici 2030</td>
<td rowspan="2">fin 2024</td><td>DGS</td><td>Rectorats, Santé publique France</td>
<td>Nombre d'élèves vaccinés</td><td>En cours</td></tr>
<tr><td>1.2 Étendre les espaces sans tabac</td><td>INCa et DGS</td><td>–</td>
<td>Nombre d'espaces</td><td>Terminée</td></tr>
<tr><td>Axe 2 : Soigner</td><td>2.1 Ouvrir des consultations</td><td>1er semestre 2025</td>
<td>DGOS</td><td>Unicancer</td><td>Délai d'accès ; Part des patients reçus</td>
<td>Non démarrée</td></tr></table>
<p>L'action 2.1 a été lancée en retard.</p></main></body></html>
"""

SHEETS = """Plan cancer 2014-2019

Le plan cancer 2014-2019 est bâti sur deux objectifs et près de 4 actions.

Objectif 1 : Prévenir
Cet objectif se décline en 3 actions.

Action 1.1 : Former les équipes
Pilote : Haute Autorité de santé | Échéance : juin 2016

Sous-action 1.1.a : Rédiger un guide
Sous-action 1.1.b : Diffuser le guide

Action 1.2 : Aider les fumeurs (réalisée)
Délai : 2015-2017
Porteur : INCa, Ligue nationale contre le cancer
Une première campagne a été lancée à l'automne dans toutes les régions.

Objectif 2 : Soigner

Action 2.1 : Réduire le délai d'accès à l'IRM de 35 à 20 jours d'ici fin 2018
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def cells(table: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    return list(table[list(columns)].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def roadmap(lasting: LastingProcesses, tmp_path_factory) -> Tables:
    folder = tmp_path_factory.mktemp("roadmap")
    return extract_into(folder / "output", write(folder, "feuille.html", ROADMAP))


@pytest.fixture(scope="module")
def sheets(lasting: LastingProcesses, tmp_path_factory) -> Tables:
    folder = tmp_path_factory.mktemp("sheets")
    return extract_into(folder / "output", write(folder, "plan.txt", SHEETS))


def test_columns_of_a_table(roadmap):
    assert cells(roadmap["actions"], "number", "deadline_start", "deadline_end", "status") == [
        ("1.1", "2024-10-01", "2024-12-31", "en cours"),
        ("1.2", "2024-10-01", "2024-12-31", "réalisée"),
        ("2.1", "2025-01-01", "2025-06-30", "non engagée"),
    ]
    assert cells(roadmap["actions"], "leads", "partners", "indicators") == [
        ("DGS", "Rectorats ; Santé publique France", "Nombre d'élèves vaccinés"),
        ("INCa ; DGS", "", "Nombre d'espaces"),
        ("DGOS", "Unicancer", "Délai d'accès ; Part des patients reçus"),
    ]


def test_mentions_in_columns_have_the_role_and_the_item_of_their_row(roadmap):
    actions = dict(zip(roadmap["actions"]["number"], roadmap["actions"]["action_id"], strict=True))
    mentions = roadmap["organisation_mentions"]
    leads = cells(mentions[mentions["role"] == "lead"], "text", "item_id")
    assert ("DGOS", actions["2.1"]) in leads
    assert ("INCa", actions["1.2"]) in leads
    partners = cells(mentions[mentions["role"] == "partner"], "text", "item_id")
    assert ("Unicancer", actions["2.1"]) in partners
    dates = roadmap["dates"]
    deadlines = cells(dates[dates["role"] == "deadline"], "text", "item_id")
    assert ("1er semestre 2025", actions["2.1"]) in deadlines


def test_a_target_in_a_title(roadmap):
    (target,) = roadmap["targets"].to_dict("records")
    actions = roadmap["actions"].set_index("action_id")
    assert actions.loc[target["item_id"], "number"] == "1.1"
    assert (target["value"], target["unit"], target["horizon"]) == ("80.0", "%", "2030")
    assert target["indicator"] == ""


def test_stated_sizes_and_the_plan(roadmap):
    claims = roadmap["claims"]
    assert cells(claims, "kind", "stated", "qualifier", "found", "agrees") == [
        ("axis", "2", "exact", "2", "true"),
        ("action", "3", "more", "3", "true"),
    ]
    (plan,) = roadmap["plans"].to_dict("records")
    assert (plan["period"], plan["documents"]) == ("2022-2026", "1")
    assert (plan["axes"], plan["objectives"], plan["actions"]) == ("2", "0", "3")
    for name in ("axes", "actions", "claims"):
        assert set(roadmap[name]["plan_id"]) == {plan["plan_id"]}
    assert list(roadmap["documents"]["status"]) == ["ok"]


def test_fields_of_sheets(sheets):
    by_number = sheets["actions"].set_index("number")
    assert by_number.loc["1.1", "leads"] == "Haute Autorité de santé"
    assert by_number.loc["1.1", "deadline_end"] == "2016-06-30"
    assert by_number.loc["1.2", "leads"] == "INCa ; Ligue nationale contre le cancer"
    assert by_number.loc["1.2", "deadline_start"] == "2015-01-01"
    assert by_number.loc["1.2", "status"] == "réalisée"
    assert by_number.loc["2.1", "deadline_end"] == "2018-12-31"


def test_sub_actions_have_their_action_above_them(sheets):
    actions = sheets["actions"].set_index("number")
    objectives = sheets["objectives"].set_index("number")
    part = actions.loc["1.1.a"]
    assert part["parent_id"] == actions.loc["1.1", "action_id"]
    assert part["action_id"] != part["parent_id"]
    assert part["objective_id"] == objectives.loc["1", "objective_id"]
    assert actions.loc["1.1", "parent_id"] == part["objective_id"]
    assert objectives.loc["1", "parent_id"] == ""


def test_a_tree_short_of_its_own_words_is_partial(sheets):
    claims = sheets["claims"]
    assert cells(claims, "kind", "stated", "qualifier", "found", "agrees") == [
        ("objective", "2", "exact", "2", "true"),
        ("action", "4", "about", "3", "true"),
        ("action", "3", "exact", "2", "false"),
    ]
    objective = sheets["objectives"].set_index("number").loc["1", "objective_id"]
    assert list(claims["item_id"]) == ["", "", objective]
    (document,) = sheets["documents"].to_dict("records")
    assert document["status"] == "partial"
    assert document["issues"] == (
        "states 3 actions of objective 1 of plan cancer 2014-2019, 2 found: see claims.csv"
    )


def test_every_place_that_names_an_item_is_kept(extract_tables, tmp_path: Path):
    summary = """# Plan cancer 2014-2019

Sommaire

- Axe 1 : Prévenir mieux

## Axe 1 : Prévenir mieux les cancers

Le tabac reste la première cause évitable, et la moitié des fumeurs souhaite arrêter.

## Annexe

| Axe | Budget |
|---|---|
| Axe 1 : Prévenir mieux les cancers | 3 M€ |
"""
    tables = extract_tables(write(tmp_path, "plan.md", summary))
    (axis,) = tables["axes"].to_dict("records")
    places = tables["item_places"]
    assert set(places["item_id"]) == {axis["axis_id"]}
    assert int(axis["places"]) == len(places)
    assert list(places["is_main"]).count("true") == 1
    (main,) = places[places["is_main"] == "true"].to_dict("records")
    assert (main["title"], main["char_start"]) == (axis["title"], axis["char_start"])


@pytest.mark.parametrize("name", ["table-repeated", "regional-scheme", "report-table"])
def test_what_is_printed_is_found_on_its_item(name: str, nlp, workers, tmp_path: Path):
    """Deadlines, leads, partners, indicators and statuses of a typeset plan, against its gold."""
    (document,) = (each for each in DOCUMENTS if each.name == name)
    document.write(tmp_path)
    (expected,) = read_gold(tmp_path / f"{name}.json")
    path = str(tmp_path / f"{name}.pdf")
    raw = RawDocument(path, f"{name}.pdf", "a" * 64, media_type_of(path), "files")
    (extraction,) = extract_all([raw], nlp, workers)
    tally = compare(expected, extraction)
    for sort in SORTS[:-1]:
        assert tally.right[sort] >= 0.98 * tally.expected[sort], tally.faults
        assert tally.found[sort] - tally.right[sort] <= 0.05 * tally.found[sort], tally.faults


def test_one_plan_in_two_documents(extract_tables, tmp_path: Path):
    report = ROADMAP.replace("Étendre les espaces", "Étendre des espaces").replace(
        "<h1>Feuille", "<p>Rapport de suivi, mars 2024.</p><h1>Feuille"
    )
    one, other = write(tmp_path, "un.html", ROADMAP), write(tmp_path, "deux.html", report)
    tables = extract_tables(one, other)
    (plan,) = tables["plans"].to_dict("records")
    assert (plan["documents"], plan["actions"]) == ("2", "3")
    actions = tables["actions"]
    assert actions["action_id"].nunique() == 6
    assert actions["plan_item_id"].nunique() == 3
    turned = extract_tables(other, one)
    pd.testing.assert_frame_equal(turned["actions"], actions)
