"""What a reader process does: a document's path in, packed results in a folder out.

Each function here is one task, run under limits; what it gives back itself is small.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from traceback import format_exc

from extractors.documents.apart.limits import ReadingLimits, check_pdf, met_memory_limit
from extractors.documents.apart.packing import pack, unpack
from extractors.documents.pdf.measures import PageMeasures, measure_page
from extractors.documents.pdf.pages import lay_out_pages
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.reading import join_pages, open_pages
from extractors.documents.reading import check_content, check_text, read_document
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.stages import reason_of

PDF = "application/pdf"
LONGEST_MESSAGE = 300
LONGEST_TRACEBACK = 4000  # what goes through the pool's pipes is small


class FaultError(Exception):
    """Raised for a fault of ours: type and message of what a reader raised, without its objects."""

    def __init__(self, message: str, traceback: str = "") -> None:
        """Say what was raised, and where."""
        super().__init__(message, traceback)
        self.traceback = traceback

    def __str__(self) -> str:
        return str(self.args[0])


def wait() -> None:
    """Do nothing: has the processes start before there is work."""


def examine_pdf(path: Path, limits: ReadingLimits) -> int:
    """How many pages a PDF has; refuses it where it has or unpacks to too much."""
    with _faults_told():
        content = path.read_bytes()
        check_content(content, PDF)
        check_pdf(path, limits)
        with open_pages(content) as pages:
            return len(pages)


def read_whole(path: Path, media_type: str, target: Path) -> None:
    """Read a document and pack it into `target`."""
    with _faults_told():
        pack(read_document(path.read_bytes(), media_type), target)


def lay_out(path: Path, numbers: Sequence[int], folder: Path) -> tuple[float, list[int]]:
    """Lay out pages (1-based) of a PDF and pack each into the folder.

    Gives the seconds that it took and the pages that are too damaged.
    """
    started = perf_counter()
    with _faults_told(), open_pages(path.read_bytes()) as pages:
        for layout in lay_out_pages(pages, numbers):
            pack(measure_page(layout), measures_file(folder, layout.number))
            pack(layout, page_file(folder, layout.number))
        return perf_counter() - started, pages.lost


def join(path: Path, pages: int, folder: Path, issues: Sequence[str], target: Path) -> None:
    """Pack the document that the folder's laid-out pages make; those that lack are left blank."""
    with _faults_told(), open_pages(path.read_bytes()) as open_file:
        layouts = _PackedPages(folder, pages)
        document = check_text(join_pages(open_file, layouts, layouts.measures()))
        pack(replace(document, issues=(*document.issues, *issues)), target)


class _PackedPages:
    """The pages of a folder, unpacked one at a time, each time they are gone through."""

    def __init__(self, folder: Path, pages: int) -> None:
        self._folder = folder
        self._pages = pages

    def __iter__(self) -> Iterator[PageLayout]:
        size = PageLayout(1, 595.0, 842.0, (0.0, 842.0))
        for number in range(1, self._pages + 1):
            file = page_file(self._folder, number)
            if file.exists():
                size = unpack(file)
                yield size
            else:
                yield PageLayout(number, size.width, size.height, size.visible)

    def measures(self) -> list[PageMeasures]:
        measured: list[PageMeasures] = []
        for number in range(1, self._pages + 1):
            if page_file(self._folder, number).exists():
                measured.append(unpack(measures_file(self._folder, number)))
            else:
                measured.append(measure_page(PageLayout(number, 0.0, 0.0, (0.0, 0.0))))
        return measured


def measures_file(folder: Path, number: int) -> Path:
    """Where a laid-out page's measures are packed."""
    return folder / f"{number:06}.measures"


def page_file(folder: Path, number: int) -> Path:
    """Where a laid-out page is packed; it is there once the page is whole."""
    return folder / f"{number:06}.page"


@contextmanager
def _faults_told() -> Generator[None]:
    """What else goes wrong, as an error that is sure to reach the caller's process, and small."""
    try:
        yield
    except UnreadableDocumentError as error:
        raise UnreadableDocumentError(str(error)[:LONGEST_MESSAGE]) from None
    except MemoryError:
        raise MemoryError from None
    except Exception as error:
        if met_memory_limit():
            raise MemoryError from None
        raise FaultError(reason_of(error), format_exc()[-LONGEST_TRACEBACK:]) from None
