"""An element in, whether what it holds is raised above the line, as a note's call is, out.

Figures so raised are no part of the number before them: they become superscript characters.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from extractors.documents.typography import collapse_spaces

RAISING = frozenset(
    "sup exposant superscript footnote-ref footnote-reference note-ref footnote-call appel-note "
    "appelnote spip_note_ref msofootnotereference msoendnotereference".split()
)
_FIGURES = re.compile(r"-?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,7}\*?")
_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_NOTE = re.compile(r"#(?:_?(?:ftn|edn|fn|foot|end|note|nb|nbp|cite)[\w-]*)", re.IGNORECASE)
_NOTE_CLASS = re.compile(r"foot-?note|end-?note|(?:^|[\s_-])(?:fn|note|appel)s?(?:$|[\s_-])")


def is_raised(element: HtmlElement) -> bool:
    """Whether an element's figures stand above the line, or call a note."""
    if element.tag == "sup":
        return _holds_figures(element)
    if element.tag == "a":
        return _calls_note(element) and _holds_figures(element)
    if element.tag not in ("span", "small", "em", "font") or not element.keys():
        return False
    raises = not RAISING.isdisjoint(element.get("class", "").lower().split()) or bool(
        _STYLE.search(element.get("style", ""))
    )
    return raises and _holds_figures(element)


def raise_ordinal(before: str, text: str) -> str:
    """What a raised letter is beside the one before it: "n" and "o" are "n°"."""
    is_number = text == "o" and re.search(r"(?:^|\W)[nN]$", before)
    return "°" if is_number else text


def _calls_note(link: HtmlElement) -> bool:
    if link.get("role") == "doc-noteref" or link.get("epub:type") == "noteref":
        return True
    is_here = "#" in link.get("href", "#")
    target = "#" + link.get("href", "").partition("#")[2]
    named = _NOTE_CLASS.search(f"{link.get('class', '')} {link.get('rel', '')}".lower())
    return is_here and bool(named or _NOTE.fullmatch(target))


def _holds_figures(element: HtmlElement) -> bool:
    """Whether it holds a number or some, not in brackets, and nothing else."""
    return bool(_FIGURES.fullmatch(collapse_spaces(element.text_content()[:40])))
