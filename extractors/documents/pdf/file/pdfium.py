"""pdfium's functions that are called for every glyph, declared for speed.

pypdfium2 declares handles and structures as typed pointers, which costs more than the call itself;
here the same functions take and give plain addresses. A page's handles in, numbers out.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as untyped

Handle = int
raw: Any = untyped  # what is generated is too much for the type checker


def _plain(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_HANDLE, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
count_characters = _plain("FPDFText_CountChars", _INT, _HANDLE)
get_text = _plain("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _OUT)
get_unicode = _plain("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
get_loose_box = _plain("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _OUT)
get_text_object = _plain("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
get_matrix = _plain("FPDFText_GetMatrix", _INT, _HANDLE, _INT, _OUT)
get_font = _plain("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
get_font_size = _plain("FPDFTextObj_GetFontSize", _INT, _HANDLE, _OUT)
get_base_font_name = _plain(
    "FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t
)
is_generated = _plain("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
get_descent = _plain("FPDFFont_GetDescent", _INT, _HANDLE, ctypes.c_float, _OUT)
count_objects = _plain("FPDFPage_CountObjects", _INT, _HANDLE)
get_object = _plain("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
count_form_objects = _plain("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_form_object = _plain("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
get_object_type = _plain("FPDFPageObj_GetType", _INT, _HANDLE)
get_object_matrix = _plain("FPDFPageObj_GetMatrix", _INT, _HANDLE, _OUT)
get_bounds = _plain("FPDFPageObj_GetBounds", _INT, _HANDLE, *[_OUT] * 4)
count_segments = _plain("FPDFPath_CountSegments", _INT, _HANDLE)
get_segment = _plain("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INT)
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
