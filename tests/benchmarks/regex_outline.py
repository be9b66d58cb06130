"""Plan items by regular expressions alone: what a careful hour with pdfplumber and `re` gives.

The peer of `outline_quality`: it shares no code with the program and stands alone.
Usage: python tests/benchmarks/regex_outline.py FILE
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

LEVELS = ("axis", "objective", "action")
WORDS = {
    "axis": "axe|priorité|ambition|orientation|chapitre",
    "objective": "objectif|mesure|engagement|cible",
    "action": r"sous-action|fiche[\s-]action|fiche|action",
}
_WORD = "|".join(WORDS.values())
_ADJECTIVES = "stratégique|opérationnel|transversal|prioritaire|spécifique|général|national|phare"
_LABEL = rf"(?P<word>(?i:{_WORD}))(?i:\s(?P<adjective>{_ADJECTIVES})(?:le|e)?)?"
_NUMBER = r"\d{1,3}(?:[.-]\d+)*(?:\.?[a-z])?|[IVX]{1,5}(?:[.-][\da-z]+)*|[A-H](?:[.-]?\d{1,2})*"
_RANK = "premier|première|deuxième|second|seconde|troisième|quatrième|cinquième|sixième"
_MARKS = r"(?:\s?[.:)|-]+)*"
LABELS = (
    re.compile(rf"{_LABEL}\s*(?:-|n\s?°)?\s*(?P<number>{_NUMBER})(?!\w){_MARKS}\s*(?P<title>.*)$"),
    re.compile(
        rf"(?:[IVX\d]+[.)]\s)?(?:[Ll][ea]\s)?(?i:{_RANK})\s{_LABEL}\s?[:,-]\s?(?P<title>.+)$"
    ),
    re.compile(rf"{_LABEL}\s*(?::\s*)?(?P<title>[A-ZÀ-Ý]\S*(?:\s\S+){{0,7}})$"),
)
NUMBERED = re.compile(rf"(?P<number>{_NUMBER}|[a-h])(?P<mark>\s?[.):-]|\s?°\))*\s+(?P<title>\S.*)$")
BULLET = re.compile(r"\s*(?:\(cid:\d+\)|[•●▪■□◦‣∙·*➢➤►▶✓✔→o-])\s+(?P<title>\S.*)$")
CARDINALS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize".split()
COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<count>\d{{1,3}}|{'|'.join(sorted(CARDINALS, key=len, reverse=True))})"
    rf"\s(?:grand[es]*\s)?(?P<word>{_WORD})s\b(?!\sd')",
    re.IGNORECASE,
)
LEADERS = re.compile(r"(?:(?:\s?\.){4,}|…{2,}|_{4,})\s*\d*\s*$")
PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,3}(?:\s?/\s?\d{1,3})?$|-\s?\d{1,3}\s?-$", re.IGNORECASE)
TITLE = re.compile(r"[A-ZÀ-Ý\d«\"'(].{,400}$")
# final punctuation, and what explains a figure or tells the state
_STATES = r"[^()]*\d(?![A-Za-z])[^()]*|réalisée?|engagée?|reportée?|en cours"
TAIL = re.compile(rf"(?:[ .;:,]|\((?:{_STATES})\))+$")
_LINKS = "de|du|des|la|le|les|d|un|une|et|ou|à|au|aux|en|par|pour|dans|sur|avec|que|qui|vers|entre"
OPEN_END = re.compile(rf"(?:[,'-]|\b(?:{_LINKS}|sans|contre|selon|chez|leurs?|ses|son|sa|ces))$")
FIELD = re.compile(r"(?i:pilote|partenaire|échéance|calendrier|indicateur|responsable)s?\s?:")
FOLD = str.maketrans("’‘ʼ‐‑–—−\u00a0\u202f\u2009\t", "'''-----    ", "\u00ad\u200b\ufeff")
Lines = Sequence[str]


@dataclass(frozen=True)
class Item:
    """An axis, objective or action; `parent` is its parent's place in the list."""

    kind: str
    number: str
    title: str
    line: int
    how: str
    parent: int | None = None


def read_lines(content: bytes, ending: str) -> list[str]:
    """The lines of a file: of a PDF as pdfplumber gives them, of the others without tags."""
    if ending == ".pdf":
        return _pdf_lines(content)
    text = content.decode("utf-8", errors="replace")
    if ending == ".html":
        text = re.sub(r"(?is)<(script|style|head|nav|footer)\b.*?</\1>|<!--.*?-->|\s+", " ", text)
        text = re.sub(r"(?i)<li\b[^>]*>\s*(?:<p[^>]*>)?", "\n• ", text)
        blocks = "p|div|h\\d|ul|ol|table|tr|td|th|br|section|article"
        text = re.sub(rf"(?i)</?(?:{blocks})\b[^>]*>", "\n", text)
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    if ending == ".md":
        text = re.sub(r"(?m)^\s*(?:#+|>)\s*|\*\*|__|\s#+$", "", text)
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("|", "\n")
    return [re.sub(r" {2,}", " ", line.translate(FOLD)).rstrip() for line in text.splitlines()]


