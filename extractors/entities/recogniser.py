"""The statistical recogniser of persons, places and organisations, run only where it may add.

A `Doc` whose known names and dates are marked in; `doc.ents` on it out. Capitalised words that
neither the register nor a rule explains are open; the network, by far the most costly part of the
pipeline, reads a few words around each of them and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.entities.organisations.vocabulary import ANNOUNCES_BODY
from extractors.entities.policy_french import FUNCTION_WORDS, load_part
from extractors.french.phrases import phrases_of
from extractors.records import Span as TextSpan

WITHIN = 8  # tokens to each side of an open word: more than the network's view
SEPARATOR = "\n"

_SAID = phrases_of(__file__, minds_case=True, in_line=True)
# capitalised words that name no person, place or body by themselves
_NO_NAME = frozenset(
    "france république état etat europe plan président présidente cancer cancers stratégie santé"
    " gouvernement journal premier ministre national nationale programme français française"
    " françaises europe pr dr mme mmes m mm professeur docteur fax tél cedex institut recherche"
    " de la le les des du et au aux à en pour par sur dans axe action objectif mesure"
    " annexe".split()
)


class _Window(NamedTuple):
    """First and last token (excluded) of what the network reads around open words."""

    first: int
    end: int


class SelectiveRecogniser:
    """Runs a trained recogniser around open words only."""

    def __init__(self, trained: Language) -> None:
        """Take a spaCy pipeline that sets `doc.ents`, over the same vocabulary as the documents."""
        self._trained = trained

    def mark_open(
        self, docs: Sequence[Doc], texts: Sequence[str], explained: Iterable[Sequence[TextSpan]]
    ) -> None:
        """Set the documents' entities; the `explained` stretches of each need no reading."""
        windows = [open_windows(*each) for each in zip(docs, texts, explained, strict=True)]
        excerpts = [_excerpt(doc, found) for doc, found in zip(docs, windows, strict=True) if found]
        read = self._trained.pipe(excerpts)
        for doc, found in zip(docs, windows, strict=True):
            doc.set_ents(list(_entities(doc, found, next(read))) if found else [])

    def mark_all(self, docs: Sequence[Doc]) -> None:
        """Set the documents' entities from a reading of every word."""
        for doc in docs:
            whole = [_Window(0, len(doc))]
            doc.set_ents(list(_entities(doc, whole, self._trained(_excerpt(doc, whole)))))

    def to_disk(self, path: Path) -> None:
        """Write the trained pipeline, without the vocabulary and tokenizer of the one around it."""
        self._trained.to_disk(path, exclude=["vocab", "tokenizer"])

    @classmethod
    def from_disk(cls, path: Path, vocab: Vocab) -> SelectiveRecogniser:
        """Read back what `to_disk` wrote."""
        return cls(load_part(path, vocab))


def open_windows(doc: Doc, text: str, explained: Sequence[TextSpan]) -> list[_Window]:
    """The stretches of tokens around the words that nothing explains yet, none overlapping."""
    offsets = cast(NDArray[np.uint64], doc.to_array(["IDX"])).ravel()
    starts = np.array([span.start for span in open_words(text, explained)])
    windows: list[_Window] = []
    lines = [match.start() for match in re.finditer("\n", text)]
    line_tokens = np.searchsorted(offsets, lines, side="right") if lines else np.array([])
    open_tokens = np.searchsorted(offsets, starts, side="right") - 1 if len(starts) else ()
    for token in cast(Iterable[int], open_tokens):
        line = int(np.searchsorted(line_tokens, token, side="right"))
        low = int(line_tokens[line - 1]) if line else 0
        high = int(line_tokens[line]) if line < len(line_tokens) else len(doc)
        first, end = max(low, int(token) - WITHIN), min(high, int(token) + WITHIN + 1)
        if windows and first <= windows[-1].end:
            windows[-1] = _Window(windows[-1].first, max(end, windows[-1].end))
        else:
            windows.append(_Window(first, end))
    return windows


def open_words(text: str, explained: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The capitalised words outside the explained stretches that may belong to a name.

    Those are runs of several, not all of them common; a word alone is a name that rules would not
    know only where a common word before it announces a body.
    """
    run: list[TextSpan] = []
    for word in _unexplained(text, explained):
        if run and not _SAID["joins"].fullmatch(text, run[-1].end, word.start):
            yield from _open_in(text, run)
            run = []
        run.append(word)
    yield from _open_in(text, run)


def _open_in(text: str, run: Sequence[TextSpan]) -> Sequence[TextSpan]:
    """The words of a run, or none."""
    if all(_is_common(text, word) for word in run):
        return ()
    announced = run and ANNOUNCES_BODY.search(text, max(0, run[0].start - 20), run[0].start)
    return run if len(run) > 1 or announced else ()


def _unexplained(text: str, explained: Sequence[TextSpan]) -> Iterator[TextSpan]:
    position = 0
    explained = sorted(explained)
    for match in _SAID["capitalised"].finditer(text):
        start, end = match.span()
        while position < len(explained) and explained[position].end <= start:
            position += 1
        if position == len(explained) or explained[position].start >= end:
            yield TextSpan(start, end)


def _is_common(text: str, word: TextSpan) -> bool:
    """Whether a capitalised word names nothing by itself: "Plan", "Les", "Renforcer"."""
    lower = text[slice(*word)].lower()
    if lower in _NO_NAME or len(lower) < 2:
        return True
    before = text[max(0, word.start - 6) : word.start]
    if before and not _SAID["opens_sentence"].search(before):
        return False
    return lower in FUNCTION_WORDS or bool(_SAID["common_opening"].fullmatch(lower))


def _excerpt(doc: Doc, windows: Sequence[_Window]) -> Doc:
    """The windows' words as a document of their own, a line for each."""
    words: list[str] = []
    spaces: list[bool] = []
    for window in windows:
        for token in doc[window.first : window.end]:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        words.append(SEPARATOR)
        spaces.append(False)
    return Doc(doc.vocab, words=words, spaces=spaces)


def _entities(doc: Doc, windows: Sequence[_Window], excerpt: Doc) -> Iterator[Span]:
    """The excerpt's entities where they stand in the document."""
    position = 0
    entities = list(excerpt.ents)
    for window in windows:
        length = window.end - window.first
        for entity in entities:
            if position <= entity.start and entity.end <= position + length:
                first = window.first + entity.start - position
                yield Span(doc, first, first + len(entity), label=entity.label)
        position += length + 1
