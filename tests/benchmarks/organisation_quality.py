"""How right the organisations are, by rules, by the statistical recogniser, and by both.

    python -m tests.benchmarks.organisation_quality [DOCUMENTS] [--errors] [--pipeline NAME]

DOCUMENTS is a folder of annotated documents, or a `.spacy` file of sentences with entities, such as
the `ner_test_sequoia.spacy` that the project in `models/` makes of FrSemCor (no canonical names).
A mention counts where its characters are exactly those expected. It is linked where its canonical
name is the expected one, letters compared without case and accents; to the same body where the
expected name is one that the register knows the body by.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from extractors.entities import load_pipeline
from extractors.entities.components import ORGANISATIONS
from extractors.entities.organisations import FoundOrganisation
from extractors.entities.organisations.register import name_key
from extractors.records import Span, fold
from tests.gold.documents import FOLDER, AnnotatedDocument, ExpectedOrganisation, read_folder

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
    same_body: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.expected)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.expected)

    def figures(self) -> str:
        rates = (
            self.precision,
            self.recall,
            self.f1,
            self.linked / max(1, self.right),
            self.same_body / max(1, self.right),
        )
        return "".join(f"{rate:8.3f}" for rate in rates)


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
            each.span: each.organisation
            for each in found
            if not any(_overlap(each.span, ignored) for ignored in document.ignored)
        }
        right = expected.keys() & kept.keys()
        linked = {span for span in right if goes_by(kept[span].name, expected[span])}
        total.right += len(right)
        total.found += len(kept)
        total.expected += len(expected)
        total.linked += len(linked)
        total.same_body += sum(
            any(goes_by(name, expected[span]) for name in (kept[span].name, *kept[span].aliases))
            for span in right
        )
        if errors is None:
            continue
        for span in sorted(kept.keys() - right):
            errors[f"{document.name}: + {document.text[slice(*span)]!r}"] += 1
        for span in sorted(expected.keys() - right):
            errors[f"{document.name}: - {document.text[slice(*span)]!r}"] += 1
        for span in sorted(right - linked):
            errors[f"{document.name}: {kept[span].name!r} for {expected[span]!r}"] += 1
    return total


def goes_by(name: str, other: str) -> bool:
    """Whether two names are one, but for case, accents and hyphens."""
    return name_key(name) == name_key(other)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def read_documents(path: Path) -> list[AnnotatedDocument]:
    """A folder of annotated documents, or a treebank's sentences with their entities."""
    if path.is_dir():
        return read_folder(path)
    docs = DocBin().from_disk(path).get_docs(spacy.blank("fr_inca").vocab)
    return [
        AnnotatedDocument(
            name=f"{path.stem} {number}",
            url="",
            kind="",
            published=None,
            text=doc.text,
            dates=(),
            organisations=tuple(
                ExpectedOrganisation(Span(entity.start_char, entity.end_char), entity.text)
                for entity in doc.ents
                if entity.label_ == "ORG"
            ),
            ignored=(),
        )
        for number, doc in enumerate(docs, 1)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=Path, default=FOLDER / "practice")
    parser.add_argument("--errors", action="store_true", help="list what is wrong with both")
    parser.add_argument("--pipeline", default="", help="another pipeline to build on")
    options = parser.parse_args()
    documents = read_documents(options.documents)
    nlp = load_pipeline(options.pipeline)
    texts = [fold(document.text) for document in documents]
    marker = nlp.get_pipe(ORGANISATIONS_PIPE)
    print(f"{len(documents)} documents, {sum(len(d.organisations) for d in documents)} mentions")
    print(f"{'':30}{'P':>8}{'R':>8}{'F1':>8}{'linked':>8}{'body':>8}")
    for name, settings in SETTINGS.items():
        with nlp.select_pipes(disable=[ORGANISATIONS_PIPE]):
            docs = map(marker.with_settings(**settings), nlp.pipe(texts))
            found = [[span._.organisation for span in doc.spans[ORGANISATIONS]] for doc in docs]
        errors: Counter[str] = Counter()
        result = score(documents, found, errors)
        print(f"{name:30}{result.figures()}")
    if options.errors:
        print(*(f"{count} × {error}" for error, count in errors.items()), sep="\n")


if __name__ == "__main__":
    main()
