"""Pages as they come out of a mishap of the site: HTML or XML in, the same made worse out."""

from __future__ import annotations

import re
import zlib

# where the redesigned site has what was elsewhere
NEW_PATHS = (
    ("/catalogue-des-publications/", "/fr/ressources/"),
    ("/content/download/", "/fr/fichiers/"),
    ("/Presse/Dossiers-et-communiques-de-presse/", "/fr/archives/presse/"),
    ("/Actualites-et-evenements/Actualites/", "/fr/archives/actualites/"),
    ("/actualites/", "/fr/nouvelles/"),
    ("/presse/", "/fr/articles/"),
)
ITEMS = re.compile(
    r'(<(li|div) class="(?:list-articles-item|list-press-item|content-view-line)">).*?(</\2>)',
    re.DOTALL,
)


def redesigned(text: str) -> str:
    """Other classes, other headings, other addresses: no selector finds anything."""
    for old, new in NEW_PATHS:
        text = text.replace(f'href="{old}', f'href="{new}')
    text = re.sub(r'class="([^"]*)"', lambda found: f'class="c-{_code(found[1])}"', text)
    text = re.sub(r'(id|rel)="(?:main|next)[^"]*"', "", text)
    return re.sub(r"<(/?)h[123]\b", r"<\1strong", text)


def back_to_old_paths(path: str) -> str:
    """Where a path of the redesigned site was before."""
    for old, new in NEW_PATHS:
        if path.startswith(new):
            return old + path.removeprefix(new)
    return path


def broken_dates(text: str) -> str:
    """Days that no calendar has."""
    text = re.sub(r'datetime="[^"]*"', 'datetime="2026-13-45CEST16:00"', text)
    text = re.sub(
        r"(Publié le|Mis à jour le) (?:\d\d/\d\d/\d{4}|\d+(?:er)? \w+ \d{4})",
        r"\1 32/13/2022",
        text,
    )
    text = re.sub(r">\d\d/\d\d/\d{4}<", ">32/13/2022<", text)
    text = re.sub(r"(?<=<pubDate>)[^<]*", "Lun, 32 Mai 2022 25:61:00", text)
    return re.sub(r"(?<=<lastmod>)[^<]*|(?<=<published>)[^<]*", "2022-13-32", text)


def emptied(text: str) -> str:
    """Lists whose items came back empty."""
    return re.sub(r"<item>.*?</item>", "<item></item>", ITEMS.sub(r"\1\3", text), flags=re.DOTALL)


def _code(name: str) -> str:
    return f"{zlib.crc32(name.encode()):08x}"
