"""A figure in its sentence and what holds there in, the aim that governs the figure out, if any.

What holds (an aim, a budget, a statement) comes from `walk`. Words that open a budget ("enveloppe",
"doté de") are cues; money may be committed with the amount first too, or with a verb of today.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.commitments.quantities import Quantity
from extractors.commitments.targets.sentences import Aim, Sentence
from extractors.commitments.targets.vocabulary import CueKind
from extractors.french.phrases import phrases_of
from extractors.records import Span

LEAST_BUDGET = 1000  # euros; what is less is a price
REACH = 170  # characters from a cue to the figure that it governs
WHOLE = 100  # per cent
FEW = 12  # that are counted in words
NEAR = 60  # characters to either side of an aim that say what is aimed at

RULES: dict[CueKind, str] = {
    "verb": "aim_verb",
    "intention": "aim_intention",
    "future": "aim_future",
    "noun": "aim_noun",
    "passive": "aim_passive",
    "change": "change",
    "budget": "budget",
}
_BINDING = frozenset({"de", "à", "par", "+", "-"})
_SAID = phrases_of(__file__, minds_case=True)
_LIMITING = frozenset(
    {"jour", "jours", "heure", "heures", "h", "minutes", "semaine", "semaines", "mois"}
)
_YEARS = frozenset({"an", "ans", "année", "années"})
LEAST = 1e6  # euros; who sets less aside says so in a budget's words
BEFORE, AFTER = 60, 90  # characters around an amount that say what it is


@dataclass(slots=True)
class State:
    """What holds at a point of a sentence.

    `is_present`: the next figure is one of today. `was_strong`: an aim has been told before.
    """

    aim: Aim | None = None
    budget: Aim | None = None
    is_stated: bool = False
    stated_at: int = -1
    is_present: bool = False
    last: Quantity | None = None
    was_strong: bool = False


def aim_of(sentence: Sentence, state: State, quantity: Quantity, *, in_bracket: bool) -> Aim | None:
    """The aim that governs a quantity; between parentheses, no horizon alone makes one."""
    if _is_compared(sentence, quantity):
        return None
    if quantity.kind == "euros":
        return _aim_of_amount(sentence, state, quantity)
    if quantity.kind == "duration" and not _is_delay(sentence, state.aim, quantity):
        if _is_limit(sentence, quantity):
            return Aim(quantity.span, "aim_verb")
        is_field = bool(sentence.field) and quantity.unit not in _YEARS
        moves = quantity.baseline is not None or is_field or sentence.is_named_delay(quantity)
        return _aim_by_horizon(sentence, state, quantity) if moves else None
    if _counts_little(sentence, quantity):
        return None
    aim = state.aim
    if aim and not _governs(sentence, state, aim, quantity):
        aim = None
    if aim and not aim.is_strong and (state.is_stated or not sentence.deadlines):
        aim = None
    if aim is None and not in_bracket:
        aim = _aim_after(sentence, quantity) or _aim_by_horizon(sentence, state, quantity)
        if aim is None and not state.is_stated and sentence.opens_on(quantity):
            aim = Aim(quantity.span, "aim_verb")
    if aim and _SAID["disease"].match(quantity.unit) and aim.direction in ("increase", "reach"):
        return None
    return aim


def _aim_of_amount(sentence: Sentence, state: State, quantity: Quantity) -> Aim | None:
    """An amount is a budget's, or aimed at like any figure."""
    is_part = state.last is not None and state.last.kind == "euros"
    if is_for_one(sentence.text, sentence.span, quantity):
        return None
    aim = state.budget
    is_far = aim is not None and quantity.figure.start - aim.span.end > REACH
    if (is_far and not is_part) or quantity.value < LEAST_BUDGET:
        aim = None
    if state.aim and state.aim.is_strong and _governs(sentence, state, state.aim, quantity):
        aim = state.aim
    if aim is None:
        passive = _aim_after(sentence, quantity) if quantity.value >= LEAST_BUDGET else None
        if passive:
            return replace(passive, rule="budget")
        at = (sentence.text, sentence.span, quantity)
        is_given = (not state.is_stated and is_committed(*at)) or is_estimated(*at)
        return Aim(quantity.span, "budget") if is_given else None
    return None if sentence.is_stated_after(quantity) else aim


def _governs(sentence: Sentence, state: State, aim: Aim, quantity: Quantity) -> bool:
    """Whether an aim reaches a quantity, straight or along a list."""
    last, start = state.last, quantity.span.start
    is_listed = bool(last and last.kind == quantity.kind and last.figure.start > aim.span.start)
    first = last.span.end if last and is_listed else aim.span.end
    if aim.span.start < sentence.span.start:
        first = sentence.span.start
    if start - first > REACH:
        return False
    if quantity.preposition == "par" and not _SAID["times"].match(sentence.text, aim.span.start):
        return False
    between = sentence.text[min(first, start) : start]
    if ";" in between or (not is_listed and sentence.begins_clause(first, start)):
        return False
    if aim.rule not in ("aim_noun", "announced") and between.rstrip().endswith(":"):
        return bool(quantity.preposition) or (
            quantity.kind == "percent" and quantity.value == WHOLE
        )
    if quantity.is_bare and not _is_bound(sentence, aim, quantity):
        return False
    is_direct = aim.rule in ("aim_verb", "aim_future") and "," not in between
    return is_direct or not sentence.is_stated_after(quantity)


