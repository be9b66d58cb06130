"""Examples of named entities: texts with inline marks in, folded texts with labelled spans out.

Reads `[INCa](ORG)` in lines and `[INCa](org Institut national du cancer)` in annotated documents;
knows nothing of corpora, of spaCy or of what is done with the examples.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from extractors.records import fold

MARK = re.compile(
    r"\[([^\[\]]+)\]\((ORG|PER|LOC|org|date|ignore)(?: ([^()]*(?:\([^()]*\)[^()]*)*))?\)"
)
HELD_OUT = 6  # one block in so many is kept for measuring


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its names: (start, end, label), in order and apart from one another."""

    text: str
    spans: tuple[tuple[int, int, str], ...]

    def lines(self) -> list[Example]:
        """The example cut at its line ends; no name runs over one."""
        lines: list[Example] = []
        start = 0
        for line in self.text.split("\n"):
            end = start + len(line)
            inside = tuple((a - start, b - start, x) for a, b, x in self.spans if start <= a < end)
            lines.append(Example(line, inside))
            start = end + 1
        return lines


def join(examples: list[Example], separators: list[str]) -> Example:
    """One example of many; `separators` stand between them (one fewer than the examples)."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for example, separator in zip(examples, [*separators, ""], strict=True):
        spans += [(a + len(text), b + len(text), label) for a, b, label in example.spans]
        text += example.text + separator
    return Example(text, tuple(spans))


def parse(marked: str) -> Example:
    """A marked text's example. Labels keep their case: `org` and `ignore` of documents too."""
    text, end = "", 0
    spans: list[tuple[int, int, str]] = []
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        end = match.end()
    text += marked[end:]
    if "](" in text:
        raise ValueError(f"a mark is malformed in {marked!r}")
    return Example(fold(text), tuple(span for span in spans if span[2] != "date"))


def read_sentences(folder: Path) -> tuple[list[Example], list[Example]]:
    """The blocks of marked lines in a folder's files: those to train on, those held out.

    Which block is held out depends on its first line alone: blocks added later move none.
    """
    training: list[Example] = []
    held_out: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
            digest = hashlib.sha256(block.split("\n")[0].encode()).digest()
            chosen = held_out if digest[0] % HELD_OUT == 0 else training
            chosen.append(parse(block))
    return training, held_out


def read_annotated(folder: Path) -> list[Example]:
    """The annotated documents of a folder, with the spans `org` and `ignore` only."""
    documents: list[Example] = []
    for path in sorted(folder.glob("*.md")):
        _, _, body = path.read_text(encoding="utf-8").split("+++\n", 2)
        documents.append(parse(body.strip("\n")))
    return documents
