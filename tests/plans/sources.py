"""Marked sources in, documents as printed and their gold out: nothing is typeset here.

A source opens with a head (`key: value` lines), a line `---`, and the document itself with marks
`⟦what|text⟧`, which may stand inside each other:

- `⟦axis n=1 w=axe|title⟧`: an item; its parent is the last item of a higher kind, or `p=…`
  (`p=-` for none); `n=` and `w=` may be left out.
- `⟦deadline iso=2025|fin 2025⟧`, `lead`, `partner`, `indicator`, `status`: of the last item, or
  of the one named by `of=…`; `hide` keeps the text out of the gold of a target.
- `⟦claim k=action s=12|12 actions⟧` with `q=` (qualifier), `i=` (item), `plan=`.
- `⟦target v=60 u=% b=48 d=increase h=2030|text⟧` with `c` for a change, `i=` (`i=-` for none).
- `⟦drop|lines⟧`: what the twin goes without, `⟦kept|lines⟧`: what only it has.

Wherever the gold has other words than are printed (markup, a line's end), `as=…` gives them.
The head names form, format, round, seen (whether it may be read while rules are made), the plan
that claims are about and, where they apply, url, pair (the twin that lacks an item, so that its
document contradicts its own counts), engine, twin_engine, page and running header.
"""

from __future__ import annotations

import html
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

OPEN, CLOSE = "⟦", "⟧"
KINDS = ("axis", "objective", "action")
LISTS = {"lead": "leads", "partner": "partners", "indicator": "indicators"}


@dataclass(frozen=True, slots=True)
class Source:
    """A marked document; `suffix` is that of the text which is marked, `format` of what is made."""

    keys: dict[str, str]
    body: str
    suffix: str

    @property
    def format(self) -> str:
        return self.keys["format"]

    @property
    def pair(self) -> str | None:
        """The name of the twin, if there is one."""
        return self.keys.get("pair")

    def version(self, is_twin: bool = False) -> tuple[str, dict[str, Any]]:
        """The text as printed and its gold."""
        reading = _Reading(self.keys["plan"], is_twin, self.suffix == ".html")
        text = reading.read(self.body)
        reading.finish()
        gold = {
            "form": self.keys["form"],
            "url": self.keys.get("url", ""),
            "round": int(self.keys["round"]),
            "seen": self.keys["seen"] == "yes",
            "pair": self.pair,
            "plan": reading.items,
            "claims": reading.claims,
            "targets": reading.targets,
            "complete": not is_twin,
        }
        return text, gold


def read_source(path: Path) -> Source:
    """The source of a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    return Source({"plan": "", **keys}, body, path.suffix)


class _Reading:
    """One pass over a marked document: the plain text comes out, the gold gathers."""

    def __init__(self, plan: str, is_twin: bool, markup: bool) -> None:
        """Start with nothing found; `markup` says that the text is HTML."""
        self.plan, self.is_twin, self.markup = plan, is_twin, markup
        self.items: list[dict[str, Any]] = []
        self.claims: list[dict[str, Any]] = []
        self.targets: list[dict[str, Any]] = []
        self.last: dict[str, dict[str, Any]] = {}
        self.later: list[tuple[str, str, dict[str, str], str]] = []

    def read(self, text: str) -> str:
        """The text without its marks."""
        out, place = list[str](), 0
        while (start := text.find(OPEN, place)) >= 0:
            end = _closing(text, start)
            out += [text[place:start], self._mark(text[start + 1 : end - 1])]
            place = end
        return "".join([*out, text[place:]])

    def finish(self) -> None:
        """What belongs to an item that is named, once all items are known."""
        for name, what, keys, value in self.later:
            named = [each for each in self.items if name in (each["number"], each["title"])]
            if named or not self.is_twin:
                self._detail(named[-1], what, keys, value)

    def _mark(self, inside: str) -> str:
        head, _, body = inside.partition("|")
        what, *words = _words(head)
        keys = dict(word.partition("=")[::2] for word in words)
        if what in ("drop", "kept"):
            return "" if self.is_twin == (what == "drop") else self.read(body)
        item = self._item(what, keys) if what in KINDS else None
        plain = self.read(body)
        value = keys.get("as", self._flat(plain))
        if item is not None:
            item["title"] = value
        elif what == "claim":
            self._claim(keys)
        elif what == "target":
            self._target(keys, value)
        elif "of" in keys:
            self.later.append((keys["of"], what, keys, value))
        else:
            self._detail(self.items[-1], what, keys, value)
        return plain

    def _item(self, kind: str, keys: dict[str, str]) -> dict[str, Any]:
        above = [self.last[each] for each in KINDS[: KINDS.index(kind)] if each in self.last]
        if "p" in keys:
            parent = None if keys["p"] == "-" else keys["p"]
        else:
            parent = (above[-1]["number"] or above[-1]["title"]) if above else None
        item = {"kind": kind, "number": keys.get("n"), "parent": parent, "title": ""}
        item["word"] = keys.get("w", "")
        self.items.append(item)
        for lower in KINDS[KINDS.index(kind) :]:
            self.last.pop(lower, None)
        self.last[kind] = item
        return item

    def _detail(self, item: dict[str, Any], what: str, keys: dict[str, str], value: str) -> None:
        if what in LISTS:
            item.setdefault(LISTS[what], []).append(value)
        elif what == "deadline":
            item[what] = keys["iso"]
        elif what == "status":
            item[what] = value
        elif what != "hide":
            raise ValueError(f"{what!r} is no mark")

    def _claim(self, keys: dict[str, str]) -> None:
        self.claims.append(
            {
                "plan": keys.get("plan", self.plan),
                "kind": keys["k"],
                "stated": int(keys["s"]),
                "qualifier": keys.get("q", "exact"),
                "item": keys.get("i"),
            }
        )

    def _target(self, keys: dict[str, str], text: str) -> None:
        item = keys.get("i")
        if item is None and self.items:
            item = self.items[-1]["number"] or self.items[-1]["title"] or text
        self.targets.append(
            {
                "item": None if item == "-" else item,
                "text": text,
                "value": _number(keys["v"]),
                "unit": keys.get("u", ""),
                "baseline": _number(keys["b"]) if "b" in keys else None,
                "direction": keys.get("d", "reach"),
                "change": "c" in keys,
                "horizon": keys.get("h"),
            }
        )

    def _flat(self, text: str) -> str:
        if self.markup:
            text = html.unescape(re.sub(r"<[^>]+>", "", text))
        return " ".join(text.split())


def _closing(text: str, start: int) -> int:
    depth = 0
    for mark in re.finditer(f"[{OPEN}{CLOSE}]", text[start:]):
        depth += 1 if mark[0] == OPEN else -1
        if depth == 0:
            return start + mark.end()
    raise ValueError(f"a mark is open: {text[start : start + 60]!r}")


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _words(head: str) -> list[str]:
    """The words of a mark, an apostrophe being no quotation mark."""
    words = shlex.shlex(head, posix=True)
    words.whitespace_split, words.quotes, words.commenters = True, '"', ""
    return list(words)
