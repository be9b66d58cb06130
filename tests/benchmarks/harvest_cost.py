"""What a run costs that finds nothing new, beside an empty Prefect flow and the requests alone.

    python -m tests.benchmarks.harvest_cost [--scale 1.0] [--rounds 3]

Three figures of the same moment, each a whole process or what it consists of: `inca run` on the
replica that was harvested before; an empty flow; the same conditional requests, one after the
other, by a plain HTTP client. Prints the median of each, and the ratio of the run to the other two
together.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

from tests.benchmarks.killed_runs import command
from tests.replica import Replica

EMPTY_FLOW = """
from prefect import flow
@flow
def empty(): ...
empty()
"""
QUIET = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with Replica(scale=options.scale) as replica, tempfile.TemporaryDirectory() as folder:
        inca = command(Path(folder), "place", replica)
        first = timed(inca)
        empty: list[float] = []
        ours: list[float] = []
        requests: list[float] = []
        for _ in range(options.rounds):
            empty.append(timed([sys.executable, "-c", EMPTY_FLOW]))
            replica.requests.clear()
            ours.append(timed(inca))
            asked = list(replica.requests)
            requests.append(ask_again(replica, asked))
        transferred = sum(each.sent_bytes for each in asked)
        documents = len(replica.documents())
    run, flow, alone = map(statistics.median, (ours, empty, requests))
    print(f"{documents} documents; first run {first:.1f} s")
    print(
        f"run with nothing new: {run:.1f} s, {len(asked)} requests, {transferred} bytes of bodies"
    )
    print(f"empty flow: {flow:.1f} s; the same requests alone: {alone:.1f} s")
    print(f"ratio: {run / (flow + alone):.2f}")


def timed(arguments: list[str]) -> float:
    started = time.monotonic()
    subprocess.run(
        arguments,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **QUIET},
        check=True,
    )
    return time.monotonic() - started


def ask_again(replica: Replica, asked: list) -> float:
    """Seconds that the same requests take one after the other, with their own headers."""
    bases = {"cancer": replica.cancer, "e-cancer": replica.legacy, "data": replica.data}
    started = time.monotonic()
    with httpx.Client() as client:
        for each in asked:
            conditional = {k: v for k, v in each.headers.items() if k.lower().startswith("if-")}
            client.get(bases[each.site] + each.target, headers=conditional)
    return time.monotonic() - started


if __name__ == "__main__":
    main()
