"""Checked tables and texts onto disk: each file whole or not at all, and only where it changed.

The layout of the output folder is known here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from extractors.datasets.assemble import assemble_tables, frame_of
from extractors.datasets.check import check_tables
from extractors.datasets.schema import DTYPES, declared_tables
from extractors.extraction import Extraction
from extractors.files import write_whole

TEXT_NAME = re.compile(r"[0-9a-f]{16}\.txt")


@dataclass(frozen=True, slots=True)
class PublishedRun:
    """The row of the `runs` table, columns as declared; instants in UTC, ISO 8601."""

    run_id: str
    started_at: str
    finished_at: str
    program_version: str
    model_version: str
    discovered: int
    fetched: int
    extracted: int
    unchanged: int
    failed: int
    seconds: float
    issues: str | None


def publish(
    extractions: Iterable[Extraction],
    run: PublishedRun,
    output: Path,
    on_request: Collection[str] = (),
) -> dict[str, pd.DataFrame]:
    """Write all tables and texts of the extractions and add the run; returns the tables.

    Of the tables that are published on request, those named; the others are removed.

    Raises `BrokenTableError` before anything is written, `OSError` where it can't be.
    """
    found = list(extractions)
    tables = assemble_tables(found)
    check_tables(tables)
    tables["runs"] = _runs_with(run, output)
    check_tables({"runs": tables["runs"]})
    texts = {
        f"{extraction.raw.document_id}.txt": extraction.document.text
        for extraction in found
        if extraction.document is not None
    }
    for name, text in texts.items():
        write_if_changed(output / "texts" / name, text)
    for name, frame in tables.items():
        path = output / f"{name}.csv"
        if declared_tables()[name].on_request and name not in on_request:
            path.unlink(missing_ok=True)
        else:
            write_if_changed(path, _csv(frame))
    _remove_other_texts(output / "texts", texts)
    return tables


def read_table(name: str, output: Path) -> pd.DataFrame:
    """A published table with its declared types; without rows where it is not there yet."""
    table = declared_tables()[name]
    path = output / f"{name}.csv"
    if not path.exists():
        return frame_of(table, [])
    dtypes = {field.name: DTYPES[field.type] for field in table.fields}
    return pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""])


def write_if_changed(path: Path, content: str) -> None:
    """Write a UTF-8 file atomically; leave it alone where it already says the same."""
    encoded = content.encode()
    if path.exists() and path.read_bytes() == encoded:
        return
    write_whole(path, encoded)


def _csv(frame: pd.DataFrame) -> str:
    printed = frame.copy()
    for name in frame.columns[frame.dtypes == "boolean"]:
        printed[name] = frame[name].map({True: "true", False: "false"}, na_action="ignore")
    return printed.to_csv(index=False, lineterminator="\n")


def _runs_with(run: PublishedRun, output: Path) -> pd.DataFrame:
    earlier = read_table("runs", output)
    latest = frame_of(declared_tables()["runs"], [asdict(run)])
    return latest if earlier.empty else pd.concat([earlier, latest], ignore_index=True)


def _remove_other_texts(folder: Path, texts: Iterable[str]) -> None:
    """Remove the texts that no table points into any more."""
    kept = set(texts)
    for path in folder.glob("*.txt"):
        if TEXT_NAME.fullmatch(path.name) and path.name not in kept:
            path.unlink()
