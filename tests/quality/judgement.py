"""Scored documents and floors in, what fell, rose or got worse out, and the floors as they'd be.

Knows nothing of how documents are scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.quality.floors import Floors, Lowered
from tests.quality.shares import Figures, total

Scored = Mapping[str, Mapping[str, Figures]]


@dataclass(frozen=True, slots=True)
class Worse:
    """A document that came to more when the floors were written."""

    set: str
    figure: str
    name: str
    before: float
    now: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure with its floor: `now` is None where nothing gives it any more, `floor` where new."""

    set: str
    figure: str
    now: float | None
    floor: float | None
    worse: Sequence[Worse] = ()

    @property
    def name(self) -> str:
        return f"{self.set}.{self.figure}"

    @property
    def has_fallen(self) -> bool:
        return self.floor is not None and (self.now is None or self.now < self.floor)

    @property
    def can_rise(self) -> bool:
        return self.now is not None and (self.floor is None or self.now > self.floor)


def judge(scored: Scored, floors: Floors) -> list[Verdict]:
    """A verdict on each figure of the sets that were scored, in their order."""
    return [verdict for name in scored for verdict in _judge_set(name, scored[name], floors)]


def _judge_set(name: str, documents: Mapping[str, Figures], floors: Floors) -> Iterator[Verdict]:
    figures, told = total(documents.values()), floors.figures.get(name, {})
    for figure in dict.fromkeys([*figures, *told]):
        now = figures[figure].value if figure in figures else None
        worse = tuple(_worse(name, figure, documents, floors))
        yield Verdict(name, figure, now, told.get(figure), worse)


def _worse(
    set: str, figure: str, documents: Mapping[str, Figures], floors: Floors
) -> Iterator[Worse]:
    for name, figures in documents.items():
        before = floors.of_document(set, name, figure)
        if figure in figures and before is not None and figures[figure].value < before:
            yield Worse(set, figure, name, before, figures[figure].value)


def without_reason(floors: Floors, changelog: str) -> list[Lowered]:
    """The floors let down that CHANGELOG.md does not tell the reason of."""
    told = " ".join(changelog.split())
    return [each for each in floors.lowered if " ".join(each.reason.split()) not in told]


def raised(scored: Scored, floors: Floors) -> Floors:
    """Floors and documents where they are now, but for what fell or got worse."""
    kept = Floors(dict(floors.figures), dict(floors.documents), list(floors.lowered))
    for name, documents in scored.items():
        verdicts = _judge_set(name, documents, floors)
        kept.figures[name] = {
            each.figure: max(value for value in (each.now, each.floor) if value is not None)
            for each in verdicts
        }
        before = floors.documents.get(name, {})
        kept.documents[name] = {
            document: _short(figures, before.get(document))
            for document, figures in documents.items()
        }
    return kept


def _short(figures: Figures, before: Mapping[str, float] | None) -> dict[str, float]:
    """The figures of a document that fall short of all right, now and when last written."""
    best = {figure: share.value for figure, share in figures.items()}
    if before is not None:
        best = {figure: max(now, before.get(figure, 1.0)) for figure, now in best.items()}
    return {figure: value for figure, value in best.items() if value < 1}


def lowered(scored: Scored, floors: Floors, reason: str) -> Floors:
    """Floors and documents where they are now, each floor let down with the reason beside it."""
    fallen = [each for name in scored for each in _judge_set(name, scored[name], floors)]
    told = [
        Lowered(each.name, each.floor or 0, each.now or 0, reason)
        for each in fallen
        if each.has_fallen
    ]
    others = {name: its for name, its in floors.figures.items() if name not in scored}
    now = raised(scored, Floors(others, {}, [*floors.lowered, *told]))
    return Floors(now.figures, floors.documents | now.documents, now.lowered)
