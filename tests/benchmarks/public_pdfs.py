"""How each PDF of a folder ends: read with pages and words, or the reason; and in what time.

Usage: python -m tests.benchmarks.public_pdfs FOLDER (as pdfplumber's `tests/pdfs`)
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import Readers

SLOW = 5.0


def main(folder: Path) -> None:
    read = slow = 0
    files = sorted(folder.rglob("*.pdf"))
    with Readers() as readers:
        for file in files:
            started = perf_counter()
            try:
                document = readers.read(file, "application/pdf")
            except UnreadableDocumentError as error:
                ended = str(error)
            else:
                read += 1
                ended = f"{len(document.pages)} pages, {len(document.words)} words"
                ended += "".join(f"; {issue}" for issue in document.issues)
            seconds = perf_counter() - started
            slow += seconds > SLOW
            print(f"{str(file.relative_to(folder))[:45]:46}{seconds:7.2f} s  {ended}")
    print(
        f"{len(files)} files, {read} read, {len(files) - read} with a reason, {slow} over {SLOW} s"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
