"""What starting costs: processor time of small jobs, all their processes counted, beside a peer's.

    python -m tests.benchmarks.start_cost [PROGRAM…]

PROGRAM is an `inca` of another environment to compare with, run in the folder of its checkout. Each
job is run three times and the least is printed, so that what else the machine does counts little.
The peer is explosion's `fr_core_news_sm` where it is installed, else spaCy's own blank French.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMES = 3
PR_SET_CHILD_SUBREAPER = 36


def processor_seconds(command: Sequence[str], folder: Path = ROOT) -> float:
    """User and system time of a command and of all processes that it starts, orphans too."""
    before = _of_children()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    with suppress(ChildProcessError):  # the servers of its processes, which outlive it a moment
        while True:
            os.waitpid(-1, 0)
    return _of_children() - before


def _of_children() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def least(command: Sequence[str], folder: Path = ROOT) -> float:
    return min(processor_seconds(command, folder) for _ in range(TIMES))


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def extract_cost(program: str, document: Path) -> float:
    """What `inca extract` of one document costs, into a fresh folder each time."""
    costs: list[float] = []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as output:
            command = [program, "extract", str(document), "--output", output]
            costs.append(processor_seconds(command, Path(program).absolute().parents[2]))
    return min(costs)


def run_costs(document: Path) -> tuple[float, float]:
    """What `inca run --offline` costs with something new, and with nothing new."""
    program = str(Path(sys.executable).parent / "inca")
    new: list[float] = []
    none: list[float] = []
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as name:
            inbox = Path(name) / "raw" / "inbox"
            inbox.mkdir(parents=True)
            (inbox / document.name).write_bytes(document.read_bytes())
            command = [program, "run", "--offline", "--raw", str(inbox.parent)]
            command += ["--output", str(Path(name) / "output")]
            new.append(processor_seconds(command))
            none.append(processor_seconds(command))
    return min(new), min(none)


def main(programs: Sequence[str]) -> None:
    if sys.platform == "linux":  # orphans become ours, so that their time is told
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    peer = "fr_core_news_sm" if find_spec("fr_core_news_sm") else "blank French"
    load_peer = "spacy.load('fr_core_news_sm')" if "core" in peer else "spacy.blank('fr')"
    importing = least(python("import spacy"))
    rows = [
        ("import spacy", importing),
        (f"spacy.load: {peer}, after import", least(python(f"import spacy; {load_peer}"))),
        (
            "spacy.load: fr_inca_plans, after import",
            least(python("import spacy; spacy.load('models/fr_inca_plans')")),
        ),
    ]
    rows = [rows[0], *((name, cost - importing) for name, cost in rows[1:])]
    shipped = sorted((ROOT / "raw" / "inca" / "2022").glob("contrat-d-objectifs*"))
    documents = [path for path in shipped if path.suffix in (".md", ".pdf")]
    for program in (str(Path(sys.executable).parent / "inca"), *programs):
        for document in documents:
            cost = extract_cost(program, document)
            rows.append((f"{program} extract, one {document.suffix[1:]}", cost))
    new, none = run_costs(documents[-1])
    rows += [("inca run --offline, one new document", new), ("with nothing new", none)]
    for name, cost in rows:
        print(f"{cost:6.2f} s  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
