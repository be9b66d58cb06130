"""What a run leaves on the Prefect server for a person: one table of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from prefect.artifacts import create_table_artifact

from extractors.sources.reports import SourceReport

KEY = "inca-run"
COLUMNS = ("source", "discovered", "new", "changed", "known", "unchanged", "removed", "left")


def leave_table(reports: Sequence[SourceReport]) -> None:
    """Leave what each source came to, with the reasons of what failed."""
    create_table_artifact(
        key=KEY,
        table=[
            {name: getattr(report, name) for name in COLUMNS}
            | {"failed": len(report.failures)}
            | {"reasons": "\n".join(failure.reason for failure in report.failures)}
            for report in reports
        ],
        description="What the sources gave in this run",
    )
