"""pdfium's functions that are called for every glyph, declared for speed.

pypdfium2 declares handles and structures as typed pointers, which costs more than the call itself;
here the same functions take and give plain addresses. A page's handles in, numbers out.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

Handle = int


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_HANDLE, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
count_characters = _plain(raw.FPDFText_CountChars, _INT, _HANDLE)
get_text = _plain(raw.FPDFText_GetText, _INT, _HANDLE, _INT, _INT, _OUT)
get_unicode = _plain(raw.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _INT)
get_loose_box = _plain(raw.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _OUT)
get_text_object = _plain(raw.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
get_matrix = _plain(raw.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _OUT)
get_font = _plain(raw.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
get_font_size = _plain(raw.FPDFTextObj_GetFontSize, _INT, _HANDLE, _OUT)
get_base_font_name = _plain(
    raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, _HANDLE, _OUT, ctypes.c_size_t
)
get_descent = _plain(raw.FPDFFont_GetDescent, _INT, _HANDLE, ctypes.c_float, _OUT)
count_objects = _plain(raw.FPDFPage_CountObjects, _INT, _HANDLE)
get_object = _plain(raw.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
count_form_objects = _plain(raw.FPDFFormObj_CountObjects, _INT, _HANDLE)
get_form_object = _plain(raw.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
get_object_type = _plain(raw.FPDFPageObj_GetType, _INT, _HANDLE)
get_object_matrix = _plain(raw.FPDFPageObj_GetMatrix, _INT, _HANDLE, _OUT)
get_bounds = _plain(raw.FPDFPageObj_GetBounds, _INT, _HANDLE, *[_OUT] * 4)
count_segments = _plain(raw.FPDFPath_CountSegments, _INT, _HANDLE)
get_segment = _plain(raw.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
get_segment_type = _plain(raw.FPDFPathSegment_GetType, _INT, _HANDLE)
get_segment_point = _plain(raw.FPDFPathSegment_GetPoint, _INT, _HANDLE, _OUT, _OUT)
get_draw_mode = _plain(raw.FPDFPath_GetDrawMode, _INT, _HANDLE, _OUT, _OUT)


@contextmanager
def text_page(page: pdfium.PdfPage) -> Iterator[Handle]:
    """The text of a page, as a handle for the functions above."""
    handle = raw.FPDFText_LoadPage(page.raw)
    try:
        yield ctypes.cast(handle, ctypes.c_void_p).value or 0
    finally:
        raw.FPDFText_ClosePage(handle)


def page_handle(page: pdfium.PdfPage) -> Handle:
    """A page as a handle for the functions above."""
    return ctypes.cast(page.raw, ctypes.c_void_p).value or 0
