"""Typeset the PDFs that workers are measured with, each with the truth about it.

Writes `samples/<role>.pdf` and `samples/<role>.json`. The samples are in the repository: this is
run only to change them. reportlab is enough for its own samples; the others need pdflatex,
LibreOffice and Chromium with French patterns (Debian: texlive-lang-french,
texlive-latex-recommended, lmodern, libreoffice-writer, chromium, fonts-liberation2).
Usage: python -m tests.pdfs.typeset_samples [part of a role …]
"""

from __future__ import annotations

import sys

from tests.pdfs import (
    chromium,
    chromium_mixed,
    chromium_samples,
    latex,
    latex_samples,
    libreoffice,
    libreoffice_samples,
    reportlab_oddities,
    reportlab_page,
    reportlab_samples,
)

PRODUCERS = (
    (reportlab_page, reportlab_samples),
    (reportlab_page, reportlab_oddities),
    (chromium, chromium_samples),
    (chromium, chromium_mixed),
    (latex, latex_samples),
    (libreoffice, libreoffice_samples),
)


def main() -> None:
    """Write the samples whose roles hold one of the arguments; all where there is none."""
    wanted = sys.argv[1:]
    for producer, module in PRODUCERS:
        for sample in module.samples():
            if not wanted or any(part in sample.role for part in wanted):
                sample.write(producer.PRODUCER, producer.typeset(sample))
                print(sample.role)


if __name__ == "__main__":
    main()
