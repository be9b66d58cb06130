"""A document's text, dates and metadata in, the days on which it came out and was updated out.

What the document shows comes first (`publication_signs`): a label ("Publié le"), the issue of the
Journal officiel, a date line, its own heading ("Communiqué du"), a colophon; then what its page or
file says of itself. Each answer says which it was. The text is folded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from extractors.entities.dates import DateExpression
from extractors.entities.metadata_dates import day_of_file, day_of_page
from extractors.entities.publication_signs import PublicationSign, sign_of, start_of_body

PublicationSource: TypeAlias = PublicationSign | Literal["page_metadata", "file_metadata"]
# the first that a document has is taken
_RANKS: tuple[PublicationSign, ...] = (
    "label",
    "journal",
    "dateline",
    "date_line",
    "heading",
    "colophon",
)
TIMELINE = 3  # dates alone on their lines in the head are steps of something


@dataclass(frozen=True, slots=True)
class DocumentDates:
    """The days on which a document came out and was last changed; None where not shown.

    A month is given by its first day. `published` is the expression that says so, None where it
    was the page's or the file's metadata.
    """

    published: DateExpression | None = None
    updated: DateExpression | None = None
    source: PublicationSource | None = None
    published_on: date | None = None

    @property
    def updated_on(self) -> date | None:
        """The day of the last update."""
        return self.updated.start if self.updated else None


def find_document_dates(
    text: str, expressions: Sequence[DateExpression], metadata: Mapping[str, str] | None = None
) -> DocumentDates:
    """The document's own dates: the text's by rank, then the page's, then the file's."""
    shown: dict[PublicationSign, list[DateExpression]] = {}
    updated: DateExpression | None = None
    body = start_of_body(text)
    for expression in expressions:
        if expression.grain not in ("day", "month"):
            continue
        sign = sign_of(text, expression, body)
        if sign == "updated":
            updated = updated or expression
        elif sign:
            shown.setdefault(sign, []).append(expression)
    if len({each.start for each in shown.get("date_line", [])}) >= TIMELINE:
        shown["date_line"] = _above_others(text, shown["date_line"])
    for source in _RANKS:
        for published in shown.get(source, []):
            return DocumentDates(published, updated, source, published.start)
    of_page = day_of_page(metadata or {})
    if of_page:
        return DocumentDates(None, updated, "page_metadata", of_page)
    of_file = day_of_file(metadata or {}, expressions)
    return DocumentDates(None, updated, "file_metadata" if of_file else None, of_file)


def _above_others(text: str, lines: Sequence[DateExpression]) -> list[DateExpression]:
    """Of many dates alone on their lines, the one right under the title is the document's."""
    return [each for each in lines[:1] if text.count("\n", 0, each.span.start) <= 2]
