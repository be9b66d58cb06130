"""Score an entity recogniser on marked texts: precision, recall and F by label, words a second.

Usage: python scripts/ner_evaluate.py PIPELINE [--corpus FILE.spacy…] [--annotated FOLDER] [--show]
Annotated documents tell organisations only, and what to count neither way. PIPELINE is a path or
a package; MISC and whatever else it finds is left out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import spacy
from ner_examples import Example, read_annotated
from spacy.language import Language
from spacy.tokens import DocBin

LABELS = ("ORG", "PER", "LOC")

Spans = set[tuple[int, int, str]]


def main() -> None:
    """Read the command line, print one JSON line for each text collection."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pipeline")
    parser.add_argument("--corpus", type=Path, nargs="*", default=[])
    parser.add_argument("--annotated", type=Path, nargs="*", default=[])
    parser.add_argument("--output", type=Path, help="where to write the scores as JSON")
    parser.add_argument("--show", action="store_true", help="print what is missed and invented")
    options = parser.parse_args()
    nlp = spacy.load(options.pipeline)
    if nlp.has_pipe("ner"):
        listening = "tok2vec" if nlp.has_pipe("tok2vec") else "ner"
        nlp.select_pipes(enable=[listening, "ner"])
    scores: dict[str, object] = {}
    for path in options.corpus:
        docs = DocBin().from_disk(path).get_docs(nlp.vocab)
        examples = [
            Example(d.text, tuple((e.start_char, e.end_char, e.label_) for e in d.ents))
            for d in docs
        ]
        scores[path.stem] = report(path.stem, nlp, examples, LABELS, options.show)
    for folder in options.annotated:
        scores[folder.name] = report(
            folder.name, nlp, read_annotated(folder), ("ORG",), options.show
        )
    if options.output:
        options.output.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")


def report(
    name: str, nlp: Language, examples: list[Example], labels: tuple[str, ...], show: bool
) -> dict[str, dict[str, float]]:
    """Print the scores of a pipeline on examples, and give them by label."""
    counts: Counter[str] = Counter()
    started = time.perf_counter()
    docs = list(nlp.pipe(example.text for example in examples))
    seconds = time.perf_counter() - started
    for example, doc in zip(examples, docs, strict=True):
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in labels}
        compare(example, found, labels, counts)
        if show:
            _show(example, found, labels)
    scores = {label: _scores(label, counts) for label in labels}
    print(json.dumps({"texts": name, **scores, "words/s": round(sum(map(len, docs)) / seconds)}))
    return scores


def compare(example: Example, found: Spans, labels: tuple[str, ...], counts: Counter[str]) -> None:
    """Count what is found rightly, wrongly and not at all; spans marked `ignore` count neither."""
    expected = _expected(example, labels)
    ignored = [(a, b) for a, b, label in example.spans if label == "ignore"]
    counted = {s for s in found if s in expected or not _touches(s, ignored)}
    for label in labels:
        wanted = {span for span in expected if span[2] == label}
        given = {span for span in counted if span[2] == label}
        counts[label + " right"] += len(wanted & given)
        counts[label + " wanted"] += len(wanted)
        counts[label + " given"] += len(given)


def _expected(example: Example, labels: tuple[str, ...]) -> Spans:
    upper = {(start, end, label.upper()) for start, end, label in example.spans}
    return {span for span in upper if span[2] in labels}


def _touches(span: tuple[int, int, str], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _scores(label: str, counts: Counter[str]) -> dict[str, float]:
    right, wanted, given = (counts[f"{label} {kind}"] for kind in ("right", "wanted", "given"))
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(precision, 3), "r": round(recall, 3), "f": round(f, 3), "n": wanted}


def _show(example: Example, found: Spans, labels: tuple[str, ...]) -> None:
    expected = _expected(example, labels)
    for sign, spans in (("missed", expected - found), ("invented", found - expected)):
        for start, end, label in sorted(spans):
            context = example.text[max(0, start - 40) : end + 25].replace("\n", "|")
            print(f"{sign} {label} {example.text[start:end]!r} in {context!r}")


if __name__ == "__main__":
    main()
