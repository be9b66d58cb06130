"""The rest of a sentence after "trois axes" in, the parts that it lists out.

"… : prévenir les cancers, mieux dépister et accompagner les malades" has three. Where commas and
"et" leave open how many there are, the stated count decides. Patterns over folded text.
"""

from __future__ import annotations

import re
from itertools import combinations

from extractors.french.phrases import phrases_of
from extractors.french.plan_context import INFINITIVE
from extractors.french.printed_numbers import LISTED_NUMBER
from extractors.french.sentences import sentence_ends
from extractors.records import Span

_SAID = phrases_of(__file__)
_CLOSING = {"(": re.compile(r"\)"), "-": re.compile(r"\s-(?=\s)")}
MOST_CUTS = 12


def parts_of(text: str, start: int, end: int, count: int) -> list[tuple[str, Span]]:
    """Number (as printed, or empty) and span of each of the `count` parts; none where unsure."""
    opening = _SAID["opening"].match(text, start, end)
    if not opening:
        return []
    first = opening.end()
    stop = next(sentence_ends(text, first, end), None)
    last = stop.start if stop else first + len(text[first:end].rstrip().rstrip(".!?"))
    opened_by = opening[0].rstrip()[-1]
    if opened_by in _CLOSING and (closing := _CLOSING[opened_by].search(text, first, last)):
        last = closing.start()
    if last - first < 3 or text[first:last].count("\n"):
        return []
    if numbered := _numbered(text, first, last):
        return numbered if len(numbered) == count else []
    by_semicolon = _trimmed(text, _split(first, last, _spans_of(r"\s?;\s*", text, first, last)))
    if len(by_semicolon) > 1:
        return [("", part) for part in by_semicolon] if len(by_semicolon) == count else []
    return [("", part) for part in _by_commas(text, first, last, count)]


def _numbered(text: str, first: int, last: int) -> list[tuple[str, Span]]:
    marks = list(LISTED_NUMBER.finditer(text, first, last))
    if len(marks) < 2 or marks[0].start() - first > 1:
        return []
    ends = [mark.start() for mark in marks[1:]] + [last]
    spans = _trimmed(
        text, [Span(mark.end(), end) for mark, end in zip(marks, ends, strict=True)], trailing=True
    )
    return [(mark["number"], span) for mark, span in zip(marks, spans, strict=True)]


def _by_commas(text: str, first: int, last: int, count: int) -> list[Span]:
    """The cuts at commas and "et" that give as many parts as stated, those that begin alike."""
    commas = _spans_of(r",\s+(?!et\s|ou\s|ainsi\s)", text, first, last)
    ands = [Span(*match.span()) for match in _SAID["and"].finditer(text, first, last)]
    cuts = sorted([*commas, *ands])
    if len(cuts) < count - 1 or len(cuts) > MOST_CUTS:
        return []
    best: tuple[float, list[Span]] = (0.0, [])
    for chosen in combinations(cuts, count - 1):
        parts = _trimmed(text, _split(first, last, list(chosen)))
        score = _alike([text[part.start : part.end] for part in parts])
        score -= _left_uncut(text, first, commas, ands, chosen)
        if score > best[0]:
            best = score, parts
    return best[1]


def _left_uncut(
    text: str, first: int, commas: list[Span], ands: list[Span], chosen: tuple[Span, ...]
) -> float:
    """How much cuts go against usage: commas part all, "et" the last two only.

    What follows a cut that is left out but begins as the first part does speaks against them.
    """
    opening = _kind_of_opening(text, first)
    alike = {cut for cut in (*commas, *ands) if _kind_of_opening(text, cut.end) == opening}
    commas_left = sum(cut in alike and cut not in chosen for cut in commas)
    ands_within = sum(cut in chosen for cut in ands if cut != chosen[-1])
    ands_left = any(cut in alike and cut.start > chosen[-1].start for cut in ands)
    return 0.6 * commas_left + 0.4 * ands_within + 0.5 * ands_left


def _kind_of_opening(text: str, start: int) -> str:
    """Whether a part opens with a verb, an article, or neither."""
    if lead := _SAID["lead"].match(text[start : start + 30]):
        start += lead.end()
    return (
        "verb"
        if INFINITIVE.match(text, start)
        else "article"
        if _SAID["article"].match(text, start)
        else ""
    )


def _alike(parts: list[str]) -> float:
    """How much the parts begin alike: all with an infinitive, all with an article, or none."""
    if any(not part for part in parts):
        return 0.0
    shortest = min(len(part) for part in parts) / max(len(part) for part in parts)
    verbs = sum(bool(INFINITIVE.match(part)) for part in parts)
    articles = sum(bool(_SAID["article"].match(part)) for part in parts)
    share = max(verbs, articles) / len(parts)
    return (2.0 if share == 1 else 1.0 if verbs == articles == 0 else 0.3) + shortest / 10


def _spans_of(pattern: str, text: str, first: int, last: int) -> list[Span]:
    return [Span(*match.span()) for match in re.compile(pattern).finditer(text, first, last)]


def _split(first: int, last: int, cuts: list[Span]) -> list[Span]:
    starts = [first, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), last]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def _trimmed(text: str, spans: list[Span], trailing: bool = False) -> list[Span]:
    trimmed: list[Span] = []
    for span in spans:
        start, end = span
        if lead := _SAID["lead"].match(text[start:end]):
            start += lead.end()
        if trailing:
            end = start + len(re.sub(r"[\s,;]*(?:\bet)?\s*$", "", text[start:end]))
        trimmed.append(Span(start, end))
    return trimmed
