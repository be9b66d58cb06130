"""What reading one document may cost, and the checks that need no reading.

A file's path in; nothing out, or `UnreadableDocumentError` that names the limit and its setting.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import cpu_count
from pathlib import Path
from typing import Any

import pikepdf

from extractors.documents.unreadable import UnreadableDocumentError

CHUNK = 1 << 20
DAMAGE = (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, RuntimeError)
NEAR_LIMIT = 0.7
MOST_LAYERS = 8  # of filters on one stream


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


def check_pdf(path: Path, limits: ReadingLimits) -> None:
    """Refuse a PDF with too many pages, or that unpacks to too much.

    A file that is locked, or too damaged for qpdf, passes: whoever reads it will say what is wrong,
    under the limits of time and memory.
    """
    with suppress(*DAMAGE), pikepdf.open(path) as pdf:
        if len(pdf.pages) > limits.pages:
            raise UnreadableDocumentError(
                f"it has {len(pdf.pages):,} pages, more than {limits.pages:,}: "
                "raise reading.pages in the configuration"
            )
        if unpacked_size(pdf, limits.unpacked_bytes) > limits.unpacked_bytes:
            raise UnreadableDocumentError(
                f"it unpacks to more than {plain_size(limits.unpacked_bytes)}: "
                "raise reading.unpacked_bytes in the configuration"
            )


def unpacked_size(pdf: pikepdf.Pdf, enough: int) -> int:
    """Bytes that a PDF's streams unpack to; counting stops beyond `enough`.

    Pictures are left out, since reading never unpacks them and scans are honestly large. Filters
    other than deflate multiply by little; they count as they are stored.
    """
    total = 0
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream):
            with suppress(*DAMAGE):
                if stream.get("/Subtype") != "/Image":
                    total += _stream_size(stream, enough - total)
        if total > enough:
            break
    return total


def _stream_size(stream: Any, enough: int) -> int:
    pieces: Iterator[bytes] = iter((bytes(stream.read_raw_bytes()),))
    for name in _filters(stream):
        if name not in ("/FlateDecode", "/Fl"):
            break
        pieces = _inflated(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > enough:
            break
    return size


def _filters(stream: Any) -> list[str]:
    filters = stream.get("/Filter")
    if filters is None:
        return []
    if isinstance(filters, pikepdf.Array):
        return [str(name) for name in list(filters)[:MOST_LAYERS]]  # pyright: ignore
    return [str(filters)]


def _inflated(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What the pieces unpack to, a bounded piece at a time; ends where they are damaged."""
    inflate = zlib.decompressobj()
    with suppress(zlib.error):
        for piece in pieces:
            while piece and not inflate.eof:
                yield inflate.decompress(piece, CHUNK)
                piece = inflate.unconsumed_tail


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
