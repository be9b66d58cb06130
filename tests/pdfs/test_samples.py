"""The truths hold: what they tell is in the text layer of the PDFs beside them."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from tests.pdfs.sample import FOLDER

TRUTHS = sorted(FOLDER.glob("*.json"))
BROKEN = {"no accents"}
# spaces, hyphens and the signs that PDF workers give for a hyphen at a line's end
LOST = re.compile(r"[\s\-‐–—\u00ad\u0002\ufffe]|\.{4,}")


def _squash(text: str) -> str:
    return LOST.sub("", unicodedata.normalize("NFKC", text).replace("’", "'"))


def _text_layer(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_every_word_told_is_printed(path: Path):
    truth = json.loads(path.read_text("utf-8"))
    if BROKEN & set(truth.get("issues", ())):
        pytest.skip("its text layer is broken on purpose")
    printed = _squash(_text_layer(path.with_suffix(".pdf")))
    words = [word for block in truth["text"] for word in block.split() if _squash(word)]
    # a word that a page's end breaks has the footer in its middle
    missing = [word for word in words if _squash(word) not in printed]
    assert len(missing) <= len(words) / 200, missing


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_what_stands_beside_the_text_is_printed(path: Path):
    truth = json.loads(path.read_text("utf-8"))
    printed = _squash(_text_layer(path.with_suffix(".pdf")))
    kinds = ("headers", "footers", "page_numbers", "rotated", "footnotes")
    told = [text for kind in kinds for text in truth.get(kind, ())]
    if BROKEN & set(truth.get("issues", ())):
        told = [text for text in told if text.isascii()]
    assert [text for text in told if _squash(text) not in printed] == []
