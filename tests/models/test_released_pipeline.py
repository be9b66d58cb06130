"""The released pipeline loads by itself, is what its project assembles, and builds on others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from extractors.entities import MissingPipelineError, load_pipeline

MODELS = Path(__file__).parents[2] / "models"
RELEASED = MODELS / "fr_inca_plans"
TEXT = "L'Institut national du cancer agit d'ici 2030. Il a signé le COP 2021-2025.\n- 1 – Agir"


def test_it_loads_with_spacy_alone():
    code = (
        "import spacy; doc = spacy.load('models/fr_inca_plans')('INCa, le 4 février 2021');"
        "print([s.text for s in doc.spans['organisations']], [s.text for s in doc.spans['dates']])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=MODELS.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['INCa'] ['4 février 2021']"


def test_it_does_not_load_spacys_list_of_french_compounds():
    """A megabyte of hyphenated words, compiled at import: most of what starting once took."""
    code = (
        "import re, sys\ncompiled = []\nusual = re._compiler.compile\n"
        "def compile(pattern, flags=0):\n"
        "    compiled.append(len(pattern) if isinstance(pattern, str) else 0)\n"
        "    return usual(pattern, flags)\n"
        "re._compiler.compile = compile\n"
        "import spacy; nlp = spacy.load('models/fr_inca_plans')\n"
        "nlp('L’Île-de-France, le 4 février 2021.')\n"
        "print([name for name in sys.modules if name.startswith('spacy.lang.fr')], max(compiled))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=MODELS.parent, capture_output=True, text=True, check=True
    )
    modules, longest = done.stdout.rsplit(maxsplit=1)
    assert modules == "[]"
    assert int(longest) < 100_000


def test_what_loads_it_loads_neither_pdf_libraries_nor_pandas():
    code = (
        "import spacy, sys; spacy.load('models/fr_inca_plans');"
        "print({'pdfplumber', 'pypdfium2', 'pandas', 'trafilatura'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=MODELS.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


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


def test_it_builds_on_another_french_pipeline(tmp_path: Path):
    """An installed `fr_core_news_*` is loaded in the same way as this one from a folder."""
    other = spacy.blank("fr")
    other.add_pipe("sentencizer", name="another_sentencizer")
    other.to_disk(tmp_path / "fr_other")
    nlp = load_pipeline(str(tmp_path / "fr_other"))
    assert nlp.pipe_names == ["another_sentencizer", "inca_dates", "inca_organisations"]
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["organisations"]] == ["Institut national du cancer"]


def test_what_is_built_on_another_pipeline_may_be_kept(tmp_path: Path):
    spacy.blank("fr").to_disk(tmp_path / "fr_other")
    load_pipeline(str(tmp_path / "fr_other")).to_disk(tmp_path / "kept")
    text = "La start-up Zorvex de Jean Dupont rejoint l'Institut national du cancer."
    expected = load_pipeline(str(tmp_path / "fr_other"))(text)
    doc = spacy.load(tmp_path / "kept")(text)
    assert str(doc.spans["organisations"]) == str(expected.spans["organisations"])
    assert [str(entity) for entity in doc.ents] == [str(entity) for entity in expected.ents]


def test_it_refuses_what_is_missing_or_not_french(tmp_path: Path):
    with pytest.raises(MissingPipelineError, match="fr_core_news_absent"):
        load_pipeline("fr_core_news_absent")
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(MissingPipelineError, match="not French"):
        load_pipeline(str(tmp_path / "en"))
