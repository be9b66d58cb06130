"""A `Document` and its dates in, the quantified aims and amounts that it sets out.

Sentences with figures and something that makes an aim are looked at, and tables of indicators;
knows nothing of plans' items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.commitments.amount_tables import find_amounts
from extractors.commitments.quantities import find_quantities
from extractors.commitments.quantity_units import counted_in
from extractors.commitments.target_cues import find_cues
from extractors.commitments.target_grids import grids_of
from extractors.commitments.target_horizons import Standing, binds, find_horizon, horizon_of
from extractors.commitments.target_sentences import Aim, Aimed, Sentence
from extractors.commitments.target_tables import find_indicators
from extractors.commitments.target_walk import aimed_quantities
from extractors.documents.typography import LIST_MARK, PRINTED_NUMBER, fold, skip_list_mark
from extractors.records import DateMention, Document, Span, Stretches, Target

_SENTENCE_END = re.compile(r"[.!?…]\d{0,2}\s+(?=[A-ZÀ-Ý«•])|\n")
_HAS_FIGURE = re.compile(
    r"\d|[½⅓⅔¼¾]|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|quarante|cinquante|soixante|cent|cents|mille|million|millions|milliards?|moitié|moitie|tiers"
    r"|quarts?|\w+aine\sd|zéro|(?:doubl|tripl|quadrupl)\w+)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;:()]|,(?!\d)|\s(?:et|tout\sen|afin|ainsi\sque)\s|\.(?!\d)")
# how sure each rule is
CONFIDENCE = {
    "aim_verb": 0.9,
    "aim_intention": 0.85,
    "aim_noun": 0.85,
    "aim_future": 0.85,
    "aim_passive": 0.8,
    "announced": 0.8,
    "budget": 0.85,
    "change": 0.7,
    "horizon": 0.65,
}
_NEED_NO_UNIT = frozenset({"aim_noun", "announced"})
_ANNOUNCE_NOTHING = frozenset({"aim_verb", "change", "horizon"})
LESS_SURE_IN_WORDS = 0.15  # "deux réunions" is seldom an aim
LONGEST_OBJECT = 80  # characters of "le nombre de …" before its figure
LONGEST_SENTENCE = 2000  # characters; what goes on longer is none, and is cut
LONGEST_HEADING = 60  # characters of a line that announces without a colon


def find_targets(document: Document, dates: Sequence[DateMention]) -> list[Target]:
    """The targets, in text order, none overlapping."""
    ordered = sorted(dates, key=lambda mention: mention.span)
    text = fold(document.text)
    small = text.replace("İ", "i").lower()  # which alone would become two characters
    in_tables = [
        target
        for grid in grids_of(document, small, ordered)
        for target in find_indicators(grid) or find_amounts(grid)
    ]
    rows = Stretches(target.span for target in in_tables)
    in_prose = _in_prose(document, text, small, ordered, rows)
    return sorted([*in_tables, *in_prose], key=lambda target: target.span)


def _in_prose(
    document: Document, text: str, small: str, dates: Sequence[DateMention], rows: Stretches
) -> Iterator[Target]:
    """The targets of sentences, but for those within the rows of a table of indicators."""
    starts = [mention.span.start for mention in dates]
    taken = Stretches(mention.span for mention in dates)
    items = {block.span.start for block in document.blocks if block.kind == "item"}
    announced: Aim | None = None
    horizon: DateMention | None = None
    for span in _sentences(text):
        is_item = span.start in items or LIST_MARK.match(text, span.start) is not None
        announces = _announces(text, span)
        if text[span.start - 1 : span.start] in ("", "\n") and not is_item:
            announced, horizon = None, None
        if not announces and not _HAS_FIGURE.search(text, span.start, span.end):
            continue
        within = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        sentence = _sentence(text, small, span, within, announced)
        if rows.touched_by(span) or not sentence.may_aim:
            continue
        body = Span(_after_mark(text, span.start), span.end)
        sentence = replace(sentence, quantities=find_quantities(small, body, taken))
        aimed, left = aimed_quantities(sentence)
        yield from _targets(document, sentence, aimed, within, horizon)
        if announces and left and not is_item and left.rule not in _ANNOUNCE_NOTHING:
            announced = replace(left, rule="budget" if left.rule == "budget" else "announced")
            horizon = next((each for each in reversed(within) if _is_ahead(each)), None)


def _after_mark(text: str, start: int) -> int:
    """Where a line begins after its bullet, dash or number."""
    start = skip_list_mark(text, start)
    number = PRINTED_NUMBER.match(text, start)
    return number.end() if number else start


def _is_ahead(mention: DateMention) -> bool:
    return mention.role not in ("plan_name", "publication", "legal") and mention.bound != "from"


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in (*(mark.end() for mark in _SENTENCE_END.finditer(text)), len(text)):
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start, start + LONGEST_SENTENCE) + 1
            cut = cut if cut > start else start + LONGEST_SENTENCE
            yield Span(start, cut)
            start = cut
        if start < end:
            yield Span(start, end)
        start = end


def _announces(text: str, span: Span) -> bool:
    """Whether a list of aims may follow: after a colon, or a heading."""
    line = text[span.start : span.end].rstrip()
    return line.endswith(":") or (len(line) <= LONGEST_HEADING and text[span.end - 1] == "\n")


def _sentence(
    text: str, small: str, span: Span, dates: Sequence[DateMention], announced: Aim | None
) -> Sentence:
    """A sentence with its cues and dates; its quantities are looked for only if it may aim."""
    return Sentence(
        text=small,
        span=span,
        events=list(find_cues(text, small, span)),
        brackets=_brackets(text, span),
        deadlines=[mention.span for mention in dates if binds(mention)],
        dates=[mention.span for mention in dates],
        announced=announced,
    )


def _brackets(text: str, span: Span) -> list[Span]:
    """What stands between parentheses, the outermost ones."""
    found: list[Span] = []
    start = text.find("(", span.start, span.end)
    while start >= 0:
        end = text.find(")", start, span.end)
        end = span.end if end < 0 else end + 1
        found.append(Span(start, end))
        start = text.find("(", end, span.end)
    return found


def _targets(
    document: Document,
    sentence: Sentence,
    aimed: Sequence[Aimed],
    dates: Sequence[DateMention],
    announced_for: DateMention | None,
) -> Iterator[Target]:
    end = sentence.span.start
    for each in aimed:
        standing = _standing(sentence, aimed, each)
        near = _in_same_bracket(sentence, standing.figure, dates)
        mention = find_horizon(sentence.text, near, standing)
        span = _extent(sentence, each, mention, (end, standing.after))
        target = _target(document, sentence, each, mention or announced_for, span)
        if target.unit or each.quantity.kind != "count" or each.aim.rule in _NEED_NO_UNIT:
            yield target
            end = span.end


def _standing(sentence: Sentence, aimed: Sequence[Aimed], this: Aimed) -> Standing:
    """Where a figure stands; an amount of its clause bounds it not ("12 projets à 5 000 €")."""
    quantity, end = this.quantity, sentence.span.end
    before, after = sentence.span.start, end
    for other in sentence.quantities:
        if other.figure.end <= quantity.figure.start:
            before = other.figure.end
        elif other.figure.start >= quantity.figure.end:
            between = sentence.text[quantity.span.end : other.figure.start]
            if other.kind == quantity.kind or _CLAUSE_ENDS.search(between):
                after = other.figure.start
                break
    others = (each for each in aimed if each.aim.span != this.aim.span)
    starts = (each.quantity.figure.start for each in others)
    figures = (each.figure.start for each in sentence.quantities)
    return Standing(
        figure=quantity.figure,
        aim=this.aim.span.start,
        first=min(figures, default=end),
        before=before,
        after=after,
        other_aim=min((at for at in starts if at > quantity.figure.start), default=end),
    )


def _in_same_bracket(
    sentence: Sentence, figure: Span, dates: Sequence[DateMention]
) -> Sequence[DateMention]:
    """The dates that may bind a figure: those between its own parentheses, if it has any."""
    bracket = next((each for each in sentence.brackets if each.contains(figure)), None)
    if bracket is None or sentence.announced:
        return dates
    return [mention for mention in dates if bracket.contains(mention.span)]


def _extent(
    sentence: Sentence, aimed: Aimed, horizon: DateMention | None, within: tuple[int, int]
) -> Span:
    """From what makes it an aim to the end of its clause, or to its horizon."""
    quantity = aimed.quantity
    start = quantity.span.start
    if within[0] <= aimed.aim.span.start < start:
        start = aimed.aim.span.start
    mark = _CLAUSE_ENDS.search(sentence.text, quantity.span.end, within[1])
    end = mark.start() if mark else within[1]
    if horizon and end < horizon.span.end and horizon.span.start < within[1]:
        end = horizon.span.end
    end = max(end, quantity.span.end)
    stretch = sentence.text[start:end].rstrip(" \n.;:,")
    return Span(max(start, within[0]), start + len(stretch))


def _target(
    document: Document,
    sentence: Sentence,
    aimed: Aimed,
    horizon: DateMention | None,
    span: Span,
) -> Target:
    quantity, aim = aimed.quantity, aimed.aim
    confidence = CONFIDENCE[aim.rule] - (LESS_SURE_IN_WORDS if quantity.is_small else 0)
    return Target(
        span=span,
        value=quantity.value,
        value_text=document.cut(quantity.figure),
        unit=_unit(document, sentence, aimed, span),
        baseline=aimed.baseline,
        direction=aimed.direction,
        is_change=aimed.is_change,
        horizon=horizon_of(horizon) if horizon else "",
        confidence=round(confidence, 2),
        rule=aim.rule,
    )


def _unit(document: Document, sentence: Sentence, aimed: Aimed, span: Span) -> str:
    quantity = aimed.quantity
    counted = quantity.counted
    if quantity.is_bare:
        start = max(sentence.span.start, min(aimed.aim.span.start, span.start - LONGEST_OBJECT))
        after = counted_in(sentence.text, quantity.span.end, max(span.end, quantity.span.end))
        counted = after or counted_in(sentence.text, start, quantity.span.start)
    unit = document.cut(counted) if counted else quantity.unit
    per_year = quantity.is_yearly and quantity.kind not in ("euros", "factor")
    return f"{unit} par an".strip() if per_year else unit
