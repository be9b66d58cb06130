"""A sentence's cues and figures in, the figures that someone aims at out, each with its aim.

Goes from left to right: a cue opens an aim, a statement or a turn ends it, and what stands between
parentheses has aims of its own. Horizons are told elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractors.commitments.quantities import Quantity
from extractors.commitments.targets.aims import RULES, State, aim_of
from extractors.commitments.targets.cues import Event, is_result
from extractors.commitments.targets.sentences import CLAUSE_END, Aim, Aimed, Sentence
from extractors.records import Direction, Span

_SURVIVE_BEING = frozenset({"aim_noun", "aim_future", "aim_passive"})
PASSIVE_REACH = 30  # characters from "sera" to its participle


@dataclass(slots=True)
class _Walk:
    """The way through one sentence; `pending` is a baseline whose aim is still to come."""

    sentence: Sentence
    state: State
    found: list[Aimed] = field(default_factory=list[Aimed])
    pending: Quantity | None = None


def aimed_quantities(sentence: Sentence) -> tuple[list[Aimed], Aim | None]:
    """The quantities that are aimed at, in order, and the aim that the sentence leaves open."""
    walk = _Walk(sentence, _opening_state(sentence))
    outer = walk.state
    bracket: Span | None = None
    for item in sorted((*sentence.events, *sentence.quantities), key=_place):
        at = _place(item)
        within = next((each for each in sentence.brackets if each.start <= at < each.end), None)
        if within != bracket:
            walk.state = _bracket_state(sentence, outer, within) if within else outer
            bracket = within
        if isinstance(item, Quantity):
            _take_quantity(walk, item, in_bracket=bracket is not None)
        else:
            _take_event(walk, item)
    return walk.found, outer.aim or outer.budget


def _place(item: Event | Quantity) -> int:
    return item.figure.start if isinstance(item, Quantity) else item.span.start


def _opening_state(sentence: Sentence) -> State:
    announced = sentence.announced
    if announced and announced.rule == "budget":
        return State(budget=announced)
    return State(aim=announced)


def _bracket_state(sentence: Sentence, outer: State, bracket: Span) -> State:
    """Parentheses explain; only amounts that were announced, or led by a label, stand in them."""
    announced = sentence.announced
    budget = announced if announced is not None and announced.rule == "budget" else None
    if budget is None and outer.budget:
        between = sentence.text[outer.budget.span.end : bracket.start]
        budget = outer.budget if ":" in between else None
    return State(budget=budget, is_stated=True)


def _take_event(walk: _Walk, event: Event) -> None:
    state = walk.state
    state.is_present = False
    match event.cue.kind:
        case "statement":
            state.aim, state.budget = None, None
            state.is_stated, state.stated_at = True, event.span.end
        case "turn":
            state.aim = None
        case "being":
            if state.aim and state.aim.rule not in _SURVIVE_BEING:
                state.aim = None
        case "now":
            state.is_present = True
        case "participle":
            _take_participle(state, event)
        case "change":
            _take_change(walk, event)
        case "budget":
            if not _is_stated_of(walk, event):
                state.budget = Aim(event.span, "budget")
        case _:
            _take_aim(walk, event)


def _is_stated_of(walk: _Walk, event: Event) -> bool:
    """Whether a statement of the same clause has the word: "ont ramené le budget"."""
    state = walk.state
    if not state.is_stated or state.stated_at < 0:
        return False
    return not CLAUSE_END.search(walk.sentence.text, state.stated_at, event.span.start)


def _take_aim(walk: _Walk, event: Event) -> None:
    state, cue = walk.state, event.cue
    is_told = _is_stated_of(walk, event) or (cue.attains and state.is_stated)
    if is_told and cue.kind == "verb" and is_result(walk.sentence.text, event.span):
        return
    direction: Direction = cue.direction
    if cue.attains and state.aim and state.aim.rule in ("aim_verb", "aim_future"):
        direction = state.aim.direction
    aim = Aim(event.span, RULES[cue.kind], direction, cue.attains, cue.is_change)
    state.aim, state.is_stated, state.was_strong = aim, False, True
    if cue.factor:
        _take_factor(walk, event, aim)


def _take_factor(walk: _Walk, event: Event, aim: Aim) -> None:
    """ "doubler", "le doublement": a word that is a figure itself."""
    figure = Quantity(event.span, event.span, event.cue.factor, "factor", "fois")
    walk.found.append(Aimed(figure, replace(aim, direction=event.cue.direction)))


def _take_participle(state: State, event: Event) -> None:
    """ "sera réduit": the passive goes the verb's way."""
    aim = state.aim
    if aim is None or event.span.start - aim.span.end > PASSIVE_REACH:
        return
    if aim.rule in ("aim_passive", "aim_noun"):
        cue = event.cue
        state.aim = replace(aim, direction=cue.direction, attains=cue.attains)


def _take_change(walk: _Walk, event: Event) -> None:
    """ "viser une baisse" goes the noun's way; a noun alone aims only with help."""
    state = walk.state
    direction, aim = event.cue.direction, state.aim
    if event.cue.factor:
        is_aimed = bool(walk.sentence.deadlines) and not state.is_stated
        if is_aimed or (aim and aim.is_strong):
            _take_factor(walk, event, aim or Aim(event.span, "change", direction))
        return
    if aim is None:
        if direction != "reach" or not state.is_stated:
            rule = "aim_noun" if state.was_strong else "change"
            state.aim = Aim(event.span, rule, direction)
    elif aim.direction == "reach" and direction != "reach":
        state.aim = replace(aim, direction=direction, attains=False)


def _take_quantity(walk: _Walk, quantity: Quantity, *, in_bracket: bool) -> None:
    state = walk.state
    is_present, state.is_present = state.is_present, False
    if is_present and quantity.baseline is None:
        if not _note_baseline(walk, quantity):
            walk.pending = quantity
        return
    aim = aim_of(walk.sentence, state, quantity, in_bracket=in_bracket)
    if aim is None:
        if in_bracket:
            _note_baseline(walk, quantity)
        return
    if aim.rule == "aim_verb" and quantity.preposition == "par":
        quantity = _as_factor(quantity, aim)
    walk.found.append(Aimed(quantity, aim, _baseline_of(walk, quantity)))
    state.last = quantity


def _as_factor(quantity: Quantity, aim: Aim) -> Quantity:
    """ "multiplier par deux" is a factor, "diviser par deux" a half."""
    if aim.direction == "decrease" and quantity.value:
        value = 1 / quantity.value
        return replace(quantity, value=value, kind="factor", unit="", counted=None)
    return replace(quantity, kind="factor", unit="fois", counted=None)


def _baseline_of(walk: _Walk, quantity: Quantity) -> float | None:
    pending = walk.pending
    if quantity.baseline is None and pending and pending.kind == quantity.kind:
        walk.pending = None
        return pending.value
    return quantity.baseline


def _note_baseline(walk: _Walk, quantity: Quantity) -> bool:
    """Take a figure of today as where the aim just told starts from, if it may be."""
    last = walk.found[-1] if walk.found else None
    if not last or last.quantity.kind != quantity.kind:
        return False
    if last.baseline is None and not last.is_change:
        walk.found[-1] = replace(last, baseline=quantity.value)
    return True
