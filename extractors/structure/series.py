"""A `Document` in, the series of its siblings out: titles of one form, and what they stand under.

Titles that look alike, or are labelled alike, are siblings whatever they are called. Knows looks,
numbers and lists; no words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from extractors.french.printed_numbers import steps_between
from extractors.records import Document
from extractors.structure.units import Unit, find_units

Form: TypeAlias = tuple[str | int, ...]
INDENT = 3.0  # points
COLUMN = 80.0  # points: what stands so far aside is in another column
LINE_WORDS = 25
LEAD_WORDS = 9
FIRST = ("1", "01", "I", "A", "a", "i")


@dataclass(eq=False)
class Node:
    """A unit in the tree of sections, with the node that it stands under and its list's lead.

    `lead` is the unit right above the list that it is an item of.
    """

    unit: Unit
    form: Form
    parent: Node | None = None
    lead: Unit | None = None
    children: list[Node] = field(default_factory=list["Node"])
    end: int = 0


@dataclass(eq=False)
class Series:
    """Siblings of one form, in text order, all under nodes of one series or under none."""

    form: Form
    above: Series | None
    nodes: list[Node]

    @cached_property
    def numbered(self) -> float:
        """The share of them that begin a count or go on from the one before."""
        good = 0
        for before, node in zip([None, *self.nodes], self.nodes, strict=False):
            number = node.unit.number
            follows = before is not None and steps_between(before.unit.number, number) == 1
            good += bool(number) and (follows or number.split(".")[-1] in FIRST)
        return good / len(self.nodes)


def find_series(document: Document) -> list[Series]:
    """The series of a document, those above first, then in text order."""
    series: dict[tuple[int, Form], Series] = {}
    of_node: dict[int, Series] = {}
    nodes = find_nodes(document)
    leads = Counter(_lead_key(node) for node in nodes)
    for node in nodes:
        above = of_node.get(id(node.parent)) if node.parent else None
        lead = _lead_key(node)
        node.form = (*node.form, *((lead,) if leads[lead] > 1 else ()))
        key = id(above), node.form
        if key not in series:
            series[key] = Series(node.form, above, [])
        series[key].nodes.append(node)
        of_node[id(node)] = series[key]
    return list(series.values())


def _lead_key(node: Node) -> str:
    """What the leads of lists of one kind have in common: the words of a short line."""
    lead = node.lead
    if lead is None or lead.container != "paragraph" or lead.number:
        return ""
    text = " ".join(lead.document.cut(lead.span).split()).casefold()
    return text.rstrip(" :.") if len(text.split()) <= LEAD_WORDS else ":" * text.endswith(":")


def find_nodes(document: Document) -> list[Node]:
    """The units that may be titles or list items, each under the one that holds it."""
    nodes: list[Node] = []
    open_nodes: list[tuple[tuple[float, ...], Node]] = []
    before: Unit | None = None
    lead: Unit | None = None
    in_list: _List | None = None
    seen: dict[tuple[float, ...], list[str]] = {}  # labels of one height, in order
    for unit in find_units(document):
        if unit.container == "item":
            if in_list is None:
                in_list = _List()
                lead = before
                while open_nodes and open_nodes[-1][1].unit.container == "item":
                    open_nodes.pop()[1].end = unit.span.start  # another list
            in_list.add(unit)
        elif unit.container != "paragraph" or unit.words <= LINE_WORDS or unit.number:
            in_list = None
        form = _form(unit, in_list.depth if in_list else 0)
        before = unit
        if form is None:
            continue
        height = _height(unit, form)
        if unit.number and unit.container in ("heading", "paragraph"):
            labels = seen.setdefault(height, [])
            label = unit.word or _kind(unit.number)
            if label not in labels:
                labels.append(label)
            height = (*height, labels.index(label))  # "Axe 1", "Mesure 1", "Mesure 2", "Axe 2"
        while open_nodes and not open_nodes[-1][0] < height:
            open_nodes.pop()[1].end = unit.span.start
        parent = open_nodes[-1][1] if open_nodes else None
        node = Node(unit, form, parent, lead if unit.container == "item" else None)
        if parent:
            parent.children.append(node)
        nodes.append(node)
        open_nodes.append((height, node))
    for _, node in open_nodes:
        node.end = len(document.text)
    return nodes


class _List:
    """The list that is gone through: how deep its last item is, by how far it is indented."""

    def __init__(self) -> None:
        self.depth = 1
        self._edges: list[float] = []  # of the items that the last one stands under, and its own

    def add(self, item: Unit) -> None:
        """Go on to the next item; one that has no place on a page is as deep as the last."""
        if item.look is None:
            return
        left = item.look.x0
        while self._edges and left < self._edges[-1] - INDENT:
            self._edges.pop()
        if not self._edges or INDENT < left - self._edges[-1] < COLUMN:
            self._edges.append(left)
        else:
            self._edges[-1] = left
        self.depth = len(self._edges)


def _form(unit: Unit, indent: int) -> Form | None:
    """What siblings have in common; None for running text. `indent` is an item's depth."""
    look = unit.look
    size, bold = (round(2 * look.size), int(look.bold)) if look else (0, 0)
    label = (unit.word, unit.depth, _kind(unit.number))
    if unit.container == "heading":
        return ("heading", unit.level, size, bold, *label)
    if unit.container == "item":
        return ("item", unit.level or indent, int(bool(unit.number)), unit.word, unit.depth)
    if unit.container == "cell":
        return _cell_form(unit, label)
    if unit.number:
        return ("paragraph", size, bold, *label)
    return ("line", size, bold) if _stands_out(unit) else None


def _cell_form(unit: Unit, label: Form) -> Form | None:
    """The column of a cell, by its place and header; None for the header itself."""
    place = unit.document.cell_at(unit.span.start)
    if place is None:
        return None
    table, cell = unit.document.tables[place[0]], place[1]
    if table.columns < 2 or table.is_vast:
        return None
    header = table.at(0, cell.column)
    if cell.row < max(1, table.header_rows):
        return None
    key = unit.document.cut(header.span).casefold().strip(" :\n") if header else ""
    return ("cell", cell.column, table.columns, key, *label)


def _stands_out(unit: Unit) -> bool:
    """Whether a line is short and ends as no sentence does."""
    text = unit.document.cut(unit.title).rstrip()
    return unit.words <= LINE_WORDS and text[-1:] not in ".;:," and text[:1].isupper()


def _kind(number: str) -> str:
    last = number.split(".")[-1]
    return "" if not last else "digit" if last[-1].isdigit() else "letter"


def _height(unit: Unit, form: Form) -> tuple[float, ...]:
    """The higher a unit stands, the smaller: headings, then lines, items and cells below them."""
    if unit.container == "heading":
        return (0, unit.level, unit.depth)
    if unit.container == "paragraph" and unit.number:
        return (1, -(unit.look.size if unit.look else 0), unit.depth)
    if unit.container == "paragraph":
        return (1, -(unit.look.size if unit.look else 0), 9)
    if unit.container == "cell":
        return (2, 0, float(form[1]) if isinstance(form[1], int) else 0)
    return (3, float(form[1]) if isinstance(form[1], int) else 0, unit.depth)
