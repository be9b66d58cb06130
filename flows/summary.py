"""What a person sees of the tables in the terminal: documents, axes, counts that disagree."""

from __future__ import annotations

from pathlib import PurePath

import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from extractors.datasets import read_table
from extractors.files import AnyPath
from flows.terminal import out, warn

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
    documents = read_table("documents", output)
    out.print(_documents_table(documents, output))
    axes = read_table("axes", output)
    if not axes.empty:
        out.print(_axes_table(axes, documents))
    _show_disagreements(read_table("claims", output))


def show_faults(output: AnyPath) -> None:
    """The documents that failed, or were read in part, each with its reason."""
    documents = read_table("documents", output)
    for row in documents[documents["status"] != "ok"].itertuples():
        warn(row.status, f"{row.file}: {row.issues}")


def _cell(value: object) -> Text:
    return Text("" if pd.isna(value) else str(value))


def _documents_table(documents: pd.DataFrame, output: AnyPath) -> Table:
    table = Table(title="Documents", title_justify="left", box=SIMPLE_HEAD, expand=True)
    for heading in ("published", "form", "title"):
        table.add_column(heading, no_wrap=True, ratio=1 if heading == "title" else None)
    counts: dict[str, pd.Series] = {}
    for name, heading in COUNTED.items():
        table.add_column(heading, justify="right", no_wrap=True)
        counts[name] = read_table(name, output)["document_id"].value_counts()
    newest = documents.sort_values("published_on", ascending=False, na_position="last")
    for row in newest.head(MOST_ROWS).itertuples():
        title = row.file if pd.isna(row.title) else row.title
        cells = [row.published_on, PurePath(row.file).suffix[1:], title]
        cells += [counts[name].get(row.document_id, 0) for name in COUNTED]
        table.add_row(*map(_cell, cells))
    if len(documents) > MOST_ROWS:
        table.caption = f"… and {len(documents) - MOST_ROWS} more in documents.csv"
    return table


def _axes_table(axes: pd.DataFrame, documents: pd.DataFrame) -> Table:
    """The axes of the latest document that has any."""
    published = documents.set_index("document_id")["published_on"].fillna("")
    latest = max(axes["document_id"].unique(), key=lambda id_: (published[id_], id_))
    title = documents.set_index("document_id").loc[latest, "title"]
    table = Table(title=f"Axes of “{title}”", title_justify="left", box=SIMPLE_HEAD)
    for heading in ("no.", "title", "page", "rule"):
        table.add_column(heading)
    for row in axes[axes["document_id"] == latest].itertuples():
        cells = (row.number, row.title, row.page, row.rule)
        table.add_row(*map(_cell, cells))
    return table


def _show_disagreements(claims: pd.DataFrame) -> None:
    differing = claims[~claims["agrees"]]
    for row in differing.head(MOST_ROWS).itertuples():
        plan = "a plan" if pd.isna(row.plan) else row.plan
        message = f"{plan}: {row.kind} {row.stated} stated, {row.found} found ({row.document_id})"
        out.print(Text("claim", style="cyan"), Text(message), soft_wrap=True)
