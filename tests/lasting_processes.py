"""Reader and finder processes that outlive a test, since loading them costs seconds.

Calls of `ReadingWorkers` and `Finder` in, processes out: those with the same limits start once.
Tests of how processes start, die and end make their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import cache
from unittest.mock import patch

from extractors.documents.apart import ReadingWorkers
from extractors.documents.limits import ReadingLimits
from extractors.finding import Finder


class LastingProcesses:
    """All that were asked for, until the stack is closed."""

    def __init__(self, open_ones: ExitStack) -> None:
        self._readers = cache(lambda limits: open_ones.enter_context(ReadingWorkers(limits)))
        self._finder = cache(lambda base, limits: open_ones.enter_context(Finder(base, limits)))

    def workers(
        self, limits: ReadingLimits | None = None, media_types: object = ()
    ) -> AbstractContextManager[ReadingWorkers]:
        return nullcontext(self._readers(limits or ReadingLimits()))

    def finder(self, base: str, limits: ReadingLimits) -> AbstractContextManager[Finder]:
        return nullcontext(self._finder(base, limits))

    @contextmanager
    def used_by(self, readers_in: str, finder_in: str) -> Iterator[None]:
        """Have them taken where the names of these modules are asked for."""
        with (
            patch(f"{readers_in}.ReadingWorkers", self.workers),
            patch(f"{finder_in}.Finder", self.finder),
        ):
            yield
