"""`inca run` against the replica: what is new is read, what is not costs nothing, killed or not."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from moto.server import ThreadedMotoServer

from extractors.datasets import ExtractionStore, FoundRows
from tests.conftest import open_tables
from tests.replica import Replica

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("prefect_server")]

# what is told of a run's own hour, and nothing of documents
OF_THE_HOUR = {"runs", "changes"}


class Workplace:
    """A configuration that harvests the replica."""

    def __init__(self, folder: Path, replica: Replica, raw: str = "", output: str = "") -> None:
        self.raw, self.output = raw or str(folder / "raw"), output or str(folder / "output")
        self.config = folder / "inca.toml"
        sources = replica.configuration(pause_seconds=0.0)
        sources = sources.replace("[web]", "[web]\nretry_seconds = 0.01\nread_seconds = 60.0")
        self.config.write_text(sources, encoding="utf-8")

    @property
    def arguments(self) -> list[str]:
        places = ["--raw", self.raw, "--output", self.output]
        return ["run", *places, "--config", str(self.config)]

    def run(self, *options: str) -> int:
        from flows.cli import main

        return main([*self.arguments, *options])

    def tables(self) -> dict[str, pd.DataFrame]:
        return open_tables(Path(self.output))

    def last_run(self) -> dict[str, str]:
        return self.tables()["runs"].iloc[-1].to_dict()

    def changes(self) -> pd.DataFrame:
        """Those of the last run."""
        return self.tables()["changes"].query("run_id == @self.last_run()['run_id']")


@pytest.fixture
def replica() -> Iterator[Replica]:
    with Replica(scale=0.1) as running:
        yield running


@pytest.fixture
def workplace(tmp_path: Path, replica: Replica) -> Workplace:
    return Workplace(tmp_path, replica)


def files_below(folder: str) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file() and path.name != "runs.csv"
    }


def comparable(tables: dict[str, pd.DataFrame]) -> dict[str, str]:
    """Tables as text, without the hour at which something was fetched."""
    return {
        name: table.drop(columns="fetched_at", errors="ignore").to_csv(index=False)
        for name, table in tables.items()
        if name not in OF_THE_HOUR
    }


def test_a_second_run_changes_no_file_and_reads_nothing(workplace: Workplace, replica: Replica):
    assert workplace.run() == 0
    first = workplace.last_run()
    expected = len(replica.documents())
    assert (first["fetched"], first["extracted"]) == (str(expected), str(expected))
    assert len(workplace.tables()["documents"]) == expected
    before = files_below(workplace.output)
    assert workplace.run() == 0
    assert files_below(workplace.output) == before
    second = workplace.last_run()
    assert (second["fetched"], second["extracted"], second["failed"]) == ("0", "0", "0")


def test_what_is_published_changed_removed_and_moved(workplace: Workplace, replica: Replica):
    workplace.run()
    replica.publish(5), replica.change(3, pdfs=1)
    removed, moved = replica.remove(2), replica.move(4)
    assert workplace.run() == 0
    run = workplace.last_run()
    assert (run["extracted"], run["fetched"], run["failed"]) == ("8", "8", "0")
    told = workplace.changes().query("table == 'documents'")
    assert told["change"].value_counts()["added"] == 8
    modified = told[told["change"] == "modified"]
    after = [json.loads(each) for each in modified["after"]]
    assert sum("removed_on" in each for each in after) == len(removed)
    assert sum(each.get("is_latest") == "false" for each in after) == 3
    aliases = " ".join(each.get("aliases") or "" for each in after)
    assert all(former in aliases for touched in moved for former in touched.former)
    documents = workplace.tables()["documents"]
    assert set(documents["document_id"]) >= set(told["row_id"])
    assert len(documents[documents["removed_on"] != ""]) == len(removed)


def add_as_report(store: ExtractionStore, found: FoundRows, add=ExtractionStore.add) -> None:
    rows = json.loads(found.encoded)
    rows["columns"]["document_type"] = "rapport"
    add(store, replace(found, encoded=json.dumps(rows).encode()))


def test_another_model_reads_all_again_and_tells_what_it_altered(
    workplace: Workplace, replica: Replica, monkeypatch: pytest.MonkeyPatch
):
    workplace.run("--source", "cancer-fr-catalogue")
    before = files_below(workplace.output)
    count = len(workplace.tables()["documents"])
    monkeypatch.setattr("flows.publishing.extraction_key", lambda base: "another model")
    workplace.run("--offline")
    assert workplace.last_run()["extracted"] == str(count)
    assert len(workplace.changes()) == 0
    assert files_below(workplace.output)["dates.csv"] == before["dates.csv"]

    # one that takes everything for a report
    monkeypatch.setattr("flows.publishing.extraction_key", lambda base: "a worse model")
    monkeypatch.setattr(ExtractionStore, "add", add_as_report)
    workplace.run("--offline")
    changes = workplace.changes()
    assert set(changes["table"]) == {"documents"}
    assert set(changes["change"]) == {"modified"}
    assert json.loads(changes["after"].iloc[0]) == {"document_type": "rapport"}


def test_faults_are_told_and_the_next_run_is_whole(workplace: Workplace, replica: Replica):
    press = [d for d in replica.documents() if d.kind == "page" and "/presse/" in d.addresses[0]]
    for name, document in zip(("reset", "huge", "error_page"), press, strict=False):
        replica.break_with(name, document.addresses)
    assert workplace.run() == 3
    issues = workplace.last_run()["issues"]
    assert all(any(a in issues for a in document.addresses) for document in press[:2])
    replica.mend()
    assert workplace.run() == 0
    assert len(workplace.tables()["documents"]) == len(replica.documents())


def test_a_killed_run_is_completed_by_the_next(
    tmp_path: Path, replica: Replica, workplace: Workplace, prefect_server: str
):
    """As `tests.benchmarks.killed_runs` does it twenty times, with more documents."""
    replica.volatile = False
    workplace.run()
    (tmp_path / "killed").mkdir()
    killed = Workplace(tmp_path / "killed", replica)
    command = [sys.executable, "-m", "flows.cli", *killed.arguments]
    environment = os.environ | {"PREFECT_API_URL": prefect_server}
    moments = random.Random(6)
    for _ in range(3):
        run = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while run.poll() is None:
            if any(Path(killed.raw).rglob("*.html")):
                break  # from here on, it is at work
            time.sleep(0.02)
        time.sleep(moments.uniform(0, 3))
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    assert killed.run() == 0
    assert comparable(killed.tables()) == comparable(workplace.tables())
    stored = [path for path in Path(killed.raw).rglob("*") if path.suffix in (".pdf", ".html")]
    assert len(stored) == len({path.read_bytes() for path in stored})
    assert not list(Path(killed.raw).rglob("*.tmp"))


def test_a_bucket_holds_the_same_tables(
    tmp_path: Path, replica: Replica, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
):
    import s3fs
    from upath import UPath

    s3fs.S3FileSystem.clear_instance_cache()  # a client keeps to the keys that it began with
    replica.volatile = False  # two harvests fetch the same bytes
    workplace.run()
    server = ThreadedMotoServer(port=0)
    server.start()
    try:
        host, port = server.get_host_and_port()
        for name, value in {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}",
            "AWS_ACCESS_KEY_ID": "x",
            "AWS_SECRET_ACCESS_KEY": "x",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():
            monkeypatch.setenv(name, value)
        root = UPath("s3://inca")
        root.fs.mkdir("inca")
        bucket = Workplace(tmp_path, replica, "s3://inca/raw", "s3://inca/tables")
        assert bucket.run() == 0
        replica.requests.clear()
        assert bucket.run() == 0
        assert {each.status for each in replica.requests if each.path != "/robots.txt"} == {304}
        local = tmp_path / "copy"
        root.fs.invalidate_cache()
        root.fs.get("inca/tables/", f"{local}/", recursive=True)
        assert comparable(open_tables(local)) == comparable(workplace.tables())
        texts = {path.name: path.read_bytes() for path in (local / "texts").iterdir()}
        assert texts == {
            path.name: path.read_bytes() for path in Path(workplace.output, "texts").iterdir()
        }
    finally:
        server.stop()


def test_a_run_leaves_a_table_of_its_sources(workplace: Workplace, replica: Replica):
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
    from prefect.client.schemas.sorting import ArtifactSort

    replica.break_with("status_503", ["/rss.xml"])
    workplace.run()
    with get_client(sync_client=True) as client:
        (artifact, *_) = client.read_artifacts(
            artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=["inca-run"])),
            sort=ArtifactSort.CREATED_DESC,
        )
    rows = {row["source"]: row for row in json.loads(artifact.data)}
    assert rows["cancer-fr-presse"]["new"] > 0
    assert rows["cancer-fr-flux"]["failed"] == 1
    assert "status 503" in rows["cancer-fr-flux"]["reasons"]
