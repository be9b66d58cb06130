"""What an analyst expects of a typeset document, gathered while it is set.

Printed items, stated sizes and aims in, the gold of `../README.md` out; knows no pages.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.plans.typeset.phrases import read_data
from tests.plans.typeset.plans import Item
from tests.plans.typeset.wording import QUALIFIED, spell

AIMS = read_data("targets")
TARGETS: list[dict[str, Any]] = AIMS["target"]
# by the title that holds the aim
TITLED: dict[str, dict[str, Any]] = {aim["text"].lower(): aim for aim in AIMS["titled"]}
ROUND = {10: "dizaine", 15: "quinzaine", 20: "vingtaine", 30: "trentaine", 40: "quarantaine"}
NOUNS = {"axis": ("axe", "axes"), "objective": ("objectif", "objectifs")}
NOUNS["action"] = ("action", "actions")


@dataclass
class Gold:
    """The gold of one document."""

    form: str
    plan_name: str
    complete: bool = True
    url: str = ""
    items: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    told: dict[int, dict[str, Any]] = field(default_factory=dict)

    def tell(self, item: Item, *facts: str) -> None:
        """The document prints an item, perhaps with facts; what is printed again counts once."""
        entry = self.told.get(id(item))
        if entry is None:
            entry = {
                "kind": item.kind,
                "number": item.number,
                "parent": item.parent.name if item.parent else None,
                "title": item.title,
                "word": item.word,
            }
            self.told[id(item)] = entry
            self.items.append(entry)
            if aim := TITLED.get(item.title.lower()):
                self.target(item, **(aim | {"text": item.title}))
        for fact in facts:
            if value := getattr(item.facts, fact):
                entry[fact] = value

    def size(
        self,
        kind: str,
        stated: int,
        noun: str = "",
        qualifier: str = "exact",
        words: bool = False,
        item: Item | None = None,
        plan: str = "",
    ) -> str:
        """A stated size as it is printed ("plus de 240 actions"), remembered as a claim."""
        self.claims.append(
            {
                "plan": plan or self.plan_name,
                "kind": kind,
                "stated": stated,
                "qualifier": qualifier,
                "item": item.name if item else None,
            }
        )
        noun = noun or NOUNS[kind][stated > 1]
        feminine = noun.split()[0] in ("action", "actions", "mesures", "priorités", "ambitions")
        figure = spell(stated, feminine) if words else str(stated)
        return f"{QUALIFIED[qualifier](figure)} {noun}"

    def round_size(self, kind: str, stated: int, item: Item | None = None) -> str:
        """A size as "une vingtaine d'actions", remembered as a claim."""
        self.size(kind, stated, qualifier="about", item=item)
        return f"une {ROUND[stated]} d'{NOUNS[kind][1]}"

    def target(self, item: Item | None, **values: Any) -> str:
        """An aim as it is printed, remembered with what it means."""
        entry = {"item": item.name if item else None, "text": "", "value": 0, "unit": ""}
        entry |= {"baseline": None, "direction": "reach", "change": False, "horizon": None}
        self.targets.append(entry | values)
        return self.targets[-1]["text"]

    def aim(self, rank: int, item: Item | None = None) -> str:
        """One of the written aims, or the next one that the document does not hold yet."""
        told = {entry["text"] for entry in self.targets}
        turn = [TARGETS[(rank + step) % len(TARGETS)] for step in range(len(TARGETS))]
        return self.target(item, **next(aim for aim in turn if aim["text"] not in told))

    def write(self, path: Path) -> None:
        """Keep it beside the PDF."""
        content = {
            "form": self.form,
            "url": self.url,
            "plan": self.items,
            "claims": self.claims,
            "targets": self.targets,
            "complete": self.complete,
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
