"""A plan's items in, the one that a text means by a word and a number out: "l'objectif n° 1.1"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.records import ItemKind, PlanItem, Span

# "3.2", "I.2.a", "IV-1": a printed number, capitals where it has letters that open it
# bounded, since texts are hostile too
NUMBER = (
    r"(?-i:(?:[IVX]{1,6}|[A-Z]\d{0,3}|\d{1,3}[a-z]?)(?:[.-](?:\d{1,3}|[a-z](?!\w)|[IVX]{1,5})){0,6})"
    r"(?!\w)"
)
WORD = (
    r"(?:sous-actions?|fiches?[\s-]actions?|actions?|mesures?|objectifs?(?:\sopérationnels?)?"
    r"|axes?|priorités?|orientations?|ambitions?)"
)
_REFERENCE = rf"(?P<word>{WORD})(?:\sn\s?[°º])?\s(?P<number>{NUMBER})"
_LONE = re.compile(rf"\s*{_REFERENCE}[\s.:–-]*", re.IGNORECASE)
# "Cible de l'objectif n° 2 :", "Au titre de l'objectif I.1, …"
_OF = re.compile(rf"(?:\b(?:de\s|pour\s|à\s)(?:l'|la\s|le\s)|\bdu\s){_REFERENCE}", re.IGNORECASE)
_KINDS: dict[str, ItemKind] = {
    "objectif": "objective",
    "axe": "axis",
    "priorité": "axis",
    "orientation": "axis",
    "ambition": "axis",
}
LONGEST_LINE = 400  # characters before a target in which it may say what it is a target of


class ItemNumbers:
    """The items of a document by word and number."""

    def __init__(self, items: Sequence[PlanItem]) -> None:
        """Know the numbered ones."""
        self._by_word: dict[tuple[str, str], list[int]] = {}
        self._by_kind: dict[tuple[ItemKind, str], list[int]] = {}
        for index, item in enumerate(items):
            if item.number:
                number = _plain(item.number)
                self._by_word.setdefault((item.word, number), []).append(index)
                self._by_kind.setdefault((item.kind, number), []).append(index)

    def find(self, word: str, number: str) -> int | None:
        """The item that goes by a word and number; None where several or none do."""
        name = re.sub(r"(?<=[a-zé])s\b", "", word.lower()).replace("-action", " action")
        name = name.removesuffix(" opérationnel")
        known = self._by_word.get((name, _plain(number)))
        known = known or self._by_kind.get((_KINDS.get(name, "action"), _plain(number)), [])
        return known[0] if len(known) == 1 else None

    def named_alone(self, words: str) -> int | None:
        """The item that a text means which is nothing but its word and number."""
        match = _LONE.fullmatch(words)
        return self.find(match["word"], match["number"]) if match else None

    def named_before(self, text: str, span: Span) -> int | None:
        """The item that a line says, before a stretch of it, that it tells of."""
        line = text.rfind("\n", 0, span.start) + 1
        found: int | None = None
        for match in _OF.finditer(text, max(line, span.start - LONGEST_LINE), span.start):
            found = self.find(match["word"], match["number"])
        return found


def names_item(words: str) -> bool:
    """Whether a text is nothing but an item's word and number."""
    return _LONE.fullmatch(words) is not None


def _plain(number: str) -> str:
    return number.replace("-", ".").casefold()
