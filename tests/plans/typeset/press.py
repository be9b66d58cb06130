"""Sets a document: a story of items and prose on pages, with contents, headers and bookmarks.

A look and what the form puts into the story in, a PDF's bytes out; knows no form. The story is
set twice: the first time to learn the pages that the contents name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tests.plans.typeset.gold import Gold
from tests.plans.typeset.headings import DownTo, Entry, Mark, make_heading
from tests.plans.typeset.look import FAMILIES, Look, markup, register_fonts
from tests.plans.typeset.phrases import Phrases
from tests.plans.typeset.plans import Item, Plan


class Press:
    """One setting of a document."""

    def __init__(
        self, look: Look, plan: Plan, gold: Gold, seed: str, pages: dict[str, int] | None = None
    ) -> None:
        register_fonts()
        self.look, self.plan, self.gold = look, plan, gold
        self.phrases = Phrases(seed)
        # where headings stood when it was set before, and how many pages there were
        self.known = pages or {}
        self.pages = dict[str, int]()
        self.story: list[Any] = []
        self.running = ""
        self.title = ""
        self.footer = ""
        # what a form reads of the layout beside its look
        self.options = dict[str, Any]()
        self.page_size = landscape(A4) if look.landscape else A4

    # words

    def text(self, words: str, face: int = 0, **more: Any) -> None:
        """A paragraph."""
        style = self.look.style(more.pop("size", 0), face, more.pop("color", "black"), **more)
        self.story.append(Paragraph(markup(words), style))

    def prose(self, kind: str, sentences: int, paragraphs: int = 1) -> None:
        """Paragraphs that say nothing of the plan's items."""
        for _ in range(paragraphs):
            self.text(self.phrases.sentences(kind, sentences))

    def section(self, words: str, size: float = 0) -> None:
        """A heading that is no item."""
        size = size or self.look.size + 3
        self.text(words, 1, size=size, color=self.look.main, spaceBefore=size, keepWithNext=1)

    def bullets(self, lines: Iterable[str], mark: str = "", end: str = "", indent: int = 14):
        """A list; the lines end with `;` and the last with a stop where `end` is `;`."""
        style = self.look.style(leftIndent=indent, bulletIndent=indent - 10, spaceAfter=2)
        lines = list(lines)
        for number, line in enumerate(lines, start=1):
            stop = end if number < len(lines) else end and "."
            stop = f" {stop}" if stop == ";" else stop
            bullet = self.look.mark if mark == "" else mark.strip()
            self.story.append(Paragraph(markup(line + stop), style, bulletText=bullet))
        self.space(5)

    def space(self, height: float) -> None:
        """Empty space."""
        self.story.append(Spacer(1, height))

    def turn(self) -> None:
        """A new page."""
        self.story.append(PageBreak())

    def down_to(self, left: float) -> None:
        """Go on near the end of the page."""
        self.story.append(DownTo(left))

    # items

    def item(self, item: Item, *facts: str, broken: bool = False, after: str = "") -> None:
        """An item's heading; it goes to the gold with the facts that are printed for it.

        A broken one has its first line at the end of the page and the others on the next.
        """
        self.gold.tell(item, *facts)
        if broken:
            self.story.append(DownTo(self.look.heading_size(item.kind) * 2.2))
        level = ("axis", "objective", "action").index(item.kind)
        start = len(self.story)
        self.mark(item.line, level, item.line if item.kind == "axis" else "")
        label = self.look.printed(item.kind, item.label)
        title = item.title + after
        self.story += make_heading(self.look, item.kind, label, item.joint, title)
        if broken:
            for part in self.story[start:]:
                part.keepWithNext = 0

    def list_items(self, items: Sequence[Item], *facts: str, mark: str = "", end: str = "") -> None:
        """Items as the lines of a list, numbered by their labels or with bullets."""
        for item in items:
            self.gold.tell(item, *facts)
        self.bullets([item.line for item in items], mark, end)

    def mark(self, text: str, level: int, running: str = "") -> None:
        """Remember the page of a heading, bookmark it, perhaps change the running header."""

        def passed(canvas: Canvas) -> None:
            self.pages[text] = canvas.getPageNumber()
            self.running = running or self.running
            canvas.bookmarkPage(text)
            if self.look.bookmarks:
                canvas.addOutlineEntry(text, text, level, closed=level > 0)

        self.story.append(Mark(passed))

    def divider(self, item: Item, words: str = "") -> None:
        """A page of its own for an axis."""
        self.turn()
        self.space(210)
        self.item(item)
        if words:
            self.text(words, 2, size=self.look.size + 1)
        self.turn()

    def contents(self, items: Iterable[Item], heading: str = "Sommaire", more: Sequence[str] = ()):
        """The table of contents, with pages as the look shows them."""
        self.section(heading, self.look.size + 7)
        shown = [(i.line, ("axis", "objective", "action").index(i.kind)) for i in items]
        for text, level in [*shown, *((line, 0) for line in more)]:
            page = str(self.known.get(text, 0)) if self.look.contents != "links" else ""
            self.story.append(Entry(text, page, self.look, level, text))
        self.turn()

    # tables and boxes

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float], **more: Any) -> None:
        """Rows of cells; the first is the header unless `header` is 0."""
        header, size = more.pop("header", 1), more.pop("size", self.look.size - 1.5)
        body, head = self.look.style(size, spaceAfter=0, alignment=0), None
        head = self.look.style(size, 1, "white", spaceAfter=0)
        cells = [
            [Paragraph(markup(cell), head if n < header else body) for cell in row]
            for n, row in enumerate(rows)
        ]
        commands: list[Any] = [
            ("GRID", (0, 0), (-1, -1), 0.5, self.look.main),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
        if header:
            commands.append(("BACKGROUND", (0, 0), (-1, header - 1), self.look.main))
        else:
            commands.append(("BACKGROUND", (0, 0), (0, -1), self.look.pale))
        self.grid(cells, shares, commands + more.pop("commands", []), header)

    def grid(
        self, cells: list[list[Any]], shares: Sequence[float], commands: list[Any], header: int
    ) -> None:
        """A table of finished cells."""
        widths = [share * self.width / sum(shares) for share in shares]
        table = Table(cells, colWidths=widths, repeatRows=header, style=commands)
        table.spaceBefore, table.spaceAfter = 4, 9
        self.story.append(table)

    def box(self, heading: str, lines: Sequence[str], mark: str = "") -> None:
        """A tinted box beside the plan's text."""
        style = self.look.style(spaceAfter=2)
        cells: list[Any] = [Paragraph(markup(heading), self.look.style(0, 1, self.look.main))]
        cells += [Paragraph(markup(f"{mark} {line}".strip()), style) for line in lines]
        commands = [
            ("BACKGROUND", (0, 0), (-1, -1), self.look.pale),
            ("BOX", (0, 0), (-1, -1), 0.6, self.look.main),
        ]
        self.grid([[cells]], [1], commands, 0)

    # pages

    @property
    def width(self) -> float:
        """How wide a column is."""
        whole = self.page_size[0] - 2 * self.look.margins[0]
        return (whole - 16 * (self.look.columns - 1)) / self.look.columns - 12

    def _open_template(self, name: str, columns: int) -> PageTemplate:
        left, bottom = self.look.margins
        width, height = self.page_size[0] - 2 * left, self.page_size[1] - 2 * bottom
        column = (width - 16 * (columns - 1)) / columns
        frames = [
            Frame(left + n * (column + 16), bottom, column, height, id=f"{name}{n}")
            for n in range(columns)
        ]
        return PageTemplate(name, frames, onPageEnd=self._finish_page)

    def one_column(self, on: bool = True) -> None:
        """From the next page on, one column or the look's columns."""
        self.story.append(NextPageTemplate("single" if on else "body"))

    def _finish_page(self, canvas: Canvas, _: BaseDocTemplate) -> None:
        """Running header and page number; the first page has none."""
        page, look = canvas.getPageNumber(), self.look
        if page == 1 and look.contents:
            return
        canvas.setFont(FAMILIES[look.family][0], 7.5)
        canvas.setFillColorRGB(0.35, 0.35, 0.35)
        left, right = look.margins[0], self.page_size[0] - look.margins[0]
        header = {"axis": self.running, "title": self.title}.get(look.running, "")
        if header and page > 1:
            text = header if len(header) < 110 else header[:107] + "…"
            draw = canvas.drawRightString if page % 2 else canvas.drawString
            draw(right if page % 2 else left, self.page_size[1] - 12 * mm, text)
        if self.footer:
            canvas.drawString(left, 11 * mm, self.footer)
        total = self.known.get("", 0)
        folio = {"n": f"{page}", "n/N": f"{page}/{total}", "page": f"Page {page} sur {total}"}
        if look.folio:
            canvas.drawRightString(right, 11 * mm, folio[look.folio])

    def set(self) -> bytes:
        """The PDF of the story."""
        target = BytesIO()
        document = BaseDocTemplate(target, pagesize=self.page_size, invariant=1, title=self.title)
        single = self._open_template("single", 1)
        templates = [single, self._open_template("body", self.look.columns)]
        document.addPageTemplates(templates if self.look.columns == 1 else templates[::-1])
        document.build(self.story)
        self.pages[""] = document.page
        return target.getvalue()


def set_twice(make: Callable[[dict[str, int]], Press]) -> tuple[bytes, Press]:
    """Set a document once for its page numbers and once with them."""
    rl_config.invariant = 1
    first = make({})
    first.set()
    second = make(first.pages)
    return second.set(), second
