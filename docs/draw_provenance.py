"""Draw the README's picture: the press release's pages with the boxes of what was found on them.

Usage: python docs/draw_provenance.py OUTPUT  (a folder that `inca run` wrote, offline)
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
import pdfplumber
from PIL import Image

ROOT = Path(__file__).parents[1]
COLOURS = {
    "axes": (27, 63, 139),
    "dates": (200, 80, 0),
    "organisation_mentions": (0, 120, 60),
    "claims": (160, 0, 120),
}
RESOLUTION = 80  # dots per inch


def draw(output: Path, target: Path) -> None:
    """Draw every finding's box on its page, and put the pages side by side."""
    documents = pd.read_csv(output / "documents.csv")
    document = documents[documents["media_type"] == "application/pdf"].iloc[0]
    with pdfplumber.open(ROOT / "raw" / document["file"]) as pdf:
        images = [page.to_image(resolution=RESOLUTION) for page in pdf.pages]
        for table, colour in COLOURS.items():
            rows = pd.read_csv(output / f"{table}.csv")
            for row in rows[rows["document_id"] == document["document_id"]].itertuples():
                box = tuple(map(float, row.bbox.split()))
                image = images[int(row.page) - 1]
                image.draw_rect(box, fill=(*colour, 40), stroke=colour, stroke_width=1)
    pages = [image.annotated for image in images]
    height = int(max(page.height for page in pages) * 0.62)  # what is below is blank
    sheet = Image.new("RGB", (sum(page.width for page in pages), height), "white")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width
    sheet.quantize(64).save(target, optimize=True)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(__file__).with_name("provenance.png"))
