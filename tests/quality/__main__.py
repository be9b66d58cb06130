"""The gate as a command: 0 where every floor holds, 1 where one does not, 2 on wrong use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.quality import report
from tests.quality.floors import TESTS, read_floors, write_floors
from tests.quality.judgement import judge, lowered, raised, without_reason
from tests.quality.running import score_sets


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.quality",
        description="Score the marked documents and hold each figure to its floor.",
    )
    parser.add_argument("sets", nargs="*", help="begins of sets' names, such as plans.contracts")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--lower", metavar="REASON", help="let floors down too: why, as CHANGELOG")
    parser.add_argument("--floors", type=Path, default=TESTS, help="the folder of the floors")
    options = parser.parse_args(arguments)
    if options.lower is not None and not options.lower.strip():
        parser.error("--lower needs the reason, in the words of CHANGELOG.md")
    floors = read_floors(options.floors)
    scored = score_sets(tuple(options.sets))
    if not scored:
        parser.error(f"no set is called {' or '.join(options.sets)}")
    verdicts = judge(scored, floors)
    print(*report.table(verdicts, "raised" if options.update else "can be raised"), sep="\n")
    for line in report.warnings(verdicts):
        print(line)
    if options.lower:
        floors = lowered(scored, floors, options.lower)
        verdicts = judge(scored, floors)
    if options.lower or options.update:
        write_floors(raised(scored, floors), options.floors)
    changelog = TESTS.parent / "CHANGELOG.md"
    untold = without_reason(floors, changelog.read_text(encoding="utf-8"))
    wrong = list(report.faults(verdicts, untold))
    for line in wrong:
        print(line)
    if not wrong:
        risen = sum(each.can_rise for each in verdicts)
        more = f"; {risen} can be raised: make floors" if risen and not options.update else ""
        print(f"every floor holds ({len(verdicts)} figures){more}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
