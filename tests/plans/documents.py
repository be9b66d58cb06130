"""Documents with their plans: a folder of files with gold beside them in, frozen records out.

The format is described in `README.md` beside this module. Marked documents each have a folder,
`SET/NAME/`; others stand flat, and worked examples are texts inside their gold.
Usage: python -m tests.plans.documents FOLDER...     tells what is inconsistent in the gold
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.media_types import BY_ENDING
from extractors.records import ItemKind
from tests.plans.gold_faults import find_faults
from tests.plans.sources import read_source

MARKED = Path(__file__).parents[1] / "gold" / "plans"
GOLD = "gold.json"


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """An item of the plan; `parent` is its parent's number if it has one, else its title."""

    kind: ItemKind
    number: str | None
    parent: str | None
    title: str
    word: str = ""
    deadline: str | None = None
    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedClaim:
    """A statement of a plan's size, or of an item's where `item` names one."""

    plan: str
    kind: ItemKind
    stated: int
    qualifier: str = "exact"
    item: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedTarget:
    """A quantified aim or an amount that the plan sets."""

    item: str | None
    text: str
    value: float
    unit: str
    baseline: float | None = None
    direction: str = "reach"
    change: bool = False
    horizon: str | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A file and what is expected in it; claims and targets are None where nobody marked them.

    `holds` is the set of marked documents that it is of ("contracts"), `round` the how-manieth
    time that documents were marked.
    """

    name: str
    form: str
    url: str
    media_type: str
    content: bytes
    plan: tuple[ExpectedItem, ...]
    claims: tuple[ExpectedClaim, ...] | None
    targets: tuple[ExpectedTarget, ...] | None
    complete: bool = True
    holds: str = ""
    round: int = 0
    seen: bool = True


def read_folder(folder: Path) -> list[PlanDocument]:
    """The documents below a folder, by name; `ValueError` names a gold without its file."""
    return [document for path in _golds_below(folder) for document in read_gold(path)]


def _golds_below(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.json"), *folder.rglob(f"*/{GOLD}")])


def read_gold(path: Path) -> list[PlanDocument]:
    """The documents that a gold file speaks of: a pair, or one for each format it is in."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    if path.name == GOLD:
        return _marked(path.parent, gold)
    if "gold" in gold:
        return [_worked_example(path.stem, gold)]
    files = [path.with_suffix(ending) for ending in BY_ENDING]
    documents = [_document(file.name, file.read_bytes(), gold) for file in files if file.exists()]
    if not documents:
        raise ValueError(f"{path.name}: no document stands beside it")
    return documents


def source_of(place: Path) -> Path:
    """The marked source in a document's folder."""
    (path,) = place.glob("source.*")
    return path


def _marked(place: Path, gold: dict[str, Any]) -> list[PlanDocument]:
    """A marked document and its twin, which is made from the source unless it is typeset."""
    (file,) = place.glob("document.*")
    holds = place.parent.name
    documents = [_document(place.name + file.suffix, file.read_bytes(), gold, holds)]
    if gold["pair"]:
        text, gold_of_twin = read_source(source_of(place)).version(is_twin=True)
        is_typeset = file.suffix == ".pdf"
        content = (place / "twin.pdf").read_bytes() if is_typeset else text.encode()
        documents.append(_document(gold["pair"] + file.suffix, content, gold_of_twin, holds))
    return documents


def _document(name: str, content: bytes, gold: dict[str, Any], holds: str = "") -> PlanDocument:
    try:
        return PlanDocument(
            name=name,
            form=gold["form"],
            url=gold.get("url", ""),
            media_type=BY_ENDING[Path(name).suffix],
            content=content,
            plan=tuple(map(_item, gold["plan"])),
            claims=tuple(ExpectedClaim(**claim) for claim in gold["claims"]),
            targets=tuple(ExpectedTarget(**target) for target in gold["targets"]),
            complete=gold["complete"],
            holds=holds,
            round=gold.get("round", 0),
            seen=gold.get("seen", True),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{name}: its gold is malformed: {error}") from error


def _worked_example(name: str, example: dict[str, Any]) -> PlanDocument:
    return PlanDocument(
        name=name,
        form=example.get("kind", "worked_example"),
        url=example.get("url", ""),
        media_type="text/plain",
        content=example["text"].encode(),
        plan=tuple(map(_item, example["gold"]["plan"])),
        claims=None,
        targets=None,
    )


def _item(gold: dict[str, Any]) -> ExpectedItem:
    lists: dict[str, Any] = {
        key: tuple(gold.get(key) or ()) for key in ("leads", "partners", "indicators")
    }
    return ExpectedItem(**(gold | lists))


def main(folders: list[Path]) -> int:
    """Print what is inconsistent, and how much there is of each form; 1 if anything is."""
    faulty = False
    for folder in folders:
        forms: Counter[str] = Counter()
        for path in _golds_below(folder):
            gold = json.loads(path.read_text(encoding="utf-8"))
            faults = [] if "gold" in gold else list(find_faults(gold))
            try:
                forms.update(document.form for document in read_gold(path))
            except ValueError as error:
                faults.append(str(error))
            shown = path.relative_to(folder)
            print(*(f"{shown}: {fault}" for fault in faults), sep="\n", end="\n" * bool(faults))
            faulty = faulty or bool(faults)
        print(f"{folder}: {forms.total()} documents:", dict(forms))
    return int(faulty)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
