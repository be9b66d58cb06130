"""The lines of a document in, one after the other, what each leaves for the next one out.

The aim of a list, the field of a sheet, or that what follows was done already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.commitments.target_fields import Field, field_of, may_be_value
from extractors.commitments.target_sentences import Aim
from extractors.records import DateMention, Span

_ANNOUNCE_NOTHING = frozenset({"aim_verb", "change", "horizon"})


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
