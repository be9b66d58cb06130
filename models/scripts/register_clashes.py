"""Names that two or more organisations go by, and the rules that choose between them.

Entries and `ambiguous.toml` in; the same entries out with names ambiguous where another
organisation has the better claim, plus the clashes that no rule settles. Knows nothing of how
a document is searched: an ambiguous name counts only with other evidence of its organisation.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from register_entries import Entry
from register_names import key_of, unlike

NONE = "none"


@dataclass(frozen=True, slots=True)
class Clash:
    """A name and the organisations that go by it unguarded."""

    name: str
    owners: tuple[Entry, ...]


def read_rules(path: Path) -> dict[str, dict[str, Any]]:
    """The rules by name."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def settle_clashes(entries: list[Entry], rules: dict[str, dict[str, Any]]) -> list[Clash]:
    """Apply the rules, written and automatic, and give the clashes that are left.

    Written: the default keeps the name and is preferred where a document tells of several, for
    the others it is ambiguous, and every candidate gets its cues. Automatic: a body of the
    hand-made tables goes before records of ROR alone; among those the name is ambiguous for all.
    """
    by_name = {entry.name: entry for entry in entries}
    for name, rule in rules.items():
        _apply(name, rule, by_name)
    left: list[Clash] = []
    for clash in find_clashes(entries):
        by_hand = [entry for entry in clash.owners if entry.by_hand]
        if len(by_hand) > 1:
            left.append(clash)
        for entry in clash.owners:
            if not entry.by_hand:
                _guard(entry, clash.name)
    return left


def find_clashes(entries: list[Entry]) -> list[Clash]:
    """Names that several entries hold unguarded: acronyms by letter, other names by key."""
    owners: dict[str, list[Entry]] = {}
    for entry in entries:
        ambiguous = set(entry.ambiguous)
        marks = {_mark(entry, name) for name in entry.names() if name not in ambiguous}
        for mark in sorted(marks):
            owners.setdefault(mark, []).append(entry)
    return [Clash(mark, tuple(found)) for mark, found in owners.items() if len(found) > 1]


def _mark(entry: Entry, name: str) -> str:
    return name if name in entry.acronyms else key_of(name)


def _guard(entry: Entry, mark: str) -> None:
    for name in entry.names():
        if _mark(entry, name) == mark:
            entry.guard(name)


def _apply(name: str, rule: dict[str, Any], by_name: dict[str, Entry]) -> None:
    default = rule.get("default", NONE)
    candidates: dict[str, list[str]] = rule.get("candidates", {})
    if default != NONE and default not in candidates:
        raise SystemExit(f"ambiguous.toml: {name}: the default {default!r} is no candidate")
    for candidate, cues in candidates.items():
        entry = by_name.get(candidate)
        if entry is None:
            raise SystemExit(
                f"ambiguous.toml: {name}: no organisation is called {candidate!r}; use the name as"
                " in organisations.jsonl"
            )
        found = [own for own in entry.names() if own == name or key_of(own) == key_of(name)]
        if not found:
            raise SystemExit(f"ambiguous.toml: {name}: {candidate} does not go by it")
        entry.cues += unlike(cues, entry.cues)
        if candidate == default:
            entry.preferred += found
            continue
        for own in found:
            entry.guard(own)
