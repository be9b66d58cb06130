"""PDFs that cost more than they should, each made here from its description, and damaged ones.

All but `many_pages` have three pages of text, of which the second is the hostile one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas

WORDS = "Le plan de lutte contre le cancer est mis en œuvre par tous les établissements".split()
LINES = 12


def plain_pages(count: int = 3) -> bytes:
    """Pages on which no two lines are the same, so that none is taken for a running header."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for page in range(1, count + 1):
        for line in range(LINES):
            turn = (5 * page + line) % len(WORDS)
            text = " ".join(WORDS[turn:] + WORDS[:turn])
            canvas.drawString(72, 700 - 20 * line, f"{text}, {page} sur {line}.")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def many_pages(count: int) -> bytes:
    """One page, counted many times."""
    with pikepdf.open(BytesIO(plain_pages(1))) as pdf:
        for _ in range(count - 1):
            pdf.pages.append(pdf.pages[0])
        return _saved(pdf)


def nested_forms(count: int = 3, levels: int = 30, times: int = 4) -> bytes:
    """A form that draws a form several times, that draws a form…: no reader sees its end."""
    with pikepdf.open(BytesIO(plain_pages(count))) as pdf:
        page = pdf.pages[count // 2]
        fonts = page.Resources.Font
        resources, content = Dictionary(Font=fonts), b"BT /F1 9 Tf 10 10 Td (x) Tj ET"
        for _ in range(levels):
            form = pdf.make_stream(content)
            form.Type, form.Subtype = Name.XObject, Name.Form
            form.BBox, form.Resources = Array([0, 0, 600, 800]), resources
            resources, content = Dictionary(XObject=Dictionary(X=form)), b"/X Do " * times
        page.Resources = Dictionary(Font=fonts, XObject=resources.XObject)
        page.contents_add(b"/X Do")
        return _saved(pdf)


def long_path(points: int = 30_000_000) -> bytes:
    """A line with so many points that it needs more memory than the file would make one think."""
    with pikepdf.open(BytesIO(plain_pages())) as pdf:
        pdf.pages[1].contents_add(b"0 0 m " + b"1 1 l " * points + b"S")
        return _saved(pdf)


def bomb(megabytes: int = 1000) -> bytes:
    """A page's content of zeros, deflated twice."""
    once = zlib.compressobj(9)
    zeros = bytes(1_000_000)
    packed = b"".join([*(once.compress(zeros) for _ in range(megabytes)), once.flush()])
    with pikepdf.open(BytesIO(plain_pages())) as pdf:
        content = pdf.make_stream(b"")
        content.write(zlib.compress(packed, 9), filter=Array([Name.FlateDecode] * 2))
        pdf.pages[1].Contents = content
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(target)
    return target.getvalue()


def damaged(content: bytes, name: str, count: int) -> Iterator[bytes]:
    """The same variants of a file on every machine: bytes changed, cut, zeroed, doubled."""
    for number in range(count):
        random = Random(f"{name} {number}")
        variant = bytearray(content)
        at = random.randrange(len(variant))
        length = random.randrange(1, 4000)
        match random.choice(("bytes", "end", "zeros", "double")):
            case "bytes":
                for _ in range(random.choice((1, 5, 50, 500))):
                    variant[random.randrange(len(variant))] = random.randrange(256)
            case "end":
                del variant[at:]
            case "zeros":
                variant[at : at + length] = bytes(len(variant[at : at + length]))
            case _:
                variant[at:at] = variant[at : at + length]
        yield bytes(variant)
