"""An element in, whether it belongs to the site or to nobody's eyes rather than to a document out.

Menus, share buttons, cookie walls, hidden elements, lists of other pages; knows nothing of text.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice

from lxml.html import HtmlElement

from extractors.documents.html.folds import HEADINGS, Folds
from extractors.documents.html.layouts import furniture_names, load_layouts
from extractors.documents.html.visibility import is_hidden
from extractors.documents.typography import collapse_spaces
from extractors.records import fold

FURNITURE = frozenset(
    (
        "aside button canvas datalist dialog footer form head header iframe input map menu nav "
        "noscript object script select style svg template textarea video audio"
    ).split()
)
# these hold whole pages or the head of an article on some sites
UNLESS_THEY_HOLD_A_TITLE = frozenset(("form", "header"))
SECTIONING = frozenset(("article", "main", "section"))
NO_FOLDS = Folds()
MAY_NAME_A_SECTION = (*HEADINGS, "p", "strong", "b", "span", "summary")
ADJACENT_LISTS = ("ul", "ol", "div")
NEAR = 20
RUNNING_TEXT = 300
SHARE_OF_LINKS = 0.2


def is_furniture(element: HtmlElement, folds: Folds = NO_FOLDS) -> bool:
    """Whether an element is hidden, where no click opens it, or is there for the site's sake."""
    if element.tag in FURNITURE and element not in folds.buttons:
        return element.tag not in UNLESS_THEY_HOLD_A_TITLE or not _holds_a_title(element)
    if not element.keys():  # most have no attribute, and this is asked of every element
        return False
    if (is_hidden(element) and element not in folds.panels) or element in folds.aside:
        return True
    named = (
        element.get("role") in _roles()
        or _is_name(element.get("class", ""))
        or _is_name(element.get("id", ""))
    )
    # a name may be given to the box around the whole page
    return named and element.tag not in ("html", "body") and next(element.iter("h1"), None) is None


def _holds_a_title(element: HtmlElement) -> bool:
    around = islice(element.iterancestors(), NEAR)
    if element.tag == "header" and any(one.tag in SECTIONING for one in around):
        return element.get("role") != "banner"
    if element.tag == "form" and _is_whole_page(element):
        return True
    return next(element.iter("h1"), None) is not None


def _is_whole_page(form: HtmlElement) -> bool:
    """Whether a form was put around a page: it holds the site's parts, or a page's state."""
    if next(form.iterdescendants("main", "article", "nav", "header", "footer"), None) is not None:
        return True
    return any(one.get("name") == "__VIEWSTATE" for one in form.iterdescendants("input"))


@cache
def _roles() -> frozenset[str]:
    return frozenset(load_layouts().furniture.roles)


@lru_cache(maxsize=4096)
def _is_name(names: str) -> bool:
    return any(furniture_names().match(name) for name in names.split())


def find_other_pages(container: HtmlElement) -> set[HtmlElement]:
    """The sections under a heading such as "À lire aussi", heading included."""
    found: set[HtmlElement] = set()
    for element in container.iter(*MAY_NAME_A_SECTION):
        text = element.text
        if text and _key(text) in _headings_of_other_pages():
            found.update(_section_under(element, container))
    return found


@cache
def _headings_of_other_pages() -> frozenset[str]:
    return frozenset(_key(heading) for heading in load_layouts().furniture.headings)


def _key(text: str) -> str:
    return fold(collapse_spaces(text[:100])).casefold().rstrip(" :")


def _section_under(heading: HtmlElement, container: HtmlElement) -> list[HtmlElement]:
    """The box that the heading opens; where it opens none, itself and what follows it."""
    box = heading
    parent = box.getparent()
    while parent is not None and parent is not container and _opens(box, parent):
        box = parent
        parent = box.getparent()
    rank = box.tag if box.tag in HEADINGS else None
    if rank is None and box is not heading and box.tag != "p":
        return [box]
    section = [box]
    for sibling in box.itersiblings():
        ends = sibling.tag in HEADINGS and (rank is None or sibling.tag <= rank)
        if (
            ends
            or _is_running_text(sibling)
            or (rank is None and sibling.tag not in ADJACENT_LISTS)
        ):
            break
        section.append(sibling)
    return section


def _opens(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether nothing stands in the parent before the element, and no document after it."""
    first = next(parent.iterchildren(), None) is element and not (parent.text or "").strip()
    if not first or next(parent.iter("h1"), None) is not None:
        return False
    return not any(_is_running_text(child) for child in parent)


def _is_running_text(element: HtmlElement) -> bool:
    """Whether an element holds a good deal of text that leads nowhere."""
    length = len(collapse_spaces(element.text_content()))
    linked = sum(len(collapse_spaces(link.text_content())) for link in element.iter("a"))
    return length > RUNNING_TEXT and linked < SHARE_OF_LINKS * length
