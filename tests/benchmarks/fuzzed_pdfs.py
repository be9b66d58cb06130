"""How damaged PDFs end: variants of each PDF of the repository, the same on every machine.

Usage: python -m tests.benchmarks.fuzzed_pdfs [variants of each file, 20]
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import ReadingWorkers
from extractors.documents.limits import ReadingLimits
from tests.pdfs.hostile import damaged

ROOT = Path(__file__).parents[2]
LIMITS = ReadingLimits(seconds=10, page_seconds=3)


def main(variants: int) -> None:
    files = sorted([*ROOT.glob("tests/pdfs/samples/*.pdf"), *ROOT.glob("raw/inca/**/*.pdf")])
    outcomes: Counter[str] = Counter()
    started = perf_counter()
    with ReadingWorkers(LIMITS) as workers:
        for document in workers.read_all(_variants(files, variants)):
            if isinstance(document, UnreadableDocumentError):
                outcomes[f"refused: {_general(str(document))}"] += 1
            elif document.issues:
                outcomes.update(f"read, but {_general(issue)}" for issue in document.issues[:1])
            else:
                outcomes["read"] += 1
    seconds = perf_counter() - started
    for outcome, count in outcomes.most_common():
        print(f"{count:6}  {outcome}")
    print(f"{sum(outcomes.values())} variants of {len(files)} files in {seconds:.0f} s")


def _variants(files: list[Path], variants: int) -> Iterator[tuple[bytes, str]]:
    for file in files:
        for variant in damaged(file.read_bytes(), file.name, variants):
            yield variant, "application/pdf"


def _general(reason: str) -> str:
    """A reason without what differs from file to file."""
    return re.sub(r"\d+(, \d+)*", "n", reason.partition(":")[0]).replace("pages n are", "page n is")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