def _is_bound(sentence: Sentence, aim: Aim, quantity: Quantity) -> bool:
    """Whether words tie a figure that counts nothing by itself to its aim."""
    if quantity.preposition in _BINDING or quantity.is_yearly:
        return True
    return sentence.text[aim.span.end : quantity.span.start].rstrip().endswith((":", "est"))


def _is_delay(sentence: Sentence, aim: Aim | None, quantity: Quantity) -> bool:
    """A duration is aimed at where a delay is to become so long; years are somebody's age."""
    if (
        not aim
        or not aim.is_strong
        or _SAID["ends_label"].match(sentence.text, quantity.figure.end)
    ):
        return False
    moves = aim.attains or aim.direction in ("increase", "decrease")
    if sentence.field == "target" or (quantity.baseline is not None and moves):
        return True
    if quantity.preposition not in ("à", "de", "sous") and not aim.is_change:
        return False
    start = max(sentence.span.start, aim.span.start - NEAR)
    end = min(sentence.span.end, quantity.span.end + NEAR)
    wanted = _SAID["life"] if quantity.unit in _YEARS else _SAID["delay"]
    return wanted.search(sentence.text, start, end) is not None


def _is_limit(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether an aim's title says how soon: "Répondre en moins de dix jours"."""
    if quantity.unit.split()[0] not in _LIMITING or len(sentence.quantities) > 1:
        return False
    before = sentence.text[sentence.span.start : quantity.figure.start]
    is_soon = _SAID["within"].search(before) or _SAID["at_most"].match(
        sentence.text, quantity.figure.end
    )
    return bool(is_soon) and (sentence.opens_with_infinitive or sentence.opens_with_label)


def _is_compared(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a figure is told against another, or is the number of those who were asked."""
    if _SAID["compared"].match(sentence.text, quantity.figure.end, sentence.span.end):
        return True
    before = sentence.text[sentence.span.start : quantity.figure.start]
    return _SAID["asked"].search(before[-NEAR:]) is not None


def _counts_little(sentence: Sentence, quantity: Quantity) -> bool:
    """ "deux consultations", "quatre régions": said in words, and no aim without a horizon."""
    is_few = quantity.kind == "count" and quantity.is_small and quantity.value <= FEW
    if not is_few or quantity.preposition == "par":
        return False
    return not (sentence.field or sentence.announced or sentence.has_deadline(quantity))


def _aim_by_horizon(sentence: Sentence, state: State, quantity: Quantity) -> Aim | None:
    """ "100 centres certifiés d'ici 2028": a horizon, and nothing that tells of what is."""
    if quantity.is_small or not sentence.has_deadline(quantity):
        return None
    if quantity.is_bare and not sentence.is_named_count(quantity):
        return None
    if not sentence.field and (state.is_stated or sentence.is_stated_after(quantity)):
        return None
    return Aim(quantity.span, "horizon")


def _aim_after(sentence: Sentence, quantity: Quantity) -> Aim | None:
    """The future tense whose subject a quantity is: "1 000 infirmiers seront formés"."""
    if quantity.is_small or quantity.is_bare:
        return None
    if _SAID["chosen"].match(quantity.unit) and not sentence.deadlines:
        return None
    for event in sentence.events_after(quantity):
        kind = event.cue.kind
        if kind in ("passive", "future"):
            return Aim(event.span, RULES[kind], event.cue.direction)
        if kind in ("statement", "being", "verb"):
            return None
    return None


def is_committed(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether the words beside an amount say that it is given, and to last."""
    if quantity.value < LEAST:
        return False
    start, end = quantity.span.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    preposed = text[max(within.start, start - BEFORE) : quantity.figure.start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(
        _SAID["committed_after"].match(after)
        or _SAID["lasting"].match(after)
        or _SAID["committing_before"].search(before)
        or _SAID["committing_before"].search(preposed)
    )


def is_estimated(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is what a plan is to cost: "Le coût total du plan est estimé à"."""
    start = quantity.figure.start
    return (
        _SAID["estimated"].search(text[max(within.start, start - 2 * BEFORE) : start]) is not None
    )


def is_for_one(text: str, within: Span, quantity: Quantity) -> bool:
    """Whether an amount is one project's, a ceiling, or a call for projects'."""
    start, end = quantity.figure.start, quantity.figure.end
    before = text[max(within.start, start - BEFORE) : start]
    after = text[end : min(within.end, end + AFTER)]
    return bool(_SAID["limit"].search(before) or _SAID["each"].match(after))
