"""A `Document` in, titles that a hand broke over several blocks out, each whole again.

Goes by look, distance, and how the lines end and begin; knows no words but those that join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import fold, opens_list_item
from extractors.records import Block, Box, Document, Span
from extractors.structure.looks import look_at

MOST_LEADING = 0.75  # of the type's size, from the bottom of a line to the top of the next
ASIDE = 12.0  # points between the edges of lines that begin, or are centred, one below the other
_JOINS = re.compile(
    r"(?:[,'(«-]|\b(?:de|du|des|d|la|le|les|l|et|ou|à|au|aux|en|pour|par|sur|dans|avec|sans|contre"
    r"|un|une|leur|leurs|ses|son|sa|ces|cette|ce|que|qui|dont|vers|entre|chez))$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[a-zà-ÿœ&]|(?:ET|OU|DE|DU|DES|D'|À|AU|AUX|EN|POUR|PAR|SUR|DANS|AVEC)[\s']")


def find_broken_titles(document: Document) -> Iterator[Span]:
    """The stretches of text that are one title in several blocks, from top to bottom.

    Its lines are set alike and stand right below one another; the later ones go on with what the
    earlier ones say. Only where the format has pages: elsewhere, what is apart is meant so.
    """
    text = fold(document.text)
    begun: list[Block] = []
    for block in document.blocks:
        if begun and _goes_on(document, text, begun, block):
            begun.append(block)
            continue
        if len(begun) > 1:
            yield Span(begun[0].span.start, begun[-1].span.end)
        begins = block.kind == "heading" and any(map(str.isalpha, text[slice(*block.span)]))
        begun = [block] if begins else []
    if len(begun) > 1:
        yield Span(begun[0].span.start, begun[-1].span.end)


def _goes_on(document: Document, text: str, begun: list[Block], block: Block) -> bool:
    before = begun[-1]
    if block.kind not in ("heading", "paragraph"):
        return False
    line = text[block.span.start : block.span.end]
    so_far = text[begun[0].span.start : before.span.end].rstrip()
    if not line or opens_list_item(line) or so_far[-1:] in ".;!?":
        return False
    if not (_JOINED.match(line) or (_JOINS.search(so_far) and line[0].isalpha())):
        return False
    return _is_right_below(document, before, block)


def _is_right_below(document: Document, above: Block, below: Block) -> bool:
    """Whether two blocks are set alike, the second one line under the first."""
    one, other = look_at(document, above.span.start), look_at(document, below.span.start)
    if one is None or other is None or one.page != other.page or not one.is_like(other):
        return False
    upper = document.locate(above.span).boxes[-1][1]
    lower = document.locate(below.span).boxes[0][1]
    gap = lower.top - upper.bottom
    return -one.size / 2 < gap < MOST_LEADING * one.size and _stand_alike(upper, lower)


def _stand_alike(upper: Box, lower: Box) -> bool:
    """Whether both begin at one edge, or are centred on one line."""
    centres = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) / 2
    return abs(upper.x0 - lower.x0) < ASIDE or centres < ASIDE
