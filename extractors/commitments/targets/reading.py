"""The lines of a document in, one after the other, what each leaves for the next one out.

The aim of a list, the field of a sheet ("Cible : 80 %", "Indicateur :"; "Résultat attendu", and on
the next line "20 000 kits en 2027"), or that what follows was done already.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.commitments.targets.sentences import Aim, Field
from extractors.french.column_headings import INDICATOR_LABEL, TARGET_LABEL
from extractors.french.patterns import read_patterns
from extractors.records import DateMention, Span

_SAID = read_patterns(Path(__file__).with_suffix(".toml"), minds_case=True)

_ANNOUNCE_NOTHING = frozenset({"aim_verb", "change", "horizon"})
_VALUE = r"(?=\d|[<>≥≤+~-]|de\s|d'|à\s|au\s|un\s|une\s|moins|plus|maint|\w+[eio]i?r\s)"
_TARGET = re.compile(rf"(?:{TARGET_LABEL.pattern})\)?(?:\s?:|\s?[-–—]\s|\s{_VALUE}|\s*$)")
_INDICATOR = re.compile(rf"(?:{INDICATOR_LABEL.pattern})(?:\s?:|\s?[-–—]\s|\s*$)")
LONGEST_TOLD = 200  # characters of a line that announces what was done


@dataclass(slots=True)
class Reading:
    """What the lines before say of the next one: a list's aim, an indicator's field, the past."""

    announced: Aim | None = None
    horizon: DateMention | None = None
    tells_of_past: bool = False
    field: Field = ""

    def begin_line(self, *, is_item: bool, is_numbered: bool) -> None:
        """Forget a list that ended."""
        if not is_item:
            self.announced, self.horizon = None, None
            self.tells_of_past = self.tells_of_past and is_numbered

    def begin_field(self, small: str, body: Span, *, in_table: bool) -> None:
        """Note the field that a line opens, or is the value of; cells are told elsewhere."""
        found = "" if in_table else field_of(small, body)
        goes_on = not found and not in_table and self.field and may_be_value(small, body)
        if found == "target" or (goes_on and self.field == "target"):
            self.announced = Aim(Span(body.start, body.start), "announced")
        if found:
            self.field = found
        elif not goes_on:
            self.field = ""

    def begin_list(self, left: Aim | None, dates: Sequence[DateMention]) -> None:
        """Note what a line aims at for the list under it."""
        if left and left.rule not in _ANNOUNCE_NOTHING and not self.tells_of_past:
            rule = "budget" if left.rule == "budget" else "announced"
            self.announced = replace(left, rule=rule)
            self.horizon = next((each for each in reversed(dates) if looks_ahead(each)), None)


def looks_ahead(mention: DateMention) -> bool:
    """Whether a date may be one by which something is wanted, and no name's or beginning."""
    return mention.role not in ("plan_name", "publication", "legal") and mention.bound != "from"


def field_of(text: str, span: Span) -> Field:
    """The field that a line in small letters opens, if it opens one."""
    if _TARGET.match(text, span.start, span.end):
        return "target"
    return "indicator" if _INDICATOR.match(text, span.start, span.end) else ""


def may_be_value(text: str, span: Span) -> bool:
    """Whether a line in small letters may be the value of a field whose label stands before it."""
    return _SAID["goes_on"].match(text, span.start, span.end) is not None and not _SAID[
        "labels"
    ].match(text, span.start, span.end)


def tells_of_past(line: str) -> bool:
    """Whether a line that announces a list tells of what was done: "Ils ont permis :"."""
    return len(line) <= LONGEST_TOLD and _SAID["told"].search(line) is not None
