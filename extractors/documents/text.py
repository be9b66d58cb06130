"""Plain text or Markdown bytes in, `Document` out.

Knows how people wrap lines in text files; knows nothing of what they say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt

from extractors.documents.assembly import DocumentAssembly
from extractors.documents.charsets import decode
from extractors.documents.front_matter import split_front_matter
from extractors.documents.html import read_page
from extractors.documents.title_words import may_be_title
from extractors.documents.typography import collapse_spaces, opens_list_item
from extractors.french.printed_numbers import NUMBER, NUMERO
from extractors.records import Document

# A hand-wrapped line is about this wide; what is much longer was never wrapped. Where a text is
# wrapped, many of its lines come near the width.
WRAP_WIDTHS = range(50, 121)
NEAR_WIDTH = 0.8
FEWEST_NEAR = 3
SHARE_NEAR = 0.3

# "Axe 2 : …", "Fiche action n° 3 – …": a line that numbers what it says goes on with no other
NUMBERED_LABEL = re.compile(
    rf"[A-ZÀ-Ý][\w'’-]+(?:\s[\w'’-]+){{0,2}}\s(?i:{NUMERO})?{NUMBER}\s?[:.–—-]\s"
)


def read_text(content: bytes, charset: str = "") -> Document:
    """Read a text file: wrapped lines joined again, its title the first line that stands alone.

    `charset` is what its server tells of its characters.
    """
    decoded = decode(content, charset)
    matter, body = split_front_matter(decoded.text)
    assembly = DocumentAssembly()
    title = ""
    depths: list[int] = []
    for indent, paragraph in _join_wrapped(body.splitlines()):
        while depths and depths[-1] >= indent:
            depths.pop()
        if opens_list_item(paragraph):
            depths.append(indent)
            assembly.add_text("item", paragraph, len(depths))
        else:
            assembly.add_text("paragraph", paragraph)
        title = title or (paragraph if may_be_title(paragraph) else "")
    return assembly.finish(matter.get("title") or title, metadata=matter, issues=decoded.issues)


def read_markdown(content: bytes, charset: str = "") -> Document:
    """Read a Markdown file: the page that a browser would show of it.

    What stands above it between lines of "---" or "+++" is metadata.
    """
    decoded = decode(content, charset)
    matter, body = split_front_matter(decoded.text)
    page = MarkdownIt("commonmark").enable("table").render(body)
    document = read_page(f"<main>{page}</main>")  # all of it counts
    title = matter.get("title") or document.title
    return replace(document, title=title, metadata=matter, issues=decoded.issues)


def _join_wrapped(lines: list[str]) -> list[tuple[int, str]]:
    """Paragraphs of lines, where the writer's editor (not the writer) broke them; their indents."""
    width = _wrap_width([_printed_width(line) for line in lines if line.strip()])
    paragraphs: list[tuple[int, str]] = []
    previous = ""
    for line in lines:
        text = collapse_spaces(line)
        if text and previous.strip() and _continues(previous, text, width):
            indent, begun = paragraphs[-1]
            paragraphs[-1] = indent, f"{begun} {text}"
        elif text:
            paragraphs.append((_indent(line), text))
        previous = line
    return paragraphs


def _printed_width(line: str) -> int:
    """In characters, the indentation included."""
    return len(line.expandtabs().rstrip())


def _indent(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _wrap_width(lengths: list[int]) -> int | None:
    """The width that lines of these lengths were wrapped at; None where they were not."""
    width = max(lengths, default=0)
    near = sum(length >= NEAR_WIDTH * width for length in lengths)
    wrapped = width in WRAP_WIDTHS and near >= max(FEWEST_NEAR, SHARE_NEAR * len(lengths))
    return width if wrapped else None


def _continues(previous: str, line: str, width: int | None) -> bool:
    """Whether a line goes on with the one before it, in a text wrapped at `width` or not at all."""
    if opens_list_item(line) or NUMBERED_LABEL.match(line):
        return False
    if line[0].islower() and previous.rstrip()[-1] not in ".:;!?":
        return True
    if width is None:
        return False
    first_word = line.split(" ", 1)[0]
    return _printed_width(previous) + 1 + len(first_word) > width
