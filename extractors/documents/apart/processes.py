"""A pool of processes that can be killed: a function and its time in, what it gives out.

Knows no document, nor what is done with one. What goes through the pool's pipes is small: a process
may be killed at any time, and a long message cut in two would cost the others.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import signal
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future, InvalidStateError, TimeoutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Lock
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import CONSTS

from extractors.documents.apart.memory import limit_memory, used_memory
from extractors.documents.limits import ReadingLimits, plain_size
from extractors.stages import TOOK_LONGER

Result = TypeVar("Result")

PRELOADED = [
    "extractors.documents.apart.unheard",
    "extractors.documents.apart.processes",
    "extractors.documents.apart.tasks",
]
TASKS_A_PROCESS = 100  # then it makes room for a fresh one, with its leaks and fragments
MEMORY_SIGNALS = {"SIGABRT", "SIGTRAP", "SIGILL"}  # how pdfium and C++ end without memory
RENEWALS = 3
LOCK_SECONDS = 5

_starting = Lock()


class KilledError(Exception):
    """Raised where a process died or was stopped at its work; says what happened."""

    def __init__(self, reason: str, by_time: bool = False) -> None:
        """Give the reason, and whether it was stopped because its time was over."""
        super().__init__(reason)
        self.by_time = by_time


@contextmanager
def _without_interrupts() -> Generator[None]:
    """Have what is started meanwhile not hear of Ctrl-C before it is ready to be ended by it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _without_main() -> Generator[None]:
    """Hide the program's main script: no worker needs it, and running it again would be a fault.

    Otherwise each new process imports it first, which a script without `__name__` guard does not
    survive.
    """
    main = sys.modules["__main__"].__dict__
    with _starting:
        path = main.pop("__file__", None)
        try:
            yield
        finally:
            if path is not None:
                main["__file__"] = path


# fresh processes, never a copy of a caller that may have threads
_system: Any = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")


class ReaderProcess(_system.Process):  # pyright: ignore[reportUntypedBaseClass]
    """A process that starts without the caller's main script."""

    def start(self) -> None:
        """Start it."""
        with _without_main(), _without_interrupts():
            super().start()  # pyright: ignore[reportUnknownMemberType]


class _ReaderContext(type(_system)):  # pyright: ignore[reportUntypedBaseClass]
    Process = ReaderProcess


def _prepare(memory_bytes: int, prepare: Callable[[], None] | None) -> None:
    """Make this process ready to work: it can be killed at once, and has its limit of memory.

    What it is prepared with beforehand does not count for its limit.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches all: one of them tells of it
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # whoever dies with the pool's lock in hand has it break, and be renewed, after this time
    CONSTS.channel_lock_timeout = LOCK_SECONDS
    logging.disable()  # what libraries say of damaged files: `issues` says it better
    if prepare:
        prepare()
    limit_memory(memory_bytes + (used_memory() if prepare else 0))
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


class ProcessOwner(ABC):
    """Whoever has processes of their own; to be closed, or used in a `with` statement."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Stop the processes; what they were at is lost."""


@dataclass(frozen=True, slots=True)
class Trade:
    """How many processes there are, and what is said of them and of their work.

    Each runs `prepare` before its first task, outside of all limits, and makes room for a fresh
    one after so many tasks; 0 for never. The modules `preloaded` are imported once for all
    processes, where none was started before.
    """

    processes: int
    worker: str = "reader"
    work: str = "reading it"
    tasks_a_process: int = TASKS_A_PROCESS
    prepare: Callable[[], None] | None = None
    preloaded: tuple[str, ...] = ()


class KillableProcesses:
    """The pool; it starts with its first task, and starts anew where it broke."""

    def __init__(self, limits: ReadingLimits, trade: Trade) -> None:
        """Start nothing yet."""
        self._limits = limits
        self._trade = trade
        self._renewing = Lock()
        self._context: Any = _ReaderContext()
        if self._trade.preloaded:
            self._context.set_forkserver_preload([*PRELOADED, *self._trade.preloaded])
        self._pool = self._new_pool()
        self._started: set[Future[Any]] = set()
        self._closed = False

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._trade.processes,
            max_tasks=self._trade.tasks_a_process,
            initializer=_prepare,
            initargs=(self._limits.memory_bytes, self._trade.prepare),
            context=self._context,
        )

    def close(self) -> None:
        """Stop all processes; whoever waits for a task gets a `KilledError`."""
        with self._renewing:
            self._closed = True
            self._pool.stop()
            self._pool.join()
        for future in list(self._started):  # the pool leaves them as they are
            with suppress(RuntimeError, InvalidStateError):
                if future.cancel():
                    future.set_running_or_notify_cancel()

    def run(self, seconds: float, task: Callable[..., Result], *arguments: Any) -> Result:
        """Run a task in one of the processes; raises what it raises, or `KilledError`.

        Where a process died at it, it is run once more: the cause may have been another's.
        """
        try:
            return self.result(self.start(seconds, task, *arguments), seconds)
        except KilledError as error:
            if error.by_time:
                raise
            return self.result(self.start(seconds, task, *arguments), seconds)

    def start(self, seconds: float, task: Callable[..., Result], *arguments: Any) -> Future[Result]:
        """Have a task run as soon as a process is free; it is killed `seconds` after it began."""
        for _ in range(RENEWALS):
            with self._renewing:
                pool = self._pool
                with suppress(RuntimeError):  # where the pool broke: all its processes were killed
                    return self._schedule(pool, seconds, task, arguments)
            self._renew(pool)
        raise KilledError(f"the {self._trade.worker}s were stopped")

    def _schedule(
        self, pool: ProcessPool, seconds: float, task: Callable[..., Result], arguments: Any
    ) -> Future[Result]:
        future = pool.schedule(task, args=arguments, timeout=seconds)
        self._started.add(future)
        future.add_done_callback(self._started.discard)
        return future

    def result(self, future: Future[Result], seconds: float) -> Result:
        """What a started task gives; `seconds` are the ones it was started with."""
        try:
            return future.result()
        except (BrokenProcessPool, CancelledError) as error:
            raise KilledError(f"the {self._trade.worker}s were stopped") from error
        except TimeoutError as error:
            raise KilledError(f"{self._trade.work} {TOOK_LONGER} {seconds:.3g} s", True) from error
        except ProcessExpired as error:
            raise KilledError(self._cause(error.exitcode)) from error
        except MemoryError as error:
            raise KilledError(self._want_of_memory()) from error

    def _renew(self, broken: ProcessPool) -> None:
        with self._renewing:
            if self._pool is broken and not self._closed:
                broken.stop()
                broken.join()
                self._pool = self._new_pool()

    def _want_of_memory(self) -> str:
        memory = plain_size(self._limits.memory_bytes)
        return f"{self._trade.work} needed more than {memory} of memory"

    def _cause(self, exit_code: int) -> str:
        try:
            name = signal.Signals(-exit_code).name
        except ValueError:
            return f"it made the {self._trade.worker} end (code {exit_code})"
        if name in MEMORY_SIGNALS:
            return f"{self._want_of_memory()}, or made the {self._trade.worker} crash ({name})"
        return f"it made the {self._trade.worker} crash (signal {-exit_code}, {name})"
