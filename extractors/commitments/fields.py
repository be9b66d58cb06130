"""What a field of an action's sheet is; no knowledge of where such fields stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.commitments.field_labels import FieldKind
from extractors.records import Span


@dataclass(frozen=True, slots=True)
class Field:
    """What a text says of an item under a label: one stretch or several, as for bullets.

    `at` is where the field stands, by which its item is found; `items` are the items that a
    table's row names itself.
    """

    kinds: tuple[FieldKind, ...]
    values: tuple[Span, ...]
    at: int
    items: tuple[int, ...] = ()
