"""The shipped organisation register keeps to its format; its build merges, guards and refuses."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

MODELS = Path(__file__).parents[2] / "models"
REGISTER = MODELS / "assets" / "organisations.jsonl"
BUILD = MODELS / "scripts" / "build_register.py"
KEYS = (
    "name acronyms aliases ambiguous preferred cues type country region from to successor ror "
    "wikidata"
).split()
TYPES = set(
    "government agency hospital research university association foundation company fund network "
    "learned_society insurer regional_agency international institution".split()
)


def record(ror: str, *names: tuple[str, str | None, list[str]], **others: Any) -> dict[str, Any]:
    return {
        "ror": f"https://ror.org/{ror}",
        "names": [{"value": v, "lang": lang, "types": types} for v, lang, types in names],
        "countries": ["FR"],
        "types": ["facility"],
        "status": "active",
        "wikidata": None,
    } | others


SAMPLE = [
    record(
        "00aaaaa01",
        ("National Office of Tests", None, ["ror_display"]),
        ("Office national  des essais", "fr", ["label"]),
        ("ONE", None, ["acronym"]),
        wikidata="Q1",
    ),
    record("00aaaaa02", ("Virologie et santé", None, ["ror_display"]), ("VES", None, ["acronym"])),
    record("00aaaaa03", ("Immersion (France)", None, ["ror_display"]), types=["company"]),
    record("00aaaaa04", ("Institut des tests de Lyon", None, ["ror_display"]),
           ("TESTS", None, ["acronym"]), types=["nonprofit"]),
    record("00aaaaa05", ("Institut des tests de Lille", None, ["ror_display"]),
           ("TESTS", None, ["acronym"]), ("Centre hospitalier", None, ["alias"]),
           types=["nonprofit"]),
    record("00aaaaa06", ("Institut disparu", None, ["ror_display"]), status="withdrawn"),
]  # fmt: skip
BODIES = """
[[group]]
type = "agency"
country = "FR"
[group.bodies]
"Office national des essais" = { ror = "00aaaaa01", acronyms = ["ONE"], from = 2001 }
"Agence des mesures" = { acronyms = ["ADM"] }
"Association des mesures" = { acronyms = ["ADM"], type = "association" }
[[family]]
type = "regional_agency"
country = "FR"
name = "Agence de mesure {place}"
aliases = ["AM {of}"]
[family.members]
"Ardennes" = { of = "des Ardennes" }
"Indre" = {}
"""
RULE = """
[ADM]
default = "Agence des mesures"
[ADM.candidates]
"Agence des mesures" = []
"Association des mesures" = ["bénévoles"]
"""
CURATION = 'ordinary_words = ["essai"]\n[left_out]\n'


def build(
    folder: Path, rules: str = RULE, bodies: str = BODIES
) -> subprocess.CompletedProcess[str]:
    (folder / "bodies").mkdir(exist_ok=True)
    (folder / "bodies" / "all.toml").write_text(bodies, encoding="utf-8")
    (folder / "ambiguous.toml").write_text(rules, encoding="utf-8")
    (folder / "curation.toml").write_text(CURATION, encoding="utf-8")
    ror = folder / "ror.jsonl"
    ror.write_text("".join(json.dumps(line) + "\n" for line in SAMPLE), encoding="utf-8")
    output = folder / "organisations.jsonl"
    return subprocess.run(
        [sys.executable, BUILD, ror, "--assets", folder, "--output", output],
        capture_output=True,
        text=True,
        check=False,
    )


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def shipped() -> list[dict[str, Any]]:
    return read(REGISTER)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("register")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return {row["name"]: row for row in read(folder / "organisations.jsonl")}


def test_lines_keep_to_the_format(shipped: list[dict[str, Any]]):
    for row in shipped:
        assert list(row) == [key for key in KEYS if key in row], row["name"]
        assert row["type"] in TYPES, row["name"]
        assert re.fullmatch(r"[A-Z]{2}|", row["country"]), row["name"]
        assert all(row[key] for key in row if key not in ("name", "type", "country"))
        named = [row["name"], *row.get("acronyms", []), *row.get("aliases", [])]
        assert len(set(named)) == len(named), row["name"]
        assert set(row.get("ambiguous", [])) <= set(named), row["name"]
        assert set(row.get("preferred", [])) <= set(named), row["name"]
        for name in named:
            assert name == " ".join(name.split()) and "’" not in name, name


def test_lines_are_sorted_and_the_file_stays_small(shipped: list[dict[str, Any]]):
    names = [row["name"] for row in shipped]
    assert names == sorted(names)
    assert REGISTER.stat().st_size <= 4_000_000


def test_ids_are_well_formed_and_unique(shipped: list[dict[str, Any]]):
    rors = [row["ror"] for row in shipped if "ror" in row]
    assert all(re.fullmatch(r"https://ror\.org/0[a-z0-9]{6}\d\d", ror) for ror in rors)
    assert len(set(rors)) == len(rors)
    wikidata = [row["wikidata"] for row in shipped if "wikidata" in row]
    assert all(re.fullmatch(r"Q\d+", item) for item in wikidata)


def test_no_name_points_to_two_organisations_without_a_rule(shipped: list[dict[str, Any]]):
    owners: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(shipped):
        ambiguous = set(row.get("ambiguous", []))
        for acronym in row.get("acronyms", []):
            if acronym not in ambiguous:
                owners[acronym].add(number)
        for name in (row["name"], *row.get("aliases", [])):
            if name not in ambiguous:
                owners[name.lower().replace("-", " ")].add(number)
    shared = {name: len(found) for name, found in owners.items() if len(found) > 1}
    assert not shared


def test_successors_are_in_the_register(shipped: list[dict[str, Any]]):
    names = {row["name"] for row in shipped}
    lost = {row["successor"] for row in shipped if "successor" in row} - names
    assert not lost


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("INCa", "Institut national du cancer"),
        ("HAS", "Haute Autorité de santé"),
        ("Fondation ARC", "Fondation ARC pour la recherche sur le cancer"),
        ("Ligue contre le cancer", "Ligue nationale contre le cancer"),
        ("CNAMTS", "Caisse nationale de l'assurance maladie des travailleurs salariés"),
        ("MSA", "Mutualité sociale agricole"),
        ("ARS Auvergne-Rhône-Alpes", "Agence régionale de santé Auvergne-Rhône-Alpes"),
        ("CHU de Nantes", "Centre hospitalier universitaire de Nantes"),
        ("CLB", "Centre Léon Bérard"),
        ("ITMO Cancer d'Aviesan", "Institut thématique multi-organismes Cancer d'Aviesan"),
    ],
)
def test_key_bodies_go_by_their_names(shipped: list[dict[str, Any]], name: str, canonical: str):
    owners = [
        row["name"]
        for row in shipped
        if name in (row["name"], *row.get("acronyms", []), *row.get("aliases", []))
        and name not in row.get("ambiguous", [])
    ]
    assert owners == [canonical]


def test_a_body_gets_the_names_and_ids_of_its_ror_record(built: dict[str, dict[str, Any]]):
    body = built["Office national des essais"]
    assert body["ror"] == "https://ror.org/00aaaaa01"
    assert body["wikidata"] == "Q1"
    assert body["aliases"] == ["National Office of Tests"]
    assert "ambiguous" not in body, "what the hand-made table says of an acronym stands"


def test_weak_names_of_ror_are_ambiguous(built: dict[str, dict[str, Any]]):
    assert built["Virologie et santé"]["ambiguous"] == ["Virologie et santé", "VES"]
    assert built["Immersion (France)"]["ambiguous"] == ["Immersion"]
    assert "aliases" not in built["Institut des tests de Lille"], "generic names are dropped"
    assert "Institut disparu" not in built


def test_names_shared_by_ror_records_are_guarded_for_all(built: dict[str, dict[str, Any]]):
    for town in ("Lyon", "Lille"):
        assert built[f"Institut des tests de {town}"]["ambiguous"] == ["TESTS"]


def test_a_rule_chooses_between_bodies(built: dict[str, dict[str, Any]]):
    assert built["Agence des mesures"]["preferred"] == ["ADM"]
    assert built["Association des mesures"]["ambiguous"] == ["ADM"]
    assert built["Association des mesures"]["cues"] == ["bénévoles"]


def test_families_fill_in_places(built: dict[str, dict[str, Any]]):
    assert built["Agence de mesure Ardennes"]["aliases"] == ["AM des Ardennes"]
    assert built["Agence de mesure Indre"]["aliases"] == ["AM d'Indre"]


def test_same_input_same_bytes(tmp_path: Path):
    build(tmp_path)
    first = (tmp_path / "organisations.jsonl").read_bytes()
    build(tmp_path)
    assert (tmp_path / "organisations.jsonl").read_bytes() == first


def test_a_clash_without_rule_stops_the_build(tmp_path: Path):
    done = build(tmp_path, rules="")
    assert done.returncode != 0
    assert "ADM: Agence des mesures / Association des mesures" in done.stderr
    assert "ambiguous.toml" in done.stderr


def test_an_unknown_ror_id_stops_the_build(tmp_path: Path):
    done = build(tmp_path, bodies=BODIES.replace("00aaaaa01", "00zzzzz09"))
    assert done.returncode != 0
    assert "Office national des essais: 00zzzzz09 is not in the ROR file" in done.stderr


def test_figures_are_printed(shipped: list[dict[str, Any]]):
    done = subprocess.run(
        [sys.executable, BUILD, "--figures"], capture_output=True, text=True, check=True
    )
    assert f"organisations  {len(shipped)}" in done.stdout
    assert f"with ROR       {sum('ror' in row for row in shipped)}" in done.stdout
