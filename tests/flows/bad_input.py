"""Files that no program should trip over, each made here from its description."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

ENGLISH = """The National Cancer Institute publishes its contract
The French National Cancer Institute today published its five-year performance contract, which was
signed with the ministries of health and of research. It sets out five strategic axes and
twenty-four operational objectives for the years to come, in line with the ten-year strategy.
"""

ERROR_PAGE = """<!doctype html><html lang="fr"><head><title>Oops! An error occurred</title></head>
<body><header><nav><a href="/">Accueil</a></nav></header><main><h1>Oops! An error occurred</h1>
<p>La page que vous demandez ne peut pas être affichée pour le moment.</p></main></body></html>"""


def locked_pdf() -> bytes:
    """A PDF that opens only with a password."""
    target = BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 720, "Axe 1 : Personne ne le lira")
    canvas.save()
    return target.getvalue()


def blank_pdf() -> bytes:
    """A PDF of one page without text, as a scan is."""
    target = BytesIO()
    canvas = Canvas(target)
    canvas.rect(72, 72, 200, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
