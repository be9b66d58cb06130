"""All marked documents by set, each with what scores it: the one place that knows where they lie.

Nothing is found here; a set's name is its kind and what its documents hold ("plans.contracts").
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from tests.benchmarks.reading_quality import SAMPLES
from tests.benchmarks.table_quality import drawn_documents
from tests.extractors.entities import date_expressions
from tests.gold import documents as annotated
from tests.gold import sentences
from tests.plans.documents import MARKED, read_folder
from tests.quality import scoring
from tests.quality.shares import Figures


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked document of a set; `score` gives its figures."""

    set: str
    name: str
    score: Callable[[], Figures]

    @property
    def kind(self) -> str:
        """What is marked in it: "plans"."""
        return self.set.partition(".")[0]

    @property
    def needs_pipeline(self) -> bool:
        """Whether scoring it asks spaCy."""
        return self.kind in ("organisations", "plans")


@cache
def read_marked(sets: tuple[str, ...] = ()) -> tuple[Marked, ...]:
    """The documents of the sets whose names begin so, or of all, set by set."""
    sources = {
        "dates": _dates,
        "organisations": _texts,
        "sentences": _sentences,
        "plans": _plans,
        "reading": _samples,
    }
    wanted = [kind for kind in sources if not sets or any(each.startswith(kind) for each in sets)]
    found = [marked for kind in wanted for marked in sources[kind](kind)]
    chosen = [each for each in found if not sets or each.set.startswith(sets)]
    order = list(sources)
    return tuple(sorted(chosen, key=lambda each: (order.index(each.kind), each.set, each.name)))


def _dates(kind: str) -> Iterator[Marked]:
    for path in sorted(date_expressions.FOLDER.glob("*.txt")):
        examples = list(date_expressions.read_examples(path))
        yield Marked(f"{kind}.expressions", path.stem, partial(scoring.score_expressions, examples))
    yield from _texts(kind)


def _texts(kind: str) -> Iterator[Marked]:
    score = {"dates": scoring.score_dates, "organisations": scoring.score_organisations}[kind]
    for folder in ("practice", "unseen"):
        for document in annotated.read_folder(annotated.FOLDER / folder):
            yield Marked(f"{kind}.{folder}", document.name, partial(score, document))


def _sentences(kind: str) -> Iterator[Marked]:
    for folder, name in (("sentences", "practice"), ("sentences_unseen", "unseen")):
        for text in sentences.read_texts(annotated.FOLDER / folder):
            yield Marked(f"{kind}.{name}", text[0], partial(scoring.score_sentences, text))


def _plans(kind: str) -> Iterator[Marked]:
    for document in read_folder(MARKED):
        yield Marked(
            f"{kind}.{document.holds}", document.name, partial(scoring.score_plan, document)
        )


def _samples(kind: str) -> Iterator[Marked]:
    for path in sorted(SAMPLES.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        content = path.with_suffix(".pdf").read_bytes()
        yield Marked(f"{kind}.samples", path.stem, partial(scoring.score_reading, truth, content))
    for name, _, content, cells in drawn_documents():
        yield Marked(f"{kind}.tables", name, partial(scoring.score_tables, content, cells))
