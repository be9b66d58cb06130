"""An expression and the text around it in, which sign of the document's own date it bears out.

Its line tells, where it stands in the document, and the words of labels, datelines, issues and
colophons. Which of several signs counts is told in `publication`. The text is folded.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, TypeAlias

from extractors.entities.dates import DateExpression
from extractors.french.patterns import read_patterns

PublicationSign: TypeAlias = Literal[
    "label",
    "journal",
    "date_line",
    "dateline",
    "heading",
    "colophon",
]

_SAID = read_patterns(Path(__file__).with_suffix(".toml"))
_LEGAL = _SAID.fragments["legal"]
_LEGAL_NOUN = re.compile(_LEGAL, re.IGNORECASE)
LEGAL_TEXT = _SAID["legal_text"]
_UPDATED = _SAID["updated"]
_LABEL = _SAID["label"]
# "Publiée le 9 août 2004, la loi"
_OPENS_SENTENCE = re.compile(r"(?:[ée]es?|parue)\sle\s$")
_IN_SENTENCE = _SAID["in_sentence"]
_SENTENCE_GOES_ON = _SAID["sentence_goes_on"]
_JOURNAL = _SAID["journal"]
_DATELINE = _SAID["dateline"]
_EVENT_ABOVE = _SAID["event_above"]
_BYLINE_BEFORE = _SAID["byline_before"]
_BYLINE_AFTER = _SAID["byline_after"]
_AFTER_DATELINE = _SAID["after_dateline"]
_PLACE_ALONE = _SAID["place_alone"]
_AFTER_PLACE_ALONE = re.compile(r"[\s.]*$|\s-\s")
_BEFORE_DATE_LINE = _SAID["before_date_line"]
_AFTER_DATE_LINE = _SAID["after_date_line"]
_OF_ITS_DAY = _SAID["of_its_day"]
_ISSUED = _SAID["issued"]
_OF_SERIES = _SAID["of_series"]
_AFTER_ISSUED = _SAID["after_issued"]
# "Le 4 mai 2021 - L'Institut ...", where nothing else begins so
_OPENS_WITH_DAY = re.compile(
    r"^(?:le\s)?(?:\d{1,2}|1er)\s[^\W\d]+\s\d{4}\s-\s", re.IGNORECASE | re.MULTILINE
)
_COLOPHON = _SAID["colophon"]


HEAD = 2000  # characters: date lines stand there
COVER = 900  # and months alone on a line there
FIRST_LINES = 400  # and the heading of a text that bears its day
_RUNNING_TEXT = _SAID["running_text"]
LONGEST_LINE = 400  # characters to each side of a date that are looked at
LONGEST_VERSION = 40  # characters beside the date on the line of a version
LONGEST_LABEL = 90  # characters before a date that label it
COLOPHON_REACH = 200  # characters between a colophon's words and its date, in one paragraph


def start_of_body(text: str) -> int:
    """Where the first line of running text begins: date lines stand above it."""
    line = _RUNNING_TEXT.search(text, 0, HEAD)
    return line.end() if line else HEAD


def sign_of(
    text: str, expression: DateExpression, body: int
) -> PublicationSign | Literal["updated"] | None:
    """Which sign of the document's own date stands around an expression, if any."""
    before, after = line_around(text, expression)
    if _UPDATED.search(before):
        return "updated"
    if expression.grain == "day" and len(before) < LONGEST_LABEL and _LABEL.search(before):
        return None if _is_of_another(before, after) else "label"
    start = expression.span.start
    if start < HEAD and expression.grain == "day" and _JOURNAL.match(before):
        return "journal"
    if start < body and expression.grain == "day":
        if _DATELINE.fullmatch(before) and _AFTER_DATELINE.match(after):
            return None if _is_of_event(text, start, before) else "dateline"
        if _PLACE_ALONE.fullmatch(before) and _AFTER_PLACE_ALONE.match(after):
            return "dateline"
        if _BEFORE_DATE_LINE.fullmatch(before) and _AFTER_DATE_LINE.fullmatch(after):
            return "date_line"
        if _is_byline(before, after):
            return "date_line"
    if start < min(body, COVER) and not before.strip() and not after.strip(" ."):
        return "date_line"
    if start < FIRST_LINES and _OF_SERIES.fullmatch(before) and not after.strip(" ).|-"):
        return "date_line"
    if start < FIRST_LINES and expression.grain == "day":
        if _is_in_heading(text, start, before):
            return "heading"
        if _ISSUED.fullmatch(before) and _AFTER_ISSUED.match(after):
            return "date_line"
        if _opens_the_text(text, start - len(before)):
            return "dateline"
    return "colophon" if _is_in_colophon(text, expression) else None


def _is_of_another(before: str, after: str) -> bool:
    """Whether a label tells of what the sentence around it speaks of."""
    if _OPENS_SENTENCE.search(before) and after.startswith(","):
        return True
    is_of_law = _LEGAL_NOUN.search(before) and after[:1] in (")", ".")
    return bool(is_of_law or (_IN_SENTENCE.search(before) and _SENTENCE_GOES_ON.match(after)))


def line_around(text: str, expression: DateExpression) -> tuple[str, str]:
    """What stands on its line to both sides; of a long line, what is near."""
    start, end = expression.span
    before = text[max(0, start - LONGEST_LINE) : start]
    after = text[end : end + LONGEST_LINE]
    return before.rpartition("\n")[2], after.partition("\n")[0]


def _is_of_event(text: str, start: int, before: str) -> bool:
    """Place and day right under an event's name; a letter's or release's dateline has "le"."""
    line = start - len(before)
    above = text[max(0, line - LONGEST_LINE) : line]
    return not before.endswith("le ") and bool(_EVENT_ABOVE.search(above))


def _is_byline(before: str, after: str) -> bool:
    """A line with nothing but its writer and the day."""
    if _BYLINE_BEFORE.fullmatch(before):
        return not after.strip(" .")
    return before.strip().lower() in ("", "le") and bool(_BYLINE_AFTER.fullmatch(after.rstrip()))


def _is_in_heading(text: str, start: int, before: str) -> bool:
    """A heading may break its line before "du"."""
    if before.strip().lower() in ("du", "séance du", "seance du", "réunion du"):
        before = text[:start].rstrip().replace("\n", " ") + " "
    return bool(_OF_ITS_DAY.match(before))


def _opens_the_text(text: str, line: int) -> bool:
    """Whether a line begins with its day and a dash, and no other does, as in an agenda."""
    return bool(_OPENS_WITH_DAY.match(text, line)) and len(_OPENS_WITH_DAY.findall(text)) == 1


def _is_in_colophon(text: str, expression: DateExpression) -> bool:
    """Near the words of a colophon; a date inside a sentence is no colophon's."""
    start, end = expression.span
    if expression.bound not in ("on", "during"):
        return False
    left = max(
        text.rfind("\n\n", max(0, start - COLOPHON_REACH), start) + 1, start - COLOPHON_REACH, 0
    )
    right = min(len(text), end + COLOPHON_REACH)
    paragraph_end = text.find("\n\n", end, right)
    right = right if paragraph_end < 0 else paragraph_end
    before, after = line_around(text, expression)
    if len(before) + len(after) >= LONGEST_LINE:
        return False
    sign = _COLOPHON.search(text, left, right)
    # "le référentiel (version du 3 mars) est remplacé" tells of another's version
    is_of_version = sign is not None and sign[0].lower().startswith("version")
    return sign is not None and not (is_of_version and len(before) + len(after) > LONGEST_VERSION)
