"""The stretches of a field's value in, its names or indicators out, one by one as printed.

Knows how lists of bodies and of indicators are written; nothing of the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.commitments.items.numbers import names_item
from extractors.documents.typography import skip_list_mark
from extractors.french.phrases import phrases_of
from extractors.records import Document, Span, Stretches

LONGEST_NAME = 120  # characters; what is longer is prose
_SAID = phrases_of(__file__)
INDICATOR_HEAD = _SAID["indicator_head"]
_SEPARATOR = re.compile(r"\s*[;|•●▪■◦]\s*|\s/\s|(?<=\w)/(?=[A-ZÀ-Ý]{3})|\n|,\s+|\s(?=et\s)et\s")
_NEXT_INDICATOR = re.compile(
    rf"\s*[;•●▪■◦]\s*|\s*\n\s*(?:[-–—]\s+)?(?=[A-ZÀ-Ý0-9%])|,?\s+(?={INDICATOR_HEAD.pattern})"
)
_EDGES = " \n\t.,;:–—-•*|"


def names_in(
    document: Document, values: Sequence[Span], mentions: Stretches, dates: Stretches
) -> Iterator[str]:
    """The names of a field, parted at commas, slashes, "et" and lines, but for those within one."""
    text = document.folded
    for value in values:
        start = value.start
        for mark in _SEPARATOR.finditer(text, *value):
            if _parts(document, mark, value, mentions):
                yield from _name(document, Span(start, mark.start()), dates)
                start = mark.end()
        yield from _name(document, Span(start, value.end), dates)


def _parts(document: Document, mark: re.Match[str], value: Span, mentions: Stretches) -> bool:
    """Whether a mark stands between two names, and not within one."""
    text = document.folded
    inside = text.count("(", value.start, mark.start()) > text.count(")", value.start, mark.start())
    if inside:
        return False
    sign = mark[0].strip()
    before = mentions.touched_by(Span(mark.start() - 1, mark.start()))
    if before and before.end >= mark.end() + 1:
        return False
    after = text[mark.end() : mark.end() + 1]
    if mark[0] == "\n":
        next_named = mentions.touched_by(Span(mark.end(), mark.end() + 1)) is not None
        lines_are_meant = not document.pages
        return (after.isupper() and (lines_are_meant or (before is not None and next_named))) or (
            skip_list_mark(text, mark.end()) > mark.end()
        )
    if sign == "et":
        return after.isupper() or text.startswith(("l'", "la ", "le ", "les "), mark.end())
    return sign != "," or not _SAID["name_goes_on"].match(text, mark.end())


def _name(document: Document, span: Span, dates: Stretches) -> Iterator[str]:
    """A name in one line, without its marks; none where nothing is named."""
    if (dated := dates.touched_by(span)) and dated.end >= span.end - 2:
        span = Span(span.start, max(span.start, dated.start))
    words = " ".join(document.cut(span).split()).strip(_EDGES)
    words = re.sub(r"^(?:et|l['’]|les?|la)\s?(?=[A-ZÀ-Ý])", "", words).strip()
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    if len(words) <= LONGEST_NAME and not (_SAID["nothing"].fullmatch(words) or names_item(words)):
        yield words


def indicators_in(document: Document, values: Sequence[Span]) -> Iterator[str]:
    """The indicators of a field: one for each bullet and line, or where the next one's noun is."""
    for value in values:
        start = value.start
        for mark in _NEXT_INDICATOR.finditer(document.folded, *value):
            yield from _indicator(document, Span(start, mark.start()))
            start = mark.end()
        yield from _indicator(document, Span(start, value.end))


def _indicator(document: Document, span: Span) -> Iterator[str]:
    words = " ".join(document.cut(span).split()).strip(_EDGES)
    if not _SAID["nothing"].fullmatch(words):
        yield words
