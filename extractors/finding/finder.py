"""The handle on the finder's process: raw documents in, their rows out, one's trouble its own.

A stage that makes the process die, or takes too long, is left out when the document is gone
through again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from extractors.datasets import FoundRows, rows_unread
from extractors.documents import UnreadableDocumentError
from extractors.documents.apart import ReadingWorkers
from extractors.documents.apart.processes import (
    KillableProcesses,
    KilledError,
    ProcessOwner,
    Trade,
)
from extractors.documents.limits import ReadingLimits
from extractors.finding import tasks
from extractors.media_types import DATA_FILE, is_data
from extractors.places import FULL
from extractors.records import RawDocument
from extractors.stages import reason_of
from extractors.versions import MissingPipelineError

BYTES_A_PAGE = 20_000  # of a packed document, about
MOST_TRIES = 12  # of one document: each leaves a stage more out

log = logging.getLogger("inca")


class Finder(ProcessOwner):
    """One process that finds what is in documents; to be closed, or used in a `with` statement.

    The limits of reading hold for finding anew: `seconds` and `seconds_a_page`, `memory_bytes`
    beside what the pipeline itself takes.
    """

    def __init__(self, base: str = "", limits: ReadingLimits | None = None) -> None:
        """Start the process with the pipeline of this base, beside whatever the caller does."""
        self._limits = limits or ReadingLimits()
        trade = Trade(1, "finder", "it", tasks_a_process=0, prepare=partial(tasks.load, base))
        self._processes = KillableProcesses(self._limits, trade)
        self._processes.start(self._limits.seconds, tasks.wait)

    def close(self) -> None:
        """Stop the process; what it was at is lost."""
        self._processes.close()

    def find(self, packed: Path, raw: RawDocument) -> FoundRows:
        """What a packed document gives the tables; files beside it are left for its owner.

        Raises `MissingPipelineError` where no document is to blame.
        """
        without: dict[str, str] = {}
        seconds = self._seconds_for(packed)
        for _ in range(MOST_TRIES):
            tasks.stage_file(packed).write_text("")
            try:
                self._processes.run(seconds, tasks.find, packed, raw, dict(without))
            except tasks.PipelineFaultError as error:
                raise MissingPipelineError.broken(str(error)) from error
            except KilledError as error:
                stage = tasks.stage_file(packed).read_text()
                if not stage or stage in without:
                    raise UnreadableDocumentError(
                        f"finding what is in it failed: {error}"
                    ) from error
                without[stage] = _with_advice(error)
            else:
                found, faults = tasks.read_found(packed)
                for fault in faults:
                    log.debug("%s: %s\n%s", raw.file, fault, fault.traceback)
                return found
        raise UnreadableDocumentError("finding what is in it failed at every stage")

    def _seconds_for(self, packed: Path) -> float:
        return self._limits.seconds_for(packed.stat().st_size // BYTES_A_PAGE)


def find_all(
    documents: Sequence[RawDocument], workers: ReadingWorkers, finder: Finder
) -> Iterator[FoundRows]:
    """What each document gives the tables, in their order; the next ones are read meanwhile."""
    texts = [raw for raw in documents if not is_data(raw.media_type)]
    found = workers.take_all(
        (Path(raw.path), raw.told_type, _finding(finder, raw)) for raw in texts
    )
    for raw in documents:
        if is_data(raw.media_type):
            yield rows_unread(raw, "partial", DATA_FILE)
            continue
        of_text = next(found)
        is_found = isinstance(of_text, FoundRows)
        yield of_text if is_found else rows_unread(raw, "failed", str(of_text))


def _finding(finder: Finder, raw: RawDocument) -> Callable[[Path], FoundRows]:
    """Finds what is in the packed document; what is wrong with none but it costs none but it."""

    def find(packed: Path) -> FoundRows:
        try:
            return finder.find(packed, raw)
        except (UnreadableDocumentError, MissingPipelineError):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno in FULL:
                raise
            log.debug("%s: finding failed", raw.file, exc_info=True)
            reason = f"finding what is in it failed ({reason_of(error)})"
            raise UnreadableDocumentError(reason) from error

    return find


def _with_advice(error: KilledError) -> str:
    setting = "reading.seconds" if error.by_time else "reading.memory_bytes"
    return f"{error}: raise {setting} in the configuration"
