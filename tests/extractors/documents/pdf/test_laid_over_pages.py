"""What is laid over a page is read as it is shown: fields, notes, layers; the rest is told."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.documents.pdf import read_pdf
from extractors.records import Document

PRINTED = "Formulaire de candidature du quartier"
LONG = "Nous voulons ouvrir le préau le samedi et prêter des outils aux familles"


def read(
    draw: Callable[[Canvas], None] | None = None,
    change: Callable[[pikepdf.Pdf], None] | None = None,
) -> Document:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.drawString(60, 780, PRINTED)
    canvas.linkURL("https://exemple.fr/aide", (60, 775, 300, 795))
    if draw:
        draw(canvas)
    canvas.save()
    content = target.getvalue()
    if change:
        with pikepdf.open(BytesIO(content)) as pdf:
            change(pdf)
            changed = BytesIO()
            pdf.save(changed)
            content = changed.getvalue()
    return read_pdf(content)


def fill_in(canvas: Canvas) -> None:
    form = canvas.acroForm
    form.textfield(name="commune", value="Mairie de Sète", x=100, y=600, width=200, height=20)
    form.textfield(
        name="projet", value=LONG, x=100, y=500, width=200, height=60, fieldFlags="multiline"
    )
    form.choice(name="public", value="familles", options=["élèves", "familles"], x=100, y=400)


def widgets(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [note for note in pdf.pages[0].obj.Annots if note.Subtype == "/Widget"]


@pytest.mark.parametrize("appearances", [True, False])
def test_fields_are_read_with_or_without_appearances(appearances: bool):
    def change(pdf: pikepdf.Pdf) -> None:
        for widget in widgets(pdf):
            if not appearances:
                del widget["/AP"]

    document = read(fill_in, change)
    for value in ("Mairie de Sète", LONG, "familles"):
        assert value in document.text
    assert "élèves" not in document.text
    place = document.text.index("Mairie")
    (word,) = [word for word in document.words if word.span.start == place]
    assert 100 <= word.box.x0 <= 110 and 220 <= word.box.top <= 245
    assert [link.url for link in document.links] == ["https://exemple.fr/aide"]


@pytest.mark.parametrize("flag", [2, 32], ids=["hidden", "not to be seen"])
def test_a_hidden_field_is_not_read(flag: int):
    def change(pdf: pikepdf.Pdf) -> None:
        widgets(pdf)[0].F = flag

    document = read(fill_in, change)
    assert "Mairie" not in document.text
    assert LONG in document.text


def test_a_field_on_a_turned_page_stands_where_it_is_shown():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    document = read(fill_in, change)
    assert "Mairie de Sète" in document.text and LONG in document.text
    assert [link.url for link in document.links] == ["https://exemple.fr/aide"]
    assert document.links[0].span and PRINTED in document.cut(document.links[0].span)


def note(pdf: pikepdf.Pdf, kind: str, text: str, *, appearance: bool = True) -> None:
    """Lays a note over the first page."""
    page = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    shown = pdf.make_stream(
        b"BT /F 11 Tf 2 6 Td (" + text.encode("latin-1") + b") Tj ET",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=[0, 0, 200, 20],
        Resources=Dictionary(Font=Dictionary(F=font)),
    )
    entry = Dictionary(
        Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[100, 300, 300, 320], F=4,
        Contents=String(text),
    )  # fmt: skip
    if appearance:
        entry.AP = Dictionary(N=shown)
    page.Annots = Array([*page.Annots, pdf.make_indirect(entry)])


@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Screen", "Sound", "Movie", "RichMedia"])
def test_notes_that_show_text_are_read(kind: str):
    document = read(change=lambda pdf: note(pdf, kind, "Recu le 4 mai 2021"))
    assert document.text.split("\n")[:2] == [PRINTED, "Recu le 4 mai 2021"]


@pytest.mark.parametrize("kind", ["Text", "Popup", "Highlight", "Watermark"])
def test_comments_that_open_on_a_click_are_not_read(kind: str):
    document = read(change=lambda pdf: note(pdf, kind, "A revoir", appearance=kind != "Popup"))
    assert document.text.strip() == PRINTED
    assert len(document.links) == 1


def layered(configure: Callable[[Dictionary, list[pikepdf.Object]], None]):
    """A page with two layers, "Draft" and "Final", in a form and in the page's own content."""

    def change(pdf: pikepdf.Pdf) -> None:
        groups = [
            pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
            for name in ("Draft", "Final")
        ]
        default = Dictionary(Order=Array(groups))
        pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=default)
        configure(default, groups)
        page = pdf.pages[0]
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        member = Dictionary(Type=Name.OCMD, OCGs=Array([groups[0]]), P=Name.AllOff)
        form = pdf.make_stream(
            b"BT /F 11 Tf 60 600 Td (Plan provisoire) Tj ET",
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, 595, 842],
            OC=groups[0],
            Resources=Dictionary(Font=Dictionary(F=font)),
        )
        resources = page.obj.Resources
        resources.Font.F = font
        resources.Properties = Dictionary(D=groups[0], E=groups[1], M=pdf.make_indirect(member))
        resources.XObject = Dictionary(X=form)
        page.contents_add(
            b"/X Do BT /F 11 Tf 60 700 Td /OC /D BDC (Ancien titre) Tj EMC "
            b"0 -20 Td /OC /E BDC (Titre retenu) Tj EMC 0 -20 Td (Toujours) Tj "
            b"0 -20 Td /OC /M BDC /Span BMC (Sans brouillon) Tj EMC EMC ET"
        )

    return change


def test_layers_that_are_on_are_read():
    document = read(change=layered(lambda default, groups: None))
    for text in (PRINTED, "Ancien titre", "Titre retenu", "Toujours", "Plan provisoire"):
        assert text in document.text
    assert "Sans brouillon" not in document.text


def off(default: Dictionary, groups: list[pikepdf.Object]) -> None:
    default.OFF = Array([groups[0]])


def all_but_one_off(default: Dictionary, groups: list[pikepdf.Object]) -> None:
    default.BaseState = Name.OFF
    default.ON = Array([groups[1]])


def off_on_screen(default: Dictionary, groups: list[pikepdf.Object]) -> None:
    groups[0].Usage = Dictionary(View=Dictionary(ViewState=Name.OFF))
    default.AS = Array(
        [Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([groups[0]]))]
    )


@pytest.mark.parametrize("configure", [off, all_but_one_off, off_on_screen])
def test_layers_that_are_off_are_not_read(
    configure: Callable[[Dictionary, list[pikepdf.Object]], None],
):
    document = read(change=layered(configure))
    for text in (PRINTED, "Titre retenu", "Toujours", "Sans brouillon"):
        assert text in document.text
    for text in ("Ancien", "provisoire"):
        assert text not in document.text


def test_attached_files_are_told():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["budget.csv"] = b"a;b"

    (issue,) = read(change=change).issues
    assert "one file (budget.csv) is attached to it" in issue


def test_a_portfolio_is_told():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["un.pdf"] = b"%PDF-"
        pdf.attachments["deux.pdf"] = b"%PDF-"
        pdf.Root.Collection = Dictionary(Type=Name.Collection)

    (issue,) = read(change=change).issues
    assert issue.startswith("it is a portfolio: 2 files (deux.pdf, un.pdf) are in it")


def test_a_form_that_only_one_program_shows_is_told():
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array([]))
        pdf.Root.NeedsRendering = True

    (issue,) = read(change=change).issues
    assert "XFA" in issue
