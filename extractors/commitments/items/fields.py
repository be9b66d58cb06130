"""A document's items and dates in, the labelled fields that tell of the items out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.commitments.items.attachment import ItemPlaces
from extractors.commitments.items.block_fields import find_block_fields
from extractors.commitments.items.table_fields import find_table_fields
from extractors.records import Field, Span


def find_fields(places: ItemPlaces, dates: Iterable[Span]) -> list[Field]:
    """The fields of tables, then those of blocks; those that tell of no item are left out."""
    return list(_owned(places, dates)) if places.items else []


def _owned(places: ItemPlaces, dates: Iterable[Span]) -> Iterator[Field]:
    in_tables = find_table_fields(places.document.folded, places.tables.values())
    in_blocks = find_block_fields(places.document, dates, places.titles)
    for found in chain(in_tables, in_blocks):
        owner = None if found.items else places.item_at(Span(found.at, found.at + 1))
        if found.items or owner is not None:
            yield found if owner is None else replace(found, items=(owner,))
