"""Words of a page in, the same out with each large initial put before the word that it opens.

A drop cap stands beside the first lines of its text, a raised initial on the first one. Knows one
page, and no columns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.documents.pdf.text.words import PrintedWord

INITIAL = re.compile(r"[«“\"]?[^\W\d_](?:[’'])?|[«“\"]")
QUOTES = '«“"'  # which open a text, as large as an initial
LARGER = 1.6  # times the usual size
OPENED = 1.4  # times the size of the word it opens, at least
NEAR = 0.6  # em of the initial, to the lines beside it
OVERLAP = 0.2  # em of the initial, by which lines may reach into its box
HANGING = 0.6  # em of the lines: how far above its box the first one may begin
DESCENT = 0.22  # em, about, that a word's box reaches below its base line
ON_BASE = 0.2  # em of the smaller size between two base lines that are one
TOUCHING = 0.2  # em of the word: nearer, a raised initial is of it
WRAPPED = 0.8  # em: how far lines beside an initial may begin from one another
SPACE = 0.15  # em: how much further the first line begins after an initial that is a word
LEADING = 2.0  # em between two lines


def join_initials(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words of a page, without initials that stand alone."""
    large = _find_large(words)
    if not large:
        return words
    changed: dict[int, PrintedWord | None] = {}
    for initial in large:
        beside = _lines_beside(initial, words)
        if beside and id(beside[0]) not in changed and _opens(initial, beside, words):
            changed |= _joined(initial, beside, words)
    kept = (changed.get(id(word), word) for word in words)
    return [word for word in kept if word]


def _find_large(words: Sequence[PrintedWord]) -> list[PrintedWord]:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    if len(sizes) < 2:
        return []
    usual = sizes.most_common(1)[0][0]
    return [
        word
        for word in words
        if word.size >= LARGER * usual and len(word.text) <= 3 and INITIAL.fullmatch(word.text)
    ]


def _opens(
    initial: PrintedWord, beside: Sequence[PrintedWord], words: Sequence[PrintedWord]
) -> bool:
    """Whether an initial opens the text of the lines beside it."""
    first = beside[0]
    if len(beside) == 1 and not _on_one_base(initial, first):
        return False
    goes_on = first.text[0].islower() or first.text[0] in "’'" or initial.text in QUOTES
    return goes_on or (
        first.text.isupper() and len(beside) > 1 and _wraps(initial, beside[-1], words)
    )


def _lines_beside(initial: PrintedWord, words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """The first words of the lines to its right, from above."""
    box, size = initial.box, initial.size
    beside = [
        word
        for word in words
        if word.size * OPENED <= size
        and -OVERLAP * size <= word.box.x0 - box.x1 <= NEAR * size
        and box.top - HANGING * word.size <= word.box.top
        and word.box.bottom - DESCENT * word.size <= box.bottom - (DESCENT - 0.1) * size
    ]
    beside.sort(key=lambda word: (round(word.box.bottom), word.box.x0))
    lines: list[PrintedWord] = []
    for word in beside:
        if not lines:
            lines.append(word)
            continue
        down = word.box.bottom - lines[-1].box.bottom
        along = abs(word.box.x0 - lines[-1].box.x0)
        if down > 0.5 * word.size and down < LEADING * word.size and along < WRAPPED * word.size:
            lines.append(word)
    return lines


def _on_one_base(initial: PrintedWord, word: PrintedWord) -> bool:
    one = initial.box.bottom - DESCENT * initial.size
    other = word.box.bottom - DESCENT * word.size
    near = word.box.x0 - initial.box.x1 <= TOUCHING * word.size
    return near and abs(one - other) <= ON_BASE * word.size + 0.05 * initial.size


def _wraps(initial: PrintedWord, last: PrintedWord, words: Sequence[PrintedWord]) -> bool:
    """Whether the line below an initial begins under it."""
    return any(
        abs(word.box.x0 - initial.box.x0) < WRAPPED * word.size for word in _below(last, words)
    )


def _below(last: PrintedWord, words: Sequence[PrintedWord]) -> Iterator[PrintedWord]:
    """The words of the line under the last one beside an initial."""
    for word in words:
        down = word.box.bottom - last.box.bottom
        if 0 < down < LEADING * last.size and word.size < OPENED * last.size:
            yield word


def _joined(
    initial: PrintedWord, beside: Sequence[PrintedWord], words: Sequence[PrintedWord]
) -> dict[int, PrintedWord | None]:
    """What becomes of an initial and of the first word beside it, on that word's line."""
    first = beside[0]
    further = len(beside) > 1 and first.box.x0 - beside[1].box.x0 > SPACE * first.size
    if further or initial.text in QUOTES:  # a word itself
        box = initial.box._replace(top=first.box.top, bottom=first.box.bottom)
        return {id(initial): initial._replace(size=first.size, font=first.font, box=box)}
    # an initial may hang out of its column
    edges = [word.box.x0 for word in _below(beside[-1], words) if word.box.x0 < initial.box.x1]
    x0 = max(
        initial.box.x0, min(edges, default=initial.box.x0, key=lambda x: abs(x - initial.box.x0))
    )
    joined = first._replace(text=initial.text + first.text, box=first.box._replace(x0=x0))
    return {id(initial): None, id(first): joined}
