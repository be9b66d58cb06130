"""`time` elements in, named entries of a document's metadata out.

Values stay as they are written: what they mean is for those to say who know dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml.html import HtmlElement

from extractors.documents.typography import collapse_spaces

LONGEST_LABEL = 60
_WEEKDAY = re.compile(
    r"(?:(?:le|on)?\s*)(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\w+day)?", re.IGNORECASE
)
_EDGES = " :,;|–—-•·("


class Times:
    """A page's times by what is printed beside them."""

    def __init__(self) -> None:
        """Start with none."""
        self._entries: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._term = ""

    @property
    def entries(self) -> Mapping[str, str]:
        """Values of the attribute `datetime`, else the printed text, under "time: <label>".

        The label is what stands before the time in its block ("time: Mis à jour le"), else the
        term that it defines, else the words before its own first digit, else the class of the time
        or of what holds it; "time" where there is none of these. A second time of the same label
        is "… (2)".
        """
        return self._entries

    def note(self, term: HtmlElement) -> None:
        """Remember a `dt`: the time in its `dd` has no other label."""
        self._term = _label_from(collapse_spaces(term.text_content()))

    def add(self, element: HtmlElement, before: str) -> None:
        """Add a time that stands in its block after some text."""
        printed = collapse_spaces(element.text_content())
        value = collapse_spaces(element.get("datetime", "")) or printed
        if not value:
            return
        own, digit, _ = re.split(r"(\d|$)", printed, maxsplit=1)
        label = (
            _label_from(before)
            or self._term_of(element)
            or _label_from(own if digit else "")
            or _class_of(element)
        )
        name = f"time: {label}" if label else "time"
        self._counts[name] += 1
        count = self._counts[name]
        self._entries[name if count == 1 else f"{name} ({count})"] = value

    def _term_of(self, element: HtmlElement) -> str:
        return self._term if next(element.iterancestors("dd"), None) is not None else ""


def _label_from(text: str) -> str:
    """The last words of a text before a time; none where they are only a weekday."""
    last = re.split(r"[\d.;|•·(]", text)[-1].strip(_EDGES)
    return "" if len(last) > LONGEST_LABEL or _WEEKDAY.fullmatch(last) else last


def _class_of(element: HtmlElement) -> str:
    parent = element.getparent()
    classes = element.get("class", "").split()
    if not classes and parent is not None:
        classes = parent.get("class", "").split()
    return classes[0] if classes else ""
