"""What a source came to in a run: counts, and what could not be had, for a person."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.sources.errors import HostError, SourceError, UnreachableError


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """A source, or one of its documents, that could not be had.

    One that is `of_host` was met at the first request and spared all others to its host.
    """

    source: str
    reason: str
    of_host: bool = False
    unreachable: bool = False

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(slots=True)
class SourceReport:
    """What a source came to in a run; counts of documents, pages and the files that they offer.

    `known` are contents that were there already and are now known under another address too;
    `removed` those first missed in this run; `left` the addresses that were not visited. `skipped`
    says what in a folder is no document.
    """

    source: str
    discovered: int = 0
    new: int = 0
    changed: int = 0
    known: int = 0
    unchanged: int = 0
    removed: int = 0
    left: int = 0
    failures: list[SourceFailure] = field(default_factory=list[SourceFailure])
    skipped: str = ""

    def fail(self, error: SourceError) -> None:
        """Note a failure; what ends it for a whole host is noted once."""
        of_host, unreachable = (isinstance(error, kind) for kind in (HostError, UnreachableError))
        failure = SourceFailure(self.source, str(error), of_host, unreachable)
        if not (of_host and failure in self.failures):
            self.failures.append(failure)
