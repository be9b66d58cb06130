"""Damaged PDFs and pages through the whole of `inca extract`, beside healthy neighbours.

Counts tracebacks, runs that ended without tables, and neighbours whose rows changed: all are to be
none. The variants are the same on every machine.

Usage: python -m tests.benchmarks.fuzzed_runs [variants of each file, 3]
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from tests.faults.documents import FORMATS, write_plan
from tests.pdfs.hostile import damaged

ROOT = Path(__file__).parents[2]
INCA = str(Path(sys.executable).with_name("inca"))
FILES_A_RUN = 60
OF_ALL = frozenset({"plans", "organisations", "runs", "changes"})  # what all documents make
ODDITIES = (
    "\N{GRINNING FACE}",
    "&#xD83D;",
    "&#0;",
    "\0",
    "\N{COMBINING ACUTE ACCENT}" * 40,
    "<div>" * 3000,
    "<table><tr><td rowspan=99999999 colspan=-1>",
    "<ol start=99999999999999999999><li>",
    "<time datetime='99999-99-99'>",
    "99999999999999999999 objectifs, 1e999 %, le 31 février 2024",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "Axe " * 2000,
)


def main(variants: int) -> None:
    pdfs = sorted([*ROOT.glob("tests/pdfs/samples/*.pdf"), *ROOT.glob("raw/inca/**/*.pdf")])
    pages = sorted(ROOT.glob("tests/gold/plans/**/document.html"))[:: max(1, 40 // variants)]
    made = [*_variants(pdfs, variants), *_variants(pages, variants), *_odd_pages(pages, variants)]
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, ending in enumerate(FORMATS):
            write_plan(folder / f"healthy-{number}.{ending}", 2012 + number)
        expected = _rows(folder, folder / "expected", counts)
        for number in range(0, len(made), FILES_A_RUN):
            fuzzed = folder / "fuzzed"
            fuzzed.mkdir()
            for at, (content, ending) in enumerate(made[number : number + FILES_A_RUN]):
                (fuzzed / f"{at:03}{ending}").write_bytes(content)
            counts["variants"] += len(list(fuzzed.iterdir()))
            found = _rows(folder, folder / f"run-{number}", counts)
            counts["lost neighbours"] += sum(
                found.get(one) != rows for one, rows in expected.items()
            )
            for path in fuzzed.iterdir():
                path.unlink()
            fuzzed.rmdir()
    for what in (
        "variants",
        "tracebacks",
        "runs without tables",
        "lost neighbours",
        "failed stages",
    ):
        print(f"{counts[what]:6}  {what}")


def _rows(folder: Path, output: Path, counts: Counter[str]) -> dict[str, list[list[str]]]:
    """By healthy document, its rows in all tables."""
    done = subprocess.run(
        [INCA, "extract", ".", "--output", str(output)], cwd=folder, capture_output=True, text=True
    )
    counts["tracebacks"] += (done.stdout + done.stderr).count("Traceback")
    if not (output / "documents.csv").exists():
        counts["runs without tables"] += 1
        print(done.stderr)
        return {}
    rows: dict[str, list[list[str]]] = {}
    healthy: dict[str, str] = {}
    for row in _table(output / "documents.csv"):
        counts["failed stages"] += row["issues"].count(" failed (")
        if row["file"].startswith("healthy"):
            healthy[row["document_id"]] = row["file"]
    for path in sorted(output.glob("*.csv")):
        for row in _table(path) if path.stem not in OF_ALL else ():
            if row["document_id"] in healthy:
                rows.setdefault(healthy[row["document_id"]], []).append([*row.values()])
    return rows


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _variants(files: list[Path], variants: int) -> Iterator[tuple[bytes, str]]:
    for file in files:
        for variant in damaged(file.read_bytes(), file.name, variants):
            yield variant, file.suffix


def _odd_pages(files: list[Path], variants: int) -> Iterator[tuple[bytes, str]]:
    """Pages with signs and markup put in that no author would think of."""
    for file in files:
        for number in range(variants):
            random = Random(f"{file.name} {number}")
            text = file.read_text(encoding="utf-8")
            for odd in islice(random.sample(ODDITIES, len(ODDITIES)), 4):
                at = random.randrange(len(text))
                text = text[:at] + odd + text[at:]
            yield text.encode("utf-8", "surrogatepass"), ".html"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
