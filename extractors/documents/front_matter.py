"""A text in; what its author wrote above it for the site's sake, and the text itself, out.

Knows the forms of static sites: YAML between lines of "---", TOML between lines of "+++".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from typing import Any, cast

from extractors.documents.typography import collapse_spaces

LONGEST = 65_536  # characters
_FENCED = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<matter>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_ENTRY = re.compile(r"^([A-Za-zÀ-ÿ][\w .-]{0,40}?)\s*:\s+(\S.*)$", re.MULTILINE)
_OTHER_NAMES = {
    "titre": "title",
    "lang": "lang",
    "langue": "lang",
    "language": "lang",
    "locale": "lang",
    **dict.fromkeys(("published", "publishdate", "pubdate", "publication", "publié"), "date"),
    **dict.fromkeys(("published_on", "published_at", "date_publication"), "date"),
    **dict.fromkeys(("date de publication", "datepublished", "publié le"), "date"),
}


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Its entries by name, and what follows; a text without any is all that follows.

    Values are printed as they are, lists joined by "; ", nested entries left out. "title", "date"
    and "lang" have these names whatever the site calls them.
    """
    found = _FENCED.match(text[:LONGEST])
    if not found:
        return {}, text
    read = _read_toml if found["fence"] == "+++" else _read_yaml
    entries = read(found["matter"])
    if not entries:
        return {}, text
    named: dict[str, str] = {}
    for name, value in entries.items():
        plain = collapse_spaces(_printed(value))
        if plain:
            named.setdefault(_OTHER_NAMES.get(name.casefold(), name), plain)
    return named, text[found.end() :]


def _read_toml(matter: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(matter)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _read_yaml(matter: str) -> Mapping[str, Any]:
    import yaml  # seldom needed

    try:
        read: object = yaml.safe_load(matter)
    except (yaml.YAMLError, ValueError, RecursionError):
        read = dict(_ENTRY.findall(matter))  # "titre: L'axe 1 : agir" is no YAML, and is meant
    if not isinstance(read, dict):
        return {}
    return {str(name): value for name, value in cast(dict[object, Any], read).items()}


def _printed(value: object) -> str:
    if isinstance(value, (str, int, float, date, time)):
        return str(value)
    if isinstance(value, list):
        each = cast(list[object], value)
        return "; ".join(str(one) for one in each if isinstance(one, (str, int, float)))
    return ""
