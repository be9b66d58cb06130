"""The media types that a reader exists for, by the ending of a file's name."""

from __future__ import annotations

from pathlib import PurePath

BY_ENDING = {
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
UNKNOWN = "application/octet-stream"


def media_type_of(file_name: str) -> str:
    """The media type that a file's ending promises; `UNKNOWN` where no reader exists for it."""
    return BY_ENDING.get(PurePath(file_name).suffix.lower(), UNKNOWN)


def ending_of(media_type: str) -> str:
    """The usual ending of a media type's files; ".bin" for one that no reader exists for."""
    return next((ending for ending, known in BY_ENDING.items() if known == media_type), ".bin")
