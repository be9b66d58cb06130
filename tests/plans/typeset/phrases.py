"""Words for plans: titles, prose, bodies and figures, drawn by a seeded generator.

Parts of phrases (`../data/phrases.toml`) in, French titles and sentences out; the same seed gives
the same words. Knows nothing of plans or pages.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random
from typing import Any

DATA = Path(__file__).parents[1] / "data"


def read_data(name: str) -> dict[str, Any]:
    """One file of the data folder."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


PARTS = read_data("phrases")
PROSE: dict[str, list[str]] = PARTS["prose"]


class Phrases:
    """Draws words; gives no title twice."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.given: set[str] = set()
        self.special = list[str](PARTS["special"]["any"])
        self.random.shuffle(self.special)
        self.turns: dict[str, list[str]] = {}

    def title(self, theme: str) -> str:
        """A title that was not given before: one in six is of an unusual shape."""
        if self.special and self.random.random() < 0.17:
            return self.special.pop()
        while True:
            verb = self.random.choice(PARTS["verbs"])
            subject = self.random.choice(PARTS["objects"][theme])
            place = self.random.choice(PARTS["places"])
            title = f"{verb} {subject} {place}".strip()
            if title not in self.given:
                self.given.add(title)
                return title

    def sentences(self, kind: str, count: int) -> str:
        """A paragraph; sentences come in turn, so that they are far apart when they come again."""
        return " ".join(self.one(kind) for _ in range(count))

    def one(self, kind: str) -> str:
        """The next of a kind of prose."""
        return self.lines(kind, 1)[0]

    def lines(self, kind: str, count: int) -> list[str]:
        """The next few of a kind of prose."""
        drawn = list[str]()
        for _ in range(count):
            if not self.turns.get(kind):
                self.turns[kind] = self.random.sample(PROSE[kind], len(PROSE[kind]))
            drawn.append(self.turns[kind].pop())
        return drawn

    def some(self, kind: str, least: int, most: int) -> list[str]:
        """A few different ones: bodies, indicators."""
        return self.random.sample(PROSE[kind], self.random.randint(least, most))
