"""Where a PDF's pages that are laid out apart are packed: a folder and a number in, a file out."""

from __future__ import annotations

from pathlib import Path


def measures_file(folder: Path, number: int) -> Path:
    """Where a laid-out page's measures are packed."""
    return folder / f"{number:06}.measures"


def page_file(folder: Path, number: int) -> Path:
    """Where a laid-out page is packed; it is there once the page is whole."""
    return folder / f"{number:06}.page"
