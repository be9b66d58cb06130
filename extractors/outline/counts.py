"""A stretch of folded text in, the stated counts of a plan's parts out: "24 objectifs".

A count of what is done, new or picked out ("175 actions sont engagées", "10 mesures phares") is
none. Knows nothing of plans or of documents.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.french.levels import ADJECTIVES, PLURAL, Rank, rank_of, word_of
from extractors.french.number_words import COLLECTIVE, FIGURES, SEVERAL, count_of
from extractors.french.statuses import STATUS_ADVERB, SURE_STATUS
from extractors.records import Qualifier, Span

_QUALIFIERS: dict[str, Qualifier] = {
    "pas moins": "more",
    "au minimum": "more",
    "plus": "more",
    "au moins": "more",
    "près": "about",
    "environ": "about",
    "quelque": "about",
    "autour": "about",
    "moins": "less",
}
_STATED = re.compile(
    rf"""(?<![\w.,/'-])
    (?:(?P<qualifier>(?:pas\s)?plus\sd[e']|pas\smoins\sd[e']|au\smoins|au\sminimum|près\sd[e']|environ|quelques?|autour\sd[e']|moins\sd[e'])\s?)?
    (?:(?P<done>{FIGURES})\s(?:{PLURAL})\s(?:\w+\s)?sur\s(?:les\s|un\stotal\sde\s)?(?P<total>{FIGURES})\b
      |(?P<count>{FIGURES}|{SEVERAL})\s(?:grande?s?\s|principa(?:ux|les)\s)?(?P<word>{PLURAL})
      |(?P<round>{COLLECTIVE})\sd['e]\s?(?P<rounded>{PLURAL}))\b
    (?P<adjectives>(?:(?:\set)?\s(?:{ADJECTIVES})\b(?!\s\d))*)""",
    re.IGNORECASE | re.VERBOSE,
)
_DONE_NOUN = re.compile(rf"{FIGURES}\s(?P<word>{PLURAL})", re.IGNORECASE)
_PART_ONLY = re.compile(
    rf"""\s?(?:\(?(?:nouve(?:aux|lles)|supplémentaires|phares?|emblématiques|additionnelles|pilotes?
      |restantes|suivie?s|présentée?s\sici)\b
    |(?:\([^()]{{0,40}}\)\s|,\s[^,.;]{{0,40}},\s)?
      (?:(?:qui\s)?(?:sont|ont\s(?:\w+\s)?été|étaient|seront)\s(?:\w+\s)?)?
      {STATUS_ADVERB}?(?:{SURE_STATUS}|atteints?|tenus|livrée?s?|mises?\sen\s(?:œuvre|oeuvre)
        |en\sdifficulté|déclinées?)(?![\w-])
    |peuvent\s(?:être\s)?\w+)""",
    re.IGNORECASE | re.VERBOSE,
)
_STRUCTURE = (
    r"comport\w+|compt(?:e|ent|ait|aient)|compren\w+|comprend|déclin\w+|décompos\w+|articul\w+"
    r"|repos\w+|organis\w+|structur\w+|compos\w+|autour|répart\w+|divis\w+|assorti\w*|propos\w+"
    r"|prévoi\w+|fix\w+|défin\w+|retien\w+|retenu\w*|regroup\w+|rassembl\w+|contien\w+|totalis\w+"
    r"|soit|avec|constru\w+|détaill\w+|présent\w+|traduit\w*|décrit|identifi\w+|poursui(?:t|vent)|rang\w+|ordonn\w+|align\w+|affich\w+|suit|suivent|donn\w+|distingu\w+|s'en\stient\sà|réuni\w*"
    r"|ensemble|total|port(?:e|ent|ait|ée?s?)|inscri\w+|bât\w+|fond\w+|appu\w+|dot\w+|scind\w+|subdivis\w+|dont"
)
_ANNOUNCED_BEFORE = re.compile(
    rf"""(?:^|[(:;.•-]\s?|\bsur\s|\b(?:les|ces|ses|leurs|des|aux|nos|cinq|:)\s(?:\w+\s)?
      |\b(?:{_STRUCTURE})\b(?:\s(?!de\s(?:la|l)\b)[\w']+){{0,5}}\s(?:en\s|de\s|d'|sur\s|à\s)?
      |\b(?:en|et|ou|à|par)\s|(?<!\by\s)\b(?:a|ont|aura|auront)\s|,\s)$""",
    re.IGNORECASE | re.VERBOSE,
)
# "s'articule autour de 5 axes" says how it is built; "compte autour de 40 actions" is unsure
_BUILT = re.compile(
    r"\b(?:articul|organis|structur|constru|bât|ordonn|regroup|rassembl|déclin|fond|pens|réun)\w*"
    r"\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# "177 des 237 actions sont engagées": the second is the size
_OF_TOTAL = re.compile(
    r"(?:\d|%|tiers|quarts?|moitié|majorité|plupart|part|ensemble|totalité)\s(?:des|de\sces|de\sses)\s$",
    re.I,
)
# "l'une des 4 priorités de la loi", "les 3 axes du rapport": no plan's
_OF_NO_PLAN = re.compile(
    r"""\s(?:fixée?s\spar\s|inscrite?s\sdans\s|issue?s\s)?(?:d[eu]s?\s|d')?(?:la\s|le\s|l'|une?\s|cette\s|ce\s)?
    (?:loi|ordonnance|décret|arrêté|directive|règlement|circulaire|constitution|convention|code
      |charte|rapport|étude|enquête|présidence|mandat|quinquennat|gouvernement|ministre|réforme
      |association|agenda\s2030)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Both run over whole texts, in small letters: without IGNORECASE they are ten times as fast.
_COUNTED_WORD = re.compile(rf"(?<![\w-]){PLURAL}(?![\w-])")
_NUMBER = re.compile(
    r"\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|vingt|trente|ante|cent|mille|aine"
)
LONGEST_COUNT = 60  # characters, before and after the word that is counted
LOOK_BACK = 70
CLOSE = 30  # characters from one count of a row of them to the next


@dataclass(frozen=True, slots=True)
class StatedCount:
    """A count of a plan's parts: what is counted, how many, how sure the text is of it."""

    word: str
    rank: Rank
    stated: int
    qualifier: Qualifier
    span: Span


class StatedCounts:
    """The counts that a text states, asked for sentence by sentence."""

    def __init__(self, text: str) -> None:
        """Read a folded text once."""
        self._text = text
        self._matches = list(_find_matches(text))
        self._starts = [match.start() for match in self._matches]

    def any_within(self, span: Span) -> bool:
        """Whether what reads as a count begins in a stretch of the text."""
        index = bisect_left(self._starts, span.start)
        return index < len(self._starts) and self._starts[index] < span.end

    def within(self, start: int, end: int, of_plan: bool = False) -> Iterator[StatedCount]:
        """The sizes that a sentence or block states, in their order.

        `of_plan` tells that the sentence speaks of a plan or of an item: its axes and objectives
        are counted whatever the verb.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if first == last:
            return
        text = self._text
        announces = text[start:end].rstrip().endswith(":")
        before_end = start
        for match in self._matches[first:last]:
            if match.end() > end:
                return
            words_before = text[max(start, match.start() - LOOK_BACK) : match.start()]
            goes_on = match.start() - before_end < CLOSE and before_end > start
            known = goes_on or announces or bool(_ANNOUNCED_BEFORE.search(words_before))
            if (known or of_plan) and (count := _stated(match, text)):
                if not known and count.rank >= Rank.ACTION:
                    continue
                before_end = match.end()
                yield count


def _find_matches(text: str) -> Iterator[re.Match[str]]:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose small form is longer; French has none
        lowered = text
    end = 0
    for noun in _COUNTED_WORD.finditer(lowered):
        start = max(end, noun.start() - LONGEST_COUNT)
        if noun.start() < end or not _NUMBER.search(lowered, start, noun.start()):
            continue
        match = _STATED.search(text, start, noun.end() + LONGEST_COUNT)
        if match and match.start() < noun.start() < match.end():
            yield match
            end = match.end()


def _stated(match: re.Match[str], text: str) -> StatedCount | None:
    if match["total"]:
        noun = _DONE_NOUN.match(text, match.start("done"))
        word = word_of(noun["word"]) if noun else "action"
        total = Span(*match.span("total"))
        return StatedCount(word, rank_of(word), count_of(match["total"]), "exact", total)
    is_total = _OF_TOTAL.search(text[max(0, match.start() - LOOK_BACK) : match.start()])
    if not is_total and _PART_ONLY.match(text, match.end()):
        return None
    if _OF_NO_PLAN.match(text, match.end()):
        return None
    printed = match["count"] or match["round"]
    try:
        stated = count_of(printed)
    except ValueError:
        return None
    word = word_of(match["word"] or match["rounded"])
    if stated < 2:
        return None
    span = Span(match.start("count") if match["count"] else match.start("round"), match.end())
    rank = rank_of(word, match["adjectives"].strip())
    return StatedCount(word, rank, stated, _qualifier_of(match), span)


def _qualifier_of(match: re.Match[str]) -> Qualifier:
    printed = (match["qualifier"] or "").lower()
    if printed and _BUILT.search(match.string[max(0, match.start() - LOOK_BACK) : match.start()]):
        printed = printed.removeprefix("autour de").removeprefix("autour d'")
    for opening, qualifier in _QUALIFIERS.items():
        if printed.startswith(opening):
            return qualifier
    return "about" if match["round"] else "exact"
