"""Write documents and their gold from their marked sources (see `sources`).

    python -m tests.plans.build [NAME...]     of tests/gold/plans; all without names

Texts are written as printed. A PDF is typeset where its name is given or it is missing: by
Chromium, LibreOffice or LaTeX, as the source's `engine` says. A twin is written where it is a PDF;
other twins are made from the source whenever they are read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.plans.documents import MARKED, source_of
from tests.plans.sources import Source, read_source

QUIET = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
LATEX_RUNS = 2  # the second knows the pages of the contents


def build(place: Path, is_wanted: bool) -> None:
    """Write what a source in a folder makes."""
    source = read_source(source_of(place))
    text, gold = source.version()
    (place / "gold.json").write_text(gold_text(gold), encoding="utf-8")
    if source.format != "pdf":
        (place / f"document.{source.format}").write_text(text, encoding="utf-8")
        return
    engine = source.keys["engine"]
    versions = [("document.pdf", text, engine)]
    if source.pair:
        twin_engine = source.keys.get("twin_engine", engine)
        versions.append(("twin.pdf", source.version(is_twin=True)[0], twin_engine))
    for name, words, engine in versions:
        if is_wanted or not (place / name).exists():
            typeset(_dressed(words, source, engine), place / name, engine)


def gold_text(gold: Mapping[str, Any]) -> str:
    """The gold as JSON, an item a line."""
    parts: list[str] = []
    for key, value in gold.items():
        if isinstance(value, list) and value:
            rows = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in value)
            parts.append(f'  "{key}": [\n    {rows}\n  ]')
        else:
            parts.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _dressed(text: str, source: Source, engine: str) -> str:
    """An HTML text with its page's size and what runs on every page, in the engine's own way."""
    size, running = source.keys.get("page", "A4"), source.keys.get("header")
    boxes = ""
    if running and engine == "chromium":
        boxes = f'@top-left {{ content: "{running}"; font: 8pt sans-serif; }} '
        boxes += "@bottom-right { content: counter(page); font: 8pt sans-serif; }"
    elif running:
        number = "<sdfield type=PAGE subtype=RANDOM format=PAGE></sdfield>"
        ends = f'<div title="header"><p>{running}</p></div>'
        ends += f'<div title="footer"><p align="right">{number}</p></div>'
        text = text.replace("<body>", f"<body>{ends}")
    return text.replace("<style>", f"<style>@page {{ size: {size}; margin: 18mm; {boxes} }}", 1)


def typeset(text: str, target: Path, engine: str) -> None:
    """Print a text: HTML with Chromium or LibreOffice (by way of a text document), or TeX."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, target.stem).with_suffix(".tex" if engine == "latex" else ".html")
        page.write_text(text, encoding="utf-8")
        if engine == "chromium":
            switches = "--headless --no-sandbox --disable-gpu --disable-background-networking"
            profile = Path(folder, "profile")
            printing = [f"--user-data-dir={profile}", f"--print-to-pdf={target.absolute()}"]
            command = ["chromium", *switches.split(), *printing, "--no-pdf-header-footer"]
            subprocess.run([*command, page.as_uri()], timeout=120, **QUIET)
            return
        if engine == "latex":
            command = ["pdflatex", "-interaction=nonstopmode", f"-output-directory={folder}"]
            for _ in range(LATEX_RUNS):
                subprocess.run([*command, page], timeout=120, **QUIET)
            target.write_bytes(page.with_suffix(".pdf").read_bytes())
            return
        office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
        # straight to PDF, LibreOffice forgets the running header after the first page
        reading = ["--infilter=HTML (StarWriter)", "--convert-to", "odt:writer8"]
        subprocess.run([*office, *reading, "--outdir", folder, page], timeout=180, **QUIET)
        printing = ["--convert-to", "pdf:writer_pdf_Export", "--outdir", target.absolute().parent]
        subprocess.run([*office, *printing, page.with_suffix(".odt")], timeout=180, **QUIET)


def main(names: list[str]) -> None:
    """Build the documents of these names, or all; PDFs that exist only where they are named."""
    for gold in sorted(MARKED.glob("*/*/source.*")):
        if not names or gold.parent.name in names:
            build(gold.parent, gold.parent.name in names)


if __name__ == "__main__":
    main(sys.argv[1:])
