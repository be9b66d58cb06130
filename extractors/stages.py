"""The stages that a document goes through once it is read, each of which may fail by itself.

A stage's work in, what it gives out, or what stands for it where it went wrong; every fault is
kept with its stage and reason. Knows neither documents nor findings.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Given = TypeVar("Given")

LANGUAGE = "telling its language"
TYPE = "telling its type"
RECOGNITION = "recognising dates and organisations"
OUTLINE = "reading its plan"
FIELDS = "reading what its fields say of its plan"
ROLES = "telling what its dates and organisations are for"
TARGETS = "finding its targets"
ATTACHMENT = "attaching what was found to its plan"
SIZES = "checking the sizes that it states"
ROWS = "making its rows"
TEXT_ROWS = "making the row of the document itself"
LONGEST_REASON = 300
TOOK_LONGER = "took longer than"  # how every reason says that time ran out
PASSING = (TOOK_LONGER, "SIGKILL")  # a busy machine does that to documents that are all right


@dataclass(frozen=True, slots=True)
class Fault:
    """A stage that went wrong with a document: which, why in one line, and where in the code."""

    stage: str
    reason: str
    traceback: str = ""

    def __str__(self) -> str:
        return f"{self.stage} failed ({self.reason}): its text and all else that was found are kept"


class BeyondLimitError(Exception):
    """Raised where a document is more than a stage may take; says what, and what to do."""


def in_one_line(text: str) -> str:
    """A text on one line of bounded length that can be printed and encoded, whatever it holds."""
    line = " ".join(text.split())[:LONGEST_REASON]
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


def is_passing(reasons: str) -> bool:
    """Whether what went wrong may be the machine's fault, and the next run may do better."""
    return any(sign in reasons for sign in PASSING)


def reason_of(error: BaseException) -> str:
    """What an error says, in one line."""
    if isinstance(error, MemoryError):
        return "it needs more memory than it may have: raise reading.memory_bytes"
    said = in_one_line(str(error))
    if isinstance(error, BeyondLimitError):
        return said
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


class Stages:
    """Does the work of stages, and keeps what went wrong in them.

    Those that are known to end the process are left out: `without` has the reason of each.
    """

    def __init__(
        self,
        without: Mapping[str, str] | None = None,
        begin: Callable[[str], None] = lambda stage: None,
    ) -> None:
        """`begin` is told each stage before its work: it may be the last that is heard."""
        self._without, self._begin = without or {}, begin
        self.faults: list[Fault] = []

    def leaves_out(self, stage: str) -> bool:
        """Whether a stage is known to end the process."""
        return stage in self._without

    def do(self, stage: str, work: Callable[[], Given], instead: Given) -> Given:
        """What a stage's work gives; `instead`, and a fault more, where it raises anything."""
        if stage in self._without:
            self.faults.append(Fault(stage, self._without[stage]))
            return instead
        self._begin(stage)
        try:
            return work()
        except Exception as error:
            self.faults.append(Fault(stage, reason_of(error), traceback.format_exc()))
            return instead
