"""The real document, from both of its forms: what an analyst reads in the tables."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest

from tests.conftest import Tables, extract_into
from tests.lasting_processes import LastingProcesses

AXES = [
    (
        "1",
        "Poursuivre l'effort de structuration de la cancérologie et coordonner encore plus "
        "efficacement l'ensemble des actions de lutte contre les cancers",
    ),
    (
        "2",
        "Améliorer la capacité d'anticipation et d'innovation de l'Institut national du cancer "
        "pour une plus grande diffusion, et accompagner les évolutions",
    ),
    (
        "3",
        "Inscrire le service rendu comme principe des missions de l'Institut national du cancer",
    ),
    (
        "4",
        "Réaffirmer le positionnement de l'Institut national du cancer notamment en tant "
        "qu'agence d'expertise sur la scène nationale, européenne et internationale, ses valeurs "
        "et son ouverture à l'ensemble des parties prenantes",
    ),
    ("5", "Renforcer la performance et l'efficacité de l'Institut"),
]

DATES = {
    ("27 avril 2022", "2022-04-27", "2022-04-27", "day", "on", "publication"),
    ("2021-2025", "2021-01-01", "2025-12-31", "period", "during", "plan_name"),
    ("2021-2030", "2021-01-01", "2030-12-31", "period", "during", "plan_name"),
    ("4 février 2021", "2021-02-04", "2021-02-04", "day", "on", "event"),
    ("9 août 2004", "2004-08-09", "2004-08-09", "day", "on", "legal"),
}

ORGANISATIONS = {
    "Institut national du cancer": "Institut national du cancer",
    "ministère des Solidarités et de la Santé": "Ministère des Solidarités et de la Santé",
    "ministère de l'Enseignement Supérieur, de la Recherche et de l'Innovation": (
        "Ministère de l'Enseignement supérieur, de la Recherche et de l'Innovation"
    ),
}


class Extracted:
    """An output folder, and the tables in it."""

    def __init__(self, output: Path, *paths: Path) -> None:
        self.output = output
        self.tables: Tables = extract_into(output, *paths)


@pytest.fixture(scope="module")
def from_pdf(lasting: LastingProcesses, press_release_pdf: Path, tmp_path_factory) -> Extracted:
    return Extracted(tmp_path_factory.mktemp("pdf"), press_release_pdf)


@pytest.fixture(scope="module")
def from_text(lasting: LastingProcesses, press_release_text: Path, tmp_path_factory) -> Extracted:
    return Extracted(tmp_path_factory.mktemp("text"), press_release_text)


@pytest.fixture(scope="module")
def from_both(
    lasting: LastingProcesses, press_release_pdf: Path, press_release_text: Path, tmp_path_factory
) -> Extracted:
    return Extracted(tmp_path_factory.mktemp("both"), press_release_pdf, press_release_text)


@pytest.fixture(params=["pdf", "text"])
def extracted(request: pytest.FixtureRequest) -> Extracted:
    return request.getfixturevalue(f"from_{request.param}")


def test_document(extracted: Extracted):
    (document,) = extracted.tables["documents"].to_dict("records")
    assert document["title"] == (
        "L'Institut national du cancer publie son contrat d'objectifs et de performance "
        "2021-2025, signé par ses ministres de tutelle"
    )
    assert document["document_type"] == "communique"
    assert document["published_on"] == "2022-04-27"
    assert document["language"] == "fr"
    assert document["status"] == "ok"
    assert document["pages"] == ("2" if document["file"].endswith(".pdf") else "")


def test_five_axes_in_order(extracted: Extracted):
    tables = extracted.tables
    axes = tables["axes"]
    assert list(zip(axes["number"], axes["title"], strict=True)) == AXES
    assert tables["objectives"].empty
    assert tables["actions"].empty


def test_dates(extracted: Extracted):
    dates = extracted.tables["dates"]
    columns = ["text", "start", "end", "grain", "bound", "role"]
    assert set(dates[columns].itertuples(index=False, name=None)) == DATES


def test_organisations(extracted: Extracted):
    tables = extracted.tables
    mentions = tables["organisation_mentions"]
    assert dict(zip(mentions["text"], mentions["name"], strict=True)) == ORGANISATIONS
    assert set(mentions[mentions["role"] == "signatory"]["text"]) == set(list(ORGANISATIONS)[1:])
    assert set(tables["organisations"]["name"]) == set(ORGANISATIONS.values())


def test_claims(extracted: Extracted):
    claims = extracted.tables["claims"]
    assert set(claims["plan"]) == {"contrat d'objectifs et de performance 2021-2025"}
    columns = ["kind", "stated", "found", "agrees"]
    assert set(claims[columns].itertuples(index=False, name=None)) == {
        ("axis", "5", "5", "true"),
        ("objective", "24", "0", "false"),
    }


TEXT_COLUMN = {"axes": "title", "dates": "text", "organisation_mentions": "text"}


def test_a_size_only_mentioned_is_no_fault(extracted: Extracted):
    """The press release lists its five axes, and only says how many objectives there are."""
    tables = extracted.tables
    assert list(tables["documents"]["status"]) == ["ok"]
    (plan,) = tables["plans"].to_dict("records")
    assert (plan["name"], plan["axes"], plan["objectives"]) == (
        "contrat d'objectifs et de performance 2021-2025",
        "5",
        "0",
    )
    assert set(tables["claims"]["plan_id"]) == set(tables["axes"]["plan_id"]) == {plan["plan_id"]}


def test_both_forms_give_the_same_plan_items(from_both: Extracted):
    axes = from_both.tables["axes"]
    assert axes["plan_item_id"].nunique() == 5
    assert axes["axis_id"].nunique() == 10


def test_offsets_cut_exactly_the_text(extracted: Extracted):
    tables = extracted.tables
    checked = 0
    for name, column in TEXT_COLUMN.items():
        for row in tables[name].to_dict("records"):
            text_file = extracted.output / "texts" / f"{row['document_id']}.txt"
            text = text_file.read_text(encoding="utf-8")
            assert text[int(row["char_start"]) : int(row["char_end"])] == row[column]
            checked += 1
    assert checked == 5 + 7 + 9


def test_boxes_enclose_the_words(from_pdf: Extracted, press_release_pdf: Path):
    tables = from_pdf.tables
    checked = 0
    with pdfplumber.open(press_release_pdf) as pdf:
        for name, column in TEXT_COLUMN.items():
            for row in tables[name].to_dict("records"):
                box = tuple(map(float, row["bbox"].split()))
                inside = pdf.pages[int(row["page"]) - 1].within_bbox(box).extract_text()
                assert row[column].split()[0] in inside
                for word in row[column].split():
                    assert word in inside, f"{word!r} of {row[column]!r} is outside its box"
                checked += 1
    assert checked == 5 + 7 + 9


def test_boxes_hug_the_words(from_pdf: Extracted):
    """A box around a whole page would enclose any word: one line's finding is one line high."""
    dates = from_pdf.tables["dates"]
    (published,) = dates[dates["role"] == "publication"]["bbox"]
    x0, top, x1, bottom = map(float, published.split())
    assert 5 < bottom - top < 15
    assert 40 < x1 - x0 < 100


def test_both_forms_in_one_run_keep_their_own_rows(from_both: Extracted):
    tables = from_both.tables
    assert len(tables["documents"]) == 2
    assert len(tables["axes"]) == 10
    assert tables["axes"]["axis_id"].is_unique
    (institute,) = tables["organisations"].query("acronym == 'INCa'").to_dict("records")
    assert (institute["documents"], institute["mentions"]) == ("2", "14")
    assert institute["ror"] == "https://ror.org/03m8vkq32"
