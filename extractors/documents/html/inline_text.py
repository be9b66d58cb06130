"""Pieces of inline text in, a block's text with the places of its links out.

Spaces collapse as they do in a browser, from piece to piece too.
"""

from __future__ import annotations

from extractors.documents.typography import squeeze_spaces
from extractors.records import Span

LATEST_PIECES = 8


class InlineText:
    """The text of a block while it is gathered; a link may go on from block to block."""

    def __init__(self) -> None:
        """Start with nothing and outside of any link."""
        self._pieces: list[str] = []
        self._length = 0
        self._ends_in_space = True  # so that no text begins with one
        self._link: int | None = None
        self._link_start = 0
        self._links: list[tuple[int, Span]] = []

    @property
    def latest(self) -> str:
        """The last of what is gathered so far."""
        return "".join(self._pieces[-LATEST_PIECES:])

    def add(self, piece: str | None) -> None:
        """Add a piece as it stands in the source."""
        text = squeeze_spaces(piece) if piece else ""
        if self._ends_in_space:
            text = text.removeprefix(" ")
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._ends_in_space = text.endswith(" ")

    def begin_link(self, number: int) -> None:
        """What is added from here on is the text of a link."""
        self.end_link()
        self._link = number
        self._link_start = self._length

    def end_link(self) -> None:
        """What is added from here on is no link's text."""
        self._note_link()
        self._link = None

    def _note_link(self) -> None:
        if self._link is not None and self._length > self._link_start:
            self._links.append((self._link, Span(self._link_start, self._length)))

    def take(self) -> tuple[str, list[tuple[int, Span]]]:
        """The text and the places of its links in it; from here on, gather anew."""
        self._note_link()
        whole = "".join(self._pieces)
        text = whole.rstrip()
        links: list[tuple[int, Span]] = []
        for number, span in self._links:
            printed = whole[span.start : span.end]
            start = span.start + len(printed) - len(printed.lstrip())
            end = min(len(text), span.end - len(printed) + len(printed.rstrip()))
            if start < end:
                links.append((number, Span(start, end)))
        self._pieces.clear()
        self._links.clear()
        self._length = self._link_start = 0
        self._ends_in_space = True
        return text, links
