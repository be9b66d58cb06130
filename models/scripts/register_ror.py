"""Records of the Research Organization Registry as entries of the register.

JSON lines of ROR in (names with language and kind, types, countries, status, Wikidata id),
entries by id out. What a registry for matching affiliations may call an organisation is often
too weak in running French text: such names are ambiguous. Knows nothing of the hand-made bodies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from register_entries import Entry
from register_names import (
    is_clear_unit_code,
    is_generic,
    is_latin,
    is_unit_code,
    is_weak_acronym,
    is_weak_name,
    key_of,
    reads_like_subject,
    tidy,
    unlike,
)

LANGUAGES = ("fr", "en", None)
COUNTRY_MARK = re.compile(r" \((?:France|United States|United Kingdom|Switzerland|Germany)\)$")
# The first of a record's types that stands here decides.
TYPES = {
    "company": "company",
    "healthcare": "hospital",
    "education": "university",
    "government": "government",
    "facility": "research",
    "nonprofit": "association",
    "archive": "institution",
    "other": "institution",
    "funder": "fund",
}
TYPES_BY_FIRST_WORD = {
    "fondation": "foundation",
    "foundation": "foundation",
    "fonds": "fund",
    "agence": "agency",
    "reseau": "network",
    "hopital": "hospital",
    "canceropole": "network",
    "societe": "learned_society",
    "academie": "learned_society",
    "association": "association",
    "universite": "university",
}


def read_ror(path: Path, ordinary: Collection[str]) -> dict[str, Entry]:
    """The entries of a file of ROR records, by ROR id; withdrawn records are left out."""
    entries: dict[str, Entry] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            record = json.loads(line)
            if record["status"] != "withdrawn" and any(map(is_latin, _shown_names(record))):
                entries[record["ror"]] = _entry(record, ordinary)
        except (ValueError, KeyError) as error:
            raise SystemExit(
                f"{path}, line {number}: not a ROR record ({error!r}); each line needs ror, names,"
                " countries, types, status, wikidata as in the ROR data of schema 2"
            ) from error
    return entries


def _entry(record: dict[str, Any], ordinary: Collection[str]) -> Entry:
    names = [(tidy(name["value"]), name["lang"], name["types"]) for name in record["names"]]
    name = _display_name(record, names, ordinary)
    acronyms = unlike_acronyms(text for text, _, kinds in names if "acronym" in kinds)
    others = [
        text
        for text, language, kinds in names
        if "acronym" not in kinds and language in LANGUAGES and is_latin(text)
    ]
    others += [COUNTRY_MARK.sub("", text) for text in others]
    aliases = [
        text
        for text in unlike(others, [name])
        if not is_unit_code(text) and not is_generic(text) and text not in acronyms
    ]
    entry = Entry(
        name=name,
        acronyms=[text for text in acronyms if text != name],
        aliases=aliases,
        cues=list(dict.fromkeys(text for text in others if is_clear_unit_code(text))),
        type=_type(record, name),
        country=record["countries"][0] if record["countries"] else "",
        ror=record["ror"],
        wikidata=record["wikidata"] or "",
    )
    _guard_weak(entry, ordinary)
    return entry


def unlike_acronyms(acronyms: Any) -> list[str]:
    """The acronyms, each once, letter by letter; laboratories' numbers left out."""
    return [text for text in dict.fromkeys(acronyms) if text and not is_unit_code(text)]


def _shown_names(record: dict[str, Any]) -> list[str]:
    return [tidy(name["value"]) for name in record["names"] if "ror_display" in name["types"]]


def _display_name(
    record: dict[str, Any],
    names: list[tuple[str, str | None, list[str]]],
    ordinary: Collection[str],
) -> str:
    french = [text for text, language, kinds in names if language == "fr" and "label" in kinds]
    name = next(filter(is_latin, [*french, *_shown_names(record)]))
    bare = COUNTRY_MARK.sub("", name)
    # "Immersion (France)" can stand for nothing else; "Immersion" alone can
    return name if bare != name and is_weak_name(bare, ordinary) else bare


def _type(record: dict[str, Any], name: str) -> str:
    type_ = next((TYPES[kind] for kind in TYPES if kind in record["types"]), "institution")
    if type_ in ("company", "university", "hospital"):
        return type_
    return TYPES_BY_FIRST_WORD.get(key_of(name).split(" ")[0], type_)


def _guard_weak(entry: Entry, ordinary: Collection[str]) -> None:
    laboratory = entry.type in ("research", "government", "institution")
    for acronym in entry.acronyms:
        if laboratory or is_weak_acronym(acronym, ordinary):
            entry.guard(acronym)
    for name in [entry.name, *entry.aliases]:
        unclear = laboratory and reads_like_subject(name)
        if is_weak_name(name, ordinary) or unclear:
            entry.guard(name)
