"""The released pipeline loads by itself, is what its project assembles, and builds on others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

from extractors.entities import MissingPipelineError, load_pipeline

MODELS = Path(__file__).parents[2] / "models"
RELEASED = MODELS / "fr_inca_plans"
TEXT = "L'Institut national du cancer agit d'ici 2030. Il a signé le COP 2021-2025.\n- 1 – Agir"


LOADED_ALONE = """
import json, re, sys
compiled = []
usual = re._compiler.compile
def compile(pattern, flags=0):
    compiled.append(len(pattern) if isinstance(pattern, str) else 0)
    return usual(pattern, flags)
re._compiler.compile = compile
import spacy
doc = spacy.load("models/fr_inca_plans")("INCa d’Île-de-France, le 4 février 2021")
spans = {key: [span.text for span in doc.spans[key]] for key in ("organisations", "dates")}
json.dump({"spans": spans, "modules": [*sys.modules], "longest": max(compiled)}, sys.stdout)
"""


@pytest.fixture(scope="module")
def loaded_alone() -> dict[str, Any]:
    """What a fresh Python that loads it with spaCy finds, imports and compiles."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED_ALONE], cwd=MODELS.parent, capture_output=True, check=True
    )
    return json.loads(done.stdout)


def test_it_loads_with_spacy_alone(loaded_alone: dict[str, Any]):
    assert loaded_alone["spans"]["dates"] == ["4 février 2021"]
    assert loaded_alone["spans"]["organisations"] == ["INCa"]


def test_it_does_not_load_spacys_list_of_french_compounds(loaded_alone: dict[str, Any]):
    """A megabyte of hyphenated words, compiled at import: most of what starting once took."""
    assert not [name for name in loaded_alone["modules"] if name.startswith("spacy.lang.fr")]
    assert loaded_alone["longest"] < 100_000


def test_what_loads_it_loads_neither_pdf_libraries_nor_pandas(loaded_alone: dict[str, Any]):
    heavy = {"pdfplumber", "pypdfium2", "pandas", "trafilatura"}
    assert not heavy & set(loaded_alone["modules"])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L’Île-de-France", ["L’", "Île-de-France"]),
        ("aujourd'hui, dit-il", ["aujourd'hui", ",", "dit", "-il"]),
        ("A-t-elle vu l'AP-HP ?", ["A", "-t-elle", "vu", "l'", "AP-HP", "?"]),
        ("M. Dupont (2021-2025).", ["M.", "Dupont", "(", "2021", "-", "2025", ")", "."]),
        ("50% de www.cancer.fr/a-b.", ["50", "%", "de", "www.cancer.fr/a-b", "."]),
        ("Sommaire" + "." * 60 + "12", ["Sommaire", "." * 60, "12"]),
    ],
)
def test_tokens(text: str, tokens: list[str]):
    assert [token.text for token in spacy.blank("fr_inca")(text)] == tokens


def test_sentences_dates_and_organisations():
    doc = spacy.load(RELEASED)(TEXT)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "L'Institut national du cancer agit d'ici 2030.",
        "Il a signé le COP 2021-2025.",
        "- 1 – Agir",
    ]
    assert [span.text for span in doc.spans["dates"]] == ["2030", "2021-2025"]
    assert [span.text for span in doc.spans["organisations"]] == ["Institut national du cancer"]


def test_it_holds_the_register_of_the_assets():
    released = RELEASED / "inca_organisations" / "register.jsonl"
    assets = MODELS / "assets" / "organisations.jsonl"
    read = [
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (released, assets)
    ]
    assert read[0] == read[1]


def test_it_names_its_corpora_licences_and_scores():
    meta = json.loads((RELEASED / "meta.json").read_text(encoding="utf-8"))
    card = (RELEASED / "README.md").read_text(encoding="utf-8")
    assert {source["license"] for source in meta["sources"]} == {
        "LGPL-LR",
        "CC BY-SA 4.0",
        "CC0 1.0",
    }
    for source in meta["sources"]:
        assert source["url"] in card
    for score in meta["performance"].values():
        assert 0 < score <= 1
        assert str(score) in card


def test_it_is_small_enough_for_git():
    sizes = [path.stat().st_size for path in RELEASED.rglob("*") if path.is_file()]
    assert sum(sizes) <= 25_000_000


@pytest.fixture(scope="module")
def another(tmp_path_factory) -> str:
    """The folder of another French pipeline."""
    folder = tmp_path_factory.mktemp("another") / "fr_other"
    other = spacy.blank("fr")
    other.add_pipe("sentencizer", name="another_sentencizer")
    other.to_disk(folder)
    return str(folder)


def test_it_builds_on_another_french_pipeline(another: str):
    """An installed `fr_core_news_*` is loaded in the same way as this one from a folder."""
    nlp = load_pipeline(another)
    assert nlp.pipe_names == ["another_sentencizer", "inca_dates", "inca_organisations"]
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["organisations"]] == ["Institut national du cancer"]


def test_what_is_built_on_another_pipeline_may_be_kept(another: str, tmp_path: Path):
    load_pipeline(another).to_disk(tmp_path / "kept")
    text = "La start-up Zorvex de Jean Dupont rejoint l'Institut national du cancer."
    expected = load_pipeline(another)(text)
    doc = spacy.load(tmp_path / "kept")(text)
    assert str(doc.spans["organisations"]) == str(expected.spans["organisations"])
    assert [str(entity) for entity in doc.ents] == [str(entity) for entity in expected.ents]


def test_it_refuses_what_is_missing_or_not_french(tmp_path: Path):
    with pytest.raises(MissingPipelineError, match="fr_core_news_absent"):
        load_pipeline("fr_core_news_absent")
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(MissingPipelineError, match="not French"):
        load_pipeline(str(tmp_path / "en"))
