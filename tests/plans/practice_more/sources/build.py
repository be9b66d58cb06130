"""Marked sources in, documents with their gold out, so that both tell the same.

A source opens with settings (`form`, `url`, `plan` for the claims' usual plan, `twin` for the name
of the copy without its cuts), then `---`, then the document. Marks stand around what they say:

    ⟦axis n=1 w=axe :: Améliorer la prévention⟧      an item; also objective, action, sub
    ⟦dead 2023-06 :: juin 2023⟧                      of the last item; also lead, partner,
                                                     ind, status
    ⟦claim action 237 q=more item=1 :: …⟧            a stated size; plan="…" where not the usual one
    ⟦target v=80 u=% d=reach h=2025 :: …⟧            a target, of the item around it or `item=`
    ⟦cut :: …⟧                                       what the twin lacks
    ⟦twin :: …⟧                                      what only the twin has
    ⟦status next :: …⟧                               of the item that follows

A parent is the last item of a higher kind, or `p=`, which is its number or title and - for none.
`NN-name.txt`, `.md`, `.html` are documents; `NN-name.chromium.html` and `NN-name.writer.html` are
typeset as PDF after jinja2 has filled them.
Usage: python tests/plans/practice_more/sources/build.py [NN...]
"""

from __future__ import annotations

import html
import json
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jinja2
import pdfplumber

HERE = Path(__file__).parent
TOKENS = re.compile(r"⟦|⟧")
KINDS = {"axis": 0, "objective": 1, "action": 2, "sub": 3}
LISTS = {"lead": "leads", "partner": "partners", "ind": "indicators"}
HORIZONTAL = r"[^\S\n]"


@dataclass
class Gold:
    """What the marks of one source say."""

    plan: str
    name: str
    cut: bool
    items: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    targets: list[dict[str, Any]] = field(default_factory=list)
    above: dict[int, dict[str, Any]] = field(default_factory=dict)
    waiting: dict[str, Any] = field(default_factory=dict)

    def read(self, text: str, start: int = 0, item: Any = None) -> tuple[str, int]:
        """The text without marks from `start` to its mark's end, and where that is."""
        out = ""
        while token := TOKENS.search(text, start):
            out += text[start : token.start()]
            if token[0] == "⟧":
                return out, token.end()
            head, _, _ = text[token.end() :].partition("::")
            start = token.end() + len(head) + 2
            start += text[start : start + 1] == " "
            inner, start = self._mark(shlex.split(head), text, start, item)
            out += inner
        return out + text[start:], len(text)

    def _mark(
        self, words: list[str], text: str, start: int, item: dict[str, Any] | None
    ) -> tuple[str, int]:
        name, plain = words[0], [word for word in words[1:] if "=" not in word]
        options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        if name == "twin":
            inner, end = self.read(text, start, item)
            return inner if self.cut else "", end
        if name == "cut":
            kept = (len(self.items), len(self.claims), len(self.targets), dict(self.above))
            inner, end = self.read(text, start, item)
            if self.cut:
                del self.items[kept[0] :], self.claims[kept[1] :], self.targets[kept[2] :]
                self.above = kept[3]
                inner = ""
            return inner, end
        if name in KINDS:
            new = self._item(name, options)
            inner, end = self.read(text, start, new)
            new["title"] = self.clean(inner)
            return inner, end
        if name == "target":
            return self._target(plain, options, text, start, item)
        inner, end = self.read(text, start, item)
        shown = self.clean(inner)
        if name == "claim":
            self.claims.append({
                "plan": options.get("plan", self.plan), "kind": plain[0], "stated": int(plain[1]),
                "qualifier": options.get("q", "exact"), "item": options.get("item"),
            })  # fmt: skip
        elif name == "dead":
            self.items[-1]["deadline"] = plain[0]
        elif name == "status" and plain:
            self.waiting = {"status": shown}
        elif name == "status":
            self.items[-1]["status"] = shown
        elif name in LISTS:
            self.items[-1].setdefault(LISTS[name], []).append(shown)
        else:
            raise ValueError(f"{self.name}: {name}")
        return inner, end

    def _item(self, name: str, options: dict[str, str]) -> dict[str, Any]:
        rank = KINDS[name]
        higher = [self.above[each] for each in range(rank - 1, -1, -1) if each in self.above]
        parent: Any = options.get("p") or (higher[0] if higher else None)
        item = {
            "kind": "action" if name == "sub" else name,
            "number": options.get("n"),
            "parent": None if parent == "-" else parent,
            "title": "",
            "word": options.get("w", ""),
        } | self.waiting
        self.waiting = {}
        self.items.append(item)
        self.above = {each: one for each, one in self.above.items() if each < rank} | {rank: item}
        return item

    def _target(
        self, plain: list[str], options: dict[str, str], text: str, start: int, item: Any
    ) -> tuple[str, int]:
        of = options.get("item") or item
        target = {
            "item": self.items[-1] if of == "." else of,
            "text": "",
            "value": number(options["v"]),
            "unit": options.get("u", ""),
            "baseline": number(options["b"]) if "b" in options else None,
            "direction": options["d"],
            "change": "change" in plain,
            "horizon": options.get("h"),
        }
        self.targets.append(target)
        inner, end = self.read(text, start, item)
        target["text"] = self.clean(inner)
        return inner, end

    def clean(self, text: str) -> str:
        """The text as a reader sees it, on one line."""
        if self.name.endswith((".html", ".md")):
            text = html.unescape(re.sub(r"<[^>]+>", " " if "<br" in text else "", text))
        if self.name.endswith(".md"):
            text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text.replace("**", ""))
        return " ".join(text.split())

    def as_json(self, form: str, url: str) -> dict[str, Any]:
        """The gold as the README wants it; parents and items by number, else title."""
        for item in self.items:
            item["parent"] = naming(item["parent"])
        for target in self.targets:
            target["item"] = naming(target["item"])
        return {
            "form": form, "url": url, "plan": self.items, "claims": self.claims,
            "targets": self.targets, "complete": not self.cut,
        }  # fmt: skip


