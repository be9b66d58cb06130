"""What may be an item of a plan: one place in the text where its title stands.

Types and the rules for where a title ends, shared by all that finds candidates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.french.levels import Rank
from extractors.french.phrases import phrases_of
from extractors.french.sentences import sentence_ends
from extractors.outline.counts import without_own_counts
from extractors.records import Span

_SAID = phrases_of(__file__)
LEADERS = re.compile(r"(?:\s?[.…·_]){3,}\s*\d{0,3}\s*$")
_FOOTNOTE_CALL = re.compile(r"(?<=[a-zà-ÿ]{3})[¹²³⁴-⁹]+$")  # not of "km²"
_FINAL = " .;:,-\t\n"
_QUOTES = {"«": "»", "“": "”", '"': '"'}
REST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a plan's item may be named.

    `start` is where its label or mark begins, `title` the span of its title. `order` puts it among
    the others: a table's row holds an axis before its actions, in whatever order its columns are.
    `closed_at` is where what stands under it must end, None where the next items tell. `level` is
    that of the heading it is, `announced_at` that of the heading that announces it, 0 if none.
    """

    rank: Rank
    word: str
    number: str
    title: Span
    start: int
    confidence: float
    rule: str
    plan: str = ""
    order: tuple[int, int] = (0, 0)
    closed_at: int | None = None
    level: int = 0
    announced_at: int = 0
    row: Span | None = None

    @property
    def place(self) -> tuple[int, int, int]:
        """The key to sort by: of several in one cell, too, the first comes first."""
        order = self.order if self.order != (0, 0) else (self.start, int(self.rank))
        return *order, self.start


def title_span(text: str, start: int, end: int, whole: bool = False) -> Span:
    """The title that begins at `start`: without final punctuation and explaining parenthesis.

    Where more sentences follow in the same block it is the first one; `whole` keeps them all.
    """
    title = text[start:end]
    if after := _SAID["after_title"].search(title):
        title = title[: after.start()]
    if not whole:
        for mark in sentence_ends(title, 0, len(title)):
            if title[mark.start] == "." and len(title[mark.end :].split()) >= REST_WORDS:
                title = title[: mark.start]
                break
    title = shorten(title)
    opened = start + len(title) - len(_without_opened_quote(title))
    title = _without_closed_quote(_without_opened_quote(title))
    return Span(opened, opened + len(title))


def _without_opened_quote(title: str) -> str:
    """A title without the mark that opens a quotation of more than it: a list in guillemets."""
    closing = _QUOTES.get(title[:1])
    return title[1:].lstrip() if closing and closing not in title[1:] else title


def _without_closed_quote(title: str) -> str:
    """A title without the mark that ends a quotation which began before it."""
    for opening, closing in _QUOTES.items():
        if title.endswith(closing) and opening not in title[:-1]:
            return shorten(title[:-1])
    return title


def shorten(title: str) -> str:
    """A title without final punctuation, what explains it in brackets, and leaders to a page."""
    title = without_own_counts(LEADERS.sub("", title).rstrip(_FINAL))
    while title != (
        shorter := _SAID["tag"].sub("", _SAID["trailing_parenthesis"].sub("", title.rstrip(_FINAL)))
    ):
        title = _FOOTNOTE_CALL.sub("", shorter)
    return title


def begins_like_title(title: str) -> bool:
    """Whether a title begins as one does: "L'action 3 prévoit" and "Axe 2 et axe 3" do not."""
    return bool(title) and (title[0].isupper() or title[0].isdigit() or title[0] in "«\"'([")
