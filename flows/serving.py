"""`inca serve`: the flow as a scheduled deployment, on the user's Prefect server or one of its own.

Prefect's temporary server runs no scheduler, so without a configured server one is started here
and stopped at the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import timedelta

import httpx
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.schedules import Cron, Interval, Schedule
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.pipeline import run_pipeline
from flows.settings import ConfigurationError

DEPLOYMENT = "scheduled"
TIMEZONE = "Europe/Paris"
OWN_SERVER_PORT = 4200
START_SECONDS = 120


def make_schedule(cron: str, every: float | None) -> Schedule:
    """A cron schedule in French time, or an interval in seconds where one is given."""
    try:
        if every is not None:
            return Interval(timedelta(seconds=every), timezone=TIMEZONE)
        return Cron(cron, timezone=TIMEZONE)
    except ValueError as error:
        raise ConfigurationError(f"not a schedule: {cron!r}: {error}") from error


def serve_pipeline(schedule: Schedule, parameters: Mapping[str, object]) -> None:
    """Register the deployment and run it when it is due, until interrupted."""
    with _server():
        run_pipeline.serve(
            name=DEPLOYMENT,
            schedule=schedule,
            parameters=dict(parameters),
            # two runs would write the same tables: one that is due while another works is left out
            global_limit=ConcurrencyLimitConfig(
                limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
            ),
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


@contextmanager
def _server() -> Generator[None]:
    """The configured Prefect server; without one, a server of our own for as long as needed."""
    if PREFECT_API_URL.value():
        yield
        return
    port = os.environ.get("PREFECT_SERVER_API_PORT", str(OWN_SERVER_PORT))
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1"]
    server = subprocess.Popen([*command, "--port", port], stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"{address}/api/health", server)
        os.environ["PREFECT_API_URL"] = f"{address}/api"  # for the runs' own processes
        with temporary_settings({PREFECT_API_URL: f"{address}/api"}):
            yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ConfigurationError(
                f"the Prefect server did not start: is another one at {address}? "
                "Set PREFECT_API_URL to use it, or PREFECT_SERVER_API_PORT for another port"
            )
        try:
            if httpx.get(address, timeout=1).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.2)
    raise ConfigurationError(f"the Prefect server did not answer within {START_SECONDS} s")
