"""How much of what belongs to a plan's items is found on the right item.

    python -m tests.benchmarks.commitment_quality FOLDER... [--faults]

FOLDER holds documents with their plans (`tests/gold/plans`, or a set of it). Items are matched by
kind and title; what belongs to an item that was not found is missing too. A row for each folder,
then one for each form of document in it.

expected    how many deadlines (names, indicators, statuses, targets) the gold has
found       share of them that stands on the right item, as printed but for capitals and spaces
spurious    share of what was found that is not expected there, in documents whose gold has any
of items    share found among the items that were found: what attaching alone is to answer for

Targets are matched by value and text; found is the share on the right item (or rightly on none).
--faults lists what is wrong in documents that may be read.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractors.commitments.items.statuses import read_status
from extractors.documents.apart import ReadingWorkers
from extractors.entities import load_pipeline
from extractors.extraction import Extraction, extract_all
from extractors.media_types import ending_of
from extractors.records import Document, ItemCommitments, RawDocument, content_id
from tests.benchmarks.outline_answers import found_items, raw_of
from tests.benchmarks.outline_scores import FoundItem, match_items
from tests.plans.documents import ExpectedItem, ExpectedTarget, PlanDocument, read_folder
from tests.plans.values import days_of, folded

SORTS = ("deadline", "lead", "partner", "indicator", "status", "target")


@dataclass
class Tally:
    """What was expected, found and not expected, by sort; and lines that say what is wrong."""

    expected: Counter[str] = field(default_factory=Counter)
    attachable: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for mine, its in zip(self._counts(), other._counts(), strict=True):
            mine.update(its)
        self.faults += other.faults

    def _counts(self) -> tuple[Counter[str], ...]:
        return self.expected, self.attachable, self.right, self.found


def extract_documents(documents: Sequence[PlanDocument]) -> list[Extraction]:
    """As `inca extract` does it."""
    with tempfile.TemporaryDirectory() as folder, ReadingWorkers() as workers:
        raws: list[RawDocument] = []
        for document in documents:
            path = Path(folder) / f"{content_id(document.name)}{ending_of(document.media_type)}"
            path.write_bytes(document.content)
            raws.append(raw_of(document, str(path)))
        return list(extract_all(raws, load_pipeline(), workers))


def compare(expected: PlanDocument, extraction: Extraction) -> Tally:
    """One document's tally."""
    tally = Tally()
    document, items = extraction.document, extraction.items
    found = found_items(document, items) if document else []
    position = {id(each): index for index, each in enumerate(found)}
    matching = match_items(expected.plan, found)
    partner = {id(one): position[id(other)] for one, other in matching.pairs}
    for each in expected.plan:
        index = partner.get(id(each))
        has = ItemCommitments() if index is None else items[index].told
        _compare_item(tally, each, has, index is not None)
    for other in matching.spurious:
        _compare_item(tally, None, items[position[id(other)]].told, False)
    if expected.targets is not None and document:
        _compare_targets(tally, expected.targets, extraction, document, found)
    for sort in SORTS[:-1]:
        if not tally.expected[sort]:
            tally.found[sort] = 0
            tally.faults = [line for line in tally.faults if f" {sort} " not in line]
    return tally


def _expected_values(item: ExpectedItem) -> dict[str, list[str]]:
    days = days_of(item.deadline) if item.deadline else None
    return {
        "deadline": ["/".join(map(str, days))] if days else [],
        "lead": [folded(name) for name in item.leads],
        "partner": [folded(name) for name in item.partners],
        "indicator": [folded(name) for name in item.indicators],
        "status": [read_status(item.status) or item.status] if item.status else [],
    }


def _found_values(told: ItemCommitments) -> dict[str, list[str]]:
    return {
        "deadline": ["/".join(map(str, told.deadline))] if told.deadline else [],
        "lead": [folded(name) for name in told.leads],
        "partner": [folded(name) for name in told.partners],
        "indicator": [folded(name) for name in told.indicators],
        "status": [told.status] if told.status else [],
    }


