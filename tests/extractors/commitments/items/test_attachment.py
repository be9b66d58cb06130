"""Which item a place in the text belongs to."""

from __future__ import annotations

from extractors.commitments.items.attachment import ItemPlaces
from extractors.records import Block, Document, ItemPlace, PlanItem, Span

DOCUMENT = Document("x" * 200, (Block("paragraph", Span(0, 200)),))


def places_of(*items: PlanItem) -> ItemPlaces:
    return ItemPlaces(DOCUMENT, items)


def item(kind, parent, title, *reaches):
    places = tuple(ItemPlace(Span(*title), Span(*reach), "test") for reach in reaches)
    return PlanItem(kind, "", Span(*title), parent, 0.9, "test", places=places)


def test_a_title_goes_before_any_section():
    places = places_of(item("axis", None, (0, 10), (0, 30)), item("action", 0, (40, 50), (5, 60)))
    assert places.item_at(Span(2, 4)) == 0
    assert places.item_at(Span(6, 9)) == 0
    assert places.item_at(Span(12, 14)) == 0
    assert places.item_at(Span(35, 36)) == 1
    assert places.item_at(Span(60, 62)) is None


def test_the_innermost_section_and_the_deepest_of_equal_ones():
    row = (20, 40)
    places = places_of(
        item("axis", None, (0, 5), (0, 100), row),
        item("objective", 0, (22, 24), row),
        item("action", 1, (26, 28), row),
    )
    assert places.item_at(Span(30, 32)) == 2
    assert places.item_at(Span(45, 48)) == 0
    assert places.item_at(Span(22, 23)) == 1


def test_a_parent_that_is_told_of_later():
    places = places_of(item("action", 1, (0, 2), (0, 20)), item("axis", None, (3, 4), (0, 20)))
    assert places.item_at(Span(10, 11)) == 0
    assert places.depths == [1, 0]


def test_no_items_no_place():
    assert places_of().item_at(Span(0, 3)) is None
