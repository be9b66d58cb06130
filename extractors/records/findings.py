"""What is found in a document: plan items, claims, dates, organisations.

Spans are into the text of the document that they were found in.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from extractors.records.commitments import ItemCommitments, SizeCheck
from extractors.records.geometry import Span

ItemKind: TypeAlias = Literal["axis", "objective", "action"]
Qualifier: TypeAlias = Literal["exact", "more", "about", "less"]
Grain: TypeAlias = Literal["day", "month", "year", "quarter", "semester", "season", "period"]
Bound: TypeAlias = Literal["on", "by", "from", "until", "during", "about"]
OrganisationRole: TypeAlias = Literal[
    "author", "signatory", "supervisor", "lead", "partner", "funder", "contact", "mentioned"
]
DateRole: TypeAlias = Literal["publication", "deadline", "period", "event", "legal", "plan_name"]


def content_id(*parts: object) -> str:
    """First 16 hexadecimal digits of the SHA-256 of the parts: the same finding, the same id."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    # a part that is no text has an id too: whether it may stand is another's matter
    return hashlib.sha256(joined.encode("utf-8", "backslashreplace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A place where a document names an item: its title there, and how far what it says goes.

    `reach` is from the label to where the next item, or something else, begins.
    """

    span: Span
    reach: Span
    rule: str


@dataclass(frozen=True, slots=True)
class PlanItem:
    """An axis, objective or action: its number and title as printed, its place in the tree.

    `word` is the word of its label in lower case ("mesure"), `plan` the name of the plan that it
    is part of. `parent` is the index of its parent in the list of items it comes in, None at the
    top. `places` are all places that name it, the one of `span` first; `told` is what the document
    says of it beside its title.
    """

    kind: ItemKind
    number: str
    span: Span
    parent: int | None
    confidence: float
    rule: str
    word: str = ""
    plan: str = ""
    places: tuple[ItemPlace, ...] = ()
    told: ItemCommitments = field(default_factory=ItemCommitments)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says of a plan's size: so many axes, objectives or actions.

    `item` is the index of the item whose parts are counted, None for the whole plan. `check` is
    what was found of it, once the items are known.
    """

    plan: str
    kind: ItemKind
    stated: int
    span: Span
    confidence: float
    rule: str
    qualifier: Qualifier = "exact"
    item: int | None = None
    check: SizeCheck | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression: first and last day meant, how fine, how bound, what for.

    `item` is the index of the item that it belongs to, None where it belongs to none.
    """

    span: Span
    start: date
    end: date
    grain: Grain
    bound: Bound
    role: DateRole
    confidence: float
    rule: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """An entry of the organisation register; ids that no source gives stay empty."""

    organisation_id: str
    name: str
    acronym: str = ""
    aliases: tuple[str, ...] = ()
    type: str = ""
    country: str = ""
    ror: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation named in a text, and the register's entry that it stands for.

    `item` is the index of the item that it belongs to, None where it belongs to none.
    """

    span: Span
    organisation: Organisation
    role: OrganisationRole
    confidence: float
    rule: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named in a text."""

    span: Span
    confidence: float
    rule: str
