"""A document's text in, the plans that it names out, each mention with the plan's full name.

"Le COP", "la stratégie" and "Plan cancer 3" are led back to the plan that the document, or France's
cancer policy, knows under a longer name. Knows nothing of a plan's parts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from extractors.french.sentences import sentences_of
from extractors.outline.plan_mentions import PlanMention, find_mentions
from extractors.records import Document, Span, fold

_CONTRACTS = frozenset(("com", "cpom"))
_GENERIC = frozenset(
    (
        *("plan", "stratégie", "stratégie nationale", "feuille de route"),
        *("contrat", "programme", "schéma"),
    )
)
_BARE = frozenset(("feuille de route", "stratégie nationale"))
_PRONOUN = re.compile(
    r"\b(?:(?<!qu')(?:elle|il)|celle-ci|celui-ci|ce dernier|cette dernière)\b(?!\sy\sa)",
    re.IGNORECASE,
)
NEAR = 250  # characters: what a pronoun stands for was named within so many
FIRST_NAMED = 1.5  # mentions: what a document names first counts for so many more
_RIGHT_AFTER = re.compile(r"[^,;:.]{0,12}")  # "de la ", "du "
_POSSESSIVE = re.compile(r"\b(?:ses|leurs)\s(?:plus\sde\s|près\sde\s|quelque\s)?$", re.IGNORECASE)


class PlanNames:
    """The plans that a document names, in text order."""

    def __init__(self, document: Document) -> None:
        """Read the document's text and title."""
        text = self._text = document.folded
        found = list(find_mentions(text))
        self._known = _longest_names(found)
        self.main = ""
        self.main = self._main(fold(document.title), found)
        self._mentions = [(mention.span, name) for mention, name in self._resolved(found) if name]
        self._starts = [span.start for span, _ in self._mentions]
        self._headings = [block.span for block in document.blocks if block.kind == "heading"]

    def mentioned_in(self, span: Span) -> list[tuple[Span, str]]:
        """The mentions that begin in a stretch of the text, each with the plan's full name."""
        first = bisect_right(self._starts, span.start - 1)
        last = bisect_right(self._starts, span.end - 1)
        return self._mentions[first:last]

    def names_in(self, text: str) -> bool:
        """Whether another text, such as the title, names a plan by more than "le plan"."""
        return any(
            mention.period or mention.name not in _GENERIC or mention.name == "feuille de route"
            for mention in find_mentions(text)
        )

    def before(self, offset: int) -> str:
        """The plan named last before an offset; the main one where none is."""
        index = bisect_right(self._starts, offset - 1) - 1
        return self._mentions[index][1] if index >= 0 else self.main

    def around(self, offset: int) -> str:
        """The plan that the heading above an offset names, else the main one."""
        index = bisect_right(self._headings, offset, key=lambda span: span.start) - 1
        named = self.mentioned_in(self._headings[index]) if index >= 0 else []
        return named[0][1] if named else self.main or self.before(offset)

    def counted_in(self, sentence: Span, count: Span) -> str:
        """The plan whose parts a sentence counts: its subject, or what the count is of."""
        named = self.mentioned_in(sentence)
        if not named or named[0][0].start > count.start:
            before_it = self._text[sentence.start : named[0][0].start if named else sentence.end]
            pronoun = _PRONOUN.search(before_it)
            if pronoun and (name := self._antecedent(sentence, pronoun)):
                return name
        if not named:
            if _POSSESSIVE.search(self._text, max(0, count.start - 20), count.start):
                return self.before(count.start)
            return self.around(count.start)
        for mention, name in named:
            if _RIGHT_AFTER.fullmatch(self._text, count.end, mention.start):
                return name
        before = [(mention, name) for mention, name in named if mention.start < count.start]
        if not before:
            return named[0][1]
        # "la feuille de route, étape de la stratégie, compte": the subject is the first one
        apart = self._text[before[-1][0].end : before[-1][0].end + 2].lstrip().startswith(",")
        return before[0][1] if apart else before[-1][1]

    def _antecedent(self, sentence: Span, pronoun: re.Match[str]) -> str:
        """What "elle" stands for: the first plan of the sentence before, "celle-ci" the last."""
        start = max(0, sentence.start - NEAR)
        sentence_before = sentences_of(self._text, Span(start, sentence.start - 1))[-1]
        named = self.mentioned_in(sentence_before)
        if not named or _PRONOUN.match(self._text, *sentence_before):
            return ""
        return named[-1 if "-ci" in pronoun[0] else 0][1]

    def _main(self, title: str, found: list[PlanMention]) -> str:
        """The plan that the title names, else the one named most, those with a period first."""
        for mention in find_mentions(title):
            name = self._name_of(mention, "")
            if name and (mention.period or mention.name not in _GENERIC):
                return name
        telling = [m for m in found if m.period or m.name not in _GENERIC]
        names = [(bool(m.period), self._name_of(m, "")) for m in telling or found]
        counts = Counter(name for _, name in names if name)
        dated = {name for has_period, name in names if has_period}
        first = {name: -place for place, (_, name) in reversed(list(enumerate(names)))}
        opening = max(first, key=lambda name: first[name], default="")
        return max(
            counts,
            key=lambda n: (n in dated, counts[n] + FIRST_NAMED * (n == opening), first[n]),
            default="",
        )

    def _resolved(self, found: list[PlanMention]) -> list[tuple[PlanMention, str]]:
        resolved: list[tuple[PlanMention, str]] = []
        latest: dict[str, tuple[int, str]] = {}
        for mention in found:
            offset, named = latest.get(mention.head, (-NEAR, ""))
            is_near = mention.span.start - offset <= NEAR
            name = self._name_of(mention, named, is_near)
            if name:
                here = mention.span.start, name
                latest[mention.head] = here
                if mention.head == "plan cancer":
                    latest["plan"] = here
            resolved.append((mention, name))
        return resolved

    def _name_of(self, mention: PlanMention, latest: str, is_near: bool = False) -> str:
        """The plan's full name; empty where a bare "le plan" stands for none that is named.

        `latest` is what the same word stood for last, `is_near` whether that was a moment ago.
        """
        if mention.period:
            return self._known.get((_family(mention.name), mention.period), "") or (
                f"{mention.name} {mention.period}"
            )
        if mention.name in _GENERIC:
            bare = mention.name if mention.name in _BARE else ""
            if mention.is_that and is_near and latest:
                return latest
            if mention.is_this and self.main.startswith(mention.head):
                return self.main
            if self.main and (mention.head == "plan" or self.main.startswith(mention.head)):
                return self.main
            if mention.head == "programme":
                return self._only(mention.head)  # of research, of care: seldom the plan itself
            return latest or self._only(mention.head) or self.main or bare
        if mention.name in _CONTRACTS and (contract := self._only("contrat")):
            return contract
        words = set(mention.name.split())
        matching = [
            name
            for (family, _), name in self._known.items()
            if family == _family(mention.name) or words <= set(name.split())
        ]
        if latest in matching:
            return latest
        return matching[0] if matching else mention.name

    def _only(self, head: str) -> str:
        names = [name for name in self._known.values() if name.startswith(head)]
        return names[0] if len(names) == 1 else ""


def _family(name: str) -> str:
    """What a name with a period and the same without it have in common."""
    return re.sub(r"\s(?:de lutte contre les? cancers?|cancers?)\b", "", name)


def _longest_names(found: list[PlanMention]) -> dict[tuple[str, str], str]:
    """By family and period, the longest name that the document has for the plan."""
    longest: dict[tuple[str, str], str] = {}
    for mention in found:
        if mention.period:
            key = _family(mention.name), mention.period
            name = f"{mention.name} {mention.period}"
            longest[key] = max(longest.get(key, ""), name, key=len)
    return longest
