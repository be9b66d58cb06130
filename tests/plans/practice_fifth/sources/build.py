"""Write the documents and their gold from the marked sources beside this module.

A source has a head (`key: value` lines: form, format, plan, and where they apply url, name of
the lacking copy, engine), a line `---`, and the document itself with marks `{{what|text}}`, which
may stand inside each other:

- `{{axis n=1 w=axe|title}}`: an item; its parent is the last item of a higher kind, or `p=…`
  (`p=-` for none); `n=` and `w=` may be left out.
- `{{deadline iso=2025|fin 2025}}`, `lead`, `partner`, `indicator`, `status`: of the last item, or
  of the one named by `of=…`; `hide` keeps the text out of the gold of a target.
- `{{claim k=action s=12|12 actions}}` with `q=` (qualifier), `i=` (item), `plan=`.
- `{{target v=60 u=% b=48 d=increase h=2030|text}}` with `c` for a change, `i=` (`i=-` for none).
- `{{drop|lines}}`: what the lacking copy goes without, `{{kept|lines}}`: what only it has.

A PDF's head may name its `page` (a CSS size, A4 else) and its running `header`. In its body a
line `=A number|title` is an axis' heading, `=O` an objective's, `=F` a whole action sheet (see
`_sheet`; `=D` one that the lacking copy goes without), and `=T` the table of contents of all these.

Usage: python tests/plans/practice_fifth/sources/build.py [NN...]
"""

from __future__ import annotations

import html
import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
KINDS = ("axis", "objective", "action")
LISTS = {"lead": "leads", "partner": "partners", "indicator": "indicators"}
QUIET = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Reading:
    """One pass over a marked document: the plain text comes out, the gold gathers."""

    def __init__(self, plan: str, lacking: bool, markup: bool) -> None:
        """Start with nothing found; `markup` says that the text is HTML."""
        self.plan, self.lacking, self.markup = plan, lacking, markup
        self.items: list[dict[str, Any]] = []
        self.claims: list[dict[str, Any]] = []
        self.targets: list[dict[str, Any]] = []
        self.last: dict[str, dict[str, Any]] = {}

    def read(self, text: str) -> str:
        """The text without its marks."""
        out, place = [], 0
        while (start := text.find("{{", place)) >= 0:
            end = _closing(text, start)
            out += [text[place:start], self._mark(text[start + 2 : end - 2])]
            place = end
        return "".join([*out, text[place:]])

    def _mark(self, inside: str) -> str:
        head, _, body = inside.partition("|")
        what, *words = shlex.split(head.replace("'", "\\'"))
        keys = dict(word.partition("=")[::2] for word in words)
        if what in ("drop", "kept"):
            return "" if self.lacking == (what == "drop") else self.read(body)
        if what in KINDS:
            item = self._item(what, keys)
            plain = self.read(body)
            item["title"] = self._flat(plain)
            return plain
        plain = self.read(body)
        value = self._flat(plain)
        if what == "claim":
            self._claim(keys)
        elif what == "target":
            self._target(keys, value)
        else:
            self._detail(what, keys, value)
        return plain

    def _item(self, kind: str, keys: dict[str, str]) -> dict[str, Any]:
        above = [self.last[each] for each in KINDS[: KINDS.index(kind)] if each in self.last]
        if "p" in keys:
            parent = None if keys["p"] == "-" else keys["p"]
        else:
            parent = (above[-1]["number"] or above[-1]["title"]) if above else None
        number = keys.get("n")
        item = {"kind": kind, "number": number, "parent": parent, "title": ""}
        item["word"] = keys.get("w", "")
        self.items.append(item)
        for lower in KINDS[KINDS.index(kind) :]:
            self.last.pop(lower, None)
        self.last[kind] = item
        return item

    def _detail(self, what: str, keys: dict[str, str], value: str) -> None:
        if "of" in keys:
            named = [each for each in self.items if keys["of"] in (each["number"], each["title"])]
            if not named and self.lacking:
                return
            item = named[-1]
        else:
            item = self.items[-1]
        if what in LISTS:
            item.setdefault(LISTS[what], []).append(value)
        elif what == "deadline":
            item[what] = keys["iso"]
        elif what == "status":
            item[what] = value
        else:
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


def _sheets(body: str) -> str:
    """Headings, sheets and the table of contents written out as marked HTML."""
    lines = body.splitlines()
    entries = [line[1:].split("|") for line in lines if line[:3] in ("=A ", "=O ", "=F ")]
    out = []
    for line in lines:
        head, *rest = line[3:].split("|")
        if line.startswith("=T"):
            out += _contents(entries)
        elif line.startswith("=A "):
            title = f"{{{{axis n={head} w=axe|{rest[0]}}}}}"
            out.append(f"<h1>Axe {head}<br>{title}</h1><p>{rest[1]}</p>")
        elif line.startswith("=O "):
            title = f"{{{{objective n={head} w=objectif|{rest[0]}}}}}"
            out.append(f"<h2>Objectif {head} : {title}</h2>")
        elif line.startswith("=F "):
            out.append(_sheet(head, rest))
        elif line.startswith("=D "):
            out.append(f"{{{{drop|{_sheet(head, rest)}}}}}")
        else:
            out.append(line)
    return "\n".join(out)


