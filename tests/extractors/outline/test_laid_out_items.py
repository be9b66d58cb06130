"""Plans in PDFs where the page says what the words do not: sizes, columns, labels beside titles."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Document
from tests.extractors.outline.trees import tree

BODY = 10
LOREM = (
    "Les équipes de la région ont déjà engagé ce travail avec leurs partenaires et le",
    "poursuivront pendant toute la durée du plan, selon un calendrier revu chaque année.",
)


class Sheet:
    """A page that text is written on, from its top down."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.y = A4[1] - 80.0

    def write(self, *lines: str, size: float = BODY, bold: bool = False, x: float = 70) -> None:
        """Write lines under each other."""
        for line in lines:
            self._canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            self.y -= size * 1.3
            self._canvas.drawString(x, self.y, line)

    def head(self, *lines: str, size: float = 14, x: float = 70) -> None:
        """Write a heading with space around it."""
        self.y -= size
        self.write(*lines, size=size, bold=True, x=x)
        self.y -= size / 2

    def text(self, x: float = 70) -> None:
        """Write a paragraph."""
        self.write(*LOREM, x=x)
        self.y -= BODY

    def turn(self) -> None:
        """Begin a new page."""
        self._canvas.showPage()
        self.y = A4[1] - 80.0


def typeset(write: Callable[[Sheet], None]) -> Document:
    """The document that a reader makes of what is written on pages."""
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    write(Sheet(canvas))
    canvas.save()
    return read_pdf(content.getvalue())


def test_a_title_over_two_lines_of_a_heading():
    def write(sheet: Sheet) -> None:
        sheet.head("Plan régional santé travail 2024-2028", size=20)
        sheet.text()
        sheet.head("Axe 1 – Prévenir l'usure professionnelle dans", "les petites entreprises")
        sheet.text()
        sheet.head("Axe 2 – Accompagner le retour", "à l'emploi")
        sheet.text()

    assert tree(typeset(write)) == [
        ("axis", "1", "Prévenir l'usure professionnelle dans les petites entreprises", ""),
        ("axis", "2", "Accompagner le retour à l'emploi", ""),
    ]


def test_a_label_above_its_title_in_another_size():
    def write(sheet: Sheet) -> None:
        for number, lines in (
            ("1", ("Prévenir l'usure professionnelle",)),
            ("2", ("Accompagner le retour", "à l'emploi")),
        ):
            sheet.head(f"AXE {number}", size=12)
            sheet.head(*lines, size=20)
            sheet.text()
            sheet.head(f"Objectif {number}.1 – Former les employeurs de la branche", size=12)
            sheet.text()
            sheet.turn()

    assert tree(typeset(write)) == [
        ("axis", "1", "Prévenir l'usure professionnelle", ""),
        ("objective", "1.1", "Former les employeurs de la branche", "1"),
        ("axis", "2", "Accompagner le retour à l'emploi", ""),
        ("objective", "2.1", "Former les employeurs de la branche", "2"),
    ]


def test_a_label_beside_a_title_of_two_lines():
    def write(sheet: Sheet) -> None:
        sheet.head("Plan régional santé travail 2024-2028", size=20)
        sheet.text()
        for number, lines in (
            ("1", ("Prévenir l'usure professionnelle", "dans les petites entreprises")),
            ("2", ("Accompagner le retour à l'emploi", "des salariés malades")),
        ):
            sheet.y -= 10
            top = sheet.y
            sheet.y = top - 8
            sheet.write(f"AXE {number}", size=12, bold=True)
            sheet.y = top
            sheet.write(*lines, size=14, bold=True, x=150)
            sheet.y -= 8
            sheet.text()

    assert tree(typeset(write)) == [
        ("axis", "1", "Prévenir l'usure professionnelle dans les petites entreprises", ""),
        ("axis", "2", "Accompagner le retour à l'emploi des salariés malades", ""),
    ]


def test_two_columns_of_actions():
    columns = {
        70.0: ("Action 1.1 – Créer un guichet", "Action 1.2 – Publier un guide"),
        320.0: ("Action 1.3 – Former les tuteurs", "Action 1.4 – Évaluer le dispositif"),
    }

    def write(sheet: Sheet) -> None:
        sheet.head("Axe 1 – Accompagner les parcours", size=16)
        top = sheet.y
        for x, actions in columns.items():
            sheet.y = top
            for action in actions:
                sheet.write(action, bold=True, x=x)
                sheet.write("L'agence en a la charge avec", "les services de l'État.", x=x)
                sheet.write("Un bilan paraît chaque année.", x=x)
                sheet.y -= BODY

    assert tree(typeset(write)) == [
        ("axis", "1", "Accompagner les parcours", ""),
        ("action", "1.1", "Créer un guichet", "1"),
        ("action", "1.2", "Publier un guide", "1"),
        ("action", "1.3", "Former les tuteurs", "1"),
        ("action", "1.4", "Évaluer le dispositif", "1"),
    ]


def test_bold_words_end_a_title_that_runs_into_the_text():
    def write(sheet: Sheet) -> None:
        sheet.head("Axe 1 – Accompagner les parcours", size=16)
        for number, title in (("1", "Créer un guichet"), ("2", "Publier un guide")):
            printed = f"Action 1.{number} – {title}"
            sheet.write(printed, bold=True)
            width = stringWidth(f"{printed} ", "Helvetica-Bold", BODY)
            sheet.y += BODY * 1.3
            sheet.write("dont l'agence aura la charge, avec les services", x=70 + width)
            sheet.write("de l'État et les collectivités, pendant toute la durée du plan régional.")
            sheet.y -= BODY

    assert tree(typeset(write)) == [
        ("axis", "1", "Accompagner les parcours", ""),
        ("action", "1.1", "Créer un guichet", "1"),
        ("action", "1.2", "Publier un guide", "1"),
    ]


def test_running_headers_name_no_second_axis():
    def write(sheet: Sheet) -> None:
        for number, title in (("1", "Prévenir"), ("2", "Soigner")):
            for part in range(3):
                sheet.write(f"Axe {number} – {title}", size=8, x=400)
                sheet.y -= 20
                if not part:
                    sheet.head(f"Axe {number} – {title}", size=18)
                sheet.head(f"Action {number}.{part + 1} – Conduire le chantier n° {part + 1}")
                for _ in range(6):
                    sheet.text()
                sheet.turn()

    document = typeset(write)
    assert tree(document) == [
        row
        for number, title in (("1", "Prévenir"), ("2", "Soigner"))
        for row in [
            ("axis", number, title, ""),
            *(
                ("action", f"{number}.{part}", f"Conduire le chantier n° {part}", number)
                for part in (1, 2, 3)
            ),
        ]
    ]


def test_indented_bullets_under_an_objective():
    def write(sheet: Sheet) -> None:
        sheet.head("Objectif 1 : Raccourcir les délais", size=14)
        for bullet in ("Réserver des créneaux d'imagerie", "Former des secrétaires"):
            sheet.write(f"• {bullet} ;", x=85)
            sheet.write("– avec l'appui des établissements ;", x=105)
        sheet.y -= 14
        sheet.text()
        sheet.head("Objectif 2 : Étendre les soins de support", size=14)
        sheet.write("• Ouvrir des hôpitaux de jour.", x=85)

    assert tree(typeset(write)) == [
        ("objective", "1", "Raccourcir les délais", ""),
        ("action", "", "Réserver des créneaux d'imagerie", "1"),
        ("action", "", "Former des secrétaires", "1"),
        ("objective", "2", "Étendre les soins de support", ""),
        ("action", "", "Ouvrir des hôpitaux de jour", "2"),
    ]
