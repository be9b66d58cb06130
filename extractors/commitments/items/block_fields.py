"""A document's blocks in, the labelled fields that stand in them out.

"Pilote : INCa", several in one line, a label alone with its value in the blocks after it, bullets
below it, and lines of two columns that lost what was between them. Cells of tables that are
nothing but a label are left to `table_fields`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.commitments.items.labels import (
    Label,
    find_led_labels,
    read_opening_label,
)
from extractors.commitments.items.values import INDICATOR_HEAD
from extractors.documents.typography import skip_list_mark
from extractors.french.column_headings import VALUE_HEADING
from extractors.french.field_labels import read_lone_label
from extractors.records import Block, Document, Field, FieldKind, Span, Stretches

LONGEST_LABEL = 60  # characters of a block that is a label alone
LONGEST_INDICATOR = 200
MOST_BLOCKS = 20  # of one value
_MARKS_AFTER = " \n|;–—-,(•*/"


def find_block_fields(
    document: Document, dates: Iterable[Span], titles: Stretches
) -> Iterator[Field]:
    """The fields of the blocks, in text order; none within the titles of items."""
    reader = _Reader(document, dates, titles)
    for index in range(len(document.blocks)):
        yield from reader.fields_of(index)


class _Reader:
    def __init__(self, document: Document, dates: Iterable[Span], titles: Stretches) -> None:
        self._blocks = document.blocks
        self._text = document.folded
        self._dates = {span.start for span in dates}
        self._titles = titles
        self._led = [self._labels(block) for block in self._blocks]

    def fields_of(self, index: int) -> Iterator[Field]:
        """The fields whose labels stand in one block."""
        block = self._blocks[index]
        labels = self._led[index]
        if not labels:
            yield from self._without_colon(index)
            return
        ends = [*(label.span.start for label in labels[1:]), block.span.end]
        for label, end in zip(labels, ends, strict=True):
            value = self._trimmed(Span(label.span.end, end))
            if label.kinds[0] == "other":
                continue
            values = [value] if value.start < value.end else []
            if end == block.span.end and block.kind != "cell":
                values += self._going_on(index, label.kinds[0], bool(values))
            if values:
                yield Field(label.kinds, tuple(values), label.span.start)

    def _labels(self, block: Block) -> list[Label]:
        found = find_led_labels(self._text, block.span)
        return [label for label in found if not self._titles.touched_by(label.span)]

    def _without_colon(self, index: int) -> Iterator[Field]:
        block = self._blocks[index]
        if block.kind in ("cell", "footnote") or self._titles.touched_by(block.span):
            return
        if kinds := self._lone(index):
            if kinds[0] != "other" and (values := self._going_on(index, kinds[0], False)):
                yield Field(kinds, tuple(values), block.span.start)
            return
        label = self._opening(index)
        if label and label.kinds[0] != "other" and self._has_company(index):
            value = self._trimmed(Span(label.span.end, block.span.end))
            values = [value, *self._going_on(index, label.kinds[0], True)]
            yield Field(label.kinds, tuple(values), label.span.start)

    def _lone(self, index: int) -> tuple[FieldKind, ...]:
        """What a block tells that is a label and nothing more."""
        if not 0 <= index < len(self._blocks):
            return ()
        start, end = self._blocks[index].span
        words = self._text[skip_list_mark(self._text, start) : end]
        if len(words) > LONGEST_LABEL or not words[:1].isupper():
            return ()
        return read_lone_label(words)

    def _opening(self, index: int) -> Label | None:
        """The label that a line of two columns opens with: a name or date stands after it."""
        if not 0 <= index < len(self._blocks):
            return None
        block = self._blocks[index]
        if block.kind == "heading" or block.span.end - block.span.start > LONGEST_INDICATOR:
            return None
        label = read_opening_label(self._text, block.span)
        if label is None:
            return None
        after = label.span.end + 1
        if VALUE_HEADING.match(self._text, after, block.span.end):
            return None
        named = self._text[after].isupper() or after in self._dates
        return label if named or label.kinds[0] == "other" else None

    def _has_company(self, index: int) -> bool:
        """Whether the line before or after opens with a label too, perhaps two lines away."""
        near = (index - 2, index - 1, index + 1, index + 2)
        return any(self._opening(i) or self._lone(i) for i in near)

    def _going_on(self, index: int, kind: FieldKind, has_value: bool) -> list[Span]:
        """The blocks after a label that are its value: bullets, short lines, else one block."""
        after: list[int] = []
        for following in range(index + 1, min(index + 1 + MOST_BLOCKS, len(self._blocks))):
            if self._ends(following):
                break
            after.append(following)
        is_closed = len(after) < MOST_BLOCKS
        listed = is_closed and not has_value and all(map(self._is_short, after))
        values: list[Span] = []
        for following in after:
            block = self._blocks[following]
            bare = skip_list_mark(self._text, block.span.start)
            is_bullet = block.kind == "item" or bare > block.span.start
            goes_on = kind == "indicator" and (has_value or values) and self._is_indicator(block)
            is_first = not has_value and not values and block.kind != "heading"
            if not (goes_on or is_first or listed or (is_bullet and (values or not has_value))):
                break
            values.append(self._trimmed(Span(bare, block.span.end)))
            listed = listed and not is_bullet
            if is_first and not (is_bullet or listed):
                has_value = True
        return values

    def _is_short(self, index: int) -> bool:
        """Whether a block may be one of several names or indicators, each in its line."""
        block = self._blocks[index]
        words = self._text[block.span.start : block.span.end]
        return block.kind == "paragraph" and len(words) <= LONGEST_LABEL and words[-1] not in ".:;"

    def _ends(self, index: int) -> bool:
        """Whether a block begins something else: another field, an item, a table."""
        block = self._blocks[index]
        if block.kind in ("cell", "footnote") or self._titles.touched_by(block.span):
            return True
        return bool(self._led[index] or self._lone(index) or self._opening(index))

    def _is_indicator(self, block: Block) -> bool:
        length = block.span.end - block.span.start
        head = INDICATOR_HEAD.match(self._text, block.span.start)
        return block.kind == "paragraph" and length <= LONGEST_INDICATOR and head is not None

    def _trimmed(self, span: Span) -> Span:
        """A stretch without the marks that part it from what is around it."""
        stretch = self._text[span.start : span.end]
        kept = stretch.rstrip(_MARKS_AFTER)
        start = span.start + len(stretch) - len(stretch.lstrip(" \n|–—-•*"))
        return Span(min(start, span.start + len(kept)), span.start + len(kept))
