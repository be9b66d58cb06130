"""Samples printed by Chromium: blocks to HTML and CSS, HTML to PDF.

Needs /usr/bin/chromium. Notes are placed by hand: a sample with footnotes is set page
by page, with a break wherever one ends. The dates in the PDF are set to a fixed day, so that the
same sample gives the same file.
"""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.pdfs.content import (
    LINK,
    Block,
    Break,
    Columns,
    Contents,
    Framed,
    Heading,
    Item,
    Paragraph,
    Table,
)
from tests.pdfs.hyphenation import hyphenate
from tests.pdfs.sample import Sample

PRODUCER = "Chromium"
DATE = re.compile(rb"D:\d{14}\+00'00'")
STYLE = """
@page { size: A4; margin: 22mm 20mm 24mm; font: 8pt 'Liberation Sans'; color: #555 }
body { font: 10pt/1.4 'Liberation Sans'; margin: 0; orphans: 2; widows: 2 }
p, li { text-align: justify; margin: 0 0 7pt }
h1 { font-size: 17pt; color: #1b3f8b; margin: 14pt 0 8pt }
h2 { font-size: 13pt; margin: 10pt 0 5pt }
h3 { font-size: 11pt; color: #1b3f8b; margin: 8pt 0 4pt } h4 { font-size: 10pt; margin: 0 0 4pt }
h1, h2, h3, h4 { break-after: avoid; line-height: 1.2 }
.item { padding-left: 14pt; text-indent: -14pt } .item b { display: inline-block; width: 14pt;
 font-weight: normal; text-indent: 0 }
.title { font-size: 30pt; line-height: 1.15; font-weight: bold; text-align: left; margin-top: 60mm }
.subtitle { font-size: 15pt; text-align: left } .date { font-size: 11pt; margin-top: 30mm }
.quote { font-size: 15pt; line-height: 1.3; color: #b0413e; text-align: center; margin: 10pt 12mm }
table { border-collapse: collapse; width: 100%; margin: 8pt 0; font-size: 8.5pt; line-height: 1.25 }
td, th { padding: 3pt 4pt; text-align: left; vertical-align: top }
tr { break-inside: avoid } td.span { background: #dce6f5; font-weight: bold }
.rules td, .rules th, .facts td { border: 0.6pt solid #456 } .rules th { background: #1b3f8b;
 color: white } .facts td:first-child { font-weight: bold; background: #eef }
.zebra tr:nth-child(even) td { background: #eee } .lines tr { border-bottom: 0.5pt solid #888 }
.lines th { border-top: 1.2pt solid black }
.framed { border: 0.8pt solid #1b3f8b; background: #eaf1fb; padding: 6pt 9pt 1pt; margin: 8pt 0;
 break-inside: avoid } .side { float: right; width: 52mm; margin: 0 0 6pt 6mm }
.columns { text-align: justify } .columns h1 { column-span: all }
sup { font-size: 6.5pt; line-height: 0 }
.page { position: relative; height: 250mm; break-after: page }
.notes { position: absolute; bottom: 0; font-size: 7.5pt; line-height: 1.25 }
.notes::before { content: ''; display: block; width: 45mm; border-top: 0.5pt solid black }
.notes p { margin: 2pt 0 0 }
.contents { display: flex } .contents i { flex: 1; overflow: hidden; white-space: nowrap;
 font-style: normal; direction: rtl; margin: 0 3pt } .contents a { color: black;
 text-decoration: none }
"""


