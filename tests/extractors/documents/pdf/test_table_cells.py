"""The cells that rules and areas enclose are those that pdfplumber's table finder makes of them."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from pdfplumber import table as plumber
from pdfplumber.utils import rect_to_edges

from extractors.documents.pdf.file.drawings import Drawings
from extractors.documents.pdf.tables.cells import SNAP, find_cell_groups


def as_object(box: tuple[float, float, float, float]) -> dict[str, Any]:
    x0, top, x1, bottom = box
    size = {"width": x1 - x0, "height": bottom - top, "y0": -bottom, "y1": -top, "doctop": top}
    orientation = "h" if x1 - x0 >= bottom - top else "v"
    return {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "orientation": orientation} | size


def groups_of_plumber(drawings: Drawings) -> list[list[Any]]:
    edges = [as_object(rule) for rule in drawings.rules]
    for area in drawings.areas:
        edges += rect_to_edges(as_object(area))
    merged = plumber.merge_edges(edges, *[SNAP] * 4)
    crossings = plumber.edges_to_intersections(merged, SNAP, SNAP)
    cells = plumber.intersections_to_cells(crossings)
    return [list(group) for group in plumber.cells_to_tables(cells)]


def scatter(random: Random) -> Drawings:
    """Rules and areas on a grid that is never met exactly, with gaps near what may be joined."""
    step, count = random.choice([5, 9, 20, 50]), random.randint(2, 7)
    off = random.choice([0.0, 0.4, 1.0, 2.0])

    def place() -> float:
        return random.randint(0, count) * step + random.uniform(-off, off)

    def stretch() -> tuple[float, float]:
        start, end = sorted((place(), place()))
        return start, end

    drawings = Drawings()
    for _ in range(random.randint(2, 30)):
        at, (start, end) = place(), stretch()
        drawings.rules.append((at, start, at, end))
        at, (start, end) = place(), stretch()
        drawings.rules.append((start, at, end, at))
    for _ in range(random.choice([0, 0, 1, 6])):
        (x0, x1), (top, bottom) = stretch(), stretch()
        drawings.areas.append((x0, top, x1, bottom))
    return drawings


def test_cells_are_those_of_pdfplumber() -> None:
    found = 0
    for seed in range(300):
        drawings = scatter(Random(seed))
        groups = find_cell_groups(drawings, ())
        assert groups == groups_of_plumber(drawings), seed
        found += len(groups)
    assert found > 200


@pytest.mark.parametrize(("gap", "groups"), [(SNAP - 0.5, 1), (SNAP + 0.5, 0)])
def test_edges_are_joined_over_small_gaps_alone(gap: float, groups: int) -> None:
    drawings = Drawings(rules=[(0, y, 100, y) for y in (0, 20, 40)])
    drawings.rules += [(x, 0, x, 20 - gap) for x in (0, 100)]
    drawings.rules += [(x, 20 + gap, x, 40) for x in (0, 100)]
    drawings.rules[1] = (0, 20, 40, 20)
    drawings.rules.append((40 + gap, 20, 100, 20))
    assert len(find_cell_groups(drawings, ())) == groups


def test_what_encloses_nothing_has_no_cells() -> None:
    crossing = Drawings(rules=[(0, 50, 100, 50), (50, 0, 50, 100)])
    beside = Drawings(areas=[(0, 0, 20, 20), (40, 40, 60, 60)])
    assert find_cell_groups(crossing, ()) == []
    assert find_cell_groups(beside, ()) == []  # each is one cell alone
