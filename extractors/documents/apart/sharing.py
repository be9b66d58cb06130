"""A PDF's pages shared among the worker processes; a page that kills its worker is left out.

A path and the number of its pages in; packed layouts in a folder and sentences for `issues` out.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future
from concurrent.futures import wait as wait_for
from itertools import groupby
from math import ceil
from pathlib import Path
from typing import TypeAlias

from extractors.documents.apart import tasks
from extractors.documents.apart.page_files import page_file
from extractors.documents.apart.processes import KillableProcesses, KilledError
from extractors.documents.limits import ReadingLimits
from extractors.documents.unreadable import (
    DAMAGED_PAGE,
    NOTHING_LEFT,
    UnreadableDocumentError,
)
from extractors.stages import TOOK_LONGER

Range: TypeAlias = list[int]
Laying: TypeAlias = Future[tuple[float, list[int]]]

MOST_PAGES_AT_ONCE = 40  # for one worker; what a broken page may cost its neighbours in time
QUEUED = 2  # ranges a worker, so that none waits for the next one
RANGES_A_WORKER = 3
SECONDS_A_CRASH = 1.0  # a new process's start


def lay_out_shared(
    processes: KillableProcesses, limits: ReadingLimits, path: Path, pages: int, folder: Path
) -> list[str]:
    """Lay out all pages, and say which ones had to be left out.

    Raises `UnreadableDocumentError` where none could be read, or the document's time ran out.
    """
    return _Sharing(processes, limits, path, folder).lay_out(pages)


class _Sharing:
    def __init__(
        self, processes: KillableProcesses, limits: ReadingLimits, path: Path, folder: Path
    ) -> None:
        self._processes, self._limits = processes, limits
        self._path, self._folder = path, folder
        self._waiting: deque[Range] = deque()
        self._running: dict[Laying, Range] = {}
        self._lost: dict[int, str] = {}
        self._spent = 0.0  # seconds of workers, whether they worked at the same time or not

    def lay_out(self, pages: int) -> list[str]:
        seconds = self._limits.seconds_for(pages)
        length = min(
            MOST_PAGES_AT_ONCE, ceil(pages / (self._limits.worker_count * RANGES_A_WORKER))
        )
        numbers = list(range(1, pages + 1))
        self._waiting.extend(numbers[at : at + length] for at in range(0, pages, length))
        while self._waiting or self._running:
            while self._waiting and len(self._running) < QUEUED * self._limits.worker_count:
                self._start(self._waiting.popleft())
            for future in wait_for(self._running, return_when=FIRST_COMPLETED).done:
                self._settle(future)
            if self._spent > seconds:
                for future in self._running:
                    future.cancel()
                raise UnreadableDocumentError(
                    f"reading its {pages:,} pages {TOOK_LONGER} {seconds:.0f} s: "
                    "raise reading.seconds in the configuration"
                )
        if len(self._lost) == pages:
            reason = self._lost[1]
            raise UnreadableDocumentError(NOTHING_LEFT if reason == DAMAGED_PAGE else reason)
        return [
            f"{_named([number for number, _ in group])} left out: {reason}"
            for reason, group in groupby(self._lost_in_order(), key=lambda lost: lost[1])
        ]

    def _lost_in_order(self) -> list[tuple[int, str]]:
        return sorted(self._lost.items(), key=lambda lost: (lost[1], lost[0]))

    def _start(self, numbers: Range) -> None:
        task = (tasks.lay_out, self._path, numbers, self._folder)
        self._running[self._processes.start(self._allowed(numbers), *task)] = numbers

    def _allowed(self, numbers: Range) -> float:
        return self._limits.page_seconds + self._limits.seconds_a_page * (len(numbers) - 1)

    def _settle(self, future: Laying) -> None:
        numbers = self._running.pop(future)
        allowed = self._allowed(numbers)
        try:
            seconds, damaged = self._processes.result(future, allowed)
            self._spent += seconds
            self._lost.update((number, DAMAGED_PAGE) for number in damaged)
            return
        except KilledError as error:
            self._spent += allowed if error.by_time else SECONDS_A_CRASH
            reason = str(error)
        except tasks.FaultError as error:
            self._spent += SECONDS_A_CRASH
            reason = f"reading it failed ({error})"
        missing = [n for n in numbers if not page_file(self._folder, n).exists()]
        if not missing:
            return
        if len(numbers) == 1:
            self._lost[missing[0]] = reason
            return
        # the first that lacks is the one that was being read; the blame is sure once it was alone
        self._waiting.append(missing[:1])
        if missing[1:]:
            self._waiting.append(missing[1:])


def _named(numbers: list[int]) -> str:
    listed = ", ".join(map(str, numbers[:20])) + (", …" if len(numbers) > 20 else "")
    return f"pages {listed} are" if len(numbers) > 1 else f"page {listed} is"
