"""A `Document` in, what a page broke over several blocks out: titles over lines, items and marks.

Goes by look, distance, and how the lines end and begin; knows no words but those that join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.documents.typography import opens_list_item
from extractors.french.sentences import UNFINISHED
from extractors.records import Block, Box, Document, Span
from extractors.structure.looks import look_at
from extractors.structure.set_apart_numbers import find_set_apart_number

MOST_LEADING = 0.75  # of the type's size, from the bottom of a line to the top of the next
MOST_INDENT = 40.0  # points from a mark to what it marks
ASIDE = 12.0  # points between the edges of lines that begin, or are centred, one below the other
_JOINED = re.compile(r"[a-zà-ÿœ&]|(?:ET|OU|DE|DU|DES|D'|À|AU|AUX|EN|POUR|PAR|SUR|DANS|AVEC)[\s']")


def find_broken_blocks(document: Document) -> Iterator[Span]:
    """The stretches of text that are one title, or one item, in several blocks, in text order.

    A title's lines are set alike and stand right below one another; the later ones go on with what
    the earlier ones say. An item stands beside its mark, which may be set a little higher. Only
    where the format has pages: elsewhere, what is apart is meant so.
    """
    text = document.folded
    begun: list[Block] = []
    for block in document.blocks:
        if begun and (
            _is_marked(document, text, begun, block) or _goes_on(document, text, begun, block)
        ):
            begun.append(block)
            continue
        if len(begun) > 1:
            yield Span(begun[0].span.start, begun[-1].span.end)
        is_mark = _is_lone_mark(text, block)
        has_words = any(map(str.isalpha, text[slice(*block.span)]))
        begun = [block] if is_mark or (block.kind == "heading" and has_words) else []
    if len(begun) > 1:
        yield Span(begun[0].span.start, begun[-1].span.end)


def _is_lone_mark(text: str, block: Block) -> bool:
    """Whether a block is a list mark and nothing else."""
    printed = text[block.span.start : block.span.end].strip()
    return len(printed) == 1 and block.kind != "cell" and opens_list_item(f"{printed} ")


def _is_marked(document: Document, text: str, begun: list[Block], block: Block) -> bool:
    """Whether a block stands right of the lone mark before it, on its line or nearly so."""
    if len(begun) > 1 or not _is_lone_mark(text, begun[0]) or block.kind in ("cell", "footnote"):
        return False
    marks, boxes = (document.locate(each.span).boxes for each in (begun[0], block))
    if not marks or not boxes or marks[-1][0] != boxes[0][0]:
        return False
    mark, box = marks[-1][1], boxes[0][1]
    height = mark.bottom - mark.top
    beside = abs(mark.top - box.top) < height
    return beside and 0 < box.x0 - mark.x1 < MOST_INDENT


def _goes_on(document: Document, text: str, begun: list[Block], block: Block) -> bool:
    before = begun[-1]
    if block.kind not in ("heading", "paragraph") or _is_lone_mark(text, before):
        return False
    line = text[block.span.start : block.span.end]
    so_far = text[begun[0].span.start : before.span.end].rstrip()
    if not line or opens_list_item(line) or so_far[-1:] in ".;!?":
        return False
    if not (_JOINED.match(line) or (UNFINISHED.search(so_far) and line[0].isalpha())):
        return False
    return _is_right_below(document, before, block)


def _is_right_below(document: Document, above: Block, below: Block) -> bool:
    """Whether two blocks are set alike, the second one line under the first."""
    number = find_set_apart_number(document, above.span)
    title = Span(number[1], above.span.end) if number else above.span
    one, other = look_at(document, title.start), look_at(document, below.span.start)
    if one is None or other is None or one.page != other.page or not one.is_like(other):
        return False
    upper = document.locate(title).boxes[-1][1]
    lower = document.locate(below.span).boxes[0][1]
    gap = lower.top - upper.bottom
    return -one.size / 2 < gap < MOST_LEADING * one.size and _stand_alike(upper, lower)


def _stand_alike(upper: Box, lower: Box) -> bool:
    """Whether both begin at one edge, or are centred on one line."""
    centres = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) / 2
    return abs(upper.x0 - lower.x0) < ASIDE or centres < ASIDE
