"""How right the organisations are, by rules, by the statistical recogniser, and by both.

    python -m tests.benchmarks.organisation_quality [FOLDER of annotated documents] [--errors]

A mention counts where its characters are exactly those expected; it is linked right where its
canonical name is the expected one, letters compared without case and accents.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractors.documents.typography import fold
from extractors.entities import load_pipeline
from extractors.entities.components import ORGANISATIONS
from extractors.entities.organisations import FoundOrganisation
from extractors.entities.organisations.register import name_key
from extractors.records import Span
from tests.gold.documents import FOLDER, AnnotatedDocument, read_folder

ORGANISATIONS_PIPE = "inca_organisations"
SETTINGS = {
    "statistical recogniser alone": {"rules": False},
    "rules and register alone": {"statistics": False},
    "both": {},
}


@dataclass
class Score:
    """Counts over documents."""

    right: int = 0
    found: int = 0
    expected: int = 0
    linked: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.expected)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.expected)

    @property
    def linking(self) -> float:
        return self.linked / max(1, self.right)


def score(
    documents: Iterable[AnnotatedDocument],
    found_in: Iterable[list[FoundOrganisation]],
    errors: Counter[str] | None = None,
) -> Score:
    """The findings against what the documents expect; errors are counted by what they say."""
    total = Score()
    for document, found in zip(documents, found_in, strict=True):
        expected = {each.span: each.name for each in document.organisations}
        kept = {
            each.span: each.organisation.name
            for each in found
            if not any(_overlap(each.span, ignored) for ignored in document.ignored)
        }
        right = expected.keys() & kept.keys()
        linked = {span for span in right if same_name(expected[span], kept[span])}
        total.right += len(right)
        total.found += len(kept)
        total.expected += len(expected)
        total.linked += len(linked)
        if errors is None:
            continue
        for span in sorted(kept.keys() - right):
            errors[f"{document.name}: + {document.text[slice(*span)]!r}"] += 1
        for span in sorted(expected.keys() - right):
            errors[f"{document.name}: - {document.text[slice(*span)]!r}"] += 1
        for span in sorted(right - linked):
            errors[f"{document.name}: {kept[span]!r} for {expected[span]!r}"] += 1
    return total


def same_name(one: str, other: str) -> bool:
    """Whether two canonical names are one, but for case, accents and hyphens."""
    return name_key(one) == name_key(other)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER / "practice")
    parser.add_argument("--errors", action="store_true", help="list what is wrong with both")
    parser.add_argument("--pipeline", default="", help="another pipeline to build on")
    options = parser.parse_args()
    documents = read_folder(options.folder)
    nlp = load_pipeline(options.pipeline)
    texts = [fold(document.text) for document in documents]
    marker = nlp.get_pipe(ORGANISATIONS_PIPE)
    print(f"{len(documents)} documents, {sum(len(d.organisations) for d in documents)} mentions")
    print(f"{'':30}{'P':>7}{'R':>7}{'F1':>7}{'linked':>8}")
    for name, settings in SETTINGS.items():
        with nlp.select_pipes(disable=[ORGANISATIONS_PIPE]):
            docs = map(marker.with_settings(**settings), nlp.pipe(texts))
            found = [[span._.organisation for span in doc.spans[ORGANISATIONS]] for doc in docs]
        errors: Counter[str] = Counter()
        result = score(documents, found, errors)
        print(
            f"{name:30}{result.precision:7.3f}{result.recall:7.3f}{result.f1:7.3f}"
            f"{result.linking:8.3f}"
        )
    if options.errors:
        print(*(f"{count} × {error}" for error, count in errors.items()), sep="\n")


if __name__ == "__main__":
    main()
