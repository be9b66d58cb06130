"""Lines begin sentences, and within them full stops do; a list mark or abbreviation does not.

A `Doc` of folded text in, of which a network may have parted the sentences where it has no lines;
the same with its sentences set right out. It knows neither documents nor words but abbreviations
and the labels of headings.
"""

from __future__ import annotations

import re
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from extractors.french.phrases import phrases_of

_BREAK = re.compile(r"\s*\n\s*")
_SAID = phrases_of(__file__)
_BEFORE = 12  # characters; no abbreviation is longer, with its space
_CLOSERS = "\"»)]'"
_ENDS = ".!?…;:"
_NEVER_FIRST = "»)],;:.!?…"
_QUOTATION = re.compile(r"«[^«»\n]{1,600}»")


def start_sentences_at_lines(doc: Doc, text: str) -> Doc:
    """Begin a sentence at every line, with its mark or number; take back what cannot be one.

    Where a text has lines, headings and items have their own, so that within a line a sentence
    begins after a full stop only.
    """
    if not len(doc):
        return doc
    table = cast(NDArray[np.uint64], doc.to_array(["IDX", "SENT_START"]))
    offsets, begun = table[:, 0].astype(np.int64), table[:, 1] == 1
    wanted = begun.copy()
    breaks = [match.span() for match in _BREAK.finditer(text)]
    if breaks:
        wanted[:] = False
        wanted[
            np.searchsorted(offsets, [match.end() for match in _SAID["start"].finditer(text)])
        ] = True
        for quotation in _QUOTATION.finditer(text):
            if not _stands_alone(text, *quotation.span()):
                first, end = np.searchsorted(offsets, quotation.span()).tolist()
                wanted[first + 1 : end] = False
    _stay_within_openings(text, offsets, wanted, [0, *(end for _, end in breaks)])
    for token in np.flatnonzero(wanted).tolist():
        wanted[token] = _may_begin(text, int(offsets[token]), bool(breaks))
    _break_lines(offsets, wanted, breaks)
    wanted[0] = True
    column = np.where(wanted, 1, -1).astype(np.uint64)
    return doc.from_array(["SENT_START"], cast(Any, column))


def _stands_alone(text: str, start: int, end: int) -> bool:
    closes = text[start : end - 1].rstrip()[-1:] in tuple(".!?…")
    before = text[max(0, start - _BEFORE) : start]
    return bool(
        closes
        and _SAID["stands_alone_before"].search(before)
        and _SAID["stands_alone_after"].match(text, end)
    )


def _stay_within_openings(
    text: str, offsets: NDArray[np.int64], wanted: NDArray[np.bool_], lines: list[int]
) -> None:
    """No sentence begins between a line's mark or number and what follows it."""
    ends = [cast("re.Match[str]", _SAID["opening"].match(text, line)).end() for line in lines]
    firsts = cast(list[int], np.searchsorted(offsets, lines).tolist())
    lasts = cast(list[int], np.searchsorted(offsets, ends, side="right").tolist())
    for first, last in zip(firsts, lasts, strict=True):
        wanted[first + 1 : last] = False


def _may_begin(text: str, start: int, has_lines: bool) -> bool:
    """Whether a sentence may begin there: not after an abbreviation, nor in mid-phrase."""
    if text[start] in _NEVER_FIRST or _SAID["shortened"].fullmatch(text, *_last_word(text, start)):
        return False
    before = text[max(0, start - _BEFORE) : start]
    if _SAID["initial"].search(before):
        return False
    if has_lines:
        return bool(_SAID["after_full_stop"].search(before))
    before = before.rstrip()
    return not (text[start].islower() and before and before[-1] not in _ENDS + _CLOSERS)


def _last_word(text: str, start: int) -> tuple[int, int]:
    """The word before an offset, with the spaces after it."""
    end = start
    while end > 0 and text[end - 1].isspace():
        end -= 1
    first = end
    while first > max(0, end - _BEFORE) and not text[first - 1].isspace():
        first -= 1
    opening = max(text.rfind(mark, first, end) for mark in "'(«\"[")
    return max(first, opening + 1), start


def _break_lines(
    offsets: NDArray[np.int64], wanted: NDArray[np.bool_], breaks: list[tuple[int, int]]
) -> None:
    """The white space of a line break ends a sentence, and the token after it begins one."""
    if not breaks:
        return
    lefts = cast(list[int], np.searchsorted(offsets, [start for start, _ in breaks]).tolist())
    rights = cast(list[int], np.searchsorted(offsets, [end for _, end in breaks]).tolist())
    for left, right in zip(lefts, rights, strict=True):
        wanted[max(left, 1) : right + 1] = False
        if left > 0 and right < len(wanted):
            wanted[right] = True
