"""A heading in, where its title begins out: behind a number that its type or a gap sets apart.

"1" in a square, then the title in another size; knows no words.
"""

from __future__ import annotations

import re
from itertools import islice

from extractors.records import Document, Span
from extractors.structure.looks import look_of, words_in

WIDE = 0.5  # em: no space within a title is as wide
_NUMBER = re.compile(r"0?[1-9]|[1-9]\d")


def find_set_apart_number(document: Document, heading: Span) -> tuple[str, int] | None:
    """The number, and the offset of the title that follows it; None where none is set apart."""
    words = list(islice(words_in(document, heading), 2))
    if len(words) < 2:
        return None
    number, title = words
    printed = document.cut(number.span)
    if not _NUMBER.fullmatch(printed) or number.page != title.page:
        return None
    beside = number.box.top < title.box.bottom and title.box.top < number.box.bottom
    gap = title.box.x0 - number.box.x1
    if not beside or gap <= 0:
        return None
    if look_of(number).is_like(look_of(title)) and gap < WIDE * title.size:
        return None
    return printed, title.span.start
