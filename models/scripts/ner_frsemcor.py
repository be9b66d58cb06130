"""FrSemCor's supersenses over Sequoia as named entities.

In: the FrSemCor file, the names in it classified by hand, the treebank's parts. Out: examples by
part (train, dev, test). Knows nothing of spaCy; a name that is not in the list is no name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ner_examples import Example

from extractors.records import fold

PARTS = ("train", "dev", "test")
LABELS = {"ORG", "PER", "LOC"}
KINDS = {"Institution": "Institution", "Insitution": "Institution", "": "Institution"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its id, text, word forms and named groups of words (supersense, indices)."""

    name: str
    text: str
    forms: tuple[str, ...]
    groups: tuple[tuple[str, tuple[int, ...]], ...]


def read_parts(frsemcor: Path, treebank: Path, names: Path) -> dict[str, list[Example]]:
    """The examples of each part of the treebank, in the corpus's order."""
    part_of = {
        line.split("=", 1)[1].strip(): part
        for part in PARTS
        for line in (treebank / f"fr_sequoia-ud-{part}.conllu").open(encoding="utf-8")
        if line.startswith("# sent_id")
    }
    known = read_names(names)
    parts: dict[str, list[Example]] = {part: [] for part in PARTS}
    for sentence in read_sentences(frsemcor):
        part = part_of.get(sentence.name)
        if part:
            parts[part].append(_example(sentence, known))
    return parts


def read_names(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """(supersense, surface) → (label, the part of the surface that is the name)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            (row["supersense"], row["surface"]): (row["label"], row["name"] or row["surface"])
            for row in rows
        }


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The corpus's sentences."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        name = text = ""
        rows: list[list[str]] = []
        for line in block.split("\n"):
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line.startswith("# text"):
                text = line.split("=", 1)[1].strip()
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
        yield Sentence(name, text, tuple(row[1] for row in rows), tuple(_groups(rows)))


def _groups(rows: list[list[str]]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Words alone and words that share an id; the supersense stands on one of them."""
    members: dict[str, list[int]] = {}
    senses: dict[str, str] = {}
    for index, row in enumerate(rows):
        for value in row[5].split(";"):
            identifier, _, sense = value.partition(":")
            if identifier.isdigit():
                members.setdefault(identifier, []).append(index)
                if sense or ":" in value:
                    senses[identifier] = sense
            elif value != "*":
                yield value, (index,)
    for identifier, indices in members.items():
        if identifier in senses:
            yield senses[identifier], tuple(indices)


def _example(sentence: Sentence, known: dict[tuple[str, str], tuple[str, str]]) -> Example:
    offsets = _offsets(sentence)
    found: list[tuple[int, int, str]] = []
    for sense, indices in sentence.groups:
        surface = " ".join(sentence.forms[index] for index in indices)
        label, name = known.get((KINDS.get(sense, sense), surface), ("none", ""))
        if label not in LABELS:
            continue
        words, wanted = surface.split(" "), name.split(" ")
        first = _find(words, wanted)
        chosen = indices[first : first + len(wanted)]
        if chosen[-1] - chosen[0] == len(chosen) - 1:
            found.append((offsets[chosen[0]][0], offsets[chosen[-1]][1], label))
    return Example(fold(sentence.text), tuple(longest(found)))


def _find(words: list[str], wanted: list[str]) -> int:
    for first in range(len(words) - len(wanted) + 1):
        if words[first : first + len(wanted)] == wanted:
            return first
    raise ValueError(f"{' '.join(wanted)!r} does not stand in {' '.join(words)!r}")


def _offsets(sentence: Sentence) -> list[tuple[int, int]]:
    """Where each word stands in the text; forms joined in it ("des" for "de les") share a place."""
    offsets: list[tuple[int, int]] = []
    end = 0
    for form in sentence.forms:
        start = sentence.text.find(form, end)
        if 0 <= start <= end + 2:
            end = start + len(form)
            offsets.append((start, end))
        else:
            offsets.append((end, end))
    return offsets


def longest(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The longest of the spans that overlap, in the text's order."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if start < end and all(end <= a or b <= start for a, b, _ in kept):
            kept.append((start, end, label))
    return sorted(kept)
