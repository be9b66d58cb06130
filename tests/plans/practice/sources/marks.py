"""Read a marked source: the document as printed, and what an analyst expects of it.

A source opens with `key: value` lines closed by `---`; then comes the document with marks:

    ⟦X|number|parent|word|title⟧    an axis; O an objective, A an action; "-" is null, an empty
                                    parent is the nearest item above of a higher level
    ⟦d|2023-06|juin 2023⟧           deadline of the last item; l lead, p partner, i indicator and
                                    s status hold the printed words only: ⟦l|INCa⟧
    ⟦c|plan|kind|stated|qualifier|item|words⟧              a claim
    ⟦t|item|value|unit|baseline|direction|change|horizon|words⟧   a target
    ⟪words⟫                         what the second, incomplete version leaves out

`plan` is a letter that the head spells out (`P: plan cancer 2014-2019`).
"""

import html
import json
import re
from pathlib import Path

KINDS = {"X": "axis", "O": "objective", "A": "action"}
LISTS = {"l": "leads", "p": "partners", "i": "indicators"}
FIELDS = {"c": 6, "t": 8, "d": 2, "s": 1, "l": 1, "p": 1, "i": 1, "X": 4, "O": 4, "A": 4}
TEX = {r"\%": "%", r"\&": "&", "~": " ", r"\\": " ", r"\oe{}": "œ", r"\no": "n°"}


def head_and_body(source: str) -> tuple[dict[str, str], str]:
    head, body = source.split("---\n", 1)
    return dict(line.split(": ", 1) for line in head.strip().splitlines()), body


def plain(words: str, suffix: str) -> str:
    """The words on one line, without the markup of their format."""
    if suffix == ".tex":
        for code, sign in TEX.items():
            words = words.replace(code, sign)
    else:
        words = html.unescape(re.sub(r"<br ?/?>|</(p|div|li|td)>", " ", words))
        words = re.sub(r"<[^>]+>", "", words)
        words = words.replace("**", "") if suffix == ".md" else words
    return " ".join(re.sub(r"\n>", "\n", words).split())


class Reader:
    """Turns one marked body into the printed text and the gold lists."""

    def __init__(self, head: dict[str, str], suffix: str) -> None:
        self.head, self.suffix = head, suffix
        self.plan: list[dict] = []
        self.claims: list[dict] = []
        self.targets: list[dict] = []

    def read(self, text: str) -> str:
        """Printed text of a marked text; the marks are noted on the way."""
        printed, at = [], 0
        while (start := text.find("⟦", at)) >= 0:
            printed.append(text[at:start])
            depth, end = 1, start
            while depth:
                end += 1
                depth += {"⟦": 1, "⟧": -1}.get(text[end], 0)
            printed.append(self.mark(text[start + 1 : end]))
            at = end + 1
        return "".join([*printed, text[at:]])

    def mark(self, inner: str) -> str:
        count = FIELDS[inner[0]]
        kind, *fields, words = inner.split("|", count)
        assert len(fields) == count - 1, inner
        note: dict = {}
        if kind in KINDS:
            note |= {"kind": KINDS[kind]}
            self.plan.append(note)
        elif kind == "c":
            self.claims.append(note)
        elif kind == "t":
            self.targets.append(note)
        printed = self.read(words)
        text = plain(printed, self.suffix)
        nulls = [None if field == "-" else field for field in fields]
        if kind in KINDS:
            number, parent, word = nulls
            if parent == "":
                parent = self.above(kind)
            note |= {"number": number, "parent": parent, "title": text, "word": word or ""}
        elif kind == "c":
            plan, what, stated, qualifier, item = nulls
            note |= {"plan": self.head[plan], "kind": KINDS[what], "stated": int(stated)}
            note |= {"qualifier": qualifier, "item": item}
        elif kind == "t":
            item, value, unit, baseline, direction, change, horizon = nulls
            note |= {"item": item, "text": text, "value": number_of(value)}
            note |= {"unit": unit and plain(unit, self.suffix)}
            note |= {"baseline": baseline and number_of(baseline), "direction": direction}
            note |= {"change": change == "yes", "horizon": horizon}
        elif kind == "d":
            self.plan[-1]["deadline"] = fields[0]
        elif kind == "s":
            self.plan[-1]["status"] = text
        else:
            self.plan[-1].setdefault(LISTS[kind], []).append(text)
        return printed

    def above(self, kind: str) -> str | None:
        """Number, else title, of the nearest item above of a higher level."""
        higher = list(KINDS.values())[: list(KINDS).index(kind)]
        for item in reversed(self.plan[:-1]):
            if item["kind"] in higher:
                return item["number"] or item["title"]
        return None


def number_of(digits: str) -> float:
    value = float(digits)
    return int(value) if value.is_integer() else value


def versions(
    first: str, suffix: str, head: dict[str, str], body: str
) -> list[tuple[str, str, dict]]:
    """Name, printed text and gold of each version that a source stands for."""
    found = []
    for name in [first, head.get("second")]:
        if name is None:
            continue
        full = name == first
        text = re.sub("[⟪⟫]", "", body) if full else re.sub("⟪[^⟫]*⟫", "", body)
        reader = Reader(head, suffix)
        printed = reader.read(text)
        url = "" if head["url"] == "none" else head["url"]
        gold = {"form": head["form"], "url": url, "plan": reader.plan, "claims": reader.claims}
        gold |= {"targets": reader.targets, "complete": full}
        found.append((name, printed, gold))
    return found


def write_gold(path: Path, gold: dict) -> None:
    """Write the gold with one item a line."""
    parts = []
    for key, value in gold.items():
        if isinstance(value, list) and value:
            rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f'  "{key}": [\n    {rows}\n  ]')
        else:
            parts.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")
