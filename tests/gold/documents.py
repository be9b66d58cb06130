"""Annotated documents: files with inline marks in, texts and what is expected in them out.

The format is described in `README.md` beside this module.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.records import Span

FOLDER = Path(__file__).parent
MARK = re.compile(r"\[([^\[\]]+)\]\((date|org|ignore)(?: ([^()]*(?:\([^()]*\)[^()]*)*))?\)")
DATE = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:/(\d{4}(?:-\d\d(?:-\d\d)?)?))?( name)?")


@dataclass(frozen=True, slots=True)
class ExpectedDate:
    """A date in the text, its ISO value or interval, and whether it stands in a plan's name."""

    span: Span
    iso: str
    in_name: bool

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        first, _, last = self.iso.partition("/")
        return _first_day(first), _last_day(last or first)


@dataclass(frozen=True, slots=True)
class ExpectedOrganisation:
    """An organisation named in the text, and its canonical name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A text and what an analyst expects to find in it."""

    name: str
    url: str
    kind: str
    published: str | None
    text: str
    dates: tuple[ExpectedDate, ...]
    organisations: tuple[ExpectedOrganisation, ...]
    ignored: tuple[Span, ...]


def read_folder(folder: Path) -> list[AnnotatedDocument]:
    """The annotated documents of a folder, by name."""
    return [read_document(path) for path in sorted(folder.glob("*.md"))]


def read_document(path: Path) -> AnnotatedDocument:
    """One file's document; `ValueError` names what is malformed."""
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    properties = tomllib.loads(head)
    return parse(
        body.strip("\n"),
        path.stem,
        properties["url"],
        properties["kind"],
        properties.get("published"),
    )


def parse(
    marked: str, name: str = "", url: str = "", kind: str = "", published: str | None = None
) -> AnnotatedDocument:
    """A marked text's document."""
    pieces: list[str] = []
    dates: list[ExpectedDate] = []
    organisations: list[ExpectedOrganisation] = []
    ignored: list[Span] = []
    length = 0
    for piece, match in _pieces(marked):
        start, length = length, length + len(piece)
        pieces.append(piece)
        if match is None:
            continue
        span = Span(start, length)
        _, kind_of_mark, value = match.groups()
        if kind_of_mark == "date":
            form = DATE.fullmatch(value or "")
            if not form:
                raise ValueError(f"{name}: {match[0]!r} has no ISO date")
            dates.append(ExpectedDate(span, value.removesuffix(" name"), bool(form[3])))
        elif kind_of_mark == "org":
            if not value:
                raise ValueError(f"{name}: {match[0]!r} has no canonical name")
            organisations.append(ExpectedOrganisation(span, value))
        else:
            ignored.append(span)
    return AnnotatedDocument(
        name,
        url,
        kind,
        published,
        "".join(pieces),
        tuple(dates),
        tuple(organisations),
        tuple(ignored),
    )


def _pieces(marked: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    end = 0
    for match in MARK.finditer(marked):
        yield marked[end : match.start()], None
        yield match[1], match
        end = match.end()
    yield marked[end:], None


def _first_day(iso: str) -> date:
    return date.fromisoformat(iso + "-01-01"[len(iso) - 4 :])


def _last_day(iso: str) -> date:
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def _check(path: Path) -> None:
    document = read_document(path)
    for expected in document.dates:
        first, last = expected.days
        if first > last:
            raise ValueError(f"{path.name}: {expected.iso} runs backwards")
    if "](" in document.text:
        raise ValueError(f"{path.name}: a mark is malformed: {document.text.split('](')[1][:30]!r}")
    print(
        f"{path.name}: {len(document.dates)} dates, {len(document.organisations)} organisations,"
        f" published {document.published}"
    )


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        _check(Path(argument))
