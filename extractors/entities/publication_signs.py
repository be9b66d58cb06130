"""An expression and the text around it in, which sign of the document's own date it bears out.

Its line tells, where it stands in the document, and the words of labels, datelines, issues and
colophons. Which of several signs counts is told in `publication`. The text is folded.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from extractors.entities.dates import DateExpression

PublicationSign: TypeAlias = Literal[
    "label",
    "journal",
    "date_line",
    "dateline",
    "heading",
    "colophon",
]

_LEGAL = (
    r"\b(?:loi|décret|arrêté|ordonnance|circulaire|directive|règlement|décision|instruction"
    r"|délibération|avis|convention)s?\b"
)
_LEGAL_NOUN = re.compile(_LEGAL, re.IGNORECASE)
LEGAL_TEXT = re.compile(
    rf"{_LEGAL}[^.;:\n]{{0,70}}?\b(?:du|en\sdate\sdu)\s$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:mise?s?\sà\sjour|modifi[ée]e?|actualis[ée]e?|r[ée]vis[ée]e?"
    r"|derni[eè]re\s(?:modification|r[ée]vision|actualisation))(?:\s(?:le|du|de|en|:))*\s?$",
    re.IGNORECASE,
)
_ISSUING = r"(?:publication|parution|diffusion|mise\sen\sligne)"
_LABEL = re.compile(
    r"(?:^\W*|[|·•(,:-]\s?|\b(?:article|communiqu[ée]|actualit[ée]|information|dossier|document|page"
    r"|billet|rapport|texte|question|r[ée]ponse)\s)"
    r"(?:(?:publi|post|dat|[ée]dit|diffus)[ée]e?|mise?\sen\sligne|paru(?:e|tion)?"
    rf"|date\sde\s{_ISSUING}|{_ISSUING}|date|enregistr[ée]e?\sà\sla\spr[ée]sidence\sd[^,;:]{{5,40}})"
    r"(?:\spar\s[^,:]{2,40}?)?(?:\sau\s(?:j\.?o|journal\sofficiel|b\.?o)[^:]{0,20}(?=\sle\s:))?"
    r"(?:\s(?:le|du|sur\s[^,:]{2,30}\sle))?\s?:?\s?$",
    re.IGNORECASE,
)
# "Publiée le 9 août 2004, la loi"
_OPENS_SENTENCE = re.compile(r"(?:[ée]es?|parue)\sle\s$")
# "par un décret (publié le 4 août 2020) et par": words before and after the label make a sentence
_IN_SENTENCE = re.compile(r"[^\W\d_]+[\s'][^\W\d_]+[^|·•:]*[(,]\s?\w+(?:\s\w+){0,2}\sle\s$")
_SENTENCE_GOES_ON = re.compile(r"\)?,?\s(?!par\s)(?:[a-zà-ÿ]+[\s']){2}|\)?[.;]\s*\S|\)\.")
_JOURNAL = re.compile(
    r"^\W*(?:source\s:\s)?(?:J\.?\s?O\.?(?:\s?R\.?\s?F\.?)?|JORF|journal\sofficiel|bulletin\sofficiel"
    r"|B\.?O\.?(?:\s?sant[ée])?)\b[^;:]{0,70}?\bdu\s$",
    re.IGNORECASE,
)
_PRESS = (
    r"(?:communiqu[ée]s?(?:\sde\spresse)?|(?:information|dossier|note|point)s?\s(?:de\s)?presse|presse"
    r"|actualit[ée]s?|article|publications?|dossier|rapport|news|br[èe]ve|lettre\sd'information"
    r"|[ée]tude|avis|tribune|billet|discours|annonce|enqu[êe]te|synth[èe]se|recommandations?"
    r"|\d+\smin(?:utes?)?(?:\sde\slecture)?|temps\sde\slecture.{0,15}|type\s:.{0,40})"
)
# "Boulogne-Billancourt", "Saint-Maurice (94)"; "Réunie le" and "Fait à Paris" are no places
_PLACE = (
    rf"(?:(?i:{_PRESS})\s?[|·:,-]?\s?)?(?:À\s|A\s)?"
    r"(?!(?:Le|La|Les|Fait|En|Du|Au|Depuis|Dès|Ce|Signé|Lu|Vu|Dans|Pour|Avant|Jusqu'au)\b)"
    r"[A-ZÀ-Ý][\w'-]*(?:\s(?:et\s)?(?!(?i:de|du|presse)\s)[^\W\d_][\w'-]*){0,3}(?:\s\(\d+\))?"
)
# "La Rochelle, le": an article opens a place's name where "le" follows
_PLACE_WITH_ARTICLE = (
    r"L(?:[ae]s?\s|')(?!(?:Conseil|Gouvernement|Ministre|Commission|Comité|Président)\b)"
    r"[A-ZÀ-Ý][\w'-]*(?:[\s-][\w'-]+){0,3}"
)
# "ARS Bretagne – Rennes, le": who writes stands before it
_WRITER = r"(?:[A-ZÀ-Ý][^\n,;:.]{1,60}\s-\s)?"
_DATELINE = re.compile(
    rf"\W*(?:{_PLACE},\s(?:le\s)?|{_WRITER}(?:{_PLACE}|{_PLACE_WITH_ARTICLE}),\sle\s)"
)
# "Colloque national\nParis, 12 mars 2023": where and when something takes place
_EVENT_ABOVE = re.compile(
    r"(?:^|\n)[^\w\n]*(?:\d+e\s|\d+[èe]mes?\s)?(?:colloque|congr[èe]s|conf[ée]rence(?!\sde\spresse)"
    r"|s[ée]minaire|journ[ée]es?|rencontres|forum|symposium|webinaire|assises|atelier)s?\b[^\n]{0,120}\n\s*$",
    re.IGNORECASE,
)
_BYLINE_BEFORE = re.compile(
    r"\W*par\s[^,;:|\n]{2,50}?\s?(?:[|·•-]\s?|,\s|\s)(?:le\s)?", re.IGNORECASE
)
_BYLINE_AFTER = re.compile(r"\s*(?:[|·•,-]\s?)?par\s[^,;:\n]{2,50}", re.IGNORECASE)
# "PARIS, 4 mai 2021 (APM) - "; a line may end in a comma, or with the hour
_AFTER_DATELINE = re.compile(
    r"(?:,?\s(?:à\s)?\d{1,2}\s?[h:]\s?(?:\d\d)?(?=\s*$))?\s*(?:[-.:|(]|,?\s*$)"
)
_PLACE_ALONE = re.compile(rf"{_PLACE}(?<!é)(?<!ée)(?<!és)(?<!ées)(?<!ie)(?<!ite)\sle\s")
_AFTER_PLACE_ALONE = re.compile(r"[\s.]*$|\s-\s")
_BEFORE_DATE_LINE = re.compile(rf"\W*(?:{_PRESS}\s*(?:[|·•:,-]|du)?\s*)?(?:le\s)?", re.IGNORECASE)
# a stamp "14 décembre 2016 Publication"; a cover's "Jeudi 10 septembre 2020 #Relance"
_AFTER_DATE_LINE = re.compile(
    rf"\W*(?:(?:[|·•,-]\s*|(?<=\s)){_PRESS}\W*(?:[|·•-].{{0,60}})?)?(?:\s[#@]\w+)*\s*",
    re.IGNORECASE,
)
# what is written on the day that its heading tells; a law's or decree's is told by the journal
_OF_ITS_DAY = re.compile(
    r"\W*(?:communiqu[ée]|instruction|circulaire|note\sd'information|compte[ -]rendu|relev[ée]|pv\b"
    r"|proc[èe]s[ -]verbal|avis\sn|d[ée]lib[ée]ration)[^;\n]{0,120}?\bdu\s$",
    re.IGNORECASE,
)
# "Lettre d'information n° 12 | 4 mai 2021 | INCa": a part of the line that says what was issued
_ISSUED = re.compile(
    rf"[^\n]{{0,90}}?\b(?:{_PRESS}|lettre|newsletter|bulletin|d[ée]p[êe]che|num[ée]ro|n\s?°\s?\d+)\b"
    r"[^\n]{0,60}?\s?[|·•/-]\s(?:le\s)?$",
    re.IGNORECASE,
)
# "N° 42 - mai 2022": the issue of a series, whose month is often all that is printed
_OF_SERIES = re.compile(
    r"(?:\W*[^\W\d_][^\n]{0,60}?[\s-])?\W*(?:n\s?°|num[ée]ro)\s?\d{1,4}(?:\s?[|·•/(,-]\s?|\s)"
    r"(?:le\s)?$",
    re.IGNORECASE,
)
_AFTER_ISSUED = re.compile(r"\s*(?:[|·•/-]\s[^\n]{0,80})?$")
# "Le 4 mai 2021 - L'Institut ...", where nothing else begins so
_OPENS_WITH_DAY = re.compile(
    r"^(?:le\s)?(?:\d{1,2}|1er)\s[^\W\d]+\s\d{4}\s-\s", re.IGNORECASE | re.MULTILINE
)
_COLOPHON = re.compile(
    r"d[ée]p[ôo]t\sl[ée]gal|tous\sdroits\sr[ée]serv[ée]s|[ée]dit[ée]e?\spar|imprim[ée]e?\s(?:par|en)"
    r"|achev[ée]\sd'imprimer|date\sd'[ée]dition|\bISBN\b|\bISSN\b|©"
    r"|conception(?:\sgraphique)?(?:\set|,)\sr[ée]alisation|\bversion\s(?:du|de)\b|\b[ée]dition\s:",
    re.IGNORECASE,
)


HEAD = 2000  # characters: date lines stand there
COVER = 900  # and months alone on a line there
FIRST_LINES = 400  # and the heading of a text that bears its day
# a title is no longer, and has no full stop
_RUNNING_TEXT = re.compile(r"[^\n]{200,}[.!?:;»]\s*\n|[^\n]{450,}")
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