def naming(item: Any) -> str | None:
    """An item's number, else its title; a name that is written out stays."""
    return item["number"] or item["title"] if isinstance(item, dict) else item


def number(text: str) -> int | float:
    """A value, whole where it is written so."""
    return float(text) if "." in text else int(text)


def compact(text: str) -> str:
    """For finding a text in another whatever the spaces."""
    return re.sub(r"\s+", "", text)


def check(name: str, shown: str, gold: dict[str, Any]) -> None:
    """Say which titles, numbers and words the document does not show as its gold has them."""
    rest = compact(shown)
    for item in gold["plan"]:
        title = compact(item["title"])
        if title not in rest:
            print(f"{name}: not shown: {item['title']}")
            continue
        places = [found.start() for found in re.finditer(re.escape(title), rest)]
        for key in ("number", "word"):
            value = compact(item[key] or "").lower()
            near = (rest[max(0, at - 60) : at + len(title) + 30].lower() for at in places)
            if value and not any(value in each for each in near):
                print(f"{name}: {key} {item[key]!r} is not beside {item['title']}")


def typeset(source: str, maker: str, target: Path) -> str:
    """Make a PDF of an HTML source; its text comes back."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{target.stem}.html"
        page.write_text(source, encoding="utf-8")
        if maker == "chromium":
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
            command += ["--disable-background-networking", f"--user-data-dir={folder}/profile"]
            command += ["--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri()]
        else:
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
            command += ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]
            command += ["--outdir", str(target.parent), str(page)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    with pdfplumber.open(target) as pdf:
        print(f"{target.name}: {len(pdf.pages)} pages, {target.stat().st_size // 1024} kB")
        tables = [table for page in pdf.pages for table in page.extract_tables()]
        cells = [cell or "" for table in tables for row in table for cell in row]
        return "\n".join([*(page.extract_text() for page in pdf.pages), *cells])


def build(source: Path) -> None:
    """Write the documents and the gold of one source."""
    head, _, body = source.read_text(encoding="utf-8").partition("\n---\n")
    settings = dict(re.findall(r"^(\w+) = (.*)$", head, re.M))
    stem, *maker, ending = source.name.split(".")
    if maker:
        body = jinja2.Template(body, trim_blocks=True, lstrip_blocks=True).render()
    names = [stem, *filter(None, [settings.get("twin")])]
    for name, cut in zip(names, (False, True), strict=False):
        gold = Gold(settings.get("plan", ""), source.name, cut)
        text, end = gold.read(body)
        if end != len(body) or "⟦" in text:
            raise ValueError(f"{source.name}: marks that do not close")
        record = gold.as_json(settings["form"], settings.get("url", ""))
        if maker:
            shown = typeset(text, maker[0], HERE.parent / f"{name}.pdf")
        else:
            (HERE.parent / f"{name}.{ending}").write_text(text, encoding="utf-8")
            shown = gold.clean(text)
        check(name, shown, record)
        (HERE.parent / f"{name}.json").write_text(
            json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    for path in sorted(HERE.glob("[0-9]*")):
        if len(sys.argv) == 1 or path.name.startswith(tuple(sys.argv[1:])):
            build(path)
