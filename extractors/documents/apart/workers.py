"""The handle on the worker processes: paths or bytes in, documents out, one's trouble its own.

A PDF with many pages is shared among the workers, and so is one whose reading failed: what is wrong
with a page then costs that page.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeAlias, TypeVar

from extractors.documents.apart import tasks
from extractors.documents.apart.packing import unpack
from extractors.documents.apart.processes import KillableProcesses, KilledError, ProcessOwner, Trade
from extractors.documents.apart.sharing import lay_out_shared
from extractors.documents.limits import ReadingLimits, check_file
from extractors.documents.reading import READERS
from extractors.documents.unreadable import UnreadableDocumentError
from extractors.media_types import PDF, split_media_type
from extractors.places import FULL
from extractors.records import Document

Taken = TypeVar("Taken")
Source: TypeAlias = tuple[Path | bytes, str]  # what to read, and its media type

FEWEST_PAGES_TO_SHARE = 40
AHEAD = 2  # documents for each worker that may be read before they are asked for


log = logging.getLogger("inca")


class ReadingWorkers(ProcessOwner):
    """Processes that read documents; to be closed, or used in a `with` statement.

    They start at once, beside whatever the caller does next.
    """

    def __init__(
        self, limits: ReadingLimits | None = None, media_types: Iterable[str] = READERS
    ) -> None:
        """Start the processes; what reads documents of these media types is loaded beforehand."""
        self.limits = limits or ReadingLimits()
        self._folder = Path(tempfile.mkdtemp(prefix="inca-reading-"))
        trade = Trade(self.limits.worker_count, preloaded=_modules_for(media_types))
        self._processes = KillableProcesses(self.limits, trade)
        self._threads = ThreadPoolExecutor(self.limits.worker_count + 1, "reading")
        self._threads.submit(self._processes.start, self.limits.seconds, tasks.wait)

    def close(self) -> None:
        """Stop the processes; what they were reading is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._processes.close()
        self._threads.shutdown()
        shutil.rmtree(self._folder, ignore_errors=True)

    def read(self, source: Path | bytes, media_type: str) -> Document:
        """Read a file, or what was one, within the limits.

        Raises `UnreadableDocumentError` where it can't be read, or would cost too much.
        """
        return self._take(source, media_type, unpack)

    def _take(self, source: Path | bytes, media_type: str, take: Callable[[Path], Taken]) -> Taken:
        """What is made of the packed document, whose files are gone afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        try:
            path = folder / "source"
            if isinstance(source, bytes):
                path.write_bytes(source)
            else:
                path = source.absolute()
            check_file(path, self.limits)
            self._read_into(folder / "document", path, media_type)
            return take(folder / "document")
        except OSError as error:
            if error.errno in FULL:  # of the folder for what is read: no document is to blame
                raise
            reason = f"the file can't be opened: {error.strerror or error}"
            raise UnreadableDocumentError(reason) from error
        except tasks.FaultError as error:  # of ours: it must not cost the other documents
            log.debug("%s: reading it failed\n%s", source, error.traceback)
            raise UnreadableDocumentError(
                f"reading it failed ({error}): save it anew with another program, and read that"
            ) from error
        except KilledError as error:
            raise UnreadableDocumentError(str(error)) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def read_all(self, sources: Iterable[Source]) -> Iterator[Document | UnreadableDocumentError]:
        """Read several at the same time; each one's document or error, in their order."""
        return self.take_all((source, kind, unpack) for source, kind in sources)

    def take_all(
        self, sources: Iterable[tuple[Path | bytes, str, Callable[[Path], Taken]]]
    ) -> Iterator[Taken | UnreadableDocumentError]:
        """The same with what each one's function makes of its packed document."""
        started: deque[Future[Taken | UnreadableDocumentError]] = deque()
        for source in sources:
            started.append(self._threads.submit(self._take_or_error, *source))
            if len(started) > AHEAD * self.limits.worker_count:
                yield started.popleft().result()
        while started:
            yield started.popleft().result()

    def _take_or_error(
        self, source: Path | bytes, media_type: str, take: Callable[[Path], Taken]
    ) -> Taken | UnreadableDocumentError:
        try:
            return self._take(source, media_type, take)
        except UnreadableDocumentError as error:
            return error

    def _read_into(self, target: Path, path: Path, media_type: str) -> None:
        run, limits = self._processes.run, self.limits
        if media_type != PDF:
            return run(limits.seconds, tasks.read_whole, path, media_type, limits, target)
        pages = run(limits.seconds, tasks.examine_pdf, path, limits)
        if pages < FEWEST_PAGES_TO_SHARE:
            try:
                # half of the time, so that there is as much to save what can be saved
                seconds = limits.seconds / 2 if pages > 1 else limits.seconds
                return run(seconds, tasks.read_whole, path, media_type, limits, target)
            except (KilledError, tasks.FaultError):
                if pages < 2:
                    raise
        issues = lay_out_shared(self._processes, limits, path, pages, target.parent)
        seconds = limits.seconds_for(pages)
        return run(seconds, tasks.join, path, pages, target.parent, issues, target)


def _modules_for(media_types: Iterable[str]) -> tuple[str, ...]:
    """The modules that workers for these media types need."""
    bare = {split_media_type(told)[0] for told in media_types}
    modules = {READERS[kind][0] for kind in bare if kind in READERS}
    return (tasks.PAGE_TASKS, *sorted(modules)) if PDF in bare else tuple(sorted(modules))
