"""What a PDF holds and unpacks to, told without reading it.

A PDF's path in; nothing out, or `UnreadableDocumentError` that names the limit and its setting.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pikepdf

from extractors.documents.limits import ReadingLimits, check_unpacked
from extractors.documents.unreadable import UnreadableDocumentError

CHUNK = 1 << 20
DAMAGE = (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, RuntimeError)
MOST_LAYERS = 8  # of filters on one stream


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
        check_unpacked(unpacked_size(pdf, limits.unpacked_bytes), limits)


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
