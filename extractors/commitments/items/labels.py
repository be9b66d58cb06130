"""A stretch of text in, the field of an action's sheet that it is the label of out, if any.

"Échéance", "Pilote(s)", "Partenaires associés", "Indicateurs de suivi", "État d'avancement": what
French action sheets, roadmaps and reports print before, above or over what they say of an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from extractors.french.field_labels import LABEL, read_lone_label
from extractors.records import FieldKind, Span

_ONE = re.compile(LABEL, re.IGNORECASE)
_LED = re.compile(rf"(?<![\w'’-])(?:{LABEL})\s?(?:\(s\))?\s?:", re.IGNORECASE)
_BOUNDARY = re.compile(r"(?:[|;.()•*▪●■◦→►✓/–—-]\s?|\n)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: where it stands, mark included, and what its field tells."""

    kinds: tuple[FieldKind, ...]
    span: Span


def find_led_labels(text: str, within: Span) -> Iterator[Label]:
    """The labels with a colon that open a stretch of the folded text, or a part of it.

    Inside, one begins with a capital or after a mark: "Échéance : 2025 | Pilote : INCa".
    """
    for match in _LED.finditer(text, within.start, within.end):
        before = text[max(within.start, match.start() - 3) : match.start()]
        if before.strip() and not text[match.start()].isupper() and not _BOUNDARY.search(before):
            continue
        kinds = read_lone_label(match[0])
        yield Label(kinds or (cast(FieldKind, match.lastgroup),), Span(*match.span()))


def read_opening_label(text: str, within: Span) -> Label | None:
    """The capitalised label, without a colon, that a line of two columns opens with."""
    match = _ONE.match(text, within.start, within.end)
    if match is None or match.end() >= within.end or text[match.end()] != " ":
        return None
    kind = cast(FieldKind, match.lastgroup)
    return Label((kind,), Span(*match.span())) if text[within.start].isupper() else None
