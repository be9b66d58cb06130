"""A document's text in, the plans that it names out, each mention with the plan's full name.

"Le COP", "la stratégie" and "Plan cancer 3" are led back to the plan that the document, or France's
cancer policy, knows under a longer name. Knows nothing of a plan's parts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.documents.typography import fold
from extractors.records import Document, Span

_PERIOD = r"(?:19|20)\d\d\s?(?:-|/|à)\s?(?:(?:19|20)\d\d|\d\d)(?!\d)"
# Words that a plan's name is never made of: a name ends before them.
_NO_NAME = (
    r"(?:est|sont|a|ont|remplace|complète|succède|vient|couvre|porte|engage|comporte|compte|comprend|prévoit|fixe|définit|se|s'|qui|que|dont|où|en\s\d|y"
    r"|et\s(?:du|de\s|la|le|les|l')\s?(?:plan|stratégie|feuille|contrat|programme|projet|schéma|cop)"
    r"|sur|avec|par|publiée?|adoptée?|signée?|lancée?|arrêtée?|présentée?)"
)
_CONTRACT_VERBS = r"\d{4}|est|compren|compor|compte|s'|se\s|fix|défin|remplac|compl|succ|a\s"
_HEADS = {
    "contrat": rf"contrat(?=\s(?:{_CONTRACT_VERBS}))|contrat\s(?:pluriannuel\s)?d'objectifs"
    r"(?:,\sde\s\w+)*(?:\set\sd(?:e\s|')\w+)?",
    "COP": r"COP(?!\s?\d\d\b(?!\d))",
    "COM": r"CP?OM",
    "plan cancer": r"(?:(?:1er|premier|2e|2ème|deuxième|second|3e|3ème|troisième)\s)?"
    r"plan\scancer(?!s)(?:\s(?:I{1,3}|[123])\b)?",
    "stratégie": r"stratégie",
    "feuille de route": r"feuille\sde\sroute",
    "projet": r"(?:projet|schéma|programme)\s(?:régional|national|territorial|stratégique)",
    "PRS": r"PRS\d?",
    "plan": r"plan",
}
_MENTION = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{head.replace(' ', '_')}>{form})" for head, form in _HEADS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
# In small letters, capitals or with a capital first: without IGNORECASE it is ten times as fast.
_OPENING_WORD = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(
        form
        for word in "contrat plan stratégie feuille projet schéma programme".split()
        + "premier deuxième second troisième".split()
        for form in (word, word.capitalize(), word.upper())
    )
    + r"|C(?:OP|OM|POM)|cop|com|PRS|[123](?:er|e|ème)\s[Pp]lan)"
)
# What goes on with a name up to its period: a few words, none of them a verb.
_UP_TO_PERIOD = re.compile(
    rf"(?:\s\((?:COP|INCa|PRS|COM)\))?(?P<more>(?:\s(?!{_NO_NAME}\b)[\w'-]+){{0,9}}?)"
    rf"\s(?:pour\sla\spériode\s|sur\sla\spériode\s|\()?(?P<period>{_PERIOD})"
    rf"|(?P<few>(?:\s(?!{_NO_NAME}\b)[^\W\d][\w'-]+){{1,3}})(?<!\sen)(?<!\sde)(?<!\sdu)"
    r"\s(?P<year>20\d\d)(?![\d-])(?!\s[-/])",
    re.IGNORECASE,
)
# Without a period, only what plans are known to go on with.
_COMPLEMENT = re.compile(
    r"""(?:\s(?:décennale|nationale?s?|régionale?s?|territoriale|quinquennale|stratégique
      |pluriannuelle?|interministérielle?
      | d'actions? | cancers? | de\ssanté(?:\spublique)? | santé(?:\s(?:environnement|travail))?
      | de\slutte\scontre\s(?:les\s|le\s)?(?:cancers?|tabac|tabagisme)
      | de\sprévention | de\srecherche | de\sl'(?:INCa|institut\snational\sdu\scancer)
      | pluriannuel | maladies\s\w+ | nutrition[\s-]santé))*""",
    re.IGNORECASE | re.VERBOSE,
)
CANCER_PLANS = {1: "2003-2007", 2: "2009-2013", 3: "2014-2019"}
_RANKS = {
    **dict.fromkeys(("1", "i", "1er", "premier"), 1),
    **dict.fromkeys(("2", "ii", "2e", "2ème", "deuxième", "second"), 2),
    **dict.fromkeys(("3", "iii", "3e", "3ème", "troisième"), 3),
}
_LONG_FORMS = {"cop": "contrat d'objectifs et de performance", "prs": "projet régional de santé"}
_CONTRACTS = frozenset(("com", "cpom"))
_GENERIC = frozenset(("plan", "stratégie", "feuille de route", "contrat"))
_PRONOUN = re.compile(
    r"\b(?:(?<!qu')(?:elle|il)|celle-ci|celui-ci|ce dernier|cette dernière)\b(?!\sy\sa)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Ý«])|\n")
NEAR = 250  # characters: what a pronoun stands for was named within so many
FIRST_NAMED = 1.5  # mentions: what a document names first counts for so many more
_RIGHT_AFTER = re.compile(r"[^,;:.]{0,12}")  # "de la ", "du "
_THAT_BEFORE = re.compile(r"\b(?:ce|cette)\s$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:ses|leurs)\s$", re.IGNORECASE)
DECADE = "stratégie décennale de lutte contre les cancers"


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    head: str
    name: str
    period: str
    is_that: bool = False  # "ce plan"


class PlanNames:
    """The plans that a document names, in text order."""

    def __init__(self, document: Document) -> None:
        """Read the document's text and title."""
        text = self._text = fold(document.text)
        found = [_read(match, text) for match in _mentions_in(text)]
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
            for mention in (_read(match, text) for match in _MENTION.finditer(text))
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
            if _POSSESSIVE.search(self._text, max(0, count.start - 7), count.start):
                return self.before(count.start)
            return self.around(count.start)
        for mention, name in named:
            if _RIGHT_AFTER.fullmatch(self._text, count.end, mention.start):
                return name
        before = [(mention, name) for mention, name in named if mention.start < count.start]
        if not before:
            return named[0][1]
        # "la feuille de route, étape de la stratégie, compte": the subject is the first one
        apart = "," in self._text[before[-1][0].end : count.start]
        return before[0][1] if apart else before[-1][1]

    def _antecedent(self, sentence: Span, pronoun: re.Match[str]) -> str:
        """What "elle" stands for: the first plan of the sentence before, "celle-ci" the last."""
        start = max(0, sentence.start - NEAR)
        ends = [
            match.end() for match in _SENTENCE_END.finditer(self._text, start, sentence.start - 1)
        ]
        sentence_before = Span(ends[-1] if ends else start, sentence.start)
        named = self.mentioned_in(sentence_before)
        if not named or _PRONOUN.match(self._text, *sentence_before):
            return ""
        return named[-1 if "-ci" in pronoun[0] else 0][1]

    def _main(self, title: str, found: list[_Mention]) -> str:
        """The plan that the title names, else the one named most, those with a period first."""
        for mention in (_read(match, title) for match in _MENTION.finditer(title)):
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

    def _resolved(self, found: list[_Mention]) -> list[tuple[_Mention, str]]:
        resolved: list[tuple[_Mention, str]] = []
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

    def _name_of(self, mention: _Mention, latest: str, is_near: bool = False) -> str:
        """The plan's full name; empty where a bare "le plan" stands for none that is named.

        `latest` is what the same word stood for last, `is_near` whether that was a moment ago.
        """
        if mention.period:
            return self._known.get((_family(mention.name), mention.period), "") or (
                f"{mention.name} {mention.period}"
            )
        if mention.name in _GENERIC:
            bare = mention.name if mention.name == "feuille de route" else ""
            if mention.is_that and is_near and latest:
                return latest
            if self.main and (mention.head == "plan" or self.main.startswith(mention.head)):
                return self.main
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


