"""The lines of a document in, their sentences out, and what each line leaves for the next one.

Of a sentence whether it opens a list, and what it has in brackets; of a line the aim of the list
under it, the field of a sheet ("Cible : 80 %"; "Résultat attendu", and on the next line "20 000
kits en 2027"), or that what follows was done already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.commitments.targets.sentences import Aim, Field
from extractors.documents.typography import skip_list_mark
from extractors.french.column_headings import INDICATOR_LABEL, TARGET_LABEL
from extractors.french.number_words import PARTS, SCALES, SEVERAL
from extractors.french.phrases import phrases_of
from extractors.french.printed_numbers import LINE_NUMBER
from extractors.french.sentences import sentence_ends
from extractors.records import DateMention, Span

_HAS_FIGURE = re.compile(
    rf"\d|[½⅓⅔¼¾]|\b(?:{SEVERAL}|(?:{'|'.join((*PARTS, *SCALES))})s?|\w+aine\sd|zéro"
    r"|(?:doubl|tripl|quadrupl)\w+)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 2000  # characters; what goes on longer is none, and is cut
_PAGE = re.compile(r"\s?[.…\s]{0,200}\d{1,3}(?!\S)")
LEAST_TITLE = 16  # characters of a title that contents repeat
LONGEST_MARK = 24  # characters of a line's number
LONGEST_HEADING = 60  # characters of a line that announces without a colon
_SAID = phrases_of(__file__, minds_case=True)

_ANNOUNCE_NOTHING = frozenset({"aim_verb", "change", "horizon"})
_VALUE = r"(?=\d|[<>≥≤+~-]|de\s|d'|à\s|au\s|un\s|une\s|moins|plus|maint|\w+[eio]i?r\s)"
_TARGET = re.compile(rf"(?:{TARGET_LABEL.pattern})\)?(?:\s?:|\s?[-–—]\s|\s{_VALUE}|\s*$)")
_INDICATOR = re.compile(rf"(?:{INDICATOR_LABEL.pattern})(?:\s?:|\s?[-–—]\s|\s*$)")
LONGEST_TOLD = 200  # characters of a line that announces what was done


def sentences_of(text: str) -> Iterator[Span]:
    """The sentences of a text; a line ends one."""
    start = 0
    for end in (*(mark.end for mark in sentence_ends(text, 0, len(text))), len(text)):
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start, start + LONGEST_SENTENCE) + 1
            cut = cut if cut > start else start + LONGEST_SENTENCE
            yield Span(start, cut)
            start = cut
        if start < end:
            yield Span(start, end)
        start = end


def announces(text: str, span: Span) -> bool:
    """Whether a list of aims may follow: after a colon, or a heading."""
    line = text[span.start : span.end].rstrip()
    return line.endswith(":") or (len(line) <= LONGEST_HEADING and text[span.end - 1] == "\n")


def after_mark(text: str, start: int) -> int:
    """Where a line begins after its bullet, dash or number."""
    start = skip_list_mark(text, start)
    number = LINE_NUMBER.match(text, start, start + LONGEST_MARK)
    return number.end() if number else start


def brackets_of(text: str, span: Span) -> list[Span]:
    """What stands between parentheses, the outermost ones."""
    found: list[Span] = []
    start = text.find("(", span.start, span.end)
    while start >= 0:
        end = text.find(")", start, span.end)
        end = span.end if end < 0 else end + 1
        found.append(Span(start, end))
        start = text.find("(", end, span.end)
    return found


def has_figure(text: str, span: Span) -> bool:
    """Whether a stretch of text has a figure, or a word that is one."""
    return _HAS_FIGURE.search(text, span.start, span.end) is not None


def in_contents(text: str, span: Span) -> bool:
    """Whether words stand before a page's number, and again further on."""
    words = text[span.start : span.end]
    is_paged = _PAGE.match(text, span.end) is not None
    return is_paged and len(words) >= LEAST_TITLE and text.find(words, span.end) >= 0


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
