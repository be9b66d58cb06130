"""A document in, the places where it says whom to reach out.

A heading or line that says so, and the short lines after it; for persons also whatever stands
beside a telephone number or mail address, so that no press officer is published.
"""

from __future__ import annotations

import re

from extractors.french.phrases import phrases_of
from extractors.records import Block, Document, Span

LINES = 10  # that a contact heading may speak for
SHORT = 120  # characters: the lines of a contact block are no longer
BESIDE = 2  # short lines before a number or address that belong to it

_SAID = phrases_of(__file__)
_SENTENCE = re.compile(r"[^.!?]{40,}[.!?]\s*$", re.DOTALL)


def contact_places(document: Document) -> list[Span]:
    """The blocks that a contact heading speaks for, none overlapping."""
    text = document.folded
    places: list[Span] = []
    left = 0  # how many lines the last heading may still speak for
    for block in document.blocks:
        if _SAID["heading"].match(text, block.span.start):
            left = LINES
        elif left and not _looks_like_contact(text, block):
            left = 0
        if left:
            places.append(block.span)
            left -= 1
    return places


def private_places(document: Document) -> list[Span]:
    """The same, and all lines beside a cue, telephone number or mail address."""
    text = document.folded
    blocks = document.blocks
    private = {(place.start, place.end) for place in contact_places(document)}
    for index, block in enumerate(blocks):
        if _SAID["cue"].search(text, *block.span):
            following = blocks[index : index + 2]
            private.update(each.span for each in following if _is_short(each) or each is block)
        if _SAID["number_or_mail"].search(text, *block.span):
            before = [each for each in blocks[max(0, index - BESIDE) : index] if _is_short(each)]
            private.update(each.span for each in (*before, block))
    return [Span(*place) for place in sorted(private)]


def _looks_like_contact(text: str, block: Block) -> bool:
    return _is_short(block) and (
        bool(_SAID["number_or_mail"].search(text, *block.span))
        or not _SENTENCE.search(text, *block.span)
    )


def _is_short(block: Block) -> bool:
    return block.span.end - block.span.start <= SHORT
