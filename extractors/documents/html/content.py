"""A parsed page in, the elements that hold its document out, with what in them is no part of it.

A known layout goes first, then the page's own landmarks; trafilatura is asked only where a page
has neither and much of it leads elsewhere, and says where the document is, not what it says:
its own result has lost list marks, spans of cells and the title.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from extractors.documents.html.folds import Folds, find_folds
from extractors.documents.html.furniture import NO_FOLDS, find_other_pages, is_furniture
from extractors.documents.html.layouts import Layout, load_layouts, select
from extractors.documents.typography import collapse_spaces

# with the least share of what is read on a page: one with less is as good as empty
LANDMARKS = {"main": 0.05, "[role=main]": 0.05, "article": 0.2}
LEAST_SHARE_WITH_LINKS = 0.2
FEWEST_LETTERS = 40  # an empty landmark is none
SHARE_OF_LINKS = 0.3  # of a page's characters: from here on, trafilatura is asked
SHARE_OF_MENU = 0.5  # of a part's characters: from here on it is a menu, where nothing else speaks
SHARE_OF_DOCUMENT = 0.9  # of what trafilatura found
MOST_ELEMENTS_TO_SEARCH = 20_000
DEEPEST_TO_SEARCH = 200
LEAVES = "p li td th dt dd h1 h2 h3 h4 h5 h6 blockquote pre div".split()


@dataclass(frozen=True, slots=True)
class Content:
    """Elements to read one after the other, and those within them to leave out."""

    elements: tuple[HtmlElement, ...]
    left_out: set[HtmlElement] = field(default_factory=set[HtmlElement])
    layout: Layout | None = None
    folds: Folds = NO_FOLDS

    def leaves_out(self, element: HtmlElement) -> bool:
        """Whether an element within the content is no part of the document."""
        return element in self.left_out or is_furniture(element, self.folds)


def find_content(root: HtmlElement) -> Content:
    """Where a page's document is; the whole body where nothing tells."""
    folds = find_folds(root)
    landmark = _landmark(root, folds)
    for layout in load_layouts().layouts:
        anchors = _anchors_of(layout, root if landmark is None else landmark, folds)
        if anchors:
            container, around = _extent(anchors)
            left_out = around | find_other_pages(container)
            return Content(_with_title(container, root), left_out, layout, folds)
    body = _body(root)
    container = _searched(body) if landmark is None else landmark
    left_out = find_other_pages(container)
    if container not in (body, landmark):
        left_out |= _menus(container, left_out)
    return Content(_with_title(container, root), left_out, folds=folds)


def _body(root: HtmlElement) -> HtmlElement:
    """A page's body; the whole page where some of it stands after the body's end."""
    body = next(root.iter("body"), root)
    after = (one for one in body.itersiblings() if not is_furniture(one))
    return root if any(_letters(one) for one in after) else body


def _with_title(container: HtmlElement, root: HtmlElement) -> tuple[HtmlElement, ...]:
    """The container, after the page's title where that stands apart."""
    title = next(root.iter("h1"), None)
    if title is None or next(container.iter("h1"), None) is not None:
        return (container,)
    return (title, container)


def _anchors_of(layout: Layout, page: HtmlElement, folds: Folds) -> list[HtmlElement]:
    """What a layout says the document starts and ends with; nothing where it does not apply."""
    needed = [select(page, selector) for selector in layout.needs]
    if not all(needed):
        return []
    parts = [select(page, selector) for selector in layout.parts]
    firsts = [select(page, selector) for selector in layout.first]
    in_document = _without_furniture(page, set(chain(*needed, *parts, *firsts)), folds)
    if not all(any(element in in_document for element in found) for found in needed):
        return []
    late = {
        element
        for found in firsts
        for element in islice((one for one in found if one in in_document), 1, None)
    }
    return [element for element in in_document if element not in late]


def _without_furniture(
    page: HtmlElement, wanted: set[HtmlElement], folds: Folds
) -> dict[HtmlElement, None]:
    """Those of the elements that no furniture holds, in the order of the page."""
    found: dict[HtmlElement, None] = {}
    walk = etree.iterwalk(page, events=("start",))
    for _, element in walk:
        if element is not page and is_furniture(element, folds):
            walk.skip_subtree()
        elif element in wanted:
            found[element] = None
    return found


def _landmark(root: HtmlElement, folds: Folds) -> HtmlElement | None:
    """The page's main element; of several none, unless one holds most of what they hold.

    One that holds next to nothing of what is to be read on the page is none. Links count only
    where there is little else.
    """
    candidates = {selector: select(root, selector) for selector in LANDMARKS}
    wanted = set(chain.from_iterable(candidates.values()))
    for links_too, least in ((False, 0.0), (True, LEAST_SHARE_WITH_LINKS)):
        letters = _letters_read(root, wanted, folds, links_too)
        for selector, found in candidates.items():
            largest = max(found, key=letters.__getitem__, default=None)
            share = max(LANDMARKS[selector], least)
            enough = max(FEWEST_LETTERS, share * letters[root])
            if largest is not None and letters[largest] >= enough:
                held = sum(letters[one] for one in found)
                return largest if letters[largest] >= held / 2 else None
    return None