def _mentions_in(text: str) -> Iterator[re.Match[str]]:
    """The mentions in a text; most of it holds no word that one begins with."""
    for word in _OPENING_WORD.finditer(text):
        if match := _MENTION.match(text, word.start()):
            yield match


def _read(match: re.Match[str], text: str) -> _Mention:
    head = (match.lastgroup or "").replace("_", " ")
    name, end, period = _words(match[0]), match.end(), ""
    if longer := _UP_TO_PERIOD.match(text, match.end(), match.end() + 160):
        end = longer.end()
        name = _words(name + (longer["more"] if longer["period"] else longer["few"]))
        period = _full_period(longer["period"]) if longer["period"] else longer["year"]
    elif complement := _COMPLEMENT.match(text, match.end(), match.end() + 160):
        end = complement.end()
        name = _words(name + complement[0])
    if head == "plan cancer":
        name, period = _cancer_plan(name, period)
    name = _LONG_FORMS.get(name, name)
    if name.startswith("stratégie décennale"):
        name = DECADE
    is_that = bool(_THAT_BEFORE.search(text, max(0, match.start() - 6), match.start()))
    return _Mention(Span(match.start(), end), head, name, period, is_that)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower()).strip(" -")


def _full_period(text: str) -> str:
    first, last = re.findall(r"\d+", text)
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def _cancer_plan(name: str, period: str) -> tuple[str, str]:
    """The national cancer plans go by their ranks too: "Plan cancer 3", "deuxième plan cancer"."""
    words = name.split()
    ranks = [_RANKS[word] for word in (words[0], words[-1]) if word in _RANKS]
    kept = " ".join(word for word in words if word not in _RANKS)
    return kept, period or (CANCER_PLANS[ranks[0]] if ranks else "")


def _family(name: str) -> str:
    """What a name with a period and the same without it have in common."""
    return re.sub(r"\s(?:de lutte contre les? cancers?|cancers?)\b", "", name)


def _longest_names(found: list[_Mention]) -> dict[tuple[str, str], str]:
    """By family and period, the longest name that the document has for the plan."""
    longest: dict[tuple[str, str], str] = {}
    for mention in found:
        if mention.period:
            key = _family(mention.name), mention.period
            name = f"{mention.name} {mention.period}"
            longest[key] = max(longest.get(key, ""), name, key=len)
    return longest
