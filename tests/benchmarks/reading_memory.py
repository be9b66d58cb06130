"""How much memory reading needs: peak megabytes of a process, on 100 and on 1,000 pages.

Usage: python -m tests.benchmarks.reading_memory (Linux)

laying out   one reader that lays out all pages, as many at once as a reader is given
joining      one reader that makes the document of them
caller       the process that asked, and then holds the document
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.long_pdfs import typeset_prose

PAGES = (100, 1000)
AT_ONCE = 25


def lay_out(path: Path, pages: int) -> None:
    from extractors.documents.apart import tasks

    for first in range(1, pages + 1, AT_ONCE):
        tasks.lay_out(path, range(first, min(first + AT_ONCE, pages + 1)), path.parent)


def join(path: Path, pages: int) -> None:
    from extractors.documents.apart import tasks

    tasks.join(path, pages, path.parent, (), path.parent / "document")


def call(path: Path, pages: int) -> None:
    from extractors.documents.apart import ReadingWorkers

    with ReadingWorkers() as workers:
        assert len(workers.read(path, "application/pdf").pages) == pages


ROLES: dict[str, Callable[[Path, int], None]] = {
    "laying out": lay_out,
    "joining": join,
    "caller": call,
}


def main(arguments: list[str]) -> None:
    if arguments:
        role, path, pages = arguments
        ROLES[role](Path(path), int(pages))
        print(_peak())
        return
    print(f"{'peak MB':14}" + "".join(f"{pages:>8} pages" for pages in PAGES) + f"{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        files: dict[int, Path] = {}
        for pages in PAGES:
            (Path(folder) / str(pages)).mkdir()
            files[pages] = typeset_prose(Path(folder) / str(pages) / "prose.pdf", pages)
        for role in ROLES:
            peaks = [_run(role, file, pages) for pages, file in files.items()]
            row = "".join(f"{peak:14.0f}" for peak in peaks)
            print(f"{role:14}{row}{peaks[1] / peaks[0]:8.2f}")


def _run(role: str, path: Path, pages: int) -> float:
    command = [sys.executable, "-m", __spec__.name, role, str(path), str(pages)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _peak() -> float:
    """This process's own; `getrusage` would count the one that started it."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000
    raise OSError("no peak of memory is known here")


if __name__ == "__main__":
    main(sys.argv[1:])
