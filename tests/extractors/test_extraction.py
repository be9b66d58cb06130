"""What becomes of a document in which a stage can't do its work."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractors.documents.text import read_text
from extractors.entities.pipeline import LONGEST_TEXT
from extractors.extraction import find_in
from extractors.records import RawDocument
from extractors.stages import Stages

PLAN = "Plan cancer 2021-2025\n\nAxe 1 : Prévenir\n\nAxe 2 : Soigner\n\nD'ici 2025, l'INCa agit.\n"
RAW = RawDocument("plan.txt", "plan.txt", "ab" * 32, "text/plain", "files")


@pytest.fixture
def limited(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Language:
    """The pipeline, for texts that are as long as the plan's at most."""
    assert nlp.max_length == LONGEST_TEXT
    monkeypatch.setattr(nlp, "max_length", len(read_text(PLAN.encode()).text))
    return nlp


def test_a_text_of_the_greatest_length_is_read_whole(limited: Language):
    found = find_in(RAW, read_text(PLAN.encode()), limited, Stages())
    assert (found.status, found.issues) == ("ok", ())
    assert found.dates and found.organisations


def test_a_longer_text_keeps_all_but_what_is_recognised(limited: Language):
    """In words of ours, with both lengths and what to do: spaCy's own say "[E088]"."""
    document = read_text(PLAN.replace("agit.", "agit bien.").encode())
    found = find_in(RAW, document, limited, Stages())
    assert found.status == "partial"
    assert found.issues == (
        f"recognising dates and organisations failed (its text has {len(document.text):,} "
        f"characters, and {limited.max_length:,} is the most: split it into several files): its "
        "text and all else that was found are kept",
    )
    assert found.document == document
    assert [document.cut(item.span) for item in found.items] == ["Prévenir", "Soigner"]
