"""What falls is named, what rises is kept, and nothing is let down in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.floors import Floors, Lowered, read_floors, write_floors
from tests.quality.judgement import judge, lowered, raised, without_reason
from tests.quality.report import faults, warnings
from tests.quality.shares import Share, f1, total

BEFORE = {
    "plans.tables": {
        "01-tableau": {"items": Share(8, 10), "whole": Share(0, 1)},
        "02-tableau": {"items": Share(10, 10), "whole": Share(1, 1)},
        "03, en deux": {"items": Share(1, 3), "whole": Share(0, 1)},
    }
}


def changed(**items: Share):
    """The same documents, with other items found."""
    documents = dict(BEFORE["plans.tables"])
    for number, share in items.items():
        name = next(each for each in documents if each.startswith(number.strip("_")))
        documents[name] = documents[name] | {"items": share}
    return {"plans.tables": documents}


@pytest.fixture
def floors(tmp_path: Path) -> Floors:
    """As they stand on disk after `make floors`."""
    write_floors(raised(BEFORE, Floors()), tmp_path)
    return read_floors(tmp_path)


def test_floors_are_figures_rounded_down_and_known_documents(floors: Floors, tmp_path: Path):
    assert floors.figures == {"plans.tables": {"items": 0.826, "whole": 0.333}}
    assert floors.documents["plans.tables"] == {
        "02-tableau": {},
        "01-tableau": {"items": 0.8, "whole": 0.0},
        "03, en deux": {"items": 0.333, "whole": 0.0},
    }
    files = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    write_floors(raised(BEFORE, floors), tmp_path)
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == files


def test_a_figure_at_its_floor_holds(floors: Floors):
    verdicts = judge(BEFORE, floors)
    assert not any(each.has_fallen or each.can_rise or each.worse for each in verdicts)


def test_a_figure_that_falls_is_named_with_the_documents_that_got_worse(floors: Floors):
    verdicts = judge(changed(_02=Share(7, 10), _03=Share(2, 3)), floors)
    assert list(faults(verdicts, [])) == [
        "FALLEN plans.tables.items: 0.739, its floor is 0.826",
        "  02-tableau: 1.000 → 0.700",
    ]


def test_a_document_that_gets_worse_while_the_figure_holds_is_a_warning(floors: Floors):
    verdicts = judge(changed(_01=Share(10, 10), _02=Share(9, 10)), floors)
    assert not list(faults(verdicts, []))
    assert list(warnings(verdicts))[1:] == ["  02-tableau: 1.000 → 0.900"]


def test_a_figure_that_nothing_gives_any_more_has_fallen(floors: Floors):
    without = {"plans.tables": {"02-tableau": {"whole": Share(1, 1)}}}
    assert list(faults(judge(without, floors), [])) == [
        "FALLEN plans.tables.items: no longer measured, its floor is 0.826"
    ]


def test_a_new_document_got_worse_than_nothing(floors: Floors):
    more = {"plans.tables": BEFORE["plans.tables"] | {"04-neuf": {"items": Share(1, 2)}}}
    assert not any(each.worse for each in judge(more, floors))
    assert raised(more, floors).documents["plans.tables"]["04-neuf"] == {"items": 0.5}


def test_raising_raises_only(floors: Floors):
    now = raised(changed(_01=Share(1, 10), _03=Share(3, 3)), floors)
    assert now.figures == floors.figures
    assert now.documents["plans.tables"]["01-tableau"] == {"items": 0.8, "whole": 0.0}
    assert now.documents["plans.tables"]["03, en deux"] == {"whole": 0.0}
    assert raised(changed(_03=Share(3, 3)), floors).figures["plans.tables"]["items"] == 0.913


def test_lowering_tells_why_and_changelog_has_to(floors: Floors, tmp_path: Path):
    worse = changed(_02=Share(7, 10))
    now = lowered(worse, floors, "Tables: cells of another kind")
    write_floors(now, tmp_path)
    now = read_floors(tmp_path)
    assert now.lowered == [
        Lowered("plans.tables.items", 0.826, 0.695, "Tables: cells of another kind")
    ]
    assert not any(each.has_fallen or each.worse for each in judge(worse, now))
    assert without_reason(now, "- Tables: cells\n  of another kind") == []
    assert len(list(faults(judge(worse, now), without_reason(now, "- Speed")))) == 1


@pytest.mark.parametrize(
    ("share", "value"),
    [(Share(2, 3), 0.666), (Share(3, 3), 1.0), (Share(0, 0), 1.0), (Share(0, 2), 0.0)],
)
def test_shares_are_told_in_thousandths(share: Share, value: float):
    assert share.value == value


def test_shares_of_documents_add_up():
    both = total([{"items": f1(3, 4, 3)}, {"items": f1(0, 1, 0), "whole": Share(1, 1)}])
    assert both == {"items": Share(6, 8), "whole": Share(1, 1)}
