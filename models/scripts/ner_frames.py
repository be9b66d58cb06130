"""Sentence frames: marked sentences whose names are replaced, with the article that follows.

Examples and names in, examples out, from a seeded source of chance.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

from ner_examples import Example
from ner_names import ARTICLES, VOWELS, Name, Names, acronym_of, organisation, person, place

BEFORE = re.compile(
    r"(?:^|(?<=[\s(\"«]))(?:(?P<joined>[dD]u|[dD]es|[aA]ux?) "
    r"|(?P<preposition>[dD]e |[dD]'|[àÀ] )?(?P<article>[lL]a |[lL]es? |[lL]')"
    r"|(?P<alone>[dD]e |[dD]'|[àÀ] ))$"
)
NEEDS_ARTICLE = re.compile(
    r"\b(?:[pP]ar|[aA]vec|et|[pP]our|[cC]hez|entre|[sS]elon|que|dont|sur|contre|dans|soit)\s$"
)
JOINED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
TITLE = re.compile(
    r"(?:\bMM?\.|\bMme|\bMmes|\bDr|\bPr|\bDre|\bPre|\bMe|\bProfesseure?|\bDocteure?) $"
)
KEPT = 0.3  # share of names that stay as they are


def refilled(line: Example, names: Names, chance: Random) -> Example:
    """The line with most of its names replaced by others of their kind."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    end = 0
    replaced: dict[str, Name] = {}
    for index, (start, stop, label) in enumerate(line.spans):
        text += line.text[end:start]
        old = line.text[start:stop]
        if old in replaced:
            new: Name | None = replaced[old]
        elif chance.random() < KEPT:
            new = None
        else:
            new = _other(line, index, replaced, names, chance)
        if new is None:
            name = old
        else:
            replaced[old] = new
            text, name = _with_article(text, new, label), new.text
        spans.append((len(text), len(text) + len(name), label))
        text += name
        end = stop
    return Example(text + line.text[end:], tuple(spans))


def read_negatives(path: Path) -> dict[str, list[str]]:
    """What is no organisation, and the frames for it."""
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        "pairs": lists["acronyms"].strip().split("\n"),
        "name": lists["names"].strip().split("|"),
        "word": lists["words"].strip().split("|"),
        "frames": lists["frames"].strip().split("\n"),
    }


def negative(lists: dict[str, list[str]], chance: Random) -> Example:
    """A line that names no organisation."""
    line = chance.choice(lists["frames"])
    phrase, _, acronym = chance.choice(lists["pairs"]).partition("|")
    line = line.replace("{phrase}", phrase).replace("({acronym})", f"({acronym})")
    while "{" in line:
        slot = line[line.index("{") + 1 : line.index("}")]
        if slot == "acronym":
            value = chance.choice(lists["pairs"]).partition("|")[2]
        elif slot == "number":
            value = str(chance.randint(1, 90))
        else:
            value = chance.choice(lists[slot])
        line = line.replace("{" + slot + "}", value, 1)
    return Example(line, ())


def _other(
    line: Example, index: int, replaced: dict[str, Name], names: Names, chance: Random
) -> Name | None:
    start, stop, label = line.spans[index]
    old, before = line.text[start:stop], line.text[:start]
    if label == "LOC":
        return place(names, chance)
    if label == "PER":
        whole = " " in old or not TITLE.search(before)
        return Name(person(names, chance, whole), "bare")
    if index and before.endswith(" (") and line.spans[index - 1][1] == start - 2:
        full = replaced.get(line.text[slice(*line.spans[index - 1][:2])])
        if full is None:
            return None
        letters = acronym_of(full.text)
        return Name(letters, full.article) if len(letters) > 1 else None
    return organisation(names, chance)


def _with_article(text: str, name: Name, label: str) -> str:
    """The text before a name, its preposition and article as the name wants them."""
    match = BEFORE.search(text)
    if match is None:
        if label == "PER" or name.article == "bare" or not NEEDS_ARTICLE.search(text):
            return text
        return text + ARTICLES[name.article]
    found = match[0]
    preposition = (match["preposition"] or match["alone"] or "").strip().lower()
    preposition = JOINED.get((match["joined"] or "").lower(), preposition.replace("d'", "de"))
    article = "bare" if label == "PER" else name.article
    joint = _joined(preposition, article, name.text)
    if found[0].isupper():
        joint = joint[:1].upper() + joint[1:]
    return text[: match.start()] + joint


def _joined(preposition: str, article: str, name: str) -> str:
    if not preposition:
        return ARTICLES[article]
    if article in ("le", "les"):
        return {"dele": "du ", "deles": "des ", "àle": "au ", "àles": "aux "}[preposition + article]
    if article == "bare" and preposition == "de" and name[0] in VOWELS and not name[:2].isupper():
        return "d'"
    return f"{preposition} {ARTICLES[article]}"
