"""`inca status`: documents by state, the last run, the next one, what failed and why."""

from __future__ import annotations

import os
from typing import Any

import httpx
import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.table import Table

from extractors.datasets import read_table
from extractors.files import AnyPath
from flows.terminal import out

DEFAULT_API = "http://127.0.0.1:4200/api"
FLOW = "inca-policy-tables"


def show_status(output: AnyPath) -> None:
    """Print the status of the tables at `output`."""
    documents = read_table("documents", output)
    runs = read_table("runs", output)
    if documents.empty and runs.empty:
        _say(f"Nothing published at {output}/ yet: `inca run` does it.")
        return
    table = Table(title=f"Documents in {output}/", title_justify="left", box=SIMPLE_HEAD)
    table.add_column("status")
    table.add_column("documents", justify="right")
    for status, count in documents["status"].value_counts().items():
        table.add_row(str(status), str(count))
    out.print(table)
    for row in documents[documents["status"] != "ok"].itertuples():
        _say(f"{row.status} {row.file}: {row.issues}")
    _show_last_run(runs.iloc[-1])
    _say(f"Next run: {_next_run() or 'none scheduled (`inca serve` does it)'}")


def _show_last_run(last: pd.Series) -> None:
    _say(
        f"Last run: {last['started_at']}, {last['seconds']} s, {last['extracted']} read, "
        f"{last['fetched']} new, {last['failed']} failed"
    )
    if pd.notna(last["issues"]):
        for issue in last["issues"].split(" | "):
            _say(f"  {issue}")


def _say(line: str) -> None:
    """One line, never folded nor read as markup: reasons quote what others wrote."""
    out.print(line, highlight=False, markup=False, soft_wrap=True)


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
        found: list[dict[str, Any]] = answer.json() if answer.status_code == 200 else []
    except (httpx.HTTPError, ValueError):
        return None
    return str(found[0]["expected_start_time"]) if found else None
