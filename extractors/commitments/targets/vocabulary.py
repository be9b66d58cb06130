"""The French words that make a figure an aim, and those that make it a statement.

A word in small letters in, its `Cue` out; what stands around it is weighed in `cues`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, TypeAlias

from extractors.french.patterns import without_accents
from extractors.records import Direction

# verb: "réduire", "en réduisant"; future: "réduira"; passive: "sera"; participle: after it;
# intention: "vise"; noun: "objectif"; change: "baisse"; budget: "enveloppe";
# statement: "touche"; turn: "mais"; being: "est"; past: "a", before a participle; now: "contre"
CueKind: TypeAlias = Literal[
    "verb", "future", "passive", "participle", "intention", "noun", "change", "budget",
    "statement", "turn", "being", "past", "now",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word does to the figures after it.

    `attains`: of a verb that tells no way of its own ("pour atteindre"), so that one told before
    holds. `is_change`: of one whose figure is the change itself ("éviter"). `factor`: of a verb
    that is a figure itself ("doubler").
    """

    kind: CueKind
    direction: Direction = "reach"
    attains: bool = False
    is_change: bool = False
    factor: float = 0.0


_DATA: dict[str, Any] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
_FACTORS: dict[str, float] = _DATA["factors"]


def _future_forms(verb: str) -> list[str]:
    stem = _DATA["stems"].get(verb, verb.removesuffix("e") if verb.endswith("re") else verb)
    return [stem + ending for ending in ("a", "ont", "ons")]


def _participles(verb: str) -> list[str]:
    one = _DATA["participles"].get(verb) or (
        verb[:-2] + "é" if verb.endswith("er") else verb[:-1] if verb.endswith("ir") else ""
    )
    return [one, one + "e", one + "s", one + "es"] if one else []


def _gerund(verb: str) -> str:
    stem = verb[:-2]
    return _DATA["gerunds"].get(verb) or (stem + ("eant" if stem.endswith("g") else "ant"))


def _verb(verb: str, direction: Direction) -> Cue:
    kinds: dict[str, str] = _DATA["kinds_of_verbs"]
    attains, is_change = (verb in kinds[kind].split() for kind in ("attaining", "changing"))
    return Cue("verb", direction, attains, is_change, _FACTORS.get(verb, 0.0))


def _cues() -> dict[str, Cue]:
    """Every word that tells something; where two say different things, the later list wins."""
    cues: dict[str, Cue] = {}
    for direction, verbs in _DATA["verbs"].items():
        for verb in verbs.split():
            cue = _verb(verb, direction)
            cues |= dict.fromkeys(_participles(verb), replace(cue, kind="participle"))
            cues |= dict.fromkeys((verb, _gerund(verb)), cue)
            cues |= dict.fromkeys(_future_forms(verb), replace(cue, kind="future"))
    for direction, nouns in _DATA["changes"].items():
        for noun in nouns.split():
            cues[noun] = Cue("change", direction, factor=_FACTORS.get(noun, 0.0))
    for kind, words in _DATA["words"].items():
        cues |= dict.fromkeys(words.split(), Cue(kind))
    return cues


CUES = _cues()
# capitals are often printed without their accents
CUES_IN_CAPITALS = {
    without_accents(word): cue for word, cue in CUES.items() if without_accents(word) != word
} | {word: cue for word, cue in CUES.items() if without_accents(word) == word}
