"""What a person sees in the terminal: at the end of a run: its sources, and what failed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from extractors.files import AnyPath
from extractors.sources.reports import SourceReport
from flows.outcome import Outcome
from flows.summary import show_faults, show_tables
from flows.terminal import out, warn

REPORTED = {
    "discovered": "listed",
    "new": "new",
    "changed": "changed",
    "known": "moved",
    "unchanged": "same",
    "removed": "gone",
    "left": "left",
}


def show_outcome(outcome: Outcome, output: AnyPath) -> None:
    """The summary of a run: what the sources gave, what documents hold, what failed.

    Where no table changed, the documents are not shown again.
    """
    if outcome.work.harvest.reports:
        _show_sources(outcome.work.harvest.reports)
    if outcome.tables_changed or any(kept.is_misread for kept in outcome.work.kept):
        if outcome.tables_changed:
            show_tables(output)
        show_faults(output)
    for line in outcome.work.harvest.skipped:
        warn("skipped", line)
    for failure in outcome.work.harvest.failures:
        warn("source", str(failure))
    if not outcome.documents:
        warn("empty", "no document to work on: put some in the folder raw/inbox, or name a source")
    run = outcome.run
    news = "" if outcome.tables_changed else "Nothing new in the tables. "
    out.print(
        f"{news}{run.extracted} documents read, {run.fetched} new, {run.failed} failed, "
        f"in {run.seconds:.1f} s. Tables: {output}/",
        highlight=False,
        markup=False,
    )


def _show_sources(reports: Sequence[SourceReport]) -> None:
    """One line a source: what it gave; cells and columns of nothing stay empty or away."""
    counts = {
        heading: [getattr(report, name) for report in reports] for name, heading in REPORTED.items()
    }
    counts["failed"] = [len(report.failures) for report in reports]
    table = Table(title="Sources", title_justify="left", box=SIMPLE_HEAD)
    table.add_column("source", no_wrap=True)
    shown = {heading: column for heading, column in counts.items() if any(column)}
    for heading in shown:
        table.add_column(heading, justify="right", no_wrap=True)
    for report, *row in zip(reports, *shown.values(), strict=True):
        table.add_row(report.source, *(str(count or "") for count in row))
    out.print(table)
