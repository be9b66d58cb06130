"""The spaCy component that parts sentences: lines by rules, running text by a trained network.

A `Doc` of any typography in, the same with its sentences out. In a text with lines, headings and
items stand apart and a full stop tells the rest; in running text only a network tells a heading
from what follows it, and it costs ten times as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline.senter import senter_score  # pyright: ignore[reportUnknownVariableType]
from spacy.tokens import Doc
from spacy.training import Example

from extractors.entities.lines import start_sentences_at_lines
from extractors.entities.plain_docs import copy_sentences, plain_doc, plain_text
from extractors.entities.policy_french import load_part

# typed by hand: spaCy's own decorator loses the type of what it decorates
Factory = Callable[[Callable[..., Any]], Callable[..., Any]]
factory = cast(Callable[[str], Factory], Language.factory)


class SentenceParter:
    """Parts the sentences of a document; without a trained segmenter, by rules alone."""

    def __init__(self, nlp: Language) -> None:
        """No segmenter yet: `initialize` or `from_disk` brings one."""
        self._nlp = nlp
        self._segmenter: Language | None = None

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Any]] | None = None,
        *,
        nlp: Language | None = None,
        segmenter: str = "",
    ) -> None:
        """Take the segmenter of a trained pipeline's folder."""
        if segmenter:
            self._segmenter = load_part(Path(segmenter), self._nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Set the document's sentences."""
        text = plain_text(doc)
        if not self._segmenter or "\n" in text:
            return start_sentences_at_lines(doc, text)
        plain = plain_doc(self._nlp, doc, text)
        start_sentences_at_lines(self._segmenter(plain), text)
        if plain is not doc:
            copy_sentences(plain, doc)
        return doc

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """How many sentences are right, for `spacy evaluate`."""
        return cast(dict[str, Any], senter_score(examples))

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the segmenter, without the vocabulary and tokenizer that it shares."""
        if self._segmenter:
            self._segmenter.to_disk(path, exclude=["vocab", "tokenizer"])

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> SentenceParter:
        """Read back what `to_disk` wrote."""
        if Path(path).exists():
            self._segmenter = load_part(Path(path), self._nlp.vocab)
        return self


@factory("inca_sentences")
def make_sentences(nlp: Language, name: str) -> SentenceParter:
    """The factory "inca_sentences"."""
    return SentenceParter(nlp)
