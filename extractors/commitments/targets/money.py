"""An amount in its sentence in, whether it is money that somebody commits out.

Words that open a budget ("enveloppe", "doté de") are cues, told in `vocabulary`; here are
the ways to say it with the amount first, or with a verb of today.
"""

from __future__ import annotations

from pathlib import Path

from extractors.commitments.quantities import Quantity
from extractors.french.patterns import read_patterns
from extractors.records import Span

LEAST = 1e6  # euros; who sets less aside says so in a budget's words
BEFORE, AFTER = 60, 90  # characters around an amount that say what it is
_SAID = read_patterns(Path(__file__).with_suffix(".toml"), minds_case=True)


def is_committed(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether the words beside an amount say that it is given, and to last."""
    if quantity.value < LEAST:
        return False
    start, end = quantity.span.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    preposed = text[max(within.start, start - BEFORE) : quantity.figure.start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(
        _SAID["committed_after"].match(after)
        or _SAID["lasting"].match(after)
        or _SAID["committing_before"].search(before)
        or _SAID["committing_before"].search(preposed)
    )


def is_estimated(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is what a plan is to cost: "Le coût total du plan est estimé à"."""
    start = quantity.figure.start
    return (
        _SAID["estimated"].search(text[max(within.start, start - 2 * BEFORE) : start]) is not None
    )


def is_for_one(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is one project's, a ceiling, or a call for projects'."""
    start, end = quantity.figure.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(_SAID["limit"].search(before) or _SAID["each"].match(after))
