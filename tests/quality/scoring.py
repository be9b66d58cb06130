"""A marked document in, its figures out; what is right, the benchmarks say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from spacy.language import Language

from extractors.documents import UnreadableDocumentError, read_document
from extractors.entities import load_pipeline
from extractors.entities.components import ORGANISATIONS
from extractors.extraction import Extraction, find_in, set_aside
from extractors.records import fold
from extractors.stages import Stages
from tests.benchmarks import (
    commitment_quality,
    date_quality,
    organisation_quality,
    outline_scores,
    reading_quality,
    sentence_quality,
    table_quality,
)
from tests.benchmarks.outline_answers import answer_of, raw_of
from tests.extractors.entities.date_expressions import Example
from tests.gold.documents import AnnotatedDocument
from tests.plans.documents import PlanDocument
from tests.quality.shares import Figures, Share, f1

COMMITMENTS = {
    "deadline": "deadlines",
    "lead": "leads",
    "partner": "partners",
    "indicator": "indicators",
    "status": "statuses",
}


def score_dates(document: AnnotatedDocument) -> Figures:
    """Days, places, and the day of publication."""
    scores = date_quality.Scores()
    scores.take(document, date_quality.find_here(document))
    return {
        "values": f1(scores.values.right, scores.values.given, scores.values.expected),
        "mentions": f1(scores.mentions.right, scores.mentions.given, scores.mentions.expected),
        "published": Share(scores.published, scores.documents),
    }


def score_expressions(examples: Sequence[Example]) -> Figures:
    """Sentences whose dates are found with all their values."""
    return {"found": Share(sum(each.is_found() for each in examples), len(examples))}


def score_organisations(document: AnnotatedDocument) -> Figures:
    """Mentions, and of those the share that stands for the right body."""
    doc = load_pipeline()(fold(document.text))
    found = [span._.organisation for span in doc.spans[ORGANISATIONS]]
    score = organisation_quality.score([document], [found])
    return {
        "mentions": f1(score.right, score.found, score.expected),
        "names": Share(score.linked, score.right),
        "bodies": Share(score.same_body, score.right),
    }


@cache
def load_segmenter() -> Language:
    """The released pipeline with its sentences, which extraction does without."""
    return sentence_quality.load(str(sentence_quality.RELEASED))


def score_sentences(text: tuple[str, str, list[int]]) -> Figures:
    """Sentences both of whose ends are right."""
    _, words, starts = text
    nlp = load_segmenter()
    gold = nlp.make_doc(words)
    for token in gold:
        token.is_sent_start = token.idx in starts
    expected = {(each.start, each.end) for each in gold.sents}
    found = {(each.start, each.end) for each in nlp(words).sents}
    return {"sentences": f1(len(expected & found), len(found), len(expected))}


def score_plan(document: PlanDocument) -> Figures:
    """Items, claims, targets, and what belongs to items, as extraction finds them."""
    extraction = _extract(document)
    counts = outline_scores.count(document, answer_of(document, extraction))
    figures = {"whole": Share(counts["whole"], 1)}
    for sort in ("items", "claims", "targets"):
        if document.plan or counts[sort]:
            figures[sort] = f1(counts[f"{sort}_right"], counts[f"{sort}_found"], counts[sort])
        else:
            figures[f"no_{sort}"] = Share(not counts[f"{sort}_found"], 1)
    told = counts["complete_told"] + counts["incomplete_told"]
    tally = commitment_quality.compare(document, extraction)
    others = {
        "numbers": Share(counts["numbers"], counts["items_right"]),
        "parents": Share(counts["parents"], counts["items_right"]),
        "agreement": Share(told, counts["complete"] + counts["incomplete"]),
        "target_owners": Share(tally.right["target"], tally.attachable["target"]),
    }
    for sort, name in COMMITMENTS.items():
        others[name] = f1(tally.right[sort], tally.found[sort], tally.expected[sort])
    return figures | {name: share for name, share in others.items() if share.of}


def _extract(document: PlanDocument) -> Extraction:
    raw = raw_of(document)
    try:
        read = read_document(document.content, document.media_type)
    except UnreadableDocumentError as error:
        return set_aside(raw, error)
    return find_in(raw, read, load_pipeline(), Stages())


def score_reading(truth: Mapping[str, Any], content: bytes) -> Figures:
    """Words, their order, and headers and footers kept out of the text."""
    score = reading_quality.score(truth, reading_quality.read_here(content))
    figures = {"words": Share(score.words, 1), "order": Share(score.order, 1)}
    return figures if score.left is None else figures | {"furniture": Share(1 - score.left, 1)}


def score_tables(content: bytes, cells: table_quality.Found) -> Figures:
    """Cells beside the cells that they belong beside, as ICDAR 2013 counts them."""
    expected = table_quality.pairs_of(cells)
    found = table_quality.pairs_of(table_quality.read_here(content))
    return {"cells": f1((expected & found).total(), found.total(), expected.total())}
