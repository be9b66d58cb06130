"""How well French dates are found: this project's grammar beside edsnlp's and dateparser's.

A folder of annotated documents (see `tests/gold`) in, a plain table out.
Usage: python -m tests.benchmarks.date_quality [folder] [--faults]

values        F1 over each document's distinct first and last days
mentions      F1 over mentions: a found one counts where it overlaps an expected one
published     share of documents whose publication date is right, none included
false         documents without a publication date that were given one
characters/s  of finding, the program loaded

What overlaps an ignored span counts neither way. edsnlp and dateparser are measured where they
are installed; they tell a date without its precision, so a value of theirs is right when its
first day is.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from extractors.entities.dates import date_expressions, read_dates
from extractors.entities.publication import find_document_dates
from extractors.entities.writing_day import day_of_writing
from extractors.records import Span, fold
from tests.gold.documents import FOLDER, AnnotatedDocument, read_folder


@dataclass(frozen=True, slots=True)
class Told:
    """A date that a program found: where, and its days (the last where it tells it)."""

    span: Span
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program found in a document; `published` is None where it tells none."""

    dates: list[Told]
    published: date | None = None


@dataclass(slots=True)
class Tally:
    """Right answers, those given, those expected."""

    right: int = 0
    given: int = 0
    expected: int = 0

    def add(self, right: int, given: int, expected: int) -> None:
        self.right += right
        self.given += given
        self.expected += expected

    @property
    def f1(self) -> float:
        total = self.given + self.expected
        return 2 * self.right / total if total else 1.0


Program = Callable[[AnnotatedDocument], Answer]


def find_here(document: AnnotatedDocument) -> Answer:
    """This project's grammar, as the pipeline's component uses it."""
    text = fold(document.text)
    found = read_dates(text)
    certain = date_expressions(text, found)
    own = find_document_dates(text, certain)
    expressions = date_expressions(text, found, day_of_writing(text, certain, own))
    return Answer([Told(each.span, each.start, each.end) for each in expressions], own.published_on)


def make_edsnlp() -> Program:
    """edsnlp's `eds.dates`, with the expected publication date to reckon from."""
    import edsnlp  # pyright: ignore[reportMissingImports]

    nlp = edsnlp.blank("eds")
    nlp.add_pipe("eds.dates")

    def find(document: AnnotatedDocument) -> Answer:
        doc = nlp(document.text)
        found: list[Told] = []
        for span in doc.spans["dates"]:
            value = span._.date
            if getattr(value, "year", None):
                start = date(int(value.year), int(value.month or 1), int(value.day or 1))
                found.append(Told(Span(span.start_char, span.end_char), start, None))
        return Answer(found)

    return find


def make_dateparser() -> Program:
    """dateparser's `search_dates`, first days of month and year, the right day to reckon from."""
    from datetime import datetime

    from dateparser.search import search_dates  # pyright: ignore[reportMissingImports]

    def find(document: AnnotatedDocument) -> Answer:
        day = date.fromisoformat(((document.published or "2020") + "-01-01")[:10])
        settings = {
            "RELATIVE_BASE": datetime(day.year, day.month, day.day),
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
        }
        found: list[Told] = []
        end = 0
        for words, moment in search_dates(document.text, ["fr"], settings=settings) or []:
            start = document.text.find(words, end)
            if start >= 0:
                end = start + len(words)
                found.append(Told(Span(start, end), moment.date(), None))
        return Answer(found)

    return find


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


class Scores:
    """A program's scores over documents."""

    def __init__(self) -> None:
        self.values, self.mentions = Tally(), Tally()
        self.published = self.documents = self.invented = 0
        self.faults: list[str] = []

    def take(self, document: AnnotatedDocument, answer: Answer) -> None:
        told = [
            each
            for each in answer.dates
            if not any(_overlap(each.span, ignored) for ignored in document.ignored)
        ]
        met = {
            expected.span: [each for each in told if _overlap(each.span, expected.span)]
            for expected in document.dates
        }
        right = sum(bool(found) for found in met.values())
        extra = [
            each
            for each in told
            if not any(_overlap(each.span, expected.span) for expected in document.dates)
        ]
        self.mentions.add(right, right + len(extra), len(document.dates))
        self._take_values(document, told)
        self._take_published(document, answer)

    def _take_values(self, document: AnnotatedDocument, told: Sequence[Told]) -> None:
        expected = {each.days for each in document.dates}
        whole = all(each.end for each in told)
        wanted = expected if whole else {(start, None) for start, _ in expected}
        # the years inside a worded range are harmless
        parts = {
            (date(year, 1, 1), date(year, 12, 31) if whole else None)
            for start, end in expected
            for year in (start.year, end.year)
            if end - start > timedelta(366)
        }
        given = {(each.start, each.end) for each in told}
        given -= parts - wanted
        self.values.add(len(given & wanted), len(given), len(wanted))
        for each in document.dates:
            if whole and each.days not in given:
                words = document.text[each.span.start : each.span.end]
                self.faults.append(f"{document.name}: missed {words!r} {each.iso}")
        for each in told:
            if whole and (each.start, each.end) in given - wanted:
                words = document.text[max(0, each.span.start - 30) : each.span.end + 15]
                self.faults.append(f"{document.name}: not {each.start}/{each.end} in {words!r}")

    def _take_published(self, document: AnnotatedDocument, answer: Answer) -> None:
        self.documents += 1
        given = answer.published.isoformat() if answer.published else None
        expected = document.published
        if expected and len(expected) == 7:
            expected += "-01"
        self.published += given == expected
        self.invented += bool(given and not expected)
        if given != expected:
            self.faults.append(f"{document.name}: published {given}, not {expected}")


def main(folder: Path, show_faults: bool) -> None:
    """Print the table for a folder."""
    programs: dict[str, Program] = {"here": find_here}
    if importlib.util.find_spec("edsnlp"):
        programs["edsnlp"] = make_edsnlp()
    if importlib.util.find_spec("dateparser"):
        programs["dateparser"] = make_dateparser()
    documents = read_folder(folder)
    dates = sum(len(document.dates) for document in documents)
    print(f"{len(documents)} documents, {dates} dates")
    print(f"{'':12}{'values':>9}{'mentions':>10}{'published':>11}{'false':>7}{'characters/s':>14}")
    for name, find in programs.items():
        scores = Scores()
        start = time.perf_counter()
        answers = [find(document) for document in documents]
        speed = sum(len(document.text) for document in documents) / (time.perf_counter() - start)
        for document, answer in zip(documents, answers, strict=True):
            scores.take(document, answer)
        own = (
            f"{scores.published / max(1, scores.documents):11.3f}{scores.invented:7}"
            if name == "here"
            else f"{'-':>11}{'-':>7}"
        )
        print(f"{name:12}{scores.values.f1:9.3f}{scores.mentions.f1:10.3f}{own}{speed:14,.0f}")
        if show_faults and name == "here":
            print(*scores.faults, sep="\n")


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--faults"]
    main(Path(arguments[0]) if arguments else FOLDER / "practice", "--faults" in sys.argv)
