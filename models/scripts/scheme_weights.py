"""Fit the weights that tell a plan by its form, and write them into the outline's room.

Usage: python scripts/scheme_weights.py OUTPUT FOLDER...

FOLDERs hold marked documents (`tests/gold/plans` and others of its form, documents without a plan
among them); OUTPUT is `extractors/outline/schemes.toml`. Three logistic regressions, one after the
other: of a series by itself and beside the others, over documents that have a plan; of a document,
over all. The same documents give the same weights.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # the marked documents are read as the tests read them

from extractors.documents import UnreadableDocumentError, read_document  # noqa: E402
from extractors.outline import weighing  # noqa: E402
from extractors.outline.counts import StatedCounts  # noqa: E402
from extractors.outline.plans import PlanNames  # noqa: E402
from extractors.outline.schemes import Level  # noqa: E402
from extractors.outline.signs import Context, is_section, title_of  # noqa: E402
from tests.plans.documents import PlanDocument, read_folder  # noqa: E402

PENALTY = 1.0  # of squared weights
ROUNDS = 60
FREE = 1e-3  # of the bias, which is not held back
MOST_TITLES = 8  # of a series, that count for more than one
OF_DOCUMENT = 2.0
WITHOUT_PLAN = 5.0  # what a document without a plan counts for: an item there is the worst fault
LONG = 15  # letters of a title that is known by its beginning
Example = tuple[Mapping[str, float], float, float]  # signs, what is right, what it counts for


@dataclass(frozen=True)
class Marked:
    """A marked document: its series, and the share of each one's titles that are items."""

    context: Context
    levels: Sequence[Level]
    right: Sequence[float]
    sizes: Sequence[int]
    has_plan: bool

    @property
    def shows_plan(self) -> bool:
        """Whether a series is a level of its plan."""
        return any(share > 0.5 for share in self.right)


def read_marked(expected: PlanDocument) -> Marked | None:
    """A document as the weights see it; None where it can't be read or has no series."""
    try:
        document = read_document(expected.content, expected.media_type)
    except UnreadableDocumentError:
        return None
    context = Context(document, PlanNames(document), StatedCounts(document.folded))
    levels = weighing.find_levels(context)
    if not levels:
        return None
    titles = {_key(item.title) for item in expected.plan}
    right: list[float] = []
    sizes: list[int] = []
    for level in levels:
        nodes = [node for node in level.series.nodes if not is_section(node, context)]
        nodes = nodes or level.series.nodes
        items = sum(_is_among(_key(title_of(node, context)), titles) for node in nodes)
        right.append(items / len(nodes))
        sizes.append(len(nodes))
    return Marked(context, levels, right, sizes, bool(expected.plan))


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", "", title.casefold())


def _is_among(title: str, titles: Iterable[str]) -> bool:
    return any(
        title == other
        or (len(other) > LONG and title.startswith(other))
        or (len(title) > LONG and other.startswith(title))
        for other in titles
    )


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the signs by Newton's method."""
    names = sorted({name for signs, _, _ in examples for name in signs})
    values = np.array([[signs.get(name, 0.0) for name in names] for signs, _, _ in examples])
    right = np.array([each[1] for each in examples])
    counts = np.array([each[2] for each in examples])
    penalty = np.array([FREE if name == "bias" else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-np.clip(values @ weights, -30, 30)))
        gradient = values.T @ (counts * (told - right)) + penalty * weights
        bend = (values * (counts * told * (1 - told) + 1e-9)[:, None]).T @ values
        step = np.linalg.solve(bend + np.diag(penalty), gradient)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def fit_all(documents: Sequence[Marked]) -> dict[str, dict[str, float]]:
    """The weights of series by themselves, beside others, and of documents."""
    with_plan = [document for document in documents if document.shows_plan]
    weights: dict[str, dict[str, float]] = {}
    weights["series"] = fit(
        [
            (weighing.within(level.signs), right, min(size, MOST_TITLES) ** 0.5)
            for each in with_plan
            for level, right, size in zip(each.levels, each.right, each.sizes, strict=True)
        ]
    )
    beside: list[Example] = []
    for each in with_plan:
        alone = {
            id(level.series): weighing.weigh(weighing.within(level.signs), weights["series"])
            for level in each.levels
        }
        signs = weighing.related(each.levels, alone)
        beside += [
            (of_level, right, min(size, MOST_TITLES) ** 0.5)
            for of_level, right, size in zip(signs, each.right, each.sizes, strict=True)
        ]
    weights["related"] = fit(beside)
    weighing.WEIGHTS.update(weights)
    for each in documents:
        weighing.weigh_levels(each.levels)
    weights["document"] = fit(
        [
            (
                weighing.document_signs(each.levels, each.context.signs),
                float(each.has_plan),
                OF_DOCUMENT if each.has_plan else WITHOUT_PLAN,
            )
            for each in documents
            if each.has_plan == each.shows_plan
        ]
    )
    return weights


def write(weights: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """A TOML table for each regression, its signs in order."""
    lines = [
        "# What each sign weighs, fitted by `models/scripts/scheme_weights.py` on documents with",
        "# and without a plan; not to be edited by hand.",
    ]
    for table, values in weights.items():
        lines += ["", f"[{table}]"]
        lines += [f"{name} = {value:.3f}" for name, value in sorted(values.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(output: str, *folders: str) -> None:
    """Fit on all folders and write."""
    expected = [each for folder in folders for each in read_folder(Path(folder))]
    documents = [marked for each in expected if (marked := read_marked(each))]
    write(fit_all(documents), Path(output))
    print(f"{len(documents)} documents, {sum(each.has_plan for each in documents)} with a plan")


if __name__ == "__main__":
    main(*sys.argv[1:])
