"""What memory this process has and may have: bytes in and out. Knows no document."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

NEAR_LIMIT = 0.7


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
