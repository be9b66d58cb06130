"""The released pipeline loads by itself, is what its project assembles, and builds on others."""

from __future__ import annotations

import json
import os
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


def test_sentences_dates_and_organisations():
    doc = spacy.load(RELEASED)(TEXT)
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "L'Institut national du cancer agit d'ici 2030.",
        "Il a signé le COP 2021-2025.",
        "- 1 – Agir",
    ]
    assert [span.text for span in doc.spans["dates"]] == ["2030", "2021-2025"]
    assert [span.text for span in doc.spans["organisations"]] == ["Institut national du cancer"]


def flat(path: Path) -> list[str]:
    """The strings of a JSON file, whatever holds them."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return content if isinstance(content, list) else [*map(str, content["punct_chars"])]


def test_its_own_command_assembles_the_same_again(tmp_path: Path):
    again = tmp_path / "again"
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    assemble = ["-m", "spacy", "assemble", "configs/rules.cfg", str(again)]
    for command in (assemble, ["scripts/describe.py", str(again)]):
        subprocess.run(
            [sys.executable, *command], cwd=MODELS, env=environment, check=True, capture_output=True
        )
    files = [path.relative_to(RELEASED) for path in RELEASED.rglob("*") if path.is_file()]
    assert len(files) > 5
    for file in files:
        if file.name in ("strings.json", "sentencizer.json"):  # spaCy writes sets, in any order
            assert sorted(flat(again / file)) == sorted(flat(RELEASED / file))
        else:
            assert (again / file).read_bytes() == (RELEASED / file).read_bytes(), file


def test_it_builds_on_another_french_pipeline(tmp_path: Path):
    """An installed `fr_core_news_*` is loaded in the same way as this one from a folder."""
    other = spacy.blank("fr")
    other.add_pipe("sentencizer", name="another_sentencizer")
    other.to_disk(tmp_path / "fr_other")
    nlp = load_pipeline(str(tmp_path / "fr_other"))
    assert nlp.pipe_names == ["another_sentencizer", "inca_dates", "inca_organisations"]
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["organisations"]] == ["Institut national du cancer"]


def test_it_refuses_what_is_missing_or_not_french(tmp_path: Path):
    with pytest.raises(MissingPipelineError, match="fr_core_news_absent"):
        load_pipeline("fr_core_news_absent")
    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(MissingPipelineError, match="not French"):
        load_pipeline(str(tmp_path / "en"))
