"""The spaCy component that makes lines begin sentences.

A `Doc` whose sentence starts are set within lines in; the same with a start at every line out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

# typed by hand: spaCy's own decorator loses the type of what it decorates
Factory = Callable[[Callable[..., Any]], Callable[..., Any]]
factory = cast(Callable[[str], Factory], Language.factory)


@factory("inca_lines")
def make_lines(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The factory "inca_lines"."""
    return start_sentences_at_lines


def start_sentences_at_lines(doc: Doc) -> Doc:
    """A line begins a sentence, with its bullet or number: headings and items have no full stop."""
    opening = True
    for token in doc:
        if "\n" in token.text:
            token.is_sent_start = False
            opening = True
        elif opening:
            token.is_sent_start = doc[token.i - 1].text.strip() == "" if token.i else True
            opening = token.is_punct
    return doc
