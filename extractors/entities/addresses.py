"""Folded text in, its web and mail addresses and file names out: no name or date stands in them."""

from __future__ import annotations

import re

from extractors.records import Span

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?<!\w)[@#]\w+"
    r"|[\w./-]*\w\.(?:pdf|docx?|xlsx?|csv|pptx?|html?|jpe?g|png|zip|fr|org|com|eu|net)\b(?:/\S*)?",
    re.IGNORECASE,
)


def find_addresses(text: str) -> list[Span]:
    """Every address and file name of a text, in order."""
    return [Span(*match.span()) for match in ADDRESS.finditer(text)]
