"""How well plans are found: items with numbers and parents, stated sizes, quantified targets.

    python -m tests.benchmarks.outline_quality FOLDER... [--faults] [--baseline] [--targets]

FOLDER holds documents with their plans (`tests/gold/plans`, or a set of it) or worked examples. A
row for each folder, then one for each form of document in it and each round of marking.

P, R, F1    items whose kind and whole title are right
number      of those, the share whose number is right, none included; parent: likewise
whole       share of documents all of whose items, numbers and parents are right, none too many
spurious    share of what was found that is not expected
sure        share of right items among those found with a confidence of .9 or more, and how many
agree       share of the complete documents that state what they list none of whose such sizes the
            tables call wrong; differ: of incomplete ones, the share where they do
time        seconds of finding over seconds of reading

Beside it, with --baseline, a script of regular expressions (`regex_outline`), items only.
--faults lists what is wrong in documents that may be read.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.commitments import check_sizes, find_targets
from extractors.documents import UnreadableDocumentError, read_document
from extractors.entities import decide_roles, load_pipeline, recognise
from extractors.extraction import Extraction
from extractors.media_types import ending_of
from extractors.outline import read_outline
from extractors.records import Document
from tests.benchmarks.outline_answers import answer_of, found_targets, raw_of
from tests.benchmarks.outline_scores import Answer, FoundItem, FoundTarget, count, list_faults
from tests.plans.documents import PlanDocument, read_folder

Seconds = dict[str, float]
FindTargets = Callable[[Document], list[FoundTarget]]


@dataclass(frozen=True, slots=True)
class Program:
    """Something that finds plans: its name in the table, and how it answers a document."""

    name: str
    answer: Callable[[PlanDocument, Seconds], Answer]


def make_own(find_targets: FindTargets | None) -> Program:
    """This project, as its extraction does it."""

    def answer(expected: PlanDocument, seconds: Seconds) -> Answer:
        start = time.perf_counter()
        try:
            document = read_document(expected.content, expected.media_type)
        except UnreadableDocumentError:
            return Answer([], [], targets=[] if find_targets else None)
        finally:
            seconds["reading"] += time.perf_counter() - start
        start = time.perf_counter()
        outline = read_outline(document)
        seconds["finding"] += time.perf_counter() - start
        claims = tuple(check_sizes(outline.items, outline.claims))
        extraction = Extraction(
            raw_of(expected), "ok", document=document, items=outline.items, claims=claims
        )
        targets = find_targets(document) if find_targets else None
        return replace(answer_of(expected, extraction), targets=targets)

    return Program("here", answer)


def make_find_targets() -> FindTargets:
    """The finding of targets with the pipeline's dates."""
    nlp = load_pipeline()

    def find_targets_of(document: Document) -> list[FoundTarget]:
        dates, _ = decide_roles(document, recognise(nlp, document), [])
        return found_targets(find_targets(document, dates))

    return find_targets_of


def make_baseline() -> Program:
    """The script of regular expressions; its reading is part of its finding."""
    from tests.benchmarks import regex_outline

    def answer(expected: PlanDocument, seconds: Seconds) -> Answer:
        start = time.perf_counter()
        lines = regex_outline.read_lines(expected.content, ending_of(expected.media_type))
        seconds["reading"] += time.perf_counter() - start
        start = time.perf_counter()
        items = regex_outline.find_items(lines)
        seconds["finding"] += time.perf_counter() - start
        names = [item.number or item.title for item in items]
        parents = ["" if item.parent is None else names[item.parent] for item in items]
        return Answer(
            [
                FoundItem(item.kind, item.number, item.title, parent)
                for item, parent in zip(items, parents, strict=True)
            ]
        )

    return Program("regex", answer)


