"""A place in a document in, how its words are set out: size, weight, left edge, page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents.typography import is_bold
from extractors.records import Document, Span, Word

SAME_SIZE = 0.6  # points


@dataclass(frozen=True, slots=True)
class Look:
    """How a word is set: size in points, bold, left edge, page."""

    size: float
    bold: bool
    x0: float
    page: int

    def is_like(self, other: Look) -> bool:
        """Whether both are set alike, wherever they stand."""
        return abs(self.size - other.size) <= SAME_SIZE and self.bold == other.bold


def look_at(document: Document, offset: int) -> Look | None:
    """How the word at an offset is set; None where the format has no pages."""
    index = document.words.after(offset)
    if index >= len(document.words):
        return None
    return look_of(document.words[index])


def look_of(word: Word) -> Look:
    """How a word is set."""
    return Look(word.size, is_bold(word.font), word.box.x0, word.page)


def words_in(document: Document, span: Span) -> Iterator[Word]:
    """The words that begin before a span's end, from its start on."""
    for index in range(document.words.after(span.start), len(document.words)):
        word = document.words[index]
        if word.span.start >= span.end:
            return
        yield word
