"""A document to typeset: which plan, in which form, how labelled, how it looks.

A document in, a PDF and its gold out; knows no form from the inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.plans.typeset.gold import Gold
from tests.plans.typeset.look import Look
from tests.plans.typeset.phrases import Phrases
from tests.plans.typeset.plans import (
    Plan,
    Scheme,
    add_subactions,
    load_plan,
    lower_titles,
    number_items,
    remove_item,
    tell_facts,
)
from tests.plans.typeset.press import Press, set_twice


@dataclass(frozen=True)
class Document:
    """One layout of a form."""

    name: str
    form: str
    plan: str
    build: Callable[[Press], None]
    scheme: Scheme
    look: Look
    url: str = ""
    # actions on demand only; sub-actions under some; titles as inside a sentence
    actions: bool = True
    objectives: bool = True
    subactions: bool = False
    lowered: bool = False
    # the kind of the item that a second variant lacks
    missing: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    def prepare(self, lost: bool = False) -> Plan:
        """The plan as this document prints it, numbered before an item is lost."""
        plan = load_plan(self.plan, self.name, not self.actions, self.objectives)
        phrases = Phrases(f"{self.name} facts")
        tell_facts(plan, phrases)
        if self.subactions:
            add_subactions(plan, phrases)
        if self.lowered:
            lower_titles(plan)
        for item in plan.walk():
            item.title = self.look.printed(item.kind, item.title)
        number_items(plan, self.scheme)
        if lost:
            remove_item(plan, self.missing)
        return plan

    def tell(self, lost: bool = False, pages: dict[str, int] | None = None) -> Press:
        """A press with the document's story and gold, not yet on pages."""
        plan = self.prepare(lost)
        gold = Gold(self.form, plan.name, not lost, self.url)
        press = Press(self.look, plan, gold, self.name, pages)
        press.options = self.options
        press.title = plan.printed[0].upper() + plan.printed[1:]
        self.build(press)
        return press

    def set(self, lost: bool = False) -> tuple[bytes, Press]:
        """The PDF, and the press that holds its gold."""
        return set_twice(lambda pages: self.tell(lost, pages))

    def write(self, folder: Path, lost: bool = False) -> None:
        """Keep `<name>.pdf` and `<name>.json` in a folder."""
        content, press = self.set(lost)
        name = f"{self.name}-incomplete" if lost else self.name
        (folder / f"{name}.pdf").write_bytes(content)
        press.gold.write(folder / f"{name}.json")
