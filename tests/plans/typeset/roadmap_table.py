"""Tables of a plan's actions, with axes and objectives in one of several arrangements.

Items and columns in, a table on the press out; knows no documents. Merged cells, banner rows
across the table, or axis and objective printed again in each row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.platypus import Paragraph

from tests.plans.typeset.look import markup
from tests.plans.typeset.plans import Item
from tests.plans.typeset.press import Press
from tests.plans.typeset.wording import print_deadline

FACT_COLUMNS = ("deadline", "leads", "partners", "indicators", "status")
SHARES = {"axis": 2.2, "objective": 2.8, "number": 0.8, "action": 4.5, "deadline": 1.5}
SHARES |= {"leads": 1.5, "partners": 2.2, "indicators": 3, "status": 1.5}
STATUS_COLOURS = {"réalisée": "#cfe8cf", "en cours": "#fff3c4", "reportée": "#fbd9b5"}
STATUS_COLOURS |= {"abandonnée": "#f4c2c2", "engagée": "#dfeefa", "lancée": "#e8e0f5"}


class ActionTable:
    """A table as it is filled: rows, and the commands that merge and colour them."""

    def __init__(self, press: Press, columns: dict[str, str], separator: str = ", ") -> None:
        self.press, self.columns, self.separator = press, columns, separator
        self.names = list(columns)
        look, size = press.look, press.look.size - 1.5
        self.body = look.style(size, spaceAfter=0, alignment=0)
        self.bold = look.style(size, 1, spaceAfter=0)
        self.head = look.style(size, 1, white, spaceAfter=0)
        self.rows: list[list[Any]] = [[self._cell(t, self.head) for t in columns.values()]]
        self.commands: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.5, look.main),
            ("VALIGN", (0, 0), (-1, -1), press.options.get("valign", "TOP")),
            ("BACKGROUND", (0, 0), (-1, 0), look.main),
        ]

    def _cell(self, words: str, style: Any = None) -> Paragraph:
        return Paragraph(markup(words), style or self.body)

    def banner(self, item: Item, strong: bool = True) -> None:
        """A row across the table that names an axis or objective."""
        self.press.gold.tell(item)
        look, row = self.press.look, len(self.rows)
        cell = self._cell(item.line, self.head if strong else self.bold)
        self.rows.append([cell] + [""] * (len(self.names) - 1))
        self.commands.append(("SPAN", (0, row), (-1, row)))
        colour = HexColor(self.press.options.get("banner", look.colour)) if strong else look.pale
        self.commands.append(("BACKGROUND", (0, row), (-1, row), colour))

    def row(self, action: Item, repeat: bool = False) -> None:
        """A row for an action; axis and objective stay empty unless they are repeated."""
        told = [name for name in self.names if name in FACT_COLUMNS]
        objective = action.parent
        axis = objective.parent if objective and objective.kind == "objective" else objective
        cells = list[Any]()
        for name in self.names:
            above = axis if name == "axis" else objective
            if name in ("axis", "objective"):
                if repeat and above:
                    self.press.gold.tell(above)
                cells.append(self._cell(above.line) if repeat and above else "")
            else:
                cells.append(self._cell(self._value(action, name)))
        self.press.gold.tell(action, *told)
        self.rows.append(cells)
        if "status" in self.names:
            place = (self.names.index("status"), len(self.rows) - 1)
            colour = HexColor(STATUS_COLOURS[action.facts.status])
            self.commands.append(("BACKGROUND", place, place, colour))

    def _value(self, action: Item, name: str) -> str:
        facts = action.facts
        if name == "number":
            return action.number or ""
        if name == "action":
            return action.title if "number" in self.names else action.line
        if name == "deadline":
            return print_deadline(facts.deadline, short=bool(self.press.options.get("short")))
        if name == "status":
            return facts.status.capitalize()
        return self.separator.join(getattr(facts, name)) or "–"

    def merged(self, objective: Item, first_of_axis: bool) -> None:
        """The actions of an objective beside one cell for it; the axis before the first."""
        gold, start = self.press.gold, len(self.rows)
        axis = objective.parent
        if "axis" in self.names and axis and first_of_axis:
            gold.tell(axis)
        gold.tell(objective)
        for action in objective.children:
            self.row(action)
        end = len(self.rows) - 1
        for name, item, printed in (("axis", axis, first_of_axis), ("objective", objective, True)):
            if name not in self.names or not item:
                continue
            column = self.names.index(name)
            self.commands.append(("SPAN", (column, start), (column, end)))
            if printed:
                self.rows[start][column] = self._cell(item.line, self.bold)
            else:
                # the axis's cell goes on from above: no rule between them
                line = ("LINEABOVE", (column, start), (column, start), 0.7, self.press.look.pale)
                self.commands.append(line)
            self.commands.append(
                ("BACKGROUND", (column, start), (column, end), self.press.look.pale)
            )

    def close(self, repeat_header: bool = True) -> None:
        """Put the table into the story."""
        shares = [SHARES[name] for name in self.names]
        self.press.grid(self.rows, shares, self.commands, 1 if repeat_header else 0)


def set_merged(press: Press, axes: Sequence[Item], columns: dict[str, str]) -> None:
    """One table, cells of axes and objectives merged."""
    table = ActionTable(press, columns)
    for axis in axes:
        for number, objective in enumerate(axis.children):
            table.merged(objective, number == 0)
    table.close()


def set_banners(press: Press, axes: Sequence[Item], columns: dict[str, str]) -> None:
    """One table, axes (and objectives, unless they have a column) as rows across it."""
    table = ActionTable(press, columns, " / ")
    for axis in axes:
        table.banner(axis)
        if axis.children and axis.children[0].kind == "action":
            for action in axis.children:
                table.row(action)
            continue
        for objective in axis.children:
            if "objective" in columns:
                table.merged(objective, False)
                continue
            table.banner(objective, strong=False)
            for action in objective.children:
                table.row(action)
    table.close()


def set_apart(press: Press, axes: Sequence[Item], columns: dict[str, str]) -> None:
    """A heading and a table for each axis, each on its own page."""
    for number, axis in enumerate(axes):
        if number:
            press.turn()
        press.item(axis)
        table = ActionTable(press, columns, "\n")
        for objective in axis.children:
            table.merged(objective, False)
        table.close()


def set_repeated(press: Press, axes: Sequence[Item], columns: dict[str, str]) -> None:
    """One table, axis and objective printed again in each row."""
    table = ActionTable(press, columns, " ; ")
    for axis in axes:
        for objective in axis.children:
            for action in objective.children:
                table.row(action, repeat=True)
    table.close()


ARRANGEMENTS = {
    "merged": set_merged,
    "banners": set_banners,
    "apart": set_apart,
    "repeated": set_repeated,
}
