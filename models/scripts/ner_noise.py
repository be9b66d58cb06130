"""Variants of an example as documents print it: capitals, lost accents, list marks, broken lines.

Examples in, examples out, from a seeded source of chance; knows nothing of what the names are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

from ner_examples import Example

BULLETS = ("- ", "• ", "* ", "■ ", "1. ", "o ", "· ", "3) ", "- - ")
SMALL_WORDS = {"de", "du", "des", "la", "le", "les", "et", "d'", "l'", "pour", "en", "sur", "à"}

Variant = Callable[[Example, Random], Example]


def with_noise(line: Example, chance: Random) -> Example:
    """The line, printed in one of the ways that documents have; most often as it stands."""
    for share, variant in VARIANTS:
        if chance.random() < share:
            line = variant(line, chance)
    return line


def in_capitals(line: Example, chance: Random) -> Example:
    """All in capitals, with or without accents."""
    text = "".join(_one(c.upper(), c) for c in line.text)
    return (
        unaccented(Example(text, line.spans), chance)
        if chance.random() < 0.4
        else Example(text, line.spans)
    )


def unaccented(line: Example, chance: Random) -> Example:
    """Without accents and cedillas, character for character."""
    text = "".join(_one(unicodedata.normalize("NFD", c)[0], c) for c in line.text)
    return Example(text, line.spans)


def lower_names(line: Example, chance: Random) -> Example:
    """Organisations of several words with a small initial, or all small."""
    text = line.text
    for start, end, label in line.spans:
        name = text[start:end]
        if label == "ORG" and " " in name and not name.isupper() and not name.split()[0].isupper():
            small = name.lower() if chance.random() < 0.4 else name[0].lower() + name[1:]
            text = text[:start] + small + text[end:]
    return Example(text, line.spans)


def title_names(line: Example, chance: Random) -> Example:
    """Organisations of several words with a capital on each word that counts."""
    text = line.text
    for start, end, label in line.spans:
        if label == "ORG":
            words = text[start:end].split(" ")
            name = " ".join(w if w in SMALL_WORDS else w[:1].upper() + w[1:] for w in words)
            text = text[:start] + name + text[end:]
    return Example(text, line.spans)


def swap_hyphens(line: Example, chance: Random) -> Example:
    """A name's hyphens as spaces, or a space as a hyphen."""
    text = line.text
    for start, end, label in line.spans:
        if label in ("ORG", "LOC") and "-" in text[start:end] and " " in text[start:end]:
            text = text[:start] + text[start:end].replace("-", " ") + text[end:]
    return Example(text, line.spans)


def break_line(line: Example, chance: Random) -> Example:
    """A line end in place of a space, in a name or not."""
    spaces = [i for i, c in enumerate(line.text) if c == " " and i > 15]
    if not spaces:
        return line
    place = chance.choice(spaces)
    return Example(line.text[:place] + "\n" + line.text[place + 1 :], line.spans)


def double_space(line: Example, chance: Random) -> Example:
    """One space printed twice, outside names."""
    spaces = [i for i in _outside(line) if line.text[i] == " "]
    return _insert(line, chance.choice(spaces), " ") if spaces else line


def footnote(line: Example, chance: Random) -> Example:
    """A footnote's figure stuck to a word outside names."""
    places = [i for i in _outside(line) if line.text[i - 1].isalpha() and line.text[i] in " .,"]
    return _insert(line, chance.choice(places), str(chance.randint(1, 24))) if places else line


def bullet(line: Example, chance: Random) -> Example:
    """A list mark before the line."""
    return _insert(line, 0, chance.choice(BULLETS))


def without_stop(line: Example, chance: Random) -> Example:
    """Without the stop at its end, or with the semicolon of a list."""
    if not line.text.endswith("."):
        return line
    return Example(line.text[:-1] + chance.choice(["", " ;", ";", ","]), line.spans)


VARIANTS: tuple[tuple[float, Variant], ...] = (
    (0.07, lower_names),
    (0.04, title_names),
    (0.10, swap_hyphens),
    (0.08, without_stop),
    (0.04, footnote),
    (0.04, double_space),
    (0.08, bullet),
    (0.05, in_capitals),
    (0.03, unaccented),
    (0.02, break_line),
)


def _one(changed: str, original: str) -> str:
    return changed if len(changed) == 1 else original


def _outside(line: Example) -> list[int]:
    inside = {i for start, end, _ in line.spans for i in range(start, end + 1)}
    return [i for i in range(1, len(line.text)) if i not in inside]


def _insert(line: Example, place: int, piece: str) -> Example:
    spans = tuple(
        (a + len(piece) * (a >= place), b + len(piece) * (b > place), x) for a, b, x in line.spans
    )
    return Example(line.text[:place] + piece + line.text[place:], spans)
