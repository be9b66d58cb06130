"""The labels of fields, from `field_labels.toml`: "Pilote(s)", "Échéance", "État d'avancement".

Patterns for folded text and the kinds that they tell; where labels stand is told elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, cast

from extractors.french.levels import PART
from extractors.french.patterns import any_of, fragment_of
from extractors.records import FieldKind

_DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("field_labels.toml").read_text(encoding="utf-8")
)


def _known() -> dict[str, str]:
    known = {"part": PART}
    for name, word in _DATA["words"].items():
        known[name] = fragment_of(word, known)
    return known


_KNOWN = _known()


def _label_of(kind: str) -> str:
    forms = [fragment_of(form, _KNOWN) for form, of in _DATA["labels"].items() if of == kind]
    after = fragment_of(_DATA["after"][kind], _KNOWN)
    return rf"(?P<{kind}>{any_of(forms)}(?:\((?:e?s|e|x)\))?(?:\s{after})*)"


# one label, its kind the name of the group that matches last
LABEL = "|".join(map(_label_of, _DATA["after"]))
# labels that stand beside a title, before a colon or alone
LABEL_BESIDE = fragment_of(_DATA["beside"]["titles"], _KNOWN)
# the heading of a column, or the label of a line, that holds an item's title
TITLE_LABEL = _KNOWN["title"]
_ONE = re.compile(LABEL, re.IGNORECASE)
_JOINED = re.compile(r"\s?(?:/|&|,|\bet\b)\s?", re.IGNORECASE)


def read_lone_label(text: str) -> tuple[FieldKind, ...]:
    """What a text that is nothing but a label tells: "Pilote(s)", "Pilote et échéance :"."""
    words = re.sub(r"\s+", " ", text).strip(" :*•")
    kinds: list[FieldKind] = []
    offset = 0
    while match := _ONE.match(words, offset):
        kinds.append(cast(FieldKind, match.lastgroup))
        offset = match.end()
        joined = _JOINED.match(words, offset)
        if offset == len(words) or not joined:
            break
        offset = joined.end()
    return tuple(kinds) if kinds and offset == len(words) else ()
