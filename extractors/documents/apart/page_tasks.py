"""What a worker process does with a PDF's pages: looked at, laid out apart, joined.

Paths in, packed layouts and documents in files out. Imported where a PDF is read, not by whoever
has it read: it brings the PDF libraries along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractors.documents.apart.packing import pack, unpack
from extractors.documents.apart.page_files import measures_file, page_file
from extractors.documents.apart.page_packing import OF_LAYOUTS
from extractors.documents.apart.pdf_size import check_pdf
from extractors.documents.limits import ReadingLimits
from extractors.documents.pdf.layout.measures import PageMeasures, measure_page
from extractors.documents.pdf.pages import lay_out_pages
from extractors.documents.pdf.printed import PageLayout
from extractors.documents.pdf.reading import join_pages, open_pages
from extractors.documents.reading import check_content, check_text
from extractors.media_types import PDF


def count_pages(path: Path, limits: ReadingLimits) -> int:
    """How many pages a PDF has; refuses it where it has or unpacks to too much."""
    content = path.read_bytes()
    check_content(content, PDF)
    check_pdf(path, limits)
    with open_pages(content) as pages:
        return len(pages)


def lay_out_into(path: Path, numbers: Sequence[int], folder: Path) -> list[int]:
    """Lay out pages (1-based) and pack each into the folder; gives those too damaged for it."""
    with open_pages(path.read_bytes()) as pages:
        for layout in lay_out_pages(pages, numbers):
            pack(measure_page(layout), measures_file(folder, layout.number), OF_LAYOUTS)
            pack(layout, page_file(folder, layout.number), OF_LAYOUTS)
        return pages.lost


def join_from(path: Path, pages: int, folder: Path, issues: Sequence[str], target: Path) -> None:
    """Pack the document that the folder's laid-out pages make; those that lack are left blank."""
    with open_pages(path.read_bytes()) as open_file:
        layouts = _PackedPages(folder, pages)
        document = check_text(join_pages(open_file, layouts, layouts.measures()))
        pack(replace(document, issues=(*document.issues, *issues)), target)


class _PackedPages:
    """The pages of a folder, unpacked one at a time, each time they are gone through."""

    def __init__(self, folder: Path, pages: int) -> None:
        self._folder = folder
        self._pages = pages

    def __iter__(self) -> Iterator[PageLayout]:
        size = PageLayout(1, 595.0, 842.0, (0.0, 842.0))
        for number in range(1, self._pages + 1):
            file = page_file(self._folder, number)
            if file.exists():
                size = unpack(file)
                yield size
            else:
                yield PageLayout(number, size.width, size.height, size.visible)

    def measures(self) -> list[PageMeasures]:
        measured: list[PageMeasures] = []
        for number in range(1, self._pages + 1):
            if page_file(self._folder, number).exists():
                measured.append(unpack(measures_file(self._folder, number)))
            else:
                measured.append(measure_page(PageLayout(number, 0.0, 0.0, (0.0, 0.0))))
        return measured
