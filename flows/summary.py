"""What a person sees of the tables in the terminal: documents, axes, counts that disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import TypeAlias

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from extractors.datasets import read_cells
from extractors.files import AnyPath
from flows.terminal import out, warn

Cells: TypeAlias = dict[str, str]

COUNTED = {
    "axes": "axes",
    "objectives": "obj.",
    "actions": "act.",
    "dates": "dates",
    "organisation_mentions": "orgs",
    "claims": "claims",
}
MOST_ROWS = 20


def show_tables(output: AnyPath) -> None:
    """What documents held, the axes of the latest that has any, and what disagrees."""
    documents = read_cells("documents", output)
    out.print(_documents_table(documents, output))
    axes = read_cells("axes", output)
    if axes:
        out.print(_axes_table(axes, documents))
    _show_disagreements(read_cells("claims", output))


def show_faults(output: AnyPath) -> None:
    """The documents that failed, or were read in part, each with its reason."""
    for row in read_cells("documents", output):
        if row["status"] != "ok":
            warn(row["status"], f"{row['file']}: {row['issues']}")


def _documents_table(documents: Sequence[Cells], output: AnyPath) -> Table:
    table = Table(title="Documents", title_justify="left", box=SIMPLE_HEAD, expand=True)
    for heading in ("published", "form", "title"):
        table.add_column(heading, no_wrap=True, ratio=1 if heading == "title" else None)
    counts: dict[str, Counter[str]] = {}
    for name, heading in COUNTED.items():
        table.add_column(heading, justify="right", no_wrap=True)
        counts[name] = Counter(row["document_id"] for row in read_cells(name, output))
    newest = sorted(documents, key=lambda row: row["published_on"], reverse=True)
    for row in newest[:MOST_ROWS]:
        cells = [row["published_on"], PurePath(row["file"]).suffix[1:], row["title"] or row["file"]]
        cells += [str(counts[name][row["document_id"]]) for name in COUNTED]
        table.add_row(*map(Text, cells))
    if len(documents) > MOST_ROWS:
        table.caption = f"… and {len(documents) - MOST_ROWS} more in documents.csv"
    return table


def _axes_table(axes: Sequence[Cells], documents: Sequence[Cells]) -> Table:
    """The axes of the latest document that has any."""
    having = {row["document_id"] for row in axes}
    latest = max(
        (row for row in documents if row["document_id"] in having),
        key=lambda row: (row["published_on"], row["document_id"]),
    )
    table = Table(title=f"Axes of “{latest['title']}”", title_justify="left", box=SIMPLE_HEAD)
    for heading in ("no.", "title", "page", "rule"):
        table.add_column(heading)
    for row in axes:
        if row["document_id"] == latest["document_id"]:
            cells = (row["number"], row["title"], row["page"], row["rule"])
            table.add_row(*map(Text, cells))
    return table


def _show_disagreements(claims: Sequence[Cells]) -> None:
    differing = [row for row in claims if row["agrees"] == "false"]
    for row in differing[:MOST_ROWS]:
        plan = row["plan"] or "a plan"
        counts = f"{row['kind']} {row['stated']} stated, {row['found']} found"
        message = f"{plan}: {counts} ({row['document_id']})"
        out.print(Text("claim", style="cyan"), Text(message), soft_wrap=True)
