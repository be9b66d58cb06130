"""Pages that look like tables and are none: frames, columns, charts, slides.

A canvas in, nothing out but ink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.pdfs.table_parts import LEFT

PROSE = (
    "Le conseil a entendu les lecteurs de",
    "chaque quartier au cours de l'hiver et",
    "retient leurs demandes les plus vives.",
    "Les lieux ouvrent plus tard le soir et",
    "les collections tournent entre elles.",
)
LONG_PROSE = (
    "Le conseil a entendu les lecteurs de chaque quartier au cours de l'hiver et retient leurs",
    "demandes les plus vives. Les lieux ouvrent plus tard le soir et les collections tournent",
    "entre elles, de sorte que chacun trouve près de chez lui ce qu'il cherche depuis longtemps.",
)


def write(canvas: Canvas, x: float, y: float, lines: Sequence[str], size: float = 10) -> None:
    canvas.setFillColor(black)
    canvas.setFont("Helvetica", size)
    for line in lines:
        canvas.drawString(x, A4[1] - y, line)
        y += 1.3 * size


def _rect(canvas: Canvas, box: tuple[float, float, float, float], fill: str = "") -> None:
    x0, top, x1, bottom = box
    if fill:
        canvas.setFillColor(HexColor(fill))
    canvas.rect(x0, A4[1] - bottom, x1 - x0, bottom - top, stroke=not fill, fill=bool(fill))


def _framed_paragraph(canvas: Canvas) -> None:
    _rect(canvas, (LEFT - 8, 100, 530, 170))
    write(canvas, LEFT, 118, ["À retenir", *LONG_PROSE])
    write(canvas, LEFT, 200, LONG_PROSE * 3)


def _box_in_box(canvas: Canvas) -> None:
    _rect(canvas, (50, 90, 540, 330))
    write(canvas, LEFT, 112, LONG_PROSE * 2)
    _rect(canvas, (LEFT, 205, 300, 300))
    write(canvas, LEFT + 8, 225, PROSE)
    write(canvas, 320, 225, PROSE)


def _two_columns(canvas: Canvas) -> None:
    write(canvas, LEFT, 100, PROSE * 6)
    write(canvas, 320, 100, PROSE[::-1] * 6)


def _two_framed_columns(canvas: Canvas) -> None:
    _rect(canvas, (50, 80, 295, 360))
    _rect(canvas, (305, 80, 550, 360))
    write(canvas, LEFT, 100, PROSE * 4)
    write(canvas, 315, 100, PROSE[::-1] * 4)


def _bar_chart(canvas: Canvas) -> None:
    for level, value in enumerate(("0", "250", "500", "750", "1 000")):
        y = 320 - 50 * level
        canvas.line(100, A4[1] - y, 480, A4[1] - y)
        write(canvas, 70, y + 3, [value], 8)
    for place, height in enumerate((60, 90, 140, 120, 180)):
        x = 120 + 70 * place
        _rect(canvas, (x, 320 - height, x + 40, 320), "#1b3f8b")
        write(canvas, x + 6, 334, [str(2021 + place)], 8)
        write(canvas, x + 8, 312 - height, [str(height * 5)], 8)
    write(canvas, LEFT, 380, LONG_PROSE * 2)


def _numbered_lines(canvas: Canvas) -> None:
    for number, line in enumerate(LONG_PROSE * 5, 1):
        write(canvas, 40, 87 + 13 * number, [str(number)], 8)
        write(canvas, LEFT + 10, 87 + 13 * number, [line])


def _coloured_boxes(canvas: Canvas) -> None:
    for place in range(3):
        x = 50 + 170 * place
        _rect(canvas, (x, 100, x + 155, 126), "#009988")
        _rect(canvas, (x, 126, x + 155, 230), "#dddddd")
        write(canvas, x + 8, 117, [("Accueillir", "Former", "Évaluer")[place]], 11)
        write(canvas, x + 8, 145, [line[:24] for line in PROSE], 9)


def _bullets_on_panels(canvas: Canvas) -> None:
    for x in (50, 310):
        _rect(canvas, (x, 100, x + 240, 122), "#009988")
        write(canvas, x + 8, 116, ["Une démarche partagée"], 11)
        _rect(canvas, (x, 128, x + 240, 250), "#dddddd")
        for number in range(3):
            y = 148 + 32 * number
            write(canvas, x + 8, y, ["•"], 9)
            write(canvas, x + 26, y, PROSE[number : number + 2], 9)


def _underlined_headings(canvas: Canvas) -> None:
    for number in range(4):
        y = 100 + 90 * number
        write(canvas, LEFT, y, ["Ouvrir les lieux de lecture"], 13)
        canvas.line(LEFT, A4[1] - y - 5, 530, A4[1] - y - 5)
        write(canvas, LEFT, y + 22, LONG_PROSE)


def _contents(canvas: Canvas) -> None:
    for number, title in enumerate(("Le bilan", "Les lieux", "Les publics", "Les moyens"), 1):
        for part in range(3):
            y = 90 + 48 * number + 14 * part
            write(canvas, LEFT + 14 * bool(part), y, [f"{number}.{part} {title} et la suite"])
            write(canvas, 510, y, [str(4 * number + part)])


def _letterhead(canvas: Canvas) -> None:
    write(canvas, LEFT, 70, ["Commune de Valbois", "Direction de la lecture", "Bureau 12"])
    write(canvas, 380, 70, ["Valbois, le 4 mai 2026", "Réf. : DL/26-114"])
    write(canvas, LEFT, 160, LONG_PROSE * 3)


def _cover_bands(canvas: Canvas) -> None:
    for top, bottom, color in ((0, 90, "#ffffff"), (90, 420, "#ccddee"), (420, 640, "#1b3f8b")):
        _rect(canvas, (40, top, 555, bottom), color)
    write(canvas, 80, 480, ["Programme de lecture"], 28)
    write(canvas, 80, 520, ["Lire partout,", "lire ensemble"], 24)
    write(canvas, 80, 600, ["12 mai 2026"], 11)
    _rect(canvas, (40, 640, 555, 840), "#ccddee")
    write(canvas, 290, 830, ["1"], 9)


def _definitions(canvas: Canvas) -> None:
    """A narrow column of headings in the margin beside paragraphs."""
    for number, word in enumerate(("Contexte", "Méthode", "Résultats")):
        y = 110 + 90 * number
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(LEFT, A4[1] - y, word)
        write(canvas, 150, y, [line[:72] for line in LONG_PROSE] + [LONG_PROSE[0][:50] + "."])


def _cards(canvas: Canvas) -> None:
    for place, word in enumerate(("Accueillir", "Former", "Évaluer")):
        x = 50 + 175 * place
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(x, A4[1] - 120, word)
        write(canvas, x, 140, [line[place : 26 + 2 * place] for line in PROSE * 2], 9)


def _key_figures(canvas: Canvas) -> None:
    for place, figure in enumerate(("41 lieux", "60 %", "12 000")):
        x = 50 + 175 * place
        canvas.setFont("Helvetica-Bold", 24)
        canvas.drawString(x, A4[1] - 120, figure)
        write(canvas, x, 142, ["de lecture ouverts", "des habitants inscrits"], 9)


def _two_headings(canvas: Canvas) -> None:
    for x, word in ((50, "Nos lieux"), (310, "Nos publics")):
        canvas.setFont("Helvetica-Bold", 12)
        canvas.drawString(x, A4[1] - 120, word)
        write(canvas, x, 140, [f"{line}." for line in PROSE[:4]])


def _areas_behind_a_title(canvas: Canvas) -> None:
    for box in ((0, 300, 300, 412), (300, 300, 595, 412), (0, 412, 300, 500), (300, 412, 595, 500)):
        _rect(canvas, box, "#ccddee")
    write(canvas, 60, 370, ["Programme", "de lecture"], 26)
    write(canvas, 330, 420, ["pour toutes et tous"], 22)
    write(canvas, 60, 460, ["12 mai 2026"], 11)
    write(canvas, 330, 480, ["Commune de Valbois"], 11)


TRAPS: dict[str, Callable[[Canvas], None]] = {
    "framed paragraph": _framed_paragraph,
    "box in a box": _box_in_box,
    "two columns": _two_columns,
    "two framed columns": _two_framed_columns,
    "bar chart": _bar_chart,
    "numbered lines": _numbered_lines,
    "coloured boxes": _coloured_boxes,
    "bullets on panels": _bullets_on_panels,
    "underlined headings": _underlined_headings,
    "contents": _contents,
    "letterhead": _letterhead,
    "cover bands": _cover_bands,
    "definitions": _definitions,
    "areas behind a title": _areas_behind_a_title,
    "cards": _cards,
    "key figures": _key_figures,
    "two headings": _two_headings,
}