def _compare_item(
    tally: Tally, expected: ExpectedItem | None, told: ItemCommitments, is_found: bool
) -> None:
    wanted = _expected_values(expected) if expected else {sort: [] for sort in SORTS[:-1]}
    name = f"{expected.number or ''} {expected.title[:50]!r}" if expected else "(no such item)"
    for sort, values in _found_values(told).items():
        left, missing = list(values), []
        for value in wanted[sort]:
            if value in left:
                left.remove(value)
                tally.right[sort] += 1
            else:
                missing.append(value)
        tally.expected[sort] += len(wanted[sort])
        tally.attachable[sort] += len(wanted[sort]) if is_found else 0
        tally.found[sort] += len(values)
        if left or (missing and is_found):
            tally.faults.append(f"  {name}: {sort} missing {missing}, spurious {left}")


def _compare_targets(
    tally: Tally,
    expected: Sequence[ExpectedTarget],
    extraction: Extraction,
    document: Document,
    found: Sequence[FoundItem],
) -> None:
    left = list(range(len(extraction.targets)))
    for each in expected:
        tally.expected["target"] += 1
        alike = [
            index
            for index in left
            if abs(extraction.targets[index].value - each.value) <= 0.01 * abs(each.value)
            and _overlap(each.text, document.cut(extraction.targets[index].span))
        ]
        if not alike:
            continue
        tally.attachable["target"] += 1
        owners = {index: _owner(extraction, found, index) for index in alike}
        right = [index for index in alike if folded(each.item or "") in owners[index]]
        left.remove((right or alike)[0])
        tally.right["target"] += bool(right)
        if not right:
            tally.faults.append(
                f"  target {each.text[:60]!r}: on {owners[alike[0]]}, not {each.item!r}"
            )
    tally.found["target"] += len(extraction.targets)


def _owner(extraction: Extraction, found: Sequence[FoundItem], index: int) -> set[str]:
    owner = extraction.targets[index].item
    if owner is None:
        return {""}
    return {folded(found[owner].number or found[owner].title), folded(found[owner].title)}


def _overlap(one: str, other: str) -> bool:
    words, others = set(folded(one).split()), set(folded(other).split())
    return len(words & others) >= 0.5 * min(len(words), len(others))


def print_rows(rows: dict[str, Tally]) -> None:
    """A block of lines for each label, one a sort."""
    print(f"{'':34}{'expected':>10}{'found':>8}{'spurious':>10}{'of items':>10}")
    for label, tally in rows.items():
        for sort in SORTS:
            if not tally.expected[sort]:
                continue
            right, found = tally.right[sort], tally.found[sort]
            shares = (
                f"{right / tally.expected[sort]:>8.3f}"
                f"{1 - right / found if found else 0:>10.3f}"
                f"{right / max(1, tally.attachable[sort]):>10.3f}"
            )
            print(f"{label:24}{sort:10}{tally.expected[sort]:>10}{shares}")


def measure(folder: Path) -> Iterator[tuple[PlanDocument, Tally]]:
    documents = read_folder(folder)
    for expected, extraction in zip(documents, extract_documents(documents), strict=True):
        yield expected, compare(expected, extraction)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--faults", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    rows: dict[str, Tally] = {}
    faults: list[str] = []
    for folder in options.folders:
        for expected, tally in measure(folder):
            rows.setdefault(folder.name, Tally()).add(tally)
            rows.setdefault(f"  {expected.form}", Tally()).add(tally)
            faults += [expected.name, *tally.faults] if tally.faults and expected.seen else []
    print_rows(dict(sorted(rows.items(), key=lambda row: row[0].startswith(" "))))
    if options.faults:
        print(*faults, sep="\n")


if __name__ == "__main__":
    main()
