"""What French counts and measures in: units, rates, and the words of what a number counts.

Patterns over folded text in small letters; a noun is told by its place, since nothing here knows
parts of speech.
"""

from __future__ import annotations

from extractors.french.phrases import phrases_of
from extractors.records import Span

_SAID = phrases_of(__file__, minds_case=True, in_line=True)
PERCENT = _SAID["percent"]
POINTS = _SAID["points"]
EUROS = _SAID["euros"]
EURO_SCALES = {"": 1, "k": 1e3, "m": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9}
DURATION = _SAID["duration"]
MEASURE = _SAID["measure"]
MEASURE_IN_PROSE = _SAID["measure_in_prose"]
RATE = _SAID["rate"]
EXTRA = _SAID["extra"]

LABEL_BEFORE = _SAID["label_before"]
MOST_WORDS = 5
LONG = 6  # letters of a word that is no acronym
OWN_SHARE = _SAID["own_share"]


def unit_named(name: str) -> tuple[str, float] | None:
    """The unit that an indicator's name or a heading gives, and what it multiplies by.

    "Délai médian (en jours)", "Budget (M€)", "Taux de participation".
    """
    match = _SAID["named_unit"].search(name)
    if not match:
        return ("%", 1.0) if _SAID["share"].match(name) else None
    if match["percent"]:
        return "%", 1.0
    if match["points"]:
        return "points", 1.0
    if match["time"] or match["measure"]:
        return match["time"] or match["measure"], 1.0
    return "EUR", 1e6 if match["millions"] else EURO_SCALES[match["scale"] or ""]


def noun_phrase(text: str, start: int) -> Span:
    """The words of what is counted, after a number: noun, adjectives, "de" and a noun more."""
    first = start
    end = start
    for count in range(MOST_WORDS):
        match = _SAID["word"].match(text, end)
        if not match or (not match["gap"] and end != start):
            break
        if _stops(match["word"]) and not (count == 0 and match["word"] == "très"):
            break
        if count == 0 and _is_infinitive(match["word"]):  # "1 Piloter": a line's number
            break
        if count == 0:
            first = match.start("word")
        elif _goes_no_further(match["gap"] or "", match["word"]):
            break
        end = match.end()
    if end == start:
        return Span(start, start)
    compound = _SAID["compound"].match(text, end)
    return Span(first, compound.end() if compound else end)


def _stops(word: str) -> bool:
    return (
        _SAID["stop"].fullmatch(word) is not None
        or word.partition("'")[0] in ("d", "l", "qu", "jusqu", "s", "n", "c", "aujourd")
        or _SAID["future"].fullmatch(word) is not None
    )


def _is_infinitive(word: str) -> bool:
    return _SAID["infinitive"].fullmatch(word) is not None and not _SAID[
        "noun_like_verb"
    ].fullmatch(word)


def _goes_no_further(gap: str, word: str) -> bool:
    """Whether "de" and a word say no more of what is counted: "de la région"."""
    if gap in (" d'", " de ") and _is_infinitive(word):
        return True
    is_place = gap.endswith(("la ", "l'", "du ")) and _SAID["place"].fullmatch(word) is not None
    return is_place or ("d" in gap and len(word) < 3)


def is_singular(unit: str) -> bool:
    """Whether the first word of what is counted is no plural, as after a page's number."""
    first = unit.partition(" ")[0]
    return len(first) >= LONG and first.isalpha() and first[-1] not in "sxz"


def without_participle(unit: str) -> str:
    """What an indicator counts without what becomes of it: "projets de recherche financés"."""
    words = unit.split()
    return (
        " ".join(words[:-1])
        if len(words) > 1 and _SAID["participle"].fullmatch(words[-1])
        else unit
    )


def is_foreign(text: str, end: int) -> bool:
    """Whether what follows a number makes it no figure of a policy: a dose, "4x4", "3e"."""
    return _SAID["foreign"].match(text, end) is not None


def is_own_part(unit: str) -> bool:
    """Whether what is counted are parts of a plan or of a text: "24 objectifs opérationnels"."""
    return any(_SAID["own_part"].fullmatch(word) for word in unit.split()[:2])


def counted_in(text: str, start: int, end: int) -> Span | None:
    """What a stretch of text says that it counts: "le nombre de cancers évitables"."""
    match = _SAID["number_of"].search(text, start, end)
    if not match:
        return None
    return noun_phrase(text, match.end())
