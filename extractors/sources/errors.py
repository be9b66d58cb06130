"""Why something can't be had from a source; every message is for a person and says what to do."""

from __future__ import annotations


class SourceError(Exception):
    """A source, or one of its documents, can't be had."""


class PassingError(SourceError):
    """The same, for a reason that may be gone in a moment: asking again is worth it.

    `after` are the seconds that the server asks to wait before that, where it does.
    """

    def __init__(self, message: str, after: float | None = None) -> None:
        """Take the reason and the server's own wish."""
        super().__init__(message)
        self.after = after


class ThrottledError(PassingError):
    """The host asks to be asked less."""


class UnconnectedError(PassingError):
    """No connection to the host came about."""


class CutShortError(PassingError):
    """Not all of a content seems to have come; `content` is what did."""

    def __init__(self, message: str, content: bytes = b"") -> None:
        """Take the reason and what came."""
        super().__init__(message)
        self.content = content


class RefusedError(SourceError):
    """The host answers, and does not give this one."""


class GoneError(SourceError):
    """There is no document at the address (any more)."""


class HostError(SourceError):
    """Nothing more is to be asked of a host in this run."""


class UnreachableError(HostError):
    """The host does not answer at all."""


class PrivateError(HostError):
    """The host is a private machine, and not declared to be."""


class BlockedError(HostError):
    """The host shows that it does not want to be asked."""


class UntrustedError(HostError):
    """The host's certificate can't be verified."""


class BudgetError(HostError):
    """The run has asked the host as often as it may."""
