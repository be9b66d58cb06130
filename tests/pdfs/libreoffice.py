"""Samples exported by LibreOffice Writer: blocks to flat OpenDocument, that to PDF.

Needs /usr/bin/soffice. Dates and identifiers in the PDF are set to fixed ones.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

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
from tests.pdfs.libreoffice_styles import column_style, flat_document
from tests.pdfs.sample import Sample

PRODUCER = "LibreOffice"
DATE = re.compile(rb"D:\d{14}[+-]\d\d'\d\d'|D:\d{14}Z'?")
IDENTIFIER = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=DocChecksum /)[0-9A-F]{32}")
PAGE, PAGES = "<text:page-number/>", "<text:page-count/>"


class Setter:
    """Turns blocks into the body of an OpenDocument text."""

    def __init__(self, sample: Sample) -> None:
        self.options = sample.options
        self.notes, self.sections = 0, 0
        self.break_style = ""
        self.column_styles: dict[str, str] = {}

    def set_blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks one after the other."""
        return "".join(self._set_block(block) for block in blocks)

    def _set_block(self, block: Block) -> str:
        match block:
            case Heading(text, 4):
                return self._paragraph("BoxTitle", self._inline(text))
            case Heading(text, level):
                style = self._style(f"Heading{level}")
                words = self._inline(text, hyphens=False)
                outline = f'text:style-name="{style}" text:outline-level="{level}"'
                return f"<text:h {outline}>{words}</text:h>"
            case Paragraph(text, notes, style):
                return self._paragraph(style.capitalize(), self._inline(text, notes))
            case Item(text, mark):
                return self._paragraph("Item", f"{mark}<text:tab/>{self._inline(text)}")
            case Table():
                return self._set_table(block)
            case Framed(blocks, side):
                return self._set_frame(blocks, side)
            case Columns(blocks, count, gutter):
                return self._set_columns(blocks, count, gutter)
            case Contents(entries):
                return "".join(self._set_entry(*entry) for entry in entries)
            case Break(turned):
                self.break_style = "Turned" if turned else "Upright"
                return ""

    def _style(self, name: str) -> str:
        """The style, or its twin that opens a new page where there was a break."""
        twin, self.break_style = self.break_style, ""
        return f"{name}{twin}"

    def _paragraph(self, style: str, words: str) -> str:
        return f'<text:p text:style-name="{self._style(style)}">{words}</text:p>'

    def _set_frame(self, blocks: tuple[Block, ...], side: bool) -> str:
        if not side:
            parts = [
                f'<text:p text:style-name="Box{"Title" if isinstance(block, Heading) else ""}">'
                f"{self._inline(_words(block))}</text:p>"
                for block in blocks
            ]
            return "".join(parts)
        # anchored to an empty paragraph at the end of the column, printed at the top of the page
        return (
            f'<text:p text:style-name="Body"><draw:frame draw:style-name="Side"'
            f' text:anchor-type="paragraph" svg:x="140mm" svg:y="45mm" svg:width="52mm">'
            f'<draw:text-box fo:min-height="20mm">{self.set_blocks(blocks)}</draw:text-box>'
            f"</draw:frame></text:p>"
        )

    def _set_columns(self, blocks: tuple[Block, ...], count: int, gutter: float) -> str:
        """Columns that end before each heading of the first level, so that it spans them all."""
        name = f"Columns{count}"
        self.column_styles[name] = column_style(name, count, gutter)
        parts, run = list[str](), list[Block]()
        for block in [*blocks, None]:
            if block is None or (isinstance(block, Heading) and block.level == 1):
                if run:
                    inner = self.set_blocks(run)
                    self.sections += 1
                    parts.append(
                        f'<text:section text:style-name="{name}" text:name="s{self.sections}">'
                        f"{inner}</text:section>"
                    )
                parts += [self._set_block(block)] if block else []
                run = []
            else:
                run.append(block)
        return "".join(parts)

    def _set_entry(self, level: int, title: str, page: int) -> str:
        words = f"{escape(title)}<text:tab/>{page}"
        link = f'<text:a xlink:href="#{escape(title)}|outline">{words}</text:a>'
        return self._paragraph(f"Contents{level}", link)

    def _set_table(self, table: Table) -> str:
        columns = "".join(
            f'<table:table-column table:style-name="W{round(1000 * width)}"/>'
            for width in table.widths
        )
        rows = [
            self._set_row(row, table, number < table.header_rows, number % 2 == 1)
            for number, row in enumerate(table.rows)
        ]
        head = "".join(rows[: table.header_rows])
        head = f"<table:table-header-rows>{head}</table:table-header-rows>" if head else ""
        body = "".join(rows[table.header_rows :])
        return (
            f'<table:table table:style-name="Table">{columns}{head}{body}</table:table>'
            '<text:p text:style-name="Body"/>'
        )

    def _set_row(self, row: tuple[str, ...], table: Table, head: bool, odd: bool) -> str:
        wide = len(row) == 1
        look = "Head" if head else "Span" if wide else table.look.capitalize()
        look += "Odd" if look == "Zebra" and odd else ""
        span = f' table:number-columns-spanned="{table.columns}"' if wide else ""
        covered = "<table:covered-table-cell/>" * (table.columns - 1) if wide else ""
        strong = "CellStrong" if head or wide else "Cell"
        cells = "".join(
            f'<table:table-cell table:style-name="{look}"{span}><text:p text:style-name="{strong}">'
            f"{self._inline(cell, hyphens=False)}</text:p></table:table-cell>"
            for cell in row
        )
        return f'<table:table-row table:style-name="Row">{cells}{covered}</table:table-row>'

    def _inline(self, text: str, notes: Iterable[str] = (), hyphens: bool = True) -> str:
        """Prose with its links and notes set."""
        if hyphens and self.options.get("hyphens") and "](" not in text:
            text = hyphenate(text)
        text = escape(text).replace("~", "\u00a0")
        for note in notes:
            self.notes += 1
            words = self._inline(note)
            text = text.replace(
                "{}",
                f'<text:note text:note-class="footnote"><text:note-citation>{self.notes}'
                f'</text:note-citation><text:note-body><text:p text:style-name="Footnote">{words}'
                "</text:p></text:note-body></text:note>",
                1,
            )
        return LINK.sub(r'<text:a xlink:href="\2">\1</text:a>', text)


def _words(block: Block) -> str:
    match block:
        case Item(text, mark):
            return f"{mark} {text}"
        case Heading(text) | Paragraph(text):
            return text
        case _:
            raise TypeError(f"boxes have no {block}")


def typeset(sample: Sample) -> bytes:
    """Export a sample."""
    setter = Setter(sample)
    body = setter.set_blocks(sample.blocks)
    source = flat_document(sample.options, "".join(setter.column_styles.values()), body)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sample.fodt").write_text(source, "utf-8")
        command = ["/usr/bin/soffice", "--headless", f"-env:UserInstallation=file://{folder}/user"]
        command += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", folder]
        command += [f"{folder}/sample.fodt"]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        content = (Path(folder) / "sample.pdf").read_bytes()
    content = DATE.sub(lambda match: b"D:20260101000000" + match[0][16:], content)
    return IDENTIFIER.sub(b"0" * 32, content)
