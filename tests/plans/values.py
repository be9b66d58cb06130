"""How values of the gold are written: texts compared, dates as precise as printed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractors.documents.typography import collapse_spaces
from extractors.records import fold

ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def folded(text: str | None) -> str:
    """For comparing: plain spaces, apostrophes and dashes; nothing is an empty text."""
    return collapse_spaces(fold(str(text or "")))


def days_of(iso: str) -> tuple[date, date]:
    """First and last day of a year, month, day or `first/last`; `ValueError` if it is none."""
    first, _, last = iso.partition("/")
    if not ISO.fullmatch(first) or not ISO.fullmatch(last or first):
        raise ValueError(f"{iso!r} is no year, month, day or interval")
    start, end = _first_day(first), _last_day(last or first)
    if start > end:
        raise ValueError(f"{iso!r} runs backwards")
    return start, end


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


def _last_day(iso: str) -> date:
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    following = _first_day(f"{year + month // 12}-{month % 12 + 1:02}")
    return following - timedelta(1)
