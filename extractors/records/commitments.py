"""What a policy text commits itself to: values to reach, amounts set aside, who does what by when.

Spans are into the text of the document that they were found in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from extractors.records.geometry import Span

Direction: TypeAlias = Literal["increase", "decrease", "reach", "maintain"]
# "other": what a label says that ends the field before it
FieldKind: TypeAlias = Literal["deadline", "lead", "partner", "indicator", "status", "other"]


@dataclass(frozen=True, slots=True)
class Field:
    """What a text says of items under a label: one stretch or several, as for bullets.

    `at` is where the field stands, `items` are the indices of the items that it tells of.
    """

    kinds: tuple[FieldKind, ...]
    values: tuple[Span, ...]
    at: int
    items: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified aim, or an amount that a plan sets aside.

    `value_text` is the figure as printed ("1/3", "un million"). `unit` is "%", "points", "EUR",
    "fois" (a factor), or the words of what is counted; empty where the text gives none, as for
    a bare fraction. `baseline` is the value that it starts from. `is_change`: the value is the
    change itself ("de 10 points") and not what to come to. `horizon` is ISO at the precision
    given ("2040", "2025-06", "2023-01/2023-06"), empty where there is none. `indicator` names what
    it is a value of, `item` is the index of the item it belongs to, both once they are known.
    """

    span: Span
    value: float
    value_text: str
    unit: str
    baseline: float | None
    direction: Direction
    is_change: bool
    horizon: str
    confidence: float
    rule: str
    indicator: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class ItemCommitments:
    """What a document says of one item of a plan, beside its title.

    `deadline` is the first and last day of the latest one. `leads`, `partners` and `indicators`
    are as printed; `status` is one of a few words in the feminine ("en cours", "réalisée").
    """

    deadline: tuple[date, date] | None = None
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class SizeCheck:
    """A stated size against what was found: of which plan, how many, whether that agrees.

    `is_laid_out`: the document lists at least one such part of the plan. A size that it only
    mentions tells nothing of what is missing in it.
    """

    plan: str
    found: int
    agrees: bool
    is_laid_out: bool
