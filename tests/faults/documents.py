"""Small plans of our own in each format; a bad one asks for its fault in its last line."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

FORMATS = ("pdf", "html", "md", "txt")
TITLE = "Plan cantonal des bibliothèques {year}-{end}"
LINES = (
    "Publié le 3 mars {year}.",
    "Le plan compte deux axes, portés par la Ligue nationale contre le cancer et le ministère"
    " de la santé.",
    "Axe 1 : Prêter davantage de livres aux lecteurs de la vallée n° {year}",
    "Action 1.1 : Ouvrir 80 % des salles le dimanche d'ici le 31 décembre {end}",
    "Axe 2 : Former les bibliothécaires des communes de montagne",
    "Action 2.1 : Réunir les équipes avant le 12 juin {end} à la mairie",
)


def write_plan(path: Path, year: int, asks: str = "") -> Path:
    """Write a plan of this year, in the format of the file's ending."""
    figures = {"year": year, "end": year + 4}
    title = TITLE.format(**figures)
    lines = [line.format(**figures) for line in LINES] + ([f"Annexe {asks}."] if asks else [])
    make = {"pdf": _pdf, "html": _html, "md": _markdown, "txt": _text}[path.suffix[1:]]
    path.write_bytes(make(title, lines))
    return path


def _pdf(title: str, lines: list[str]) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(72, 770, title)
    canvas.setFont("Helvetica", 10)
    for number, line in enumerate(lines):
        canvas.drawString(72, 730 - 30 * number, line)
    canvas.save()
    return target.getvalue()


def _html(title: str, lines: list[str]) -> bytes:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{title}</title>'
        f"<main><h1>{title}</h1>{paragraphs}</main></html>"
    ).encode()


def _markdown(title: str, lines: list[str]) -> bytes:
    return "\n\n".join([f"# {title}", *lines, ""]).encode()


def _text(title: str, lines: list[str]) -> bytes:
    return "\n\n".join([title, *lines, ""]).encode()
