"""The names of sets in, the figures of each of their documents out; two processes share the work.

The pipeline is loaded once, before the processes part where the system can do that.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from extractors.entities import load_pipeline
from tests.quality.marked import Marked, read_marked
from tests.quality.shares import Figures

PROCESSES = 2
Scored = Mapping[str, Mapping[str, Figures]]  # set → document → figures


def score_sets(sets: tuple[str, ...] = ()) -> Scored:
    """The figures of every document of the sets whose names begin so, or of all."""
    marked = read_marked(sets)
    if any(each.needs_pipeline for each in marked):
        load_pipeline()
    starts = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in starts else None)
    with ProcessPoolExecutor(PROCESSES, context, _begin, (sets,)) as pool:
        figures = list(pool.map(_score, [sets] * len(marked), range(len(marked)), chunksize=4))
    return by_set(marked, figures)


def by_set(marked: Sequence[Marked], figures: Sequence[Figures]) -> Scored:
    """Figures by the names of sets and documents, in their order."""
    scored: dict[str, dict[str, Figures]] = {}
    for each, its in zip(marked, figures, strict=True):
        documents = scored.setdefault(each.set, {})
        if each.name in documents:
            raise ValueError(f"{each.set} has two documents called {each.name}")
        documents[each.name] = its
    return scored


def _begin(sets: tuple[str, ...]) -> None:
    os.environ["PATH"] = ""  # nothing is recognised in pictures, on whatever machine
    read_marked(sets)


def _score(sets: tuple[str, ...], place: int) -> Figures:
    return read_marked(sets)[place].score()
