"""Reads the policy texts with their sentence ends: the text, and where its sentences begin."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.training import Example

from extractors.records import fold

HERE = Path(__file__).parent
LINE_BREAK = "⏎"


def read_texts(folder: Path = HERE) -> Iterator[tuple[str, str, list[int]]]:
    """Name, folded text and the offsets of its sentences, one file after the other."""
    for path in sorted(folder.glob("*.txt")):
        text, starts = "", list[int]()
        for line in path.read_text(encoding="utf-8").splitlines():
            starts.append(len(text))
            text += line.replace(LINE_BREAK, "\n") if line.endswith(LINE_BREAK) else line + " "
        yield path.stem, fold(text.rstrip()), starts


def sentence_examples(nlp: Language, folder: Path = HERE) -> Iterator[Example]:
    """The texts as examples for `nlp.evaluate`."""
    for _, text, starts in read_texts(folder):
        gold = nlp.make_doc(text)
        wanted = set(starts)
        for token in gold:
            token.is_sent_start = token.idx in wanted
        yield Example(nlp.make_doc(text), gold)