def _pdf_lines(content: bytes) -> list[str]:
    import pdfplumber

    with pdfplumber.open(BytesIO(content)) as pdf:
        pages = [(page.extract_text() or "").translate(FOLD).splitlines() for page in pdf.pages]
    # what stands at the edge of three pages is no text, but for the heading that it repeats
    edges = Counter(re.sub(r"\d+", "#", line) for page in pages for line in {*page[:2], *page[-2:]})
    lines = [line for page in pages for line in page]
    often = {line for line in set(lines) if edges[re.sub(r"\d+", "#", line)] >= 3}
    return [line for i, line in enumerate(lines) if line not in often or line not in lines[:i]]


def find_items(lines: Lines) -> list[Item]:
    """The items of the plan, in order."""
    lines = [line.strip() for line in lines if not PAGE_NUMBER.match(line.strip())]
    found = _once_each(_by_role(list(_labelled(lines))))
    found += _announced(lines, {item.line for item in found})
    found += _numbered(lines, found)
    if not any(item.kind == "axis" for item in found):
        found += _headings(lines, found)
    if not any(item.kind == "action" for item in found):
        found += _bulleted(lines, found)
    return _with_parents(_once_each(sorted(found, key=lambda item: item.line)))


def _labelled(lines: Lines) -> Iterator[Item]:
    """Items that a word labels: "Axe 1 : …", "Premier axe : …", "Axe Recherche"."""
    for place, line in enumerate(lines):
        bullet = BULLET.match(line)
        text = bullet["title"] if bullet else line
        match = next(filter(None, (label.match(text) for label in LABELS)), None)
        title = _whole_title(lines, place, match["title"]) if match else ""
        ranked = match is not None and match.re is LABELS[1]
        if match and title and (ranked or TITLE.match(title)):
            number = match.groupdict().get("number") or ""
            how = f"{match['word']} {match['adjective'] or ''}".strip().lower()
            yield Item(_kind_of(match["word"]), number, title, place, how)


def _kind_of(word: str) -> str:
    return next(kind for kind, words in WORDS.items() if re.fullmatch(words, word.lower()))


def _by_role(found: Sequence[Item]) -> Iterator[Item]:
    """Kinds by what the words do in this plan: a mesure under objectifs is an action."""
    hows = {item.how for item in found if item.kind == "objective"}
    objectives = any(how.startswith("objectif") for how in hows)
    axes = any(item.kind == "axis" for item in found)
    for item in found:
        as_axis = item.how == "objectif stratégique" and len(hows) > 1
        kind = "action" if item.how.startswith("mesure") and objectives else item.kind
        yield replace(item, kind="axis" if as_axis and not axes else kind)


def _announced(lines: Lines, known: set[int]) -> Iterator[Item]:
    """Numbered or bulleted lines, or parts of a sentence, after "5 axes :"."""
    for place, line in enumerate(lines):
        counts = list(COUNT.finditer(line))
        if not counts or place in known or re.search(r"\bsur \d", line):
            continue
        kind, count = _kind_of(counts[-1]["word"]), counts[-1]["count"].lower()
        wanted = int(count) if count.isdigit() else CARDINALS.index(count)
        sentence, end = line, place
        while end + 1 < len(lines) and lines[end + 1][:1].islower() and end < place + 8:
            end += 1
            sentence += " " + lines[end]
        start = len(lines) if sentence.endswith((".", ";")) else end + 1
        items = list(_listed(lines, start, kind, wanted, known))
        yield from items or _enumerated(sentence[counts[-1].end() :], place, kind, wanted)


def _listed(lines: Lines, place: int, kind: str, wanted: int, known: set[int]) -> Iterator[Item]:
    given = gap = 0
    while place < len(lines) and given < wanted and gap < 3 and place not in known:
        match = NUMBERED.match(lines[place]) or BULLET.match(lines[place])
        if match:
            number = match.groupdict().get("number") or ""
            if number and number not in (str(given + 1), "abcdefgh"[given % 8]):
                return
            title = _whole_title(lines, place, match["title"])
            yield Item(kind, number, title, place, "list")
            given, gap = given + 1, 0
        elif lines[place] and not (given and lines[place][0].islower()):
            gap += 1
        place += 1


def _enumerated(rest: str, place: int, kind: str, wanted: int) -> Iterator[Item]:
    """The parts of "quatre axes : a ; b ; c et d.", where there are as many as are told."""
    rest = re.split(r"\.(?:\s|$)", rest.partition(":")[2])[0]
    for separator in (r"\s?;\s(?:et\s|enfin\s)?", r",\s(?:et\s)?|\set\s"):
        parts = [part.strip() for part in re.split(separator, rest) if part.strip()]
        if len(parts) == wanted > 1:
            for part in parts:
                _, number, title = re.split(r"^(?:\(?(\d)[).°]+\s*)?", part, maxsplit=1)
                yield Item(kind, number or "", TAIL.sub("", title), place, "sentence")
            return


