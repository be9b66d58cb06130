"""What speaks for a form being a plan's, and what against it: a sum of signs, each with its weight.

Knows how much a sign says; nothing of where it was seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Sign: TypeAlias = Literal[
    "named_parts",
    "named_groups",
    "counted",
    "plan_above",
    "plan",
    "amounts",
    "fields",
    "repeated",
    "other",
]

# A form must name its parts, or be counted, and stand where a plan is told of.
WEIGHTS: Mapping[Sign, float] = {
    "named_parts": 2.0,  # a header, box or line above says "mesures", "actions"
    "named_groups": 2.0,  # likewise "priorités", "axes", "objectifs"
    "counted": 2.0,  # the document says that the plan has as many
    "plan_above": 1.0,  # the line above names a plan
    "plan": 1.0,  # the document names one
    "amounts": 1.0,  # what stands beside each is a figure
    "fields": 1.0,  # likewise who leads it, by when, at what cost
    "repeated": 1.0,  # the form comes back, page after page
    "other": -4.0,  # it says that it is of something else
}
ENOUGH = 4.0
SURE = 6.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """The signs seen for a form."""

    signs: frozenset[Sign]

    @property
    def score(self) -> float:
        """The sum of what they say."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    @property
    def is_enough(self) -> bool:
        """Whether the form is taken for a plan's."""
        return self.score >= ENOUGH

    @property
    def confidence(self) -> float:
        """How sure an item is that the form gives, from 0 to 1."""
        return 0.9 if self.score >= SURE else 0.8
