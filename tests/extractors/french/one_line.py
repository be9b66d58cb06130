"""A copy of the program with a line more in one of its data files, asked what it finds in texts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[3] / "extractors"
ASK = """
import json, sys
from extractors.commitments import Findings, ItemPlaces, attach_findings, find_fields
from extractors.documents import read_document
from extractors.outline import read_outline

answers = []
for text in json.load(sys.stdin):
    document = read_document(text.encode(), "text/markdown")
    outline = read_outline(document)
    places = ItemPlaces(document, outline.items)
    found = attach_findings(places, find_fields(places, ()), Findings(outline.items))
    answers.append(
        {
            "items": [
                [
                    each.kind, each.number, document.text[slice(*each.span)], each.told.status,
                    each.told.leads,
                ]
                for each in found.items
            ],
            "claims": [[each.kind, each.stated] for each in outline.claims],
        }
    )
json.dump(answers, sys.stdout)
"""


def ask_with_line(folder: Path, file: str, after: str, line: str, texts: list[str]) -> list[Any]:
    """What the program finds in texts, with a line added to a data file after a line of it."""
    shutil.copytree(SOURCE, folder / "extractors", ignore=shutil.ignore_patterns("__pycache__"))
    data = folder / "extractors" / file
    lines = data.read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index(after) + 1, line)
    data.write_text("\n".join(lines), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", ASK],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        cwd=folder,
        check=True,
    )
    return json.loads(ran.stdout)
