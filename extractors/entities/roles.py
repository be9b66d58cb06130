"""What was recognised in a document and its labelled fields in, each mention with its role out.

A field that says who leads, or by when, goes before the words beside a mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.entities.date_roles import role_of
from extractors.entities.organisation_roles import roles_of
from extractors.entities.recognition import Recognised
from extractors.records import (
    DateMention,
    Document,
    Field,
    FieldKind,
    OrganisationMention,
    OrganisationRole,
    Stretches,
)

_NAMES = frozenset({"legal", "plan_name"})  # of dates that no field makes a deadline
_FIELDS: dict[FieldKind, OrganisationRole] = {"lead": "lead", "partner": "partner"}


def decide_roles(
    document: Document, recognised: Recognised, fields: Sequence[Field]
) -> tuple[tuple[DateMention, ...], tuple[OrganisationMention, ...]]:
    """The dates and organisations of a document, in order."""
    return (
        tuple(_dates(document, recognised, _values_of("deadline", fields))),
        tuple(_organisations(document, recognised, fields)),
    )


def _values_of(kind: FieldKind, fields: Sequence[Field]) -> Stretches:
    return Stretches.apart(
        value for field in fields if kind in field.kinds for value in field.values
    )


def _dates(
    document: Document, recognised: Recognised, deadlines: Stretches
) -> Iterator[DateMention]:
    for each in recognised.dates:
        role = role_of(document.folded, each, recognised.own_dates)
        if role not in _NAMES and deadlines.touched_by(each.span):
            role = "deadline"
        sure = 0.8 if each.rule == "year" else 0.95
        yield DateMention(
            each.span, each.start, each.end, each.grain, each.bound, role, sure, each.rule
        )


def _organisations(
    document: Document, recognised: Recognised, fields: Sequence[Field]
) -> Iterator[OrganisationMention]:
    by_field: list[tuple[OrganisationRole, Stretches]] = [
        (role, _values_of(kind, fields)) for kind, role in _FIELDS.items()
    ]
    told = roles_of(document, [each.span for each in recognised.organisations])
    for each, beside in zip(recognised.organisations, told, strict=True):
        named: list[OrganisationRole] = [
            role for role, values in by_field if values.touched_by(each.span)
        ]
        role = named[0] if named else beside
        yield OrganisationMention(each.span, each.organisation, role, each.confidence, each.rule)
