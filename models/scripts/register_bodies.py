"""The hand-made tables of bodies as entries, merged with their ROR records.

`bodies/*.toml` in, entries out. A table holds groups (bodies under their full names, with the
type and country that they share) and families (one pattern of names for many places). Knows
nothing of clashes between names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from register_entries import TYPES, Entry
from register_names import key_of, tidy, unlike
from register_ror import unlike_acronyms

KEYS = frozenset(
    "acronyms aliases ambiguous cues type country region from to successor ror also drop of "
    "name".split()
)
PLACE = re.compile(r"\{(place|of|name)\}")


def read_bodies(folder: Path) -> list[dict[str, Any]]:
    """Every body of the tables as a mapping with a name; `SystemExit` says what to mend."""
    bodies: list[dict[str, Any]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise SystemExit(f"{path}: {error}") from error
        for body in (*_grouped(table), *_of_families(table)):
            unknown = body.keys() - KEYS
            if unknown or body.get("type") not in TYPES or "country" not in body:
                raise SystemExit(
                    f"{path}: {body['name']}: needs a type of {', '.join(TYPES)} and a country;"
                    f" unknown keys: {', '.join(sorted(unknown)) or 'none'}"
                )
            bodies.append(body)
    _refuse_repeated(bodies)
    return bodies


def merge_bodies(bodies: list[dict[str, Any]], ror: dict[str, Entry]) -> list[Entry]:
    """The bodies as entries with their ROR names and ids, then the other ROR records."""
    left = dict(ror)
    entries: list[Entry] = []
    titles = {key_of(body["name"]) for body in bodies}
    for body in bodies:
        entry = _entry(body)
        for identifier in [*filter(None, [body.get("ror")]), *body.get("also", [])]:
            record = left.pop(_address(identifier), None)
            if record is None:
                raise SystemExit(
                    f"{entry.name}: {identifier} is not in the ROR file, is withdrawn or belongs to"
                    " another body already; look the id up by name, or leave it out"
                )
            _add_record(entry, record, {*map(key_of, body.get("drop", [])), *titles})
        entries.append(entry)
    taken = {key_of(entry.name): entry for entry in entries}
    for record in left.values():
        same = taken.get(key_of(record.name))
        if same is not None and same.by_hand and not same.ror:
            raise SystemExit(
                f'{same.name} is {record.ror} of ROR: write ror = "{record.ror[-9:]}" in its table,'
                " or leave the record out in left_out"
            )
        entries.append(record)
    return entries


def _grouped(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for group in table.get("group", []):
        shared = {key: value for key, value in group.items() if key != "bodies"}
        for name, body in group["bodies"].items():
            yield {**shared, **body, "name": name}


def _of_families(table: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for family in table.get("family", []):
        shared = {k: v for k, v in family.items() if k not in ("members", "name", "aliases")}
        for place, member in family["members"].items():
            names = {"place": place, "of": member.get("of") or _of(place), "name": place}
            filled = [_fill(form, names) for form in family["aliases"]]
            body = {**shared, **member}
            body["name"] = member.get("name") or _fill(family["name"], names)
            body["aliases"] = [*member.get("aliases", []), *filled]
            body.pop("of", None)
            yield body


def _fill(form: str, names: dict[str, str]) -> str:
    return PLACE.sub(lambda match: names[match[1]], form)


def _of(place: str) -> str:
    """ "de Nantes", "d'Amiens"; "du Mans" and the like are given in the table."""
    return f"d'{place}" if key_of(place)[0] in "aeiouy" else f"de {place}"


def _entry(body: dict[str, Any]) -> Entry:
    name = tidy(body["name"])
    acronyms = [a for a in unlike_acronyms(body.get("acronyms", [])) if a != name]
    return Entry(
        name=name,
        acronyms=acronyms,
        aliases=[a for a in unlike(body.get("aliases", []), [name]) if a not in acronyms],
        ambiguous=[tidy(text) for text in body.get("ambiguous", [])],
        cues=list(body.get("cues", [])),
        type=body["type"],
        country=body["country"],
        region=body.get("region", ""),
        first=body.get("from"),
        last=body.get("to"),
        successor=body.get("successor", ""),
        by_hand=True,
    )


def _add_record(entry: Entry, record: Entry, dropped: set[str]) -> None:
    """Add what ROR knows, but no other body's title; what the table says of a name stands."""
    if not entry.ror:
        entry.ror, entry.wikidata = record.ror, record.wikidata
    own = set(entry.names())
    own_keys = {key_of(name) for name in own}
    new_acronyms = [a for a in record.acronyms if a not in own and key_of(a) not in dropped]
    candidates = [name for name in [record.name, *record.aliases] if key_of(name) not in dropped]
    new_aliases = unlike(candidates, own)
    entry.acronyms += new_acronyms
    entry.aliases += new_aliases
    for name in (*new_acronyms, *new_aliases):
        if name in record.ambiguous and key_of(name) not in own_keys:
            entry.guard(name)


def _address(identifier: str) -> str:
    return f"https://ror.org/{identifier}"


def _refuse_repeated(bodies: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for body in bodies:
        key = key_of(body["name"])
        if key in seen:
            raise SystemExit(f"{body['name']}: stands in two tables; keep one")
        seen.add(key)
