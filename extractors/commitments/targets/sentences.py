"""A sentence with its cues and figures, and what it says before, beside and after each figure.

Nothing here decides what is aimed at; that is told in `aims`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from extractors.commitments.quantities import Quantity
from extractors.commitments.targets.cues import Event
from extractors.french.phrases import phrases_of
from extractors.records import Direction, Span

# of a sheet, what its line's label says that it gives
Field: TypeAlias = Literal["target", "indicator", ""]

_STRONG = frozenset(
    {"aim_verb", "aim_future", "aim_intention", "aim_noun", "aim_passive", "announced"}
)
_SAID = phrases_of(__file__, minds_case=True)
_INFINITIVE_FIRST = re.compile(r"(?:[^:\n]{0,40}[:–—-]\s)?\W*\w{2,}(?:er|ir|re|oir)\s")
_VERB_ONLY = re.compile(rf"{_INFINITIVE_FIRST.pattern}(?:\w+\s){{0,2}}")
CLAUSE_END = _SAID["clause_end"]
_UNDECIDED = frozenset({"change", "budget", "participle", "being", "past"})


@dataclass(frozen=True, slots=True)
class Aim:
    """What makes figures an aim: the word, by which rule, and which way it goes."""

    span: Span
    rule: str
    direction: Direction = "reach"
    attains: bool = False
    is_change: bool = False

    @property
    def is_strong(self) -> bool:
        """Whether it aims without help from a horizon."""
        return self.rule in _STRONG


@dataclass(frozen=True, slots=True)
class Aimed:
    """A quantity with its aim; `baseline` where the sentence says from where."""

    quantity: Quantity
    aim: Aim
    baseline: float | None = None

    @property
    def is_change(self) -> bool:
        """Whether the figure is the change itself, and not what to come to."""
        quantity, aim = self.quantity, self.aim
        if quantity.kind == "factor" or quantity.is_extra or aim.is_change:
            return True
        if quantity.preposition in ("+", "-"):
            return True
        if quantity.baseline is not None or aim.attains:
            return False
        if aim.direction not in ("increase", "decrease"):
            return False
        return quantity.preposition in ("de", "par") or quantity.kind == "points"

    @property
    def direction(self) -> Direction:
        """Which way it goes: the figure's sign tells, or the verb, or where it starts from."""
        quantity = self.quantity
        if quantity.preposition == "+" or quantity.is_extra:
            return "increase"
        if quantity.preposition == "-":
            return "decrease"
        if self.aim.direction == "reach" and self.baseline not in (None, quantity.value):
            return "increase" if quantity.value > (self.baseline or 0) else "decrease"
        return self.aim.direction


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text in small letters, with what was found in it.

    `brackets` is what stands between parentheses, `deadlines` the dates that bind; `announced` is
    the aim of the list that the sentence stands in, `field` what its line's label says it is.
    """

    text: str
    span: Span
    events: Sequence[Event]
    brackets: Sequence[Span]
    deadlines: Sequence[Span]
    dates: Sequence[Span]
    announced: Aim | None = None
    field: Field = ""
    quantities: Sequence[Quantity] = ()

    @property
    def may_aim(self) -> bool:
        """Whether anything here could make a figure an aim."""
        told = self.announced or self.deadlines or self.events or self.field
        if told or self.opens_with_infinitive or self.opens_with_label:
            return True
        if _SAID["named_share_first"].match(self.text, *self.span):
            return True
        return _SAID["money"].search(self.text, *self.span) is not None

    def events_after(self, quantity: Quantity) -> list[Event]:
        """The cues after a quantity up to the next mark that ends a clause."""
        start = quantity.span.end
        mark = CLAUSE_END.search(self.text, start, self.span.end)
        end = mark.start() if mark else self.span.end
        return [event for event in self.events if start <= event.span.start < end]

    def is_stated_after(self, quantity: Quantity) -> bool:
        """Whether the clause goes on to tell what is: "47 % des femmes ont participé"."""
        kinds = (event.cue.kind for event in self.events_after(quantity))
        return next((kind for kind in kinds if kind not in _UNDECIDED), "") == "statement"

    @property
    def opens_with_infinitive(self) -> bool:
        """Whether it begins as an aim's title does: "Objectif 3 : Répondre en dix jours"."""
        return _INFINITIVE_FIRST.match(self.text, *self.span) is not None

    def opens_on(self, quantity: Quantity) -> bool:
        """Whether a title's first verb, or an indicator's name, has a figure as what is wanted.

        "Toucher 1 million de personnes", "Part des femmes dans les comités : au moins 40 %".
        """
        if quantity.kind not in ("count", "percent") or quantity.is_bare or quantity.is_small:
            return False
        before = self.text[self.span.start : quantity.span.start]
        if _SAID["named_share"].match(before):
            return _SAID["at_least"].match(self.text, quantity.span.start) is not None
        return _VERB_ONLY.fullmatch(before) is not None

    @property
    def opens_with_label(self) -> bool:
        """Whether it is the title of a part of a plan: "Engagement 5 : Un rendez-vous sous …"."""
        return _SAID["label_first"].match(self.text, *self.span) is not None

    def is_named_delay(self, quantity: Quantity) -> bool:
        """Whether a line is a delay's name and value: "Délai de paiement : 30 jours en 2026"."""
        before = self.text[self.span.start : quantity.figure.start]
        return _SAID["named_delay"].match(before) is not None

    def is_named_count(self, quantity: Quantity) -> bool:
        """Whether words before a bare figure say what it counts: "Nombre de places : 300"."""
        before = self.text[self.span.start : quantity.figure.start]
        return _SAID["named_count"].search(before) is not None

    def has_deadline(self, quantity: Quantity) -> bool:
        """Whether a horizon stands before a quantity, or after it with no other between."""
        start = quantity.figure.start
        others = (each.figure.start for each in self.quantities)
        following = min((at for at in others if at > start), default=self.span.end)
        return any(deadline.start < following for deadline in self.deadlines)

    def begins_clause(self, first: int, start: int) -> bool:
        """Whether a comma before `start` parts it from `first`, with more than a date between."""
        between = self.text[first:start].rstrip()
        for date in reversed(self.dates):
            if first <= date.start and date.end <= first + len(between):
                between = between[: date.start - first] + between[date.end - first :]
        between = _SAID["when"].sub("", between).strip()
        return between.endswith(",") and bool(between.strip(" ,:"))
