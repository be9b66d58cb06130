"""A document in, the places where it says whom to reach out.

A heading or line that says so, and the short lines after it; for persons also whatever stands
beside a telephone number or mail address, so that no press officer is published.
"""

from __future__ import annotations

import re

from extractors.records import Block, Document, Span

LINES = 10  # that a contact heading may speak for
SHORT = 120  # characters: the lines of a contact block are no longer
BESIDE = 2  # short lines before a number or address that belong to it

_HEADING = re.compile(
    r"\W*(?:(?:vos|nos|votre|pour tout)\s)?"
    r"(?:contacts?|service\s(?:de\s)?(?:la\s)?(?:presse|communication)"
    r"|relations?\s(?:avec\sla\s)?(?:presse|m[ée]dias?)|attach[ée]e?s?\sde\spresse)\b"
    r"(?:\s(?:presse|m[ée]dias?|utiles?|et\s\w+))*\s*(?::|$|\n|-)",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\bcontacts?\s(?:presse|m[ée]dias?)|\brelations?\s(?:presse|m[ée]dias?|publiques)"
    r"|\bservice\s(?:de\s)?presse|\battach[ée]e?s?\sde\spresse|\bpour\stoute\s(?:question|information)"
    r"|\bcharg[ée]e?s?\sde\s(?:la\s)?(?:communication|relations?)"
    r"|\bresponsable\s(?:de\s(?:la\s)?|des\s)?(?:communication|relations?|presse)"
    r"|\bcontact(?:er|ez)?\s?:",
    re.IGNORECASE,
)
_NUMBER_OR_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]|(?<!\d)0\d(?:[ .-]?\d\d){4}(?!\d)|(?<!\d)\+33[ (.]"
    r"|\bt[ée]l(?:\.|\s?:|[ée]phone)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]{40,}[.!?]\s*$", re.DOTALL)


def contact_places(document: Document) -> list[Span]:
    """The blocks that a contact heading speaks for, none overlapping."""
    text = document.folded
    places: list[Span] = []
    left = 0  # how many lines the last heading may still speak for
    for block in document.blocks:
        if _HEADING.match(text, block.span.start):
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
        if _CUE.search(text, *block.span):
            following = blocks[index : index + 2]
            private.update(each.span for each in following if _is_short(each) or each is block)
        if _NUMBER_OR_MAIL.search(text, *block.span):
            before = [each for each in blocks[max(0, index - BESIDE) : index] if _is_short(each)]
            private.update(each.span for each in (*before, block))
    return [Span(*place) for place in sorted(private)]


def _looks_like_contact(text: str, block: Block) -> bool:
    return _is_short(block) and (
        bool(_NUMBER_OR_MAIL.search(text, *block.span)) or not _SENTENCE.search(text, *block.span)
    )


def _is_short(block: Block) -> bool:
    return block.span.end - block.span.start <= SHORT
