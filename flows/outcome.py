"""What a run came to: its row of the `runs` table, and what kept it from being whole."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from uuid import uuid4

from extractors.datasets import PublishedRun
from extractors.extraction import Extraction

INSTANT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source, or one of its documents, that could not be had."""

    source: str
    reason: str
    unreachable: bool

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Harvest:
    """What the sources gave."""

    discovered: int = 0
    fetched: int = 0
    unchanged: int = 0
    failures: tuple[SourceFailure, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run."""

    run: PublishedRun
    documents: int
    faulty_documents: int
    source_failures: tuple[SourceFailure, ...]

    def exit_code(self, allow_unreachable: bool = False) -> int:
        """0 done; 1 nothing to work on; 3 done, but some documents or sources failed."""
        if not self.documents:
            return 1
        blamed = [f for f in self.source_failures if not (allow_unreachable and f.unreachable)]
        return 3 if self.faulty_documents or blamed else 0


@dataclass(frozen=True, slots=True)
class RunClock:
    """Started with a run, it writes the run's row at the end."""

    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    ticks: float = field(default_factory=time.monotonic)

    def finish(
        self, extractions: Sequence[Extraction], harvest: Harvest, model_version: str
    ) -> PublishedRun:
        """The run's row."""
        unread = sum(extraction.status == "failed" for extraction in extractions)
        return PublishedRun(
            run_id=f"{self.started:%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}",
            started_at=self.started.strftime(INSTANT),
            finished_at=datetime.now(UTC).strftime(INSTANT),
            program_version=version("inca-policy-tables"),
            model_version=model_version,
            discovered=harvest.discovered,
            fetched=harvest.fetched,
            extracted=len(extractions) - unread,
            unchanged=harvest.unchanged,
            failed=unread + len(harvest.failures),
            seconds=round(time.monotonic() - self.ticks, 2),
            issues=" | ".join(map(str, harvest.failures)) or None,
        )


def outcome_of(run: PublishedRun, extractions: Sequence[Extraction], harvest: Harvest) -> Outcome:
    """The outcome of a run that was published."""
    faulty = sum(_was_misread(extraction) for extraction in extractions)
    return Outcome(run, len(extractions), faulty, harvest.failures)


def _was_misread(extraction: Extraction) -> bool:
    """Whether a document failed, or was read in part.

    One that lists less of a plan than it says the plan has is `partial` too, and no fault of a run.
    """
    document = extraction.document
    return extraction.status == "failed" or bool(document and document.issues)
