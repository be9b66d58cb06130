"""A `Document` and its dates in, the quantified aims and amounts that it sets out.

Sentences with figures and something that makes an aim are looked at, and tables of indicators;
knows nothing of plans' items.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.commitments.quantities import find_quantities
from extractors.commitments.quantities.units import counted_in
from extractors.commitments.targets.cues import find_cues
from extractors.commitments.targets.horizons import (
    Ahead,
    Standing,
    binds,
    find_horizon,
    horizon_of,
    look_ahead,
)
from extractors.commitments.targets.lines import (
    Reading,
    after_mark,
    announces,
    brackets_of,
    has_figure,
    in_contents,
    looks_ahead,
    sentences_of,
    tells_of_past,
)
from extractors.commitments.targets.sentences import Aimed, Sentence
from extractors.commitments.targets.tables.amounts import find_amounts
from extractors.commitments.targets.tables.grids import Grid, grids_of
from extractors.commitments.targets.tables.indicators import find_indicators, find_sheets
from extractors.commitments.targets.walk import aimed_quantities
from extractors.documents.typography import LIST_MARK
from extractors.records import DateMention, Document, Span, Stretches, Target

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
_WANTING = frozenset({"verb", "future", "noun", "intention"})
LESS_SURE_IN_WORDS = 0.15  # "deux réunions" is seldom an aim
OPENING, BESIDE = 24, 16  # characters from a sentence's or an amount's beginning to its date
LONGEST_OBJECT = 80  # characters of "le nombre de …" before its figure


def find_targets(document: Document, dates: Sequence[DateMention]) -> list[Target]:
    """The targets, in text order, none overlapping."""
    ordered = sorted(dates, key=lambda mention: mention.span)
    text = document.folded
    small = text.replace("İ", "i").lower()  # which alone would become two characters
    ahead = look_ahead(ordered)
    in_tables = [
        target for grid in grids_of(document, small, ordered) for target in _in_grid(grid, ahead)
    ]
    rows = Stretches(target.span for target in in_tables)
    in_prose = list(_in_prose(document, text, small, ordered, rows, ahead))
    told = [each for each in in_prose if not in_contents(small, each.span)]
    return sorted([*in_tables, *told], key=lambda target: target.span)


def _in_grid(grid: Grid, ahead: Ahead) -> list[Target]:
    """The targets of a table; amounts only where it has no indicators."""
    sheets = find_sheets(grid) if grid.is_first else []
    return find_indicators(grid, ahead) or sheets or list(find_amounts(grid))


def _in_prose(
    document: Document,
    text: str,
    small: str,
    dates: Sequence[DateMention],
    rows: Stretches,
    ahead: Ahead,
) -> Iterator[Target]:
    """The targets of sentences, but for those within the rows of a table of indicators."""
    starts = [mention.span.start for mention in dates]
    taken = Stretches(mention.span for mention in dates)
    items = {block.span.start for block in document.blocks if block.kind == "item"}
    in_tables = Stretches(table.span for table in document.tables if table.cells)
    reading = Reading()
    for span in sentences_of(text):
        is_item = span.start in items or LIST_MARK.match(text, span.start) is not None
        body = Span(after_mark(text, span.start), span.end)
        begins_line = text[span.start - 1 : span.start] in ("", "\n")
        if begins_line:
            reading.begin_line(is_item=is_item, is_numbered=body.start > span.start)
            reading.begin_field(small, body, in_table=in_tables.touched_by(body) is not None)
        opens_list = not is_item and announces(text, span)
        if not opens_list and not has_figure(text, span):
            continue
        within = dates[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        sentence = _sentence(text, small, span, within, reading, ahead)
        was_done = reading.tells_of_past
        line = small[span.start : span.end].rstrip()
        if opens_list and ((begins_line and body.start == span.start) or line.endswith(":")):
            reading.tells_of_past = tells_of_past(line)
        if rows.touched_by(span) or not sentence.may_aim or was_done:
            continue
        is_value = reading.field == "target"
        found = find_quantities(small, body, taken, is_value=is_value)
        sentence = replace(sentence, quantities=found)
        aimed, left = aimed_quantities(sentence)
        yield from _targets(document, sentence, aimed, within, reading.horizon)
        if opens_list:
            reading.begin_list(left, within)


def _may_lie_ahead(mention: DateMention, ahead: Ahead) -> bool:
    return looks_ahead(mention) and ahead.may_be(mention.end.year)


def _sentence(
    text: str,
    small: str,
    span: Span,
    dates: Sequence[DateMention],
    reading: Reading,
    ahead: Ahead,
) -> Sentence:
    """A sentence with its cues and dates; its quantities are looked for only if it may aim."""
    field = reading.field
    deadlines = [
        mention.span
        for mention in dates
        if binds(mention) or ahead.holds(mention) or (field and _may_lie_ahead(mention, ahead))
    ]
    return Sentence(
        text=small,
        span=span,
        events=list(find_cues(text, small, span)),
        brackets=brackets_of(text, span),
        deadlines=deadlines,
        dates=[mention.span for mention in dates],
        announced=reading.announced,
        field=field,
    )


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
        if each.quantity.kind == "euros":
            near = [date for date in near if _dates_amount(sentence, standing, date)]
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
    if bracket is None:
        return [mention for mention in dates if not _dates_other(sentence, mention)]
    if sentence.announced:
        return dates
    return [mention for mention in dates if bracket.contains(mention.span)]


def _dates_other(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date stands between parentheses with a figure of its own: "(2023 : 52 %)"."""
    bracket = next((each for each in sentence.brackets if each.contains(mention.span)), None)
    return bracket is not None and any(bracket.contains(q.figure) for q in sentence.quantities)


def _dates_amount(sentence: Sentence, standing: Standing, mention: DateMention) -> bool:
    """Whether a date may be an amount's, and not that of something else that is wanted."""
    figure, date = standing.figure, mention.span
    if date.start >= figure.end:
        told = (event.span.start for event in sentence.events if event.cue.kind in _WANTING)
        return not any(figure.end <= at < date.start for at in told)
    opens = date.start - sentence.span.start <= OPENING
    return opens or figure.start - date.end <= BESIDE or standing.aim < date.start


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