@dataclass
class Row:
    """The counts of a program over some documents."""

    label: str
    program: str
    counts: Counter[str]
    seconds: Seconds

    def share(self, part: str, whole: str) -> str:
        """A share of counts, "-" where there is nothing to share."""
        total = self.counts[whole]
        return f"{self.counts[part] / total:.3f}" if total else "-"

    def f1(self, sort: str) -> str:
        total = self.counts[sort] + self.counts[f"{sort}_found"]
        return f"{2 * self.counts[f'{sort}_right'] / total:.3f}" if total else "-"

    def spurious(self, sort: str) -> str:
        found = self.counts[f"{sort}_found"]
        return f"{1 - self.counts[f'{sort}_right'] / found:.3f}" if found else "-"

    def items(self) -> dict[str, str]:
        return {
            "documents": str(self.counts["documents"]),
            "items": str(self.counts["items"]),
            "found": str(self.counts["items_found"]),
            "P": self.share("items_right", "items_found"),
            "R": self.share("items_right", "items"),
            "F1": self.f1("items"),
            "number": self.share("numbers", "items_right"),
            "parent": self.share("parents", "items_right"),
            "whole": self.share("whole", "documents"),
            "spurious": self.spurious("items"),
            "sure": self.share("sure_right", "sure"),
            "of": str(self.counts["sure"]),
            "time": f"{self.seconds['finding'] / max(1e-9, self.seconds['reading']):.3f}",
        }

    def commitments(self) -> dict[str, str]:
        figures = {
            "documents": str(self.counts["documents"]),
            "claims": str(self.counts["claims"]),
            "right": self.share("claims_right", "claims"),
            "spurious": self.spurious("claims"),
            "complete": str(self.counts["complete"]),
            "agree": self.share("complete_told", "complete"),
            "incomplete": str(self.counts["incomplete"]),
            "differ": self.share("incomplete_told", "incomplete"),
        }
        if "targets" in self.counts:
            figures |= {
                "targets": str(self.counts["targets"]),
                "right ": self.share("targets_right", "targets"),
                "spurious ": self.spurious("targets"),
            }
        return figures


def measure(
    folder: Path, programs: Sequence[Program], faults: list[str]
) -> Iterator[tuple[Row, ...]]:
    """The rows of a folder and of each form in it, one for each program."""
    rows: dict[tuple[str, str], Row] = {}
    for document in read_folder(folder):
        for program in programs:
            seconds: Seconds = {"reading": 0.0, "finding": 0.0}
            answer = program.answer(document, seconds)
            counts = count(document, answer)
            labels = [folder.name, f"  {document.form}"]
            for label in labels + [f"  round {document.round}"] * bool(document.round):
                new = Row(label, program.name, Counter(), dict.fromkeys(seconds, 0.0))
                row = rows.setdefault((label, program.name), new)
                row.counts.update(counts)
                for key, value in seconds.items():
                    row.seconds[key] += value
            if program.name == "here" and document.seen:
                lines = [f"  {line}" for line in list_faults(document, answer)]
                faults += [document.name, *lines] if lines else []
    labels = dict.fromkeys(label for label, _ in rows)
    for label in sorted(labels, key=lambda label: (label.startswith(" "), label)):
        yield tuple(rows[label, program.name] for program in programs)


def print_table(rows: Sequence[Row], figures_of: Callable[[Row], dict[str, str]]) -> None:
    """A line for each row; its columns are as wide as their names ask for."""
    lines = [(f"{row.label:30}{row.program:6}", figures_of(row)) for row in rows]
    head = max((figures for _, figures in lines), key=len, default={})
    widths = {name: max(8, len(name) + 2) for name in head}
    print(" " * 36 + "".join(f"{name.strip():>{width}}" for name, width in widths.items()))
    for label, figures in lines:
        print(label + "".join(f"{figures.get(name, '-'):>{widths[name]}}" for name in head))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--faults", action="store_true", help="list what is wrong")
    parser.add_argument("--baseline", action="store_true", help="regular expressions beside it")
    parser.add_argument("--targets", action="store_true", help="quantified targets too")
    options = parser.parse_args()
    programs = [make_own(make_find_targets() if options.targets else None)]
    if options.baseline:
        programs.append(make_baseline())
    faults: list[str] = []
    rows = [row for each in options.folders for row in measure(each, programs, faults)]
    print_table([row for group in rows for row in group], Row.items)
    own = [group[0] for group in rows if "claims" in group[0].counts]
    if own:
        print()
        print_table(own, Row.commitments)
    if options.faults:
        print(*faults, sep="\n")


if __name__ == "__main__":
    main()
