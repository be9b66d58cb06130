"""Names for slots: organisations, persons and places, from lists, the register or made up.

In: the assets' lists, the register, names seen in corpora. Out: a name and the article it takes.
Knows nothing of sentences.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ARTICLES = {"la": "la ", "le": "le ", "elided": "l'", "les": "les ", "bare": ""}
VOWELS = "aeiouyhàâéèêëîïôùûAEIOUYHÀÂÉÈÊËÎÏÔÙÛœŒ"
HEADS = {
    "la": """agency autorité banque caisse chambre clinique cnam cnamts commission compagnie
        confédération coopérative cour cpam croix-rouge dgos dgri dgs direction délégation drees
        faculté fnclcc fondation fédération has haute ligue mairie maison mission msa mutualité
        mutuelle métropole plateforme polyclinique région sfce sfro société ville""",
    "le": """cancéropôle cea centre ch chr chru chu circ cnrs collectif collège comité conseil
        consortium contrôle crcdc département fonds gip groupe groupement haut laboratoire
        ministère pôle registre réseau secrétariat service syndicat""",
    "elided": """académie agence alliance amicale anr ars assemblée assistance association école
        établissement hôpital inca inspection institut inserm intergroupe irsn itmo observatoire
        office ordre organisation union université urps""",
    "les": "agences amis hospices hôpitaux laboratoires mutuelles éditions",
}
LONE_DE = re.compile(r"\bde (?=[aeéèêiouhAEÉÈIOU][a-zéèêîôû])")
HEAD_ARTICLE = {word: article for article, words in HEADS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the article it takes: la, le, elided, les or bare."""

    text: str
    article: str


@dataclass(slots=True)
class Names:
    """All that slots can be filled with."""

    organisations: list[Name] = field(default_factory=list)
    acronyms: list[Name] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    family: list[str] = field(default_factory=list)
    places: list[Name] = field(default_factory=list)
    forms: dict[str, list[str]] = field(default_factory=dict)
    pieces: dict[str, list[str]] = field(default_factory=dict)
    streets: list[str] = field(default_factory=list)


def read_names(folder: Path, register: Path) -> Names:
    """The lists of the assets, and the register's names."""
    people = _toml(folder / "people.toml")
    places = _toml(folder / "places.toml")
    made = _toml(folder / "organisations.toml")
    names = Names(forms=made["forms"], pieces=made["pieces"], streets=places.pop("streets"))
    names.given = people["given"].split()
    names.family = _family_names(people["family"])
    names.places = [Name(town, "bare") for town in places.pop("bare").split()]
    names.places += [Name(text, article) for article in places for text in places[article]]
    for line in register.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        ambiguous = set(body.get("ambiguous", []))
        names.organisations += [
            classified(name)
            for name in (body["name"], *body.get("aliases", []))
            if name not in ambiguous and _usual(name)
        ]
        names.acronyms += [classified(name) for name in body.get("acronyms", []) if len(name) > 2]
    return names


def classified(text: str) -> Name:
    """The name with the article that its first word calls for."""
    head = text.split(" ")[0].split("-")[0].lower()
    if head in HEAD_ARTICLE:
        return Name(text, HEAD_ARTICLE[head])
    if text.isupper() and " " not in text:
        return Name(text, "elided" if text[0] in VOWELS else "le")
    return Name(text, "bare")


def _usual(name: str) -> bool:
    """Whether a register's name has a form that prose uses: a head that is known, or few words."""
    words = len(name.split())
    known = classified(name).article != "bare"
    return not set(name) & set(':;()/"') and words <= (12 if known else 4)


def organisation(names: Names, chance: Random) -> Name:
    """A name of the register, or one made up of pieces."""
    draw = chance.random()
    if draw < 0.35:
        return chance.choice(names.organisations)
    if draw < 0.5:
        return chance.choice(names.acronyms)
    if draw < 0.58:
        return _made_acronym(chance)
    article = chance.choices(list(names.forms), weights=[5, 5, 5, 1, 8])[0]
    return Name(_filled(chance.choice(names.forms[article]), names, chance), article)


def acronym_of(name: str) -> str:
    """The initials of a name's words that count."""
    words = name.replace("-", " ").replace("'", " ").split()
    return "".join(w[0].upper() for w in words if len(w) > 3 or w[0].isupper())[:7]


def person(names: Names, chance: Random, whole: bool = True) -> str:
    """A person's name in one of the usual forms; a family name alone where not `whole`."""
    if names.people and chance.random() < 0.2 and whole:
        return chance.choice(names.people)
    given, family = chance.choice(names.given), chance.choice(names.family)
    if not whole:
        return family.upper() if chance.random() < 0.15 else family
    draw = chance.random()
    if draw < 0.12:
        return f"{given} {family.upper()}"
    if draw < 0.16:
        return f"{family.upper()} {given}"
    if draw < 0.22:
        return f"{given[0]}. {family}"
    if draw < 0.26:
        return f"{given} {family}-{chance.choice(names.family)}"
    return f"{given} {family}"


def place(names: Names, chance: Random) -> Name:
    """A town, region, country or street."""
    if chance.random() < 0.1:
        return Name(f"{chance.choice(names.streets)} {person(names, chance)}", "bare")
    return chance.choice(names.places)


def _made_acronym(chance: Random) -> Name:
    text = "".join(chance.choice("ABCDEFGILMNOPRSTU") for _ in range(chance.randint(3, 6)))
    if chance.random() < 0.25:
        text = text.capitalize()
    return Name(text, chance.choice(["le", "la", "bare"]) if text[0] not in VOWELS else "elided")


def _filled(form: str, names: Names, chance: Random) -> str:
    while "{" in form:
        slot = form[form.index("{") : form.index("}") + 1]
        form = form.replace(slot, _piece(slot[1:-1], names, chance), 1)
    return LONE_DE.sub("d'", form).replace("de les ", "des ")


def _piece(slot: str, names: Names, chance: Random) -> str:
    if slot == "person":
        return person(names, chance, whole=chance.random() < 0.7)
    if slot == "town":
        return chance.choice([p.text for p in names.places if p.article == "bare"])
    if slot == "region":
        return chance.choice([p.text for p in names.places if p.article != "bare"])
    if slot == "coined":
        return _coined(names, chance)
    return chance.choice(names.pieces[slot])


def _coined(names: Names, chance: Random) -> str:
    draw = chance.random()
    if draw < 0.15:
        return _made_acronym(chance).text
    word = "".join(chance.choice(names.pieces["syllables"]) for _ in range(chance.randint(1, 2)))
    word = (word + chance.choice(names.pieces["endings"])).capitalize()
    if draw < 0.25:
        return word[:4] + word[4:].capitalize()
    return word.upper() if draw < 0.3 else word


def _family_names(text: str) -> list[str]:
    """Family names; a particle opens a name that goes on to the next word."""
    names: list[str] = []
    opened = ""
    for word in text.split():
        if word in {"de", "du", "La", "Le", "Da", "Dos", "El", "Van", "den", "Von"}:
            opened += word + " "
        else:
            names.append(opened + word)
            opened = ""
    return names


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
