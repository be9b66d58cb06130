"""What a policy text commits itself to: values to reach, amounts set aside.

Spans are into the text of the document that they were found in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from extractors.records.geometry import Span

Direction: TypeAlias = Literal["increase", "decrease", "reach", "maintain"]


@dataclass(frozen=True, slots=True)
class Target:
    """A quantified aim, or an amount that a plan sets aside.

    `value_text` is the figure as printed ("1/3", "un million"). `unit` is "%", "points", "EUR",
    "fois" (a factor), or the words of what is counted; empty where the text gives none, as for
    a bare fraction. `baseline` is the value that it starts from. `is_change`: the value is the
    change itself ("de 10 points") and not what to come to. `horizon` is ISO at the precision
    given ("2040", "2025-06", "2023-01/2023-06"), empty where there is none.
    """

    span: Span
    value: float
    value_text: str
    unit: str
    baseline: float | None
    direction: Direction
    is_change: bool
    horizon: str
    confidence: float
    rule: str
