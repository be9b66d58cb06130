"""What work costs in steps, which are the same on any machine; no clock is asked.

Steps are calls of functions, Python's own and those written in C. What a regular expression does
inside one call is not seen: `giving_up` ends one that never comes back.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


def steps_of(work: Callable[[], object]) -> int:
    """How many functions are called in this thread while `work` runs."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@contextmanager
def giving_up(seconds: int = 120) -> Iterator[None]:
    """Fails where the work inside has no end in sight; regular expressions can be ended so.

    The seconds are the processor's, so that a busy machine gives nothing up.
    """
    if not hasattr(signal, "SIGPROF"):  # Windows
        yield
        return

    def give_up(number: int, frame: FrameType | None) -> None:
        raise AssertionError("no end in sight: does it grow faster than its input?")

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def repeated(piece: str, length: int) -> str:
    """A text of that length that says the same thing again and again."""
    return (piece * (length // len(piece) + 1))[:length]