class Setter:
    """Turns blocks into HTML, and counts the notes."""

    def __init__(self, sample: Sample) -> None:
        self.options = sample.options
        self.notes = 0

    def set_pages(self, blocks: Iterable[Block]) -> str:
        """The body: one stream, or one `div` per page where notes stand at the foot of pages."""
        blocks = list(blocks)
        if not self.options.get("page_by_page"):
            return "".join(self.set_block(block) for block in blocks)
        pages: list[list[Block]] = [[]]
        for block in blocks:
            if isinstance(block, Break):
                pages.append([])
            else:
                pages[-1].append(block)
        return "".join(self._set_page(page, number) for number, page in enumerate(pages, 1))

    def _set_page(self, blocks: list[Block], number: int) -> str:
        first = self.notes
        body = "".join(self.set_block(block) for block in blocks)
        body += self.options.get("pictures", {}).get(number, "")
        notes = [note for block in _paragraphs(blocks) for note in block.notes]
        feet = (
            f"<p><sup>{first + n}</sup> {self.inline(note)}</p>" for n, note in enumerate(notes, 1)
        )
        foot = f'<div class="notes">{"".join(feet)}</div>' if notes else ""
        return f'<div class="page">{body}{foot}</div>'

    def set_block(self, block: Block) -> str:
        """A block in HTML."""
        match block:
            case Heading(text, level):
                return f"<h{level}>{self.inline(text, hyphens=False)}</h{level}>"
            case Paragraph(text, _, style):
                return f'<p class="{style}">{self.inline(text)}</p>'
            case Item(text, mark):
                return f'<p class="item"><b>{mark}</b>{self.inline(text)}</p>'
            case Table():
                return self._set_table(block)
            case Framed(blocks, side):
                inner = "".join(self.set_block(child) for child in blocks)
                return f'<div class="framed{" side" if side else ""}">{inner}</div>'
            case Columns(blocks, count, gutter):
                inner = "".join(self.set_block(child) for child in blocks)
                style = f"columns: {count}; column-gap: {gutter}pt; {self.options.get('fill', '')}"
                return f'<div class="columns" style="{style}">{inner}</div>'
            case Contents(entries):
                return "".join(_set_entry(*entry) for entry in entries)
            case Break():
                return '<div style="break-after: page"></div>'

    def _set_table(self, table: Table) -> str:
        widths = "".join(f'<col style="width: {100 * width:.0f}%">' for width in table.widths)
        rows = ["".join(self._set_cells(row, table.columns, "th")) for row in table.rows[:1]]
        head = f"<thead><tr>{rows[0]}</tr></thead>" if table.header_rows else ""
        body = "".join(
            f"<tr>{''.join(self._set_cells(row, table.columns, 'td'))}</tr>"
            for row in table.rows[table.header_rows :]
        )
        return f'<table class="{table.look}">{widths}{head}<tbody>{body}</tbody></table>'

    def _set_cells(self, row: tuple[str, ...], columns: int, tag: str) -> Iterator[str]:
        if len(row) == 1:
            yield f'<{tag} class="span" colspan="{columns}">{self.inline(row[0])}</{tag}>'
        else:
            yield from (f"<{tag}>{self.inline(cell, hyphens=False)}</{tag}>" for cell in row)

    def inline(self, text: str, hyphens: bool = True) -> str:
        """Prose in HTML, its links and calls set."""
        if hyphens and self.options.get("hyphens"):
            text = LINK.sub(r"[\1](\2)", "".join(_hyphenate_around_links(text)))
        text = html.escape(text, quote=False).replace("~", "\u00a0")
        text = re.sub("\u00a0(?=[;!?])", "\u202f", text) if self.options.get("thin") else text
        while "{}" in text:
            self.notes += 1
            text = text.replace("{}", f"<sup>{self.notes}</sup>", 1)
        return LINK.sub(r'<a href="\2">\1</a>', text)


def _hyphenate_around_links(text: str) -> Iterator[str]:
    """Addresses are left as they are."""
    for piece in re.split(r"(\]\(.*?\))", text):
        yield piece if piece.startswith("](") else hyphenate(piece)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Columns | Framed):
            yield from _paragraphs(block.blocks)
        elif isinstance(block, Paragraph):
            yield block


def _set_entry(level: int, title: str, page: int) -> str:
    dots = "." * 200
    indent = 14 * (level - 1)
    return (
        f'<p class="contents" style="margin-left: {indent}pt">'
        f"<a>{html.escape(title)}</a><i>{dots}</i>{page}</p>"
    )


def typeset(sample: Sample) -> bytes:
    """Print a sample."""
    body = Setter(sample).set_pages(sample.blocks)
    title = html.escape(sample.options.get("document_title", sample.role))
    page = (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}{sample.options.get('css', '')}</style>"
        f"{sample.options.get('before', '')}{body}</html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "sample.html", Path(folder) / "sample.pdf"
        source.write_text(page, "utf-8")
        command = ["/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu"]
        command += [f"--user-data-dir={folder}/profile", "--no-pdf-header-footer"]
        command += (
            ["--generate-pdf-document-outline"] if sample.bookmarked else ["--disable-pdf-tagging"]
        )
        command += [f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return DATE.sub(b"D:20260101000000+00'00'", target.read_bytes())
