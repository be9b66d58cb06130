"""`inca status`: documents by state, the last run, the next one, what failed and why."""

from __future__ import annotations

import os
from pathlib import Path

import httpx
from rich.table import Table

from extractors.datasets import read_table
from flows.console import out

DEFAULT_API = "http://127.0.0.1:4200/api"
FLOW = "inca-policy-tables"


def show_status(output: Path) -> None:
    """Print the status of the tables at `output`."""
    documents = read_table("documents", output)
    runs = read_table("runs", output)
    if documents.empty and runs.empty:
        out.print(f"Nothing published at {output}/ yet: `inca run` does it.", highlight=False)
        return
    table = Table(title=f"Documents in {output}/", title_justify="left")
    table.add_column("status")
    table.add_column("documents", justify="right")
    for status, count in documents["status"].value_counts().items():
        table.add_row(str(status), str(count))
    out.print(table)
    for row in documents[documents["status"] != "ok"].itertuples():
        out.print(f"{row.status} {row.file}: {row.issues}", highlight=False)
    last = runs.iloc[-1]
    out.print(
        f"Last run: {last['started_at']}, {last['seconds']} s, {last['extracted']} read, "
        f"{last['fetched']} new, {last['failed']} failed",
        highlight=False,
    )
    for issue in (
        str(last["issues"]).split(" | ") if last["failed"] and last.notna()["issues"] else ()
    ):
        out.print(f"  {issue}", highlight=False)
    out.print(
        f"Next run: {_next_run() or 'none scheduled (`inca serve` does it)'}", highlight=False
    )


def _next_run() -> str | None:
    """When the next scheduled run is due, as the Prefect server says; None without one."""
    api = os.environ.get("PREFECT_API_URL", DEFAULT_API)
    question = {
        "sort": "EXPECTED_START_TIME_ASC",
        "limit": 1,
        "flows": {"name": {"any_": [FLOW]}},
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
    }
    try:
        answer = httpx.post(f"{api}/flow_runs/filter", json=question, timeout=2)
        found = answer.json() if answer.status_code == 200 else []
    except (httpx.HTTPError, ValueError):
        return None
    return str(found[0]["expected_start_time"]) if found else None
