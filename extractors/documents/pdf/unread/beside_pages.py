"""What a PDF carries that its pages don't show: an XFA form, a portfolio's files, attached files.

An open file in, sentences for `issues` out: none of it is read, and a reader should know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pikepdf

DAMAGE = (pikepdf.PikepdfError, ValueError, TypeError, AttributeError, KeyError)
MOST_NAMES = 5

XFA = (
    "its form is in XFA, which only Adobe Reader shows, and was not read: print it there to a PDF, "
    "or ask its publisher for one"
)


def complain_of_what_is_beside(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a file holds beside its pages."""
    with suppress(*DAMAGE):
        root: Any = pdf.Root
        if "/XFA" in root.get("/AcroForm", {}) and bool(root.get("/NeedsRendering", False)):
            yield XFA
        names = sorted(pdf.attachments)
        if "/Collection" in root:
            yield f"it is a portfolio: {_files(names)} in it, not read: take them out and read each"
        elif names:
            yield f"{_files(names)} attached to it, not read: save them and read each"


def _files(names: Sequence[str]) -> str:
    listed = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
    if len(names) == 1:
        return f"one file ({listed}) is"
    return f"{len(names)} files ({listed}) are" if names else "no files are"
