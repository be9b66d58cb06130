"""Sentences with French dates, and what these mean: text files in, examples out (see README)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.entities.dates import DateExpression, find_dates
from extractors.records import fold

FOLDER = Path(__file__).parent
MARKS = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}")
ANY_DAY = date(2023, 5, 10)  # the document's day where nothing is a date, whatever its day


@dataclass(frozen=True)
class Example:
    """A sentence, the stretches of it that are dates, and the values of the marked one."""

    text: str
    marked: str
    dates: list[str]
    values: tuple[str, ...]
    written_on: date | None

    def is_found(self) -> bool:
        """Whether its dates are found, no others, and the marked one with its values."""
        found = find_dates(fold(self.text), self.written_on)
        surfaces = [self.text[each.span.start : each.span.end] for each in found]
        if surfaces != self.dates:
            return False
        return not self.dates or values_of(found[surfaces.index(self.marked)]) == self.values


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of a file, a line each."""
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence, *values = line.split(" | ")
        sentence = sentence.replace("⏎", "\n")
        marked = re.search(r"\[([^\]]*)\]", sentence)
        if path.stem == "none":
            yield Example(sentence, "", [], (), ANY_DAY)
            continue
        assert marked, line
        yield Example(
            text=MARKS.sub(lambda mark: mark[1] or mark[2], sentence),
            marked=marked[1],
            dates=[mark[1] or mark[2] for mark in MARKS.finditer(sentence)],
            values=tuple(values[:5]),
            written_on=date.fromisoformat(values[5]) if len(values) > 5 else None,
        )


def values_of(found: DateExpression) -> tuple[str, ...]:
    """First and last day, grain, bound and rule, as they stand in the files."""
    return (
        found.start.isoformat(),
        found.end.isoformat(),
        found.grain,
        found.bound,
        found.rule,
    )
