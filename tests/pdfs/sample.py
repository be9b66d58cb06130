"""A sample: a role, what it says, and what its pages carry beside the text.

A PDF's bytes in, the files `<role>.pdf` and `<role>.json` out; knows no producer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import pypdfium2

from tests.pdfs.content import Block, Contents, Heading, Telling, plain, walk

FOLDER = Path(__file__).with_name("samples")
ORDER = (
    "producer traits text footnotes headers footers page_numbers rotated tables bookmarks links"
    " issues"
).split()

# what is printed on a page, from its number (1-based) and the number of pages; "" for nothing
PerPage: TypeAlias = Callable[[int, int], str]


def nothing(page: int, pages: int) -> str:
    """Print nothing on any page."""
    return ""


@dataclass
class Sample:
    """What is set, and all that a reader should find beside the blocks."""

    role: str
    traits: Sequence[str]
    blocks: Sequence[Block]
    header: PerPage = nothing
    footer: PerPage = nothing
    page_number: PerPage = nothing
    rotated: Sequence[str] = ()
    # whether the PDF's own outline must name all headings
    bookmarked: bool = False
    issues: Sequence[str] = ()
    # how the producer sets it: the producer's own words
    options: dict[str, Any] = field(default_factory=dict)

    def tell(self, producer: str, content: bytes) -> dict[str, Any]:
        """The truth about the PDF that was set from this sample."""
        with pypdfium2.PdfDocument(content) as pdf:
            pages = len(pdf)
            bookmarks = [
                [mark.level + 1, mark.get_title(), mark.get_dest().get_index() + 1]
                for mark in pdf.get_toc()
            ]
        self._check_bookmarks(bookmarks)
        numbers = range(1, pages + 1)
        truth = {
            "producer": producer,
            "traits": list(self.traits),
            **Telling(self.blocks).tell(),
            "headers": self._print(self.header, numbers),
            "footers": self._print(self.footer, numbers),
            "page_numbers": self._print(self.page_number, numbers),
            "rotated": list(self.rotated),
            "bookmarks": bookmarks if self.bookmarked else [],
            "issues": list(self.issues),
        }
        return {key: truth[key] for key in ORDER if truth[key]}

    def _print(self, per_page: PerPage, numbers: range) -> list[str]:
        printed = [plain(per_page(number, len(numbers))) for number in numbers]
        return [text for text in printed if text]

    def _check_bookmarks(self, found: list[list[Any]]) -> None:
        """The pages come from the PDF; that all headings are there is for us to know."""
        if not self.bookmarked:
            return
        headings = [b for b in walk(self.blocks) if isinstance(b, Heading) and b.level <= 3]
        expected = [[heading.level, plain(heading.text)] for heading in headings]
        told = [[level, " ".join(title.split())] for level, title, _ in found]
        assert told == expected, f"{self.role}: bookmarks {told} instead of {expected}"
        pages = {title: page for _, title, page in found}
        for contents in (block for block in walk(self.blocks) if isinstance(block, Contents)):
            wrong = [e for e in contents.entries if pages.get(plain(e[1]), e[2]) != e[2]]
            assert not wrong, f"{self.role}: contents name wrong pages: {wrong}, found {pages}"

    def write(self, producer: str, content: bytes) -> None:
        """Keep the PDF and its truth."""
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{self.role}.pdf").write_bytes(content)
        truth = json.dumps(self.tell(producer, content), ensure_ascii=False, indent=1)
        (FOLDER / f"{self.role}.json").write_text(truth + "\n", "utf-8")