def _letters_read(
    root: HtmlElement, wanted: set[HtmlElement], folds: Folds, links_too: bool
) -> Counter[HtmlElement]:
    """How many letters elements hold of what is read; furniture around one of them is read too."""
    around = {one for element in wanted for one in element.iterancestors()}
    read = 0
    begun: dict[HtmlElement, int] = {}
    letters: Counter[HtmlElement] = Counter()
    walk = etree.iterwalk(root, events=("start", "end"))
    passed_by: HtmlElement | None = None
    for event, element in walk:
        if event == "start":
            is_link = element.tag == "a" and not links_too
            if element not in around and (is_link or is_furniture(element, folds)):
                passed_by = element
                walk.skip_subtree()
                continue
            begun[element] = read
            read += len(collapse_spaces(element.text or ""))
            continue
        if element is passed_by:
            passed_by = None
        elif element is root or element in wanted:
            letters[element] = read - begun[element]
        read += len(collapse_spaces(element.tail or ""))
    return letters


def _letters(element: HtmlElement) -> int:
    return len(collapse_spaces(element.text_content()))


def _extent(anchors: list[HtmlElement]) -> tuple[HtmlElement, set[HtmlElement]]:
    """The element that holds all anchors, and what in it comes before and after them."""
    first = anchors[0]
    outermost = set(anchors)
    held_by = [one for one in anchors[-1].iterancestors() if one in outermost]
    last = held_by[-1] if held_by else anchors[-1]
    chains = [[*reversed(list(one.iterancestors())), one] for one in (first, last)]
    container = [one for one, other in zip(*chains, strict=False) if one is other][-1]
    around: set[HtmlElement] = set()
    for anchor, preceding in ((first, True), (last, False)):
        element: HtmlElement | None = anchor
        while element is not None and element is not container:
            around.update(element.itersiblings(preceding=preceding))
            element = element.getparent()
    return container, around


def _searched(body: HtmlElement) -> HtmlElement:
    """The part of a page without landmarks that holds what trafilatura takes for its document."""
    if _share_of_links(body) < SHARE_OF_LINKS or not _is_quickly_searched(body):
        return body
    texts = _texts_of_document(body)
    held: Counter[HtmlElement] = Counter()
    for leaf in body.iter(*LEAVES):
        text = collapse_spaces(leaf.text_content()) if _is_leaf(leaf) else ""
        if text in texts:
            held.update(dict.fromkeys((leaf, *leaf.iterancestors()), len(text)))
    container = body
    wanted = SHARE_OF_DOCUMENT * held[body]
    while wanted:
        inner = next((child for child in container if held[child] >= wanted), None)
        if inner is None or _is_leaf(inner):
            break
        container = inner
    return container


def _is_quickly_searched(body: HtmlElement) -> bool:
    """Whether trafilatura needs seconds at most: its time grows with elements times their depth."""
    depth = elements = deepest = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
        if elements > MOST_ELEMENTS_TO_SEARCH or deepest > DEEPEST_TO_SEARCH:
            return False
    return True


def _is_leaf(element: HtmlElement) -> bool:
    return next(element.iterdescendants(*LEAVES), None) is None


def _texts_of_document(body: HtmlElement) -> set[str]:
    """The paragraphs, headings, items and cells that trafilatura finds; none where it fails."""
    # imported where it is needed, which is seldom: it takes longer than reading most pages
    from trafilatura import bare_extraction

    try:
        page = deepcopy(body.getroottree().getroot())
        found = bare_extraction(page, favor_recall=True, include_comments=False)
    except Exception:  # it promises no kind of error; the page is then read whole
        return set()
    if found is None or isinstance(found, dict):
        return set()
    texts = ("".join(element.itertext()) for element in found.body.iter())
    return {collapse_spaces(text) for text in texts} - {""}


def _share_of_links(element: HtmlElement) -> float:
    linked = sum(_letters(link) for link in element.iter("a"))
    return linked / max(1, _letters(element))


def _menus(container: HtmlElement, left_out: set[HtmlElement]) -> set[HtmlElement]:
    """The lists and boxes of a container that are links above all and hold no running text."""
    menus: set[HtmlElement] = set()
    for element in container.iter("ul", "ol", "div", "section", "table"):
        within = element in left_out or any(one in menus for one in element.iterancestors())
        if element is container or within or next(element.iter("p", "h1"), None) is not None:
            continue
        if _share_of_links(element) > SHARE_OF_MENU:
            menus.add(element)
    return menus
