"""What a run came to: its row of the `runs` table, and what kept it from being whole."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from uuid import uuid4

from extractors.datasets import KeptExtraction, PublishedRun
from extractors.sources.reports import SourceFailure, SourceReport

INSTANT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Harvest:
    """What the sources gave, and what was wrong with the raw store itself.

    `listed` are documents that were given by hand, and came from no source; `given` says what was
    given and is no document.
    """

    reports: tuple[SourceReport, ...] = ()
    damaged: tuple[SourceFailure, ...] = ()
    listed: int = 0
    given: str = ""

    @property
    def discovered(self) -> int:
        """The documents listed or offered."""
        return self.listed + sum(report.discovered for report in self.reports)

    @property
    def skipped(self) -> tuple[str, ...]:
        """What is no document in folders: one line each."""
        lines = (self.given, *(report.skipped for report in self.reports))
        return tuple(line for line in lines if line)

    @property
    def fetched(self) -> int:
        """The contents that were new, in new documents or new versions."""
        return sum(report.new + report.changed for report in self.reports)

    @property
    def unchanged(self) -> int:
        """The contents that were there already."""
        return sum(report.unchanged + report.known for report in self.reports)

    @property
    def failures(self) -> tuple[SourceFailure, ...]:
        """What could not be had, in the sources' order; what is a host's fault once for all."""
        failures = [failure for report in self.reports for failure in report.failures]
        sources: dict[str, list[str]] = {}
        for failure in failures:
            if failure.of_host:
                sources.setdefault(failure.reason, []).append(failure.source)
        once = {
            failure.reason: replace(failure, source=", ".join(sources[failure.reason]))
            if failure.of_host
            else failure
            for failure in failures
        }
        return (*self.damaged, *once.values())


@dataclass(frozen=True, slots=True)
class Work:
    """What a run did: what the sources gave, all documents, how many of them it read.

    `kept` is what is kept of those that are the latest of their work and still there.
    """

    harvest: Harvest
    documents: int
    extracted: int
    kept: tuple[KeptExtraction, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished run."""

    run: PublishedRun
    work: Work
    tables_changed: bool

    @property
    def documents(self) -> int:
        """All documents of the tables."""
        return self.work.documents

    def exit_code(self, allow_unreachable: bool = False) -> int:
        """0 done; 1 nothing to work on; 3 done, but some documents or sources failed.

        A document that lists less of a plan than it says the plan has is no fault of a run.
        """
        if not self.documents:
            return 1
        failures = self.work.harvest.failures
        blamed = [each for each in failures if not (allow_unreachable and each.unreachable)]
        return 3 if blamed or any(each.is_misread for each in self.work.kept) else 0


@dataclass(frozen=True, slots=True)
class RunClock:
    """Started with a run, it writes the run's row at the end."""

    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    ticks: float = field(default_factory=time.monotonic)

    def finish(self, work: Work, model_version: str) -> PublishedRun:
        """The run's row."""
        unread = sum(kept.status == "failed" for kept in work.kept)
        return PublishedRun(
            run_id=f"{self.started:%Y%m%dT%H%M%SZ}-{uuid4().hex[:8]}",
            started_at=self.started.strftime(INSTANT),
            finished_at=datetime.now(UTC).strftime(INSTANT),
            program_version=version("inca-policy-tables"),
            model_version=model_version,
            discovered=work.harvest.discovered,
            fetched=work.harvest.fetched,
            extracted=work.extracted,
            unchanged=work.harvest.unchanged,
            failed=unread + len(work.harvest.failures),
            seconds=round(time.monotonic() - self.ticks, 2),
            issues=" | ".join([*map(str, work.harvest.failures), *work.harvest.skipped]) or None,
        )
