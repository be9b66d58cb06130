"""Kills `inca run` at random moments; the next run must end as an undisturbed one does.

    python -m tests.benchmarks.killed_runs [--kills 20] [--scale 0.1] [--seed 6]

Each kill is one experiment: a fresh workplace, a run killed (SIGKILL) after a random share of the
time that an undisturbed run takes, a second run to its end. Prints when each was killed, what was
there then, and whether the tables are the same; the replica serves the same bytes to all.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from prefect.settings import PREFECT_API_URL
from prefect.testing.utilities import prefect_test_harness

from tests.conftest import open_tables
from tests.replica import Replica

OF_THE_HOUR = {"runs", "changes"}
PAUSE_SECONDS = 0.03  # so that fetching takes as long as reading


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    moments = random.Random(options.seed)
    same = 0
    with (
        prefect_test_harness(server_startup_timeout=120),
        Replica(scale=options.scale, volatile=False) as replica,
        tempfile.TemporaryDirectory() as folder,
    ):
        started = time.monotonic()
        undisturbed = run(command(Path(folder), "undisturbed", replica, PAUSE_SECONDS))
        seconds = time.monotonic() - started
        assert undisturbed == 0
        wanted = tables(Path(folder) / "undisturbed")
        print(f"undisturbed: {seconds:.1f} s, {len(replica.documents())} documents")
        for number in range(options.kills):
            name = f"killed{number}"
            after = moments.uniform(0, seconds)
            started_command = command(Path(folder), name, replica, PAUSE_SECONDS)
            run(started_command, kill_after=after)
            stored, kept = at_hand(Path(folder) / name)
            code = run(started_command)
            is_same = code == 0 and tables(Path(folder) / name) == wanted
            same += is_same
            print(
                f"killed after {after:5.2f} s with {stored} contents, {kept} extractions: "
                f"{'same tables' if is_same else f'DIFFERENT (code {code})'}",
                flush=True,
            )
    print(f"{same} of {options.kills} ended with the same tables")
    return 0 if same == options.kills else 1


def command(folder: Path, name: str, replica: Replica, pause: float = 0.0) -> list[str]:
    place = folder / name
    place.mkdir(exist_ok=True)
    config = place / "inca.toml"
    config.write_text(replica.configuration(pause_seconds=pause), encoding="utf-8")
    places = ["--raw", str(place / "raw"), "--output", str(place / "output")]
    return [sys.executable, "-m", "flows.cli", "run", *places, "--config", str(config)]


def run(arguments: list[str], kill_after: float | None = None) -> int:
    """The exit code; that of the signal where it was killed."""
    environment = {**os.environ, "PREFECT_API_URL": str(PREFECT_API_URL.value())}
    process = subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    try:
        return process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return process.wait()


def at_hand(place: Path) -> tuple[int, int]:
    contents = [each for each in (place / "raw").rglob("*") if each.suffix in (".pdf", ".html")]
    return len(contents), len(list((place / "output" / ".extractions").glob("?*.json")))


def tables(place: Path) -> dict[str, str]:
    return {
        name: table.drop(columns="fetched_at", errors="ignore").to_csv(index=False)
        for name, table in open_tables(place / "output").items()
        if name not in OF_THE_HOUR
    }


if __name__ == "__main__":
    sys.exit(main())
