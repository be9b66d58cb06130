"""The text that rules and networks read in a `Doc`'s stead, whatever typography its own has.

A `Doc` in; its text folded, character for character, so that places found in it hold in the doc's
own, and a doc of that text out. Knows no components.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractors.records import fold

_ROW_OF_SIGNS = re.compile(r"[^\w\s]{30,}")  # leaders, rules, rubbish


def plain_text(doc: Doc) -> str:
    """A doc's text with plain apostrophes, hyphens and spaces, and blanks for rows of signs."""
    return _ROW_OF_SIGNS.sub(lambda row: " " * len(row[0]), fold(doc.text))


def plain_doc(nlp: Language, doc: Doc, text: str) -> Doc:
    """A doc of the plain text, by the pipeline's tokenizer; the doc itself where it is that."""
    return doc if text == doc.text else nlp.tokenizer(text)


def copy_sentences(plain: Doc, doc: Doc) -> None:
    """Begin the doc's sentences where the plain one's begin."""
    starts = iter([*(sentence.start_char for sentence in plain.sents), len(doc.text)])
    next_start = next(starts)
    for token in doc:
        token.is_sent_start = begins = token.idx + len(token) > next_start
        while begins and token.idx + len(token) > next_start:
            next_start = next(starts)


def copy_entities(plain: Doc, doc: Doc) -> None:
    """Set the doc's entities where the plain one's are, on whole tokens."""
    spans = [
        cast(
            Span,
            doc.char_span(
                entity.start_char, entity.end_char, entity.label_, alignment_mode="expand"
            ),
        )
        for entity in cast(Iterable[Span], plain.ents)
    ]
    doc.set_ents(filter_spans(spans))
