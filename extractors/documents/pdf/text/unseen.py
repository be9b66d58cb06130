"""Text that nobody sees: drawn without ink, white on white, or far too small to be read.

Runs of a page and the open page in, the runs that a reader sees out. Invisible text under a picture
or over drawn letters says what these show, as character recognition writes it: it stays.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from statistics import median
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from extractors.documents.pdf.file import pdfium
from extractors.documents.pdf.file.geometry import PageFrame, Rectangle
from extractors.documents.pdf.file.page_objects import placed_bounds, walk_objects
from extractors.documents.pdf.text.glyphs import CharRun, share_told
from extractors.documents.pdf.text.styles import NO_INK, WHITE

SMALLEST = 1.5  # points
LEGIBLE = 4.0  # points: the usual size of a page that has its text to be read
REACH = 1.0  # point around what is drawn
LETTER_HIGH = 3.0  # times a run's height: what is drawn larger is no letter
LEAST_GROUND = 0.12  # of a white run's place, in another colour than paper
LARGEST_PICTURE = 1000  # pixels: the longer side of a page that is looked at
LEAST_SEEN = 0.5  # of a page's characters
LEAST_SHOWN = 0.5  # of the invisible runs that drawings show, for all of them to be shown
_INK, _SIZE = itemgetter("ink"), itemgetter("size")


@dataclass(slots=True)
class _Drawn:
    """What is drawn on a page beside text: pictures, other shapes that are not white."""

    pictures: list[Rectangle] = field(default_factory=list[Rectangle])
    shapes: list[Rectangle] = field(default_factory=list[Rectangle])


def drop_unseen(
    runs: list[CharRun], page: pypdfium2.PdfPage, frame: PageFrame, quarters: int = 0
) -> list[CharRun]:
    """The runs that a reader sees, or sees the picture of.

    The frame is of the page turned clockwise by so many quarters.
    """
    if not runs or (
        min(map(_INK, runs)) >= 0
        and max(map(_INK, runs)) < WHITE
        and min(map(_SIZE, runs)) >= SMALLEST
    ):
        return runs
    small = _too_small(runs)
    runs = [run for run in runs if not small or run["size"] >= SMALLEST or run["text"].isspace()]
    doubtful = [run for run in runs if not 0 <= run["ink"] < WHITE and not run["text"].isspace()]
    if not doubtful:
        return runs
    drawn = _read_drawn(pdfium.page_handle(page), frame)
    bare = [run for run in doubtful if run["ink"] == NO_INK]
    shown = sum(_is_shown(run, drawn) for run in bare)
    all_shown = bool(bare) and shown >= LEAST_SHOWN * len(bare)
    unseen = [run for run in doubtful if not _is_seen(run, drawn, all_shown)]
    white = [run for run in unseen if run["ink"] >= WHITE]
    coloured = _on_colour(white, page, frame, quarters) if white else set[int]()
    hidden = {id(run) for run in unseen} - coloured
    if not hidden:
        return runs
    seen = [run for run in runs if id(run) not in hidden]
    # what is most of a page is there to be read
    return seen if share_told(seen)[1] >= LEAST_SEEN * share_told(runs)[1] else runs


def _too_small(runs: Sequence[CharRun]) -> bool:
    """Whether a page has text that is to be read, so that what is tiny is not."""
    sizes = [run["size"] for run in runs if not run["text"].isspace()]
    return bool(sizes) and median(sizes) >= LEGIBLE


def _is_seen(run: CharRun, drawn: _Drawn, all_shown: bool) -> bool:
    if run["ink"] == NO_INK:
        return all_shown or _is_shown(run, drawn)
    if run["ink"] >= WHITE:
        return any(_holds(box, run) for box in (*drawn.pictures, *drawn.shapes))
    return True


def _is_shown(run: CharRun, drawn: _Drawn) -> bool:
    """Whether a picture, or letters that are drawn, show what an invisible run says."""
    highest = LETTER_HIGH * (run["bottom"] - run["top"])
    letters = (box for box in drawn.shapes if box[3] - box[1] <= highest)
    return any(_holds(box, run) for box in drawn.pictures) or any(
        _holds(box, run) for box in letters
    )


def _on_colour(
    runs: Sequence[CharRun], page: pypdfium2.PdfPage, frame: PageFrame, quarters: int
) -> set[int]:
    """Those of the runs whose place is not white on the page as it is shown, by their identity.

    pdfium tells white for patterns and shades, of text and of what lies under it.
    """
    left, top, right, bottom = frame.visible
    scale = min(1.0, LARGEST_PICTURE / max(right - left, bottom - top, 1.0))
    shown: Any = page
    bitmap = shown.render(scale=scale, rotation=90 * quarters, may_draw_forms=False)
    pixels: NDArray[np.uint8] = np.asarray(bitmap.to_numpy(), np.uint8)[:, :, :3].min(axis=2)
    high, wide = pixels.shape
    across, down = wide / max(right - left, 1.0), high / max(bottom - top, 1.0)
    coloured: set[int] = set()
    for run in runs:
        x0, x1 = (max(0, int((run[side] - left) * across)) for side in ("x0", "x1"))
        y0, y1 = (max(0, int((run[side] - top) * down)) for side in ("top", "bottom"))
        place = pixels[y0 : y1 + 1, x0 : x1 + 1]
        if place.size and np.count_nonzero(place < WHITE) >= LEAST_GROUND * place.size:
            coloured.add(id(run))
    return coloured


def _holds(box: Rectangle, run: CharRun) -> bool:
    x, y = (run["x0"] + run["x1"]) / 2, (run["top"] + run["bottom"]) / 2
    return box[0] - REACH <= x <= box[2] + REACH and box[1] - REACH <= y <= box[3] + REACH


def _read_drawn(page: pdfium.Handle, frame: PageFrame) -> _Drawn:
    drawn = _Drawn()
    for handle, kind, matrix in walk_objects(page, frame.matrix):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            drawn.pictures.append(placed_bounds(handle, matrix, frame))
        elif kind == raw.FPDF_PAGEOBJ_SHADING or (
            kind == raw.FPDF_PAGEOBJ_PATH and any(ink < WHITE for ink in _inks(handle))
        ):
            drawn.shapes.append(placed_bounds(handle, matrix, frame))
    return drawn


def _inks(path: pdfium.Handle) -> Iterator[int]:
    """How light a path's filling and its stroke are, where it has them."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.get_draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    if fill.value:
        yield pdfium.lightness(pdfium.get_fill_color, path)
    if stroke.value:
        yield pdfium.lightness(pdfium.get_stroke_color, path)
