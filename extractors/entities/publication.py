"""A document's text, dates and metadata in, the days on which it came out and was updated out.

What the document shows comes first: a label ("Publié le"), the issue of the Journal officiel, a
date line, a colophon; then what its page or file says of itself. Each answer says which it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from extractors.documents.typography import fold
from extractors.entities.dates import DateExpression, find_dates

PublicationSource: TypeAlias = Literal[
    "label", "journal", "date_line", "dateline", "colophon", "page_metadata", "file_metadata"
]
# the first that a document has is taken
_RANKS: tuple[PublicationSource, ...] = ("label", "journal", "dateline", "date_line", "colophon")

LEGAL_TEXT = re.compile(
    r"\b(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|décision|instruction|délibération|avis)s?\b"
    r"[^.;:\n]{0,70}?\b(?:du|en\sdate\sdu)\s$",
    re.IGNORECASE,
)
HEAD = 2000  # characters: date lines stand there
COVER = 900  # and months alone on a line there

_UPDATED = re.compile(
    r"\b(?:mise?s?\sà\sjour|modifi[ée]e?|actualis[ée]e?|r[ée]vis[ée]e?|derni[eè]re\s(?:mise\sà\sjour|modification|r[ée]vision|actualisation))"
    r"(?:\s(?:le|du|de|en|:))*\s?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|[|·•(,:-]\s?|\b(?:article|communiqu[ée]|actualit[ée]|information|dossier|document|page|billet|rapport)\s)"
    r"(?:(?:publi|post|dat|[ée]dit|diffus)[ée]e?|mise?\sen\sligne|paru(?:e|tion)?|date\sde\s(?:publication|parution|diffusion|mise\sen\sligne)"
    r"|publication|parution|date|cr[ée][ée]e?)"
    r"(?:\spar\s[^,:]{2,40}?)?(?:\s(?:le|du|sur\s[^,:]{2,30}\sle))?\s?:?\s?$",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"^\W*(?:source\s:\s)?(?:J\.?\s?O\.?(?:\s?R\.?\s?F\.?)?|JORF|journal\sofficiel|bulletin\sofficiel|B\.?O\.?(?:\s?sant[ée])?)\b[^;:]{0,70}?\bdu\s$",
    re.IGNORECASE,
)
# "Boulogne-Billancourt, le ", "Saint-Maurice (94), mardi "
_PLACE = re.compile(
    r"(?:(?i:(?:communiqu[ée]|information|dossier|point)s?\s(?:de\s)?presse)\s?[|·:,-]?\s?)?(?:À\s|A\s)?"
    r"(?!(?:Le|La|Fait|En|Du|Au|Depuis|Dès|Ce|Signé|Lu|Vu)\b)[A-ZÀ-Ý][\w'-]*(?:\s(?:et\s)?[\w'-]+){0,3}(?:\s\(\d+\))?(?:,\s(?:le\s)?|\sle\s)"
)
_AFTER_DATELINE = re.compile(r"\s*(?:[-.:,|]\s?.*)?\.?$", re.DOTALL)
_HEADING = (
    r"(?:communiqu[ée]s?(?:\sde\spresse)?|(?:information|dossier|note|point)s?\s(?:de\s)?presse|presse|actualit[ée]s?|article|publications?"
    r"|dossier|rapport|news|br[èe]ve|lettre\sd'information|\d+\smin(?:utes?)?(?:\sde\slecture)?|temps\sde\slecture.{0,15}|type\s:.{0,40})"
)
_BEFORE_DATE_LINE = re.compile(rf"\W*(?:{_HEADING}\s*(?:[|·•:,-]|du)?\s*)?(?:le\s)?", re.IGNORECASE)
_AFTER_DATE_LINE = re.compile(
    rf"\W*(?:[|·•,-]\s*{_HEADING}\W*(?:[|·•-].{{0,60}})?)?", re.IGNORECASE
)
_COLOPHON = re.compile(
    r"d[ée]p[ôo]t\sl[ée]gal|tous\sdroits\sr[ée]serv[ée]s|[ée]dit[ée]e?\spar|imprim[ée]e?\s(?:par|en)|achev[ée]\sd'imprimer|date\sd'[ée]dition"
    r"|\bISBN\b|\bISSN\b|©|conception\s(?:graphique\s)?et\sr[ée]alisation|\bversion\s(?:du|de)\b|\b[ée]dition\s:",
    re.IGNORECASE,
)
COLOPHON_REACH = 200  # characters between a colophon's words and its date, in one paragraph
LONGEST_COLOPHON_LINE = 400


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
    shown: dict[PublicationSource, DateExpression] = {}
    updated: DateExpression | None = None
    for expression in expressions:
        if expression.grain not in ("day", "month"):
            continue
        source = _source_of(text, expression)
        if source == "updated":
            updated = updated or expression
        elif source:
            shown.setdefault(source, expression)
    for source in _RANKS:
        if source in shown:
            return DocumentDates(shown[source], updated, source, shown[source].start)
    given, source = _in_metadata(metadata or {}, expressions)
    return DocumentDates(None, updated, source, given)


def day_of_writing(
    text: str, expressions: Sequence[DateExpression], own: DocumentDates
) -> date | None:
    """The day from which dates without a year are reckoned: publication, else the first date told.

    Of the dates told, a day comes before a month and a month before a year; the date of a law is
    no sign of when the text was written.
    """
    if own.published_on:
        return own.published_on
    for grain in ("day", "month", "year"):
        for expression in expressions:
            line, _ = _line_around(text, expression)
            if expression.grain == grain and not LEGAL_TEXT.search(line[-120:]):
                return expression.start.replace(month=7) if grain == "year" else expression.start
    return None


def _source_of(
    text: str, expression: DateExpression
) -> PublicationSource | Literal["updated"] | None:
    """Which sign of the document's own date stands around an expression, if any."""
    before, after = _line_around(text, expression)
    if _UPDATED.search(before):
        return "updated"
    if expression.grain == "day" and _LABEL.search(before) and len(before) < 90:
        return "label"
    start = expression.span.start
    if start < HEAD and expression.grain == "day":
        if _JOURNAL.match(before):
            return "journal"
        if _PLACE.fullmatch(before) and _AFTER_DATELINE.match(after):
            return "dateline"
        if _BEFORE_DATE_LINE.fullmatch(before) and _AFTER_DATE_LINE.fullmatch(after):
            return "date_line"
    if start < COVER and not before.strip() and not after.strip(" ."):
        return "date_line"
    return "colophon" if _is_in_colophon(text, expression) else None


