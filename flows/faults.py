"""What ended a command in, one line for its user and the exit code out.

Looked at only once something failed: the modules that the errors are from are loaded by then.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import sys

from extractors.places import NO_MEMORY, PlaceError, reason_of_place
from extractors.stages import in_one_line, reason_of

NOTHING_DONE, WRONG_USE = 1, 2
# what else than a MemoryError is said where there is none left: by threads, libraries, processes
STARVED = ("can't start new thread", "failed to map segment", "Cannot allocate memory")
SERVER_AWAY = re.compile(r"Failed to reach API at (\S+)")
KEPT = "what was published before is as it was"

log = logging.getLogger("inca")


def show_debugging() -> None:
    """Have what is wrong told at length on standard error, with where in the code."""
    log.addHandler(logging.StreamHandler(sys.stderr))
    log.setLevel(logging.DEBUG)
    log.propagate = False


def tell_fault(error: Exception) -> int:
    """Say in one line what ended a command, and what to do; its exit code."""
    log.debug("%s", error, exc_info=error)
    code, line = _code_and_line(error)
    print(f"inca: {in_one_line(line)}", file=sys.stderr)
    return code


def _code_and_line(error: Exception) -> tuple[int, str]:
    from extractors.datasets import BusyOutputError, DamagedExtractionError, OthersTablesError
    from extractors.documents.apart.processes import KilledError
    from extractors.sources.manifest import BusyError
    from extractors.versions import MissingPipelineError
    from flows.files import NothingToReadError
    from flows.settings import ConfigurationError

    if isinstance(error, ConfigurationError | MissingPipelineError | OthersTablesError):
        return WRONG_USE, str(error)
    if isinstance(error, BusyError | BusyOutputError | PlaceError | NothingToReadError):
        return NOTHING_DONE, str(error)
    if isinstance(error, MemoryError) or any(sign in str(error) for sign in STARVED):
        return NOTHING_DONE, f"{NO_MEMORY}; {KEPT}"
    if reason := _reason_of_prefect(str(error)):
        return NOTHING_DONE, f"{reason}; {KEPT}"
    if isinstance(error, KilledError):
        return NOTHING_DONE, f"{error}, or could not be started ({NO_MEMORY}); {KEPT}"
    if isinstance(error, DamagedExtractionError):
        return NOTHING_DONE, f"{error.filename}: {error.strerror}"
    if isinstance(error, OSError | sqlite3.Error) and (reason := reason_of_place(error)):
        place = getattr(error, "filename", None) or "the raw store or the output"
        return NOTHING_DONE, f"{place}: {reason}; {KEPT}"
    if reason := reason_of_place(error):
        return NOTHING_DONE, f"{reason}; {KEPT}"
    return NOTHING_DONE, (
        f"an unexpected fault ended it ({reason_of(error)}); {KEPT}. "
        "Run it again, with --debug to see where"
    )


def _reason_of_prefect(said: str) -> str | None:
    """What Prefect says where its server is not to be had: it has no error of its own for it."""
    if "connect to ephemeral Prefect API" in said:
        return "Prefect's temporary server did not start in time: run it again on a quieter machine"
    if address := SERVER_AWAY.search(said):
        return (
            f"the Prefect server at {address[1]} can't be reached: start it, or take it out of "
            "PREFECT_API_URL and of your Prefect profile"
        )
    return None
