"""An expression and the text around it in, which sign of the document's own date it bears out.

Its line tells, where it stands in the document, and the words of labels, datelines, issues and
colophons. Which of several signs counts is told in `publication`. The text is folded.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from extractors.entities.dates import DateExpression
from extractors.french.phrases import phrases_of

PublicationSign: TypeAlias = Literal[
    "label",
    "journal",
    "date_line",
    "dateline",
    "heading",
    "colophon",
]

_SAID = phrases_of(__file__)
_LEGAL = _SAID.fragments["legal"]
_LEGAL_NOUN = re.compile(_LEGAL, re.IGNORECASE)
LEGAL_TEXT = _SAID["legal_text"]
# "Publiée le 9 août 2004, la loi"
_OPENS_SENTENCE = re.compile(r"(?:[ée]es?|parue)\sle\s$")
_AFTER_PLACE_ALONE = re.compile(r"[\s.]*$|\s-\s")
# "Le 4 mai 2021 - L'Institut ...", where nothing else begins so
_OPENS_WITH_DAY = re.compile(
    r"^(?:le\s)?(?:\d{1,2}|1er)\s[^\W\d]+\s\d{4}\s-\s", re.IGNORECASE | re.MULTILINE
)


HEAD = 2000  # characters: date lines stand there
COVER = 900  # and months alone on a line there
FIRST_LINES = 400  # and the heading of a text that bears its day
LONGEST_LINE = 400  # characters to each side of a date that are looked at
LONGEST_VERSION = 40  # characters beside the date on the line of a version
LONGEST_LABEL = 90  # characters before a date that label it
COLOPHON_REACH = 200  # characters between a colophon's words and its date, in one paragraph


def start_of_body(text: str) -> int:
    """Where the first line of running text begins: date lines stand above it."""
    line = _SAID["running_text"].search(text, 0, HEAD)
    return line.end() if line else HEAD


def sign_of(
    text: str, expression: DateExpression, body: int
) -> PublicationSign | Literal["updated"] | None:
    """Which sign of the document's own date stands around an expression, if any."""
    before, after = line_around(text, expression)
    if _SAID["updated"].search(before):
        return "updated"
    if expression.grain == "day" and len(before) < LONGEST_LABEL and _SAID["label"].search(before):
        return None if _is_of_another(before, after) else "label"
    start = expression.span.start
    if start < HEAD and expression.grain == "day" and _SAID["journal"].match(before):
        return "journal"
    if start < body and expression.grain == "day":
        if _SAID["dateline"].fullmatch(before) and _SAID["after_dateline"].match(after):
            return None if _is_of_event(text, start, before) else "dateline"
        if _SAID["place_alone"].fullmatch(before) and _AFTER_PLACE_ALONE.match(after):
            return "dateline"
        if _SAID["before_date_line"].fullmatch(before) and _SAID["after_date_line"].fullmatch(
            after
        ):
            return "date_line"
        if _is_byline(before, after):
            return "date_line"
    if start < min(body, COVER) and not before.strip() and not after.strip(" ."):
        return "date_line"
    if start < FIRST_LINES and _SAID["of_series"].fullmatch(before) and not after.strip(" ).|-"):
        return "date_line"
    if start < FIRST_LINES and expression.grain == "day":
        if _is_in_heading(text, start, before):
            return "heading"
        if _SAID["issued"].fullmatch(before) and _SAID["after_issued"].match(after):
            return "date_line"
        if _opens_the_text(text, start - len(before)):
            return "dateline"
    return "colophon" if _is_in_colophon(text, expression) else None


def _is_of_another(before: str, after: str) -> bool:
    """Whether a label tells of what the sentence around it speaks of."""
    if _OPENS_SENTENCE.search(before) and after.startswith(","):
        return True
    is_of_law = _LEGAL_NOUN.search(before) and after[:1] in (")", ".")
    return bool(
        is_of_law
        or (_SAID["in_sentence"].search(before) and _SAID["sentence_goes_on"].match(after))
    )


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
    return not before.endswith("le ") and bool(_SAID["event_above"].search(above))


def _is_byline(before: str, after: str) -> bool:
    """A line with nothing but its writer and the day."""
    if _SAID["byline_before"].fullmatch(before):
        return not after.strip(" .")
    return before.strip().lower() in ("", "le") and bool(
        _SAID["byline_after"].fullmatch(after.rstrip())
    )


def _is_in_heading(text: str, start: int, before: str) -> bool:
    """A heading may break its line before "du"."""
    if before.strip().lower() in ("du", "séance du", "seance du", "réunion du"):
        before = text[:start].rstrip().replace("\n", " ") + " "
    return bool(_SAID["of_its_day"].match(before))


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
    sign = _SAID["colophon"].search(text, left, right)
    # "le référentiel (version du 3 mars) est remplacé" tells of another's version
    is_of_version = sign is not None and sign[0].lower().startswith("version")
    return sign is not None and not (is_of_version and len(before) + len(after) > LONGEST_VERSION)