def _line_around(text: str, expression: DateExpression) -> tuple[str, str]:
    start = text.rfind("\n", 0, expression.span.start) + 1
    end = text.find("\n", expression.span.end)
    end = len(text) if end < 0 else end
    return text[start : expression.span.start], text[expression.span.end : end]


def _is_in_colophon(text: str, expression: DateExpression) -> bool:
    """Near the words of a colophon; a month inside a long sentence is no colophon's."""
    start, end = expression.span
    left = max(text.rfind("\n\n", 0, start) + 1, start - COLOPHON_REACH, 0)
    right = min(len(text), end + COLOPHON_REACH)
    paragraph_end = text.find("\n\n", end, right)
    right = right if paragraph_end < 0 else paragraph_end
    before, after = _line_around(text, expression)
    if len(before) + len(after) > LONGEST_COLOPHON_LINE or expression.bound not in ("on", "during"):
        return False
    return bool(_COLOPHON.search(text, left, right))


_PAGE_NAMES = re.compile(
    r"time: (?:.*\b)?(?:publi|post|mis\sen\sligne|paru).*|time(?:: (?:date|published|entry-date|article-date).*)?"
    r"|article:published_time|og:published_time|date|datepublished|(?:dc|dcterms)[.:](?:date|issued|created)|citation_(?:publication_)?date",
    re.IGNORECASE,
)
LONGEST_UNTIL_FILED = 183  # days
_FILE_DATE = re.compile(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)")


def _in_metadata(
    metadata: Mapping[str, str], expressions: Iterable[DateExpression]
) -> tuple[date | None, PublicationSource | None]:
    """What the page says of itself; else the file, where its text does not speak against it."""
    for name, value in metadata.items():
        if _PAGE_NAMES.fullmatch(fold(name)):
            days = [each for each in find_dates(fold(value)) if each.grain == "day"]
            if days:
                return days[0].start, "page_metadata"
    created = _FILE_DATE.match(metadata.get("CreationDate", ""))
    if created:
        try:
            day = date(*map(int, created.groups()))
        except ValueError:
            return None, None
        if _is_plausible(day, expressions):
            return day, "file_metadata"
    return None, None


def _is_plausible(created: date, expressions: Iterable[DateExpression]) -> bool:
    """A file made years after all that its text tells of is a copy; one made before is an error."""
    told = [each.start for each in expressions if each.grain in ("day", "month")]
    if not told:
        return False
    latest = max((day for day in told if day <= created), default=None)
    return latest is not None and (created - latest).days <= LONGEST_UNTIL_FILED
