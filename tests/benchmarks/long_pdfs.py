"""PDFs as long as wanted, for benchmarks: prose set anew, and samples repeated."""

from __future__ import annotations

import json
import warnings
from itertools import cycle
from pathlib import Path

import pikepdf
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

PDFS = Path(__file__).parents[1] / "pdfs"
SAMPLES = PDFS / "samples"


def typeset_prose(target: Path, pages: int) -> Path:
    """A PDF of so many pages of French prose, one column, about 400 words a page."""
    texts = cycle(_texts(json.loads((PDFS / "prose.json").read_text(encoding="utf-8"))))
    style = getSampleStyleSheet()["BodyText"]
    flow: list[Flowable] = []
    for page in range(1, pages + 1):
        words: list[str] = []
        while len(words) < 400:
            words += next(texts).split()
        flow += [Paragraph(f"Mesure {page}", getSampleStyleSheet()["Heading2"])]
        flow += [Paragraph(" ".join(words[at : at + 80]), style) for at in range(0, 400, 80)]
        flow += [PageBreak()]
    SimpleDocTemplate(str(target)).build(flow)
    return target


def repeat_sample(name: str, target: Path, pages: int) -> Path:
    """A sample's pages over and over."""
    with warnings.catch_warnings(), pikepdf.open(SAMPLES / name) as pdf:
        warnings.simplefilter("ignore")
        count = len(pdf.pages)
        while len(pdf.pages) < pages:
            pdf.pages.append(pdf.pages[len(pdf.pages) % count])
        pdf.save(target)
    return target


def _texts(value: object) -> list[str]:
    """All longer strings in a JSON value."""
    if isinstance(value, str):
        return [value.replace("<", " ").replace("&", " ")] if len(value) > 60 else []
    if isinstance(value, dict):
        value = list(value.values())
    return [text for part in value for text in _texts(part)] if isinstance(value, list) else []
