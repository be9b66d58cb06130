"""What reading one document may cost, and the checks that need no reading.

A file's path in; nothing out, or `UnreadableDocumentError` that names the limit and its setting.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path

from extractors.documents.unreadable import UnreadableDocumentError

NEAR_LIMIT = 0.7


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What one document may cost; bytes and seconds of one reader.

    A document may take `seconds`, and `seconds_a_page` more for each page; a page that fails is
    tried once more alone, for `page_seconds`, before it is left out. `workers` is how many readers
    work at once: 0 for one a processor.
    """

    seconds: float = 120.0
    seconds_a_page: float = 0.5
    page_seconds: float = 20.0
    memory_bytes: int = 1_500_000_000
    file_bytes: int = 500_000_000
    unpacked_bytes: int = 1_000_000_000
    pages: int = 2000
    workers: int = 0

    @property
    def readers(self) -> int:
        """How many readers work at once."""
        return self.workers or cpu_count() or 1

    def seconds_for(self, pages: int) -> float:
        """What a document of so many pages may take."""
        return self.seconds + self.seconds_a_page * pages


def plain_size(size: float) -> str:
    """Bytes as a person says them: "1.5 GB"."""
    for unit, name in ((1e9, "GB"), (1e6, "MB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size:.0f} bytes"


def check_file(path: Path, limits: ReadingLimits) -> None:
    """Refuse a file that is too large; raises `OSError` where there is none."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise UnreadableDocumentError(
            f"it has {plain_size(size)}, more than {plain_size(limits.file_bytes)}: "
            "raise reading.file_bytes in the configuration"
        )


def check_unpacked(size: int, limits: ReadingLimits) -> None:
    """Refuse what unpacks to more than so many bytes."""
    if size > limits.unpacked_bytes:
        raise UnreadableDocumentError(
            f"it unpacks to more than {plain_size(limits.unpacked_bytes)}: "
            "raise reading.unpacked_bytes in the configuration"
        )


def limit_memory(size: int) -> None:
    """Let this process ask for no more than so many bytes, where the system knows such a limit."""
    try:
        import resource
    except ImportError:  # Windows
        return
    # on Linux the limit of data counts what is written to, not the libraries that are mapped
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    with suppress(ValueError, OSError):
        resource.setrlimit(kind, (size, resource.getrlimit(kind)[1]))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def used_memory() -> int:
    """Bytes of data that this process has by now, as `limit_memory` counts them; 0 if unknown."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmData:"):
                return 1024 * int(line.split()[1])
    return 0


def met_memory_limit() -> bool:
    """Whether this process came close to its limit, so that a fault is likely for want of memory.

    Libraries in C tell it in words of their own, or not at all.
    """
    if sys.platform != "linux":
        return False
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_DATA)
    used = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return limit != resource.RLIM_INFINITY and used > NEAR_LIMIT * limit
