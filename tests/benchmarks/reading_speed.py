"""How fast PDFs are read: in one process and on all cores, beside pdfplumber and pdfium.

PDFs or folders of them in, pages a second out; each figure the median of three fresh processes.
Usage: python -m tests.benchmarks.reading_speed [file or folder …]

pdfplumber   `page.extract_words()` and `page.close()`
pdfium       `page.get_textpage().get_text_range()`: raw text, neither words nor boxes
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.long_pdfs import SAMPLES, repeat_sample, typeset_prose

PDF = "application/pdf"
REPEATS = 3


def one_process(path: Path) -> float:
    from extractors.documents import read_document

    started = perf_counter()
    read_document(path.read_bytes(), PDF)
    return perf_counter() - started


def all_cores(path: Path) -> float:
    from extractors.documents.apart import ReadingWorkers

    with ReadingWorkers() as workers:
        workers.read("Les processus ont démarré.".encode(), "text/plain")
        started = perf_counter()
        workers.read(path, PDF)
        return perf_counter() - started


def pdfplumber_words(path: Path) -> float:
    import pdfplumber

    started = perf_counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.close()
    return perf_counter() - started


def pdfium_text(path: Path) -> float:
    import pypdfium2

    started = perf_counter()
    pdf = pypdfium2.PdfDocument(path)
    for page in pdf:
        page.get_textpage().get_text_range()
    return perf_counter() - started


WARM_UP = SAMPLES / "reportlab_poster.pdf"
WAYS: dict[str, Callable[[Path], float]] = {
    "one process": one_process,
    "all cores": all_cores,
    "pdfplumber": pdfplumber_words,
    "pdfium": pdfium_text,
}

RATIOS = {
    "one/plumber": ("one process", "pdfplumber"),
    "all/plumber": ("all cores", "pdfplumber"),
    "all/pdfium": ("all cores", "pdfium"),
}


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--time"]:
        way = WAYS[arguments[1]]
        way(WARM_UP)  # what is done once in a process is not what a page costs
        print(way(Path(arguments[2])))
        return
    with tempfile.TemporaryDirectory() as folder:
        files = _files(arguments) or _made(Path(folder))
        print(
            f"{'pages a second':28}{'pages':>6}" + "".join(f"{name:>13}" for name in WAYS), end=""
        )
        print("".join(f"{name:>13}" for name in RATIOS))
        for file in files:
            _compare(file)


def _compare(file: Path) -> None:
    import pypdfium2

    pages = len(pypdfium2.PdfDocument(file))
    speeds = {name: pages / median(_time(name, file) for _ in range(REPEATS)) for name in WAYS}
    row = "".join(f"{speed:13.1f}" for speed in speeds.values())
    row += "".join(f"{speeds[ours] / speeds[theirs]:13.2f}" for ours, theirs in RATIOS.values())
    print(f"{file.stem[:27]:28}{pages:6}{row}", flush=True)


def _time(name: str, file: Path) -> float:
    command = [sys.executable, "-m", __spec__.name, "--time", name, str(file)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _files(arguments: list[str]) -> list[Path]:
    files: list[Path] = []
    for path in map(Path, arguments):
        files += sorted(path.rglob("*.pdf")) if path.is_dir() else [path]
    return files


def _made(folder: Path) -> list[Path]:
    return [
        typeset_prose(folder / "prose_60.pdf", 60),
        typeset_prose(folder / "prose_300.pdf", 300),
        repeat_sample("chromium_report.pdf", folder / "chromium_report_60.pdf", 60),
        repeat_sample("latex_contract.pdf", folder / "latex_contract_60.pdf", 60),
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
