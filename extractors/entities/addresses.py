"""Folded text in, its web and mail addresses and file names out: no name or date stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.records import Span

REACH = 300  # characters to each side of what shows an address; none is longer
_ENDING = r"\.(?:pdf|docx?|xlsx?|csv|pptx?|html?|jpe?g|png|zip|fr|org|com|eu|net)\b"
_HINT = re.compile(rf"://|www\.|@|#|{_ENDING}", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?<!\w)[@#]\w+|[\w./-]*\w{_ENDING}(?:/\S*)?",
    re.IGNORECASE,
)


def find_addresses(text: str) -> Iterator[Span]:
    """Every address and file name of a text, in order."""
    end = 0
    for hint in _HINT.finditer(text):
        if hint.start() < end:
            continue
        left = max(end, hint.start() - REACH)
        before = text[left : hint.start()].split()
        if before and not text[hint.start() - 1].isspace():
            left = hint.start() - len(before[-1])
        else:
            left = hint.start()
        after = text[hint.start() : hint.start() + REACH].split(None, 1)
        right = hint.start() + (len(after[0]) if after else 0)
        yield from (Span(*match.span()) for match in _ADDRESS.finditer(text, left, right))
        end = right