def _numbered(lines: Lines, found: Sequence[Item]) -> Iterator[Item]:
    """Numbered lines whose number goes on from an item's: 1.2 under 1, 1.2.3 under 1.2."""
    known = {item.line for item in found}
    kinds = {item.number: item.kind for item in found if item.number}
    for place, line in enumerate(lines):
        match = NUMBERED.match(line)
        if not match or place in known or "." not in match["number"]:
            continue
        above = kinds.get(match["number"].rsplit(".", 1)[0])
        title = _whole_title(lines, place, match["title"])
        if above and TITLE.match(title):
            kind = LEVELS[min(2, LEVELS.index(above) + 1)]
            kinds.setdefault(match["number"], kind)
            yield Item(kind, match["number"], title, place, "number")


def _headings(lines: Lines, found: Sequence[Item]) -> Iterator[Item]:
    """Where no axis is labelled: "1. CAPITALS", else short lines right before an objective."""
    known = {item.line for item in found}
    count = 0
    for place, line in enumerate(lines):
        match = NUMBERED.match(line)
        if match and match["title"].isupper() and match["number"] == str(count + 1):
            count += 1
            title = _whole_title(lines, place, match["title"])
            yield Item("axis", match["number"], title, place, "heading")
    if count:
        return
    for item in found:
        place = item.line - 1
        while place > 0 and not lines[place]:
            place -= 1
        if place <= 0 or place in known or item.kind != "objective" or " : " in lines[place]:
            continue
        alone = not lines[place - 1] or lines[place - 1].endswith((".", ";"))
        if alone and re.match(r"[A-ZÀ-Ý]\S*(?:\s\S+){0,13}(?<![.:;])$", lines[place]):
            yield Item("axis", "", lines[place], place, "heading")


def _bulleted(lines: Lines, found: Sequence[Item]) -> Iterator[Item]:
    """Bullets right under a numbered objective are its actions."""
    known = {item.line for item in found}
    for objective in found:
        place, gap = objective.line + 1, 0
        numbered = objective.kind == "objective" and objective.number
        while numbered and place < len(lines) and place not in known and gap < 4:
            bullet = BULLET.match(lines[place])
            if bullet:
                title = _whole_title(lines, place, bullet["title"])
                yield Item("action", "", title, place, "bullet")
            elif lines[place] and not lines[place][0].islower():
                gap += 1
            place += 1


def _whole_title(lines: Lines, place: int, start: str) -> str:
    """A title over its lines; empty for an entry of a table of contents."""
    title, following = start.strip(), place + 1
    while not title and following < min(len(lines), place + 4):
        if _starts_anew(lines[following]):
            return ""
        title, following = lines[following], following + 1
    for text in lines[following : following + 4]:
        if LEADERS.search(title) or not text or _starts_anew(text) or title.endswith((".", ";")):
            break
        shouted = title.isupper() and text.isupper()
        if not (text[0].islower() or text[0] == "(" or shouted or OPEN_END.search(title)):
            break
        title += ("" if title.endswith("'") else " ") + text
    return "" if LEADERS.search(title) else TAIL.sub("", title)


def _starts_anew(text: str) -> bool:
    numbered = NUMBERED.match(text)
    listed = numbered and (numbered["mark"] or "." in numbered["number"])
    return bool(listed or any(cue.match(text) for cue in (*LABELS, BULLET, FIELD)))


def _once_each(found: Iterable[Item]) -> list[Item]:
    """What is met again, with its number or title under the same axis, counts once."""
    kept: dict[tuple[str, ...], Item] = {}
    axis = ""
    for item in found:
        title = re.sub(r"\s\d{1,3}$", "", item.title)
        axis = (item.number or item.title).lower() if item.kind == "axis" else axis
        own = item.kind == "axis" or "." in item.number
        key = (item.kind, item.number or title.lower(), "" if own else axis)
        first = kept.setdefault(key, item).title
        figures = item.how == "number" or title.endswith(("euros", "%"))
        if title in first or (len(first) < len(title) and not figures):
            kept[key] = item
    return list(kept.values())


def _with_parents(found: Iterable[Item]) -> list[Item]:
    """Each under the item whose number it goes on from, else under the last one above it."""
    items = sorted(found, key=lambda item: item.line)
    numbers = {item.number: place for place, item in enumerate(items) if item.number}
    last: dict[str, int] = {}
    for place, item in enumerate(items):
        above = [kind for kind in LEVELS[: LEVELS.index(item.kind)] if kind in last]
        prefix = re.sub(r"[.-]?\w+$", "", item.number)
        parent = numbers.get(prefix) if prefix else None
        if parent is None or parent == place:
            parent = last[above[-1]] if above else None
        items[place] = replace(item, parent=parent)
        last = {kind: last[kind] for kind in above} | {item.kind: place}
    return items


if __name__ == "__main__":
    file = Path(sys.argv[1])
    for each in find_items(read_lines(file.read_bytes(), file.suffix.lower())):
        print("  " * LEVELS.index(each.kind), each.kind, each.number, each.title)