def _contents(entries: list[list[str]]) -> list[str]:
    words = {"A": "Axe", "O": "Objectif", "F": "Action"}
    page, out = 4, []
    for head, title, *_ in entries:
        dots = "." * max(3, 80 - len(title))
        label = f"{words[head[0]]} {head[2:]}"
        out.append(f'<p class="toc">{label} : {title} {dots} {page}</p>')
        page += head[0] == "F"
    return out


def _sheet(number: str, fields: list[str]) -> str:
    """An action: title, context, ISO date, printed date, leads, partners, indicators."""
    title, context, iso, date, *lists = fields
    rows = [("Échéance", f"{{{{deadline iso={iso}|{date}}}}}")]
    for label, mark, names in zip(("Pilote", "Partenaires"), LISTS, lists, strict=False):
        marked = ", ".join(f"{{{{{mark}|{name}}}}}" for name in names.split(";") if name)
        rows.append((label, marked or "sans objet"))
    listed = "".join(f"<li>{{{{indicator|{name}}}}}</li>" for name in lists[2].split(";"))
    rows.append(("Indicateurs de suivi", f"<ul>{listed}</ul>"))
    cells = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    heading = f"<h3>Action {number} : {{{{action n={number} w=action|{title}}}}}</h3>"
    return f'<div class="sheet">{heading}<p>{context}</p><table>{cells}</table></div>'


def _closing(text: str, start: int) -> int:
    depth = 0
    for mark in re.finditer(r"\{\{|\}\}", text[start:]):
        depth += 1 if mark[0] == "{{" else -1
        if depth == 0:
            return start + mark.end()
    raise ValueError(f"a mark is open: {text[start : start + 60]!r}")


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def build(source: Path) -> None:
    """Write the document of a source and, where its head names one, the lacking copy."""
    head, _, body = source.read_text(encoding="utf-8").partition("\n---\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    copies = [(source.stem, False, keys.get("engine"))]
    if "lacking" in keys:
        copies.append((keys["lacking"], True, keys.get("lacking_engine", keys.get("engine"))))
    for name, lacking, engine in copies:
        reading = Reading(keys["plan"], lacking, keys["format"] in ("html", "pdf"))
        text = reading.read(_sheets(body) if keys["format"] == "pdf" else body)
        gold = {
            "form": keys["form"],
            "url": keys.get("url", ""),
            "plan": reading.items,
            "claims": reading.claims,
            "targets": reading.targets,
            "complete": not lacking,
        }
        target = HERE.parent / f"{name}.{keys['format']}"
        if keys["format"] == "pdf":
            typeset(_dressed(text, keys, str(engine)), target, str(engine))
        else:
            target.write_text(text, encoding="utf-8")
        written = json.dumps(gold, ensure_ascii=False, indent=1)
        target.with_suffix(".json").write_text(written + "\n", encoding="utf-8")


def _dressed(text: str, keys: dict[str, str], engine: str) -> str:
    """An HTML text with its page's size and what runs on every page, in the engine's own way."""
    size, running = keys.get("page", "A4"), keys.get("header")
    boxes = ""
    if running and engine == "chromium":
        boxes = f'@top-left {{ content: "{running}"; font: 8pt sans-serif; }} '
        boxes += "@bottom-right { content: counter(page); font: 8pt sans-serif; }"
    elif running:
        number = "<sdfield type=PAGE subtype=RANDOM format=PAGE></sdfield>"
        ends = f'<div title="header"><p>{running}</p></div>'
        ends += f'<div title="footer"><p align="right">{number}</p></div>'
        text = text.replace("<body>", f"<body>{ends}")
    return text.replace("<style>", f"<style>@page {{ size: {size}; margin: 18mm; {boxes} }}")


def typeset(text: str, target: Path, engine: str) -> None:
    """Print an HTML text with Chromium, or with LibreOffice by way of a text document."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, target.stem).with_suffix(".html")
        page.write_text(text, encoding="utf-8")
        if engine == "chromium":
            switches = "--headless --no-sandbox --disable-gpu --disable-background-networking"
            profile = Path(folder, "profile")
            printing = [f"--user-data-dir={profile}", f"--print-to-pdf={target}"]
            command = ["chromium", *switches.split(), *printing, "--no-pdf-header-footer"]
            subprocess.run([*command, page.as_uri()], timeout=120, **QUIET)
            return
        office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
        # straight to PDF, LibreOffice forgets the running header after the first page
        reading = ["--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8"]
        subprocess.run([*office, *reading, "--outdir", folder, page], timeout=180, **QUIET)
        printing = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", target.parent]
        subprocess.run([*office, *printing, page.with_suffix(".odt")], timeout=180, **QUIET)


if __name__ == "__main__":
    for path in sorted(HERE.glob("*.src")):
        if len(sys.argv) == 1 or path.name[:2] in sys.argv[1:]:
            build(path)
