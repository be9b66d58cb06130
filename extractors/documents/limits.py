"""What reading one document may cost, and the checks that need no reading.

A file's path in; nothing out, or `UnreadableDocumentError` that names the limit and its setting.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from os import cpu_count
from pathlib import Path
from shutil import which
from typing import Annotated, ClassVar

from annotated_types import Ge, Gt

from extractors.documents.unreadable import UnreadableDocumentError

LEAST_MEMORY = 300_000_000  # bytes; with less, no worker starts

Positive = Annotated[float, Gt(0)]
Count = Annotated[int, Gt(0)]


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What one document may cost; bytes and seconds of one worker.

    A document may take `seconds`, and `seconds_a_page` more for each page; a page that fails is
    tried once more alone, for `page_seconds`, before it is left out. `workers` is how many of them
    work at once: 0 for one a processor.
    """

    seconds: Positive = 120.0
    seconds_a_page: Annotated[float, Ge(0)] = 0.5
    page_seconds: Positive = 20.0
    memory_bytes: Annotated[int, Ge(LEAST_MEMORY)] = 1_500_000_000
    file_bytes: Count = 500_000_000
    unpacked_bytes: Count = 1_000_000_000
    pages: Count = 2000
    workers: Annotated[int, Ge(0)] = 0

    # for whoever has the configuration checked against the bounds above
    __pydantic_config__: ClassVar = {"extra": "forbid"}

    @property
    def worker_count(self) -> int:
        """How many workers work at once."""
        return self.workers or cpu_count() or 1

    @property
    def means(self) -> str:
        """What a document that could not be read well is read with: more may do better."""
        limits = {name: limit for name, limit in asdict(self).items() if name != "workers"}
        ocr = find_spec("ocrmypdf") is not None and which("tesseract") is not None
        return f"{json.dumps(limits)} ocr={ocr}"

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
