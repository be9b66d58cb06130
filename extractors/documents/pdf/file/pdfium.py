"""pdfium's functions that are called for every glyph, declared for speed.

pypdfium2 declares handles and structures as typed pointers, which costs more than the call itself;
here the same functions take and give plain addresses. A page's handles in, numbers out.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any, cast

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as untyped
from numpy.typing import NDArray

Handle = int
raw: Any = untyped  # what is generated is too much for the type checker


def _plain(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The function, called without letting go of the interpreter: none takes long."""
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_HANDLE, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
_FOUND = ctypes.c_size_t  # a handle that is given; 0 where there is none
count_characters = _plain("FPDFText_CountChars", _INT, _HANDLE)
get_text = _plain("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _OUT)
get_unicode = _plain("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
get_loose_box = _plain("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _OUT)
get_text_object = _plain("FPDFText_GetTextObject", _FOUND, _HANDLE, _INT)
get_matrix = _plain("FPDFText_GetMatrix", _INT, _HANDLE, _INT, _OUT)
get_font = _plain("FPDFTextObj_GetFont", _FOUND, _HANDLE)
get_font_size = _plain("FPDFTextObj_GetFontSize", _INT, _HANDLE, _OUT)
get_base_font_name = _plain(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t
)
is_generated = _plain("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
get_descent = _plain("FPDFFont_GetDescent", _INT, _HANDLE, ctypes.c_float, _OUT)
count_objects = _plain("FPDFPage_CountObjects", _INT, _HANDLE)
get_object = _plain("FPDFPage_GetObject", _FOUND, _HANDLE, _INT)
count_form_objects = _plain("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_form_object = _plain("FPDFFormObj_GetObject", _FOUND, _HANDLE, ctypes.c_ulong)
get_object_type = _plain("FPDFPageObj_GetType", _INT, _HANDLE)
get_object_matrix = _plain("FPDFPageObj_GetMatrix", _INT, _HANDLE, _OUT)
get_bounds = _plain("FPDFPageObj_GetBounds", _INT, _HANDLE, *[_OUT] * 4)
count_segments = _plain("FPDFPath_CountSegments", _INT, _HANDLE)
get_segment = _plain("FPDFPath_GetPathSegment", _FOUND, _HANDLE, _INT)
get_segment_type = _plain("FPDFPathSegment_GetType", _INT, _HANDLE)
get_segment_point = _plain("FPDFPathSegment_GetPoint", _INT, _HANDLE, _OUT, _OUT)
get_draw_mode = _plain("FPDFPath_GetDrawMode", _INT, _HANDLE, _OUT, _OUT)

get_render_mode = _plain("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
get_fill_color = _plain("FPDFPageObj_GetFillColor", _INT, _HANDLE, *[_OUT] * 4)
get_stroke_color = _plain("FPDFPageObj_GetStrokeColor", _INT, _HANDLE, *[_OUT] * 4)

NO_INK = -1
_COLOUR = (ctypes.c_uint * 4)()
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.addressof(_COLOUR) + 4 * place for place in range(4))


def lightness(get_color: Callable[..., Any], handle: Handle) -> int:
    """How light an object's colour is: 0 for black to 255; `NO_INK` where nothing is drawn.

    A pattern, which has no colour of its own, counts as black.
    """
    if not get_color(handle, _RED, _GREEN, _BLUE, _ALPHA):
        return 0
    red, green, blue, alpha = _COLOUR[:]
    return min(red, green, blue) if alpha else NO_INK


def lightness_of_each(handles: Sequence[Handle]) -> NDArray[np.int64]:
    """The same of what many objects are filled with."""
    colours = np.zeros((len(handles), 4), np.uint32)
    parts = [addresses_in(colours, 4 * part) for part in range(4)]
    told = np.fromiter(map(get_fill_color, handles, *parts), bool, len(handles))
    lightest = colours[:, :3].min(axis=1).astype(np.int64)
    return np.where(told, np.where(colours[:, 3] > 0, lightest, NO_INK), 0)


def call_each(function: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call a function with each of many arguments, of as many as the shortest of them has."""
    deque(map(function, *arguments), maxlen=0)


def addresses_in(rows: NDArray[Any], offset: int = 0) -> range:
    """Where each row of an array stands, or what is so many bytes further on in each."""
    start: int = rows.ctypes.data + offset
    return range(start, start + rows.nbytes, rows.strides[0])


def address_of(handle: Any) -> Handle:
    """A handle of pypdfium2's as a plain address; 0 where it is none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


@contextmanager
def text_page(page: pdfium.PdfPage) -> Generator[Handle]:
    """The text of a page, as a handle for the functions above."""
    handle = raw.FPDFText_LoadPage(page.raw)
    try:
        yield address_of(handle)
    finally:
        raw.FPDFText_ClosePage(handle)


def page_handle(page: pdfium.PdfPage) -> Handle:
    """A page as a handle for the functions above."""
    return address_of(cast(Any, page).raw)
