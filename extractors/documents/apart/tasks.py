"""What a worker process does: a document's path in, packed results in a folder out.

Each function here is one task, run under limits; what it gives back itself is small. The caller
names these functions: what they need of PDF libraries is imported in the worker's process only.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from traceback import format_exc

from extractors.documents.apart.memory import met_memory_limit
from extractors.documents.apart.packing import pack
from extractors.documents.limits import ReadingLimits, check_unpacked
from extractors.documents.reading import read_document
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.media_types import DOCX, ODT
from extractors.places import FULL
from extractors.stages import reason_of

PACKED = frozenset((DOCX, ODT))
PAGE_TASKS = "extractors.documents.apart.page_tasks"
LONGEST_MESSAGE = 300
LONGEST_TRACEBACK = 4000  # what goes through the pool's pipes is small


class FaultError(Exception):
    """Raised for a fault of ours: type and message of what a worker raised, without its objects."""

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
        from extractors.documents.apart.page_tasks import count_pages

        return count_pages(path, limits)


def read_whole(path: Path, media_type: str, limits: ReadingLimits, target: Path) -> None:
    """Read a document, unless it unpacks to too much, and pack it into `target`."""
    with _faults_told():
        content = path.read_bytes()
        if content and media_type in PACKED:
            from extractors.documents.office.packages import unpacked_size

            check_unpacked(unpacked_size(content), limits)
        pack(read_document(content, media_type), target)


def lay_out(path: Path, numbers: Sequence[int], folder: Path) -> tuple[float, list[int]]:
    """Lay out pages (1-based) of a PDF and pack each into the folder.

    Gives the seconds that it took and the pages that are too damaged.
    """
    started = perf_counter()
    with _faults_told():
        from extractors.documents.apart.page_tasks import lay_out_into

        lost = lay_out_into(path, numbers, folder)
        return perf_counter() - started, lost


def join(path: Path, pages: int, folder: Path, issues: Sequence[str], target: Path) -> None:
    """Pack the document that the folder's laid-out pages make; those that lack are left blank."""
    with _faults_told():
        from extractors.documents.apart.page_tasks import join_from

        join_from(path, pages, folder, issues, target)


@contextmanager
def _faults_told() -> Generator[None]:
    """What else goes wrong, as an error that is sure to reach the caller's process, and small."""
    try:
        yield
    except UnreadableDocumentError as error:
        raise UnreadableDocumentError(str(error)[:LONGEST_MESSAGE]) from None
    except MemoryError:
        raise MemoryError from None
    except OSError as error:
        if error.errno in FULL:  # of the folder for what is read: no document is to blame
            raise OSError(error.errno, error.strerror, error.filename) from None
        raise FaultError(reason_of(error), format_exc()[-LONGEST_TRACEBACK:]) from None
    except Exception as error:
        if met_memory_limit():
            raise MemoryError from None
        raise FaultError(reason_of(error), format_exc()[-LONGEST_TRACEBACK:]) from None
