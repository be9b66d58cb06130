"""Words that a line end broke: what is left of the hyphen, and of the word.

The last piece of a line and the first of the next in; the pieces as they are to be joined out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010\u2011"
RANGE_MARKS = "-\u2010\u2011\u2013"
LONG_PART = 4  # letters: shorter words are found in any other
_EDGES = '.,;:!?()[]«»"“”…'

# what keeps its hyphen before any other word
FIRST_PARTS = frozenset(
    """après arrière avant aide cent chef chirurgien chirurgiens cinquante compte comptes demi dix
    enseignant enseignants franco infirmier infirmiers infirmière infirmières médecin médecins
    médico nord non nouveau porte projet projets quarante quasi quatre rendez sage sages savoir
    semi soixante sous sud trente vice vingt""".split()
)
# what keeps it before words such as these only: "mi-parcours", but "ministère"
FIRST_PARTS_BEFORE = {
    "aller": "vers|retour",
    "mi": "parcours|chemin|temps|année|mandat|étape|saison|course|journée|hauteur|séjour|période|"
    "janv|févr|mars$|avril|mai$|juin|juil|août|sept|octo|nove|déce",
    "socio": "écon|démo|cult|prof|sani|éduc|poli|envi|esth",
    "post": "canc|opér|trai|doct|thér|greff",
    "pré": "repr|opér|requis$|doct|diag|prof",
    "ex": "ante$|post$|æquo$",
    "est": "ce$",
    "qu'est": "ce$",
    "celui": "ci$",
    "celle": "ci$",
    "ceux": "ci$",
    "celles": "ci$",
    "bien": "fond|pens|trai",
    "grand": "père|mère|publ",
    "haut": "comm|débi|fonc",
    "main": "d",
    "mise": "en",
    "au": "del|dess|devan",
    "ci": "jo|apr|aprè|dess|contr|avan",
    "co": "pilot|fina|cons|trai|auteur|dir|morb",
}
# what only ever follows a hyphen
LAST_PARTS = frozenset(
    """il elle on ils elles là même mêmes dessus dessous delà dehors dedans être midi
    clé clés clef clefs phare phares dentiste dentistes soignant soignants""".split()
)
# "c'est-à-" and "Île-de-" go on after the hyphen, "-de-France" begins before it
LINKING_END = re.compile(r"-(?:de|du|des|la|le|les|en|sur|sous|lès|à|au|aux|et|d|l)$")
LINKING_START = re.compile(r"(?:de|du|des|en|sur|sous|lès|à|aux|et)-")


class Hyphenation:
    """Decides with the words that stand whole elsewhere in the same document."""

    def __init__(self, words: Iterable[str]) -> None:
        """Learn from a document's words, those that a line end broke left out."""
        whole = {word.strip(_EDGES).casefold().translate(_PLAIN) for word in words}
        self._compounds = {word for word in whole if "-" in word}
        self._plain = {word for word in whole if "-" not in word}

    def join(self, before: str, after: str) -> str | None:
        """What `before` becomes when `after` follows it without a space; None where it is whole.

        >>> Hyphenation([]).join("préven-", "tion")
        'préven'
        >>> Hyphenation([]).join("mi-", "parcours")
        'mi-'
        """
        if len(before) < 2 or not after or before[-1] not in RANGE_MARKS + SOFT_HYPHEN:
            return None
        stem = before[:-1]
        if before[-1] == SOFT_HYPHEN:
            return stem
        if stem[-1].isdigit() and after[0].isdigit():
            return before
        if before[-1] not in HYPHENS or not stem[-1].isalpha() or not after[0].isalpha():
            return None
        return before if self._keeps_hyphen(stem, after) else stem

    def _keeps_hyphen(self, stem: str, after: str) -> bool:
        left = stem.strip(_EDGES).casefold().translate(_PLAIN)
        right = re.split(r"[^\w'’-]", after.casefold().translate(_PLAIN))[0]
        if after[0].isupper() and not stem.isupper():
            return True
        last = re.split(r"['\s«(]", left)[-1]
        if f"{left}-{right}" in self._compounds or f"{last}-{right}" in self._compounds:
            return True
        if left + right in self._plain or last + right in self._plain:
            return False
        if after[0].isupper() and self._knows_part(last, right):
            return True  # capitals don't tell a compound from a word that is broken
        if any(word.startswith(f"{last}-") and len(last) > 3 for word in self._compounds):
            return last in self._plain
        part = last.rsplit("-", 1)[-1]
        before = FIRST_PARTS_BEFORE.get(part)
        return (
            bool(before and re.match(before, right))
            or part in FIRST_PARTS
            or re.split("[-']", right)[0] in LAST_PARTS
            or bool(LINKING_END.search(left))
            or bool(LINKING_START.match(right))
        )

    def _knows_part(self, *parts: str) -> bool:
        return any(len(part) >= LONG_PART and part in self._plain for part in parts)


_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-", SOFT_HYPHEN: None})
