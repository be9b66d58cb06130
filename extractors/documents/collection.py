"""Python's search for garbage, put off while records are made.

Reading makes hundreds of thousands of small records, none of which can be garbage in a cycle; going
through them again and again costs a tenth of the time, and more the longer the document.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_pauses = 0
_was_on = True


@contextmanager
def paused_collection() -> Generator[None]:
    """No search for garbage meanwhile; safe to use from several threads at once."""
    global _pauses, _was_on
    with _lock:
        if not _pauses:
            _was_on = gc.isenabled()
            gc.disable()
        _pauses += 1
    try:
        yield
    finally:
        with _lock:
            _pauses -= 1
            if not _pauses and _was_on:
                gc.enable()
