"""A parsed page in; what of it a click opens (accordions, tabs, details), and by which name, out.

Told by structure alone: what names a panel by its id, roles, what stands right before what is
hidden. Menus, dialogs and the like are opened too, and are no folds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from extractors.documents.html.layouts import load_layouts
from extractors.documents.html.visibility import is_hidden
from extractors.documents.typography import collapse_spaces
from extractors.records import fold

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
NAMING = ("dt", *HEADINGS)
OPENERS = ("a", "button", *NAMING)
TOGGLES = ("data-toggle", "data-bs-toggle")
TARGETS = ("data-target", "data-bs-target", "href")
OPEN_OTHER_THINGS = frozenset(("dropdown", "modal", "offcanvas", "popover", "tooltip"))
PARTS_OF_A_SITE = frozenset(("aside", "dialog", "footer", "nav"))
ROLES_OF_A_SITE = frozenset(
    "alertdialog banner contentinfo dialog menu menubar navigation search".split()
)
LONGEST_NAME = 300
MOST_FOLDS = 2000  # of a page; what is beyond is read as it stands
MOST_CHILDREN = 8  # of a box around a name
MOST_BOXES = 6  # around a name


@dataclass(frozen=True, slots=True)
class Folds:
    """What a click opens, and what names it.

    `panels` may be hidden until then. `buttons` are read although they are buttons; `names` name
    what follows them and are no headings by themselves. `captions` are by panel a name that stands
    elsewhere, as those of tabs do; there, it is `aside`.
    """

    panels: frozenset[HtmlElement] = frozenset()
    buttons: frozenset[HtmlElement] = frozenset()
    names: frozenset[HtmlElement] = frozenset()
    captions: dict[HtmlElement, str] = field(default_factory=dict[HtmlElement, str])
    aside: frozenset[HtmlElement] = frozenset()


def find_folds(root: HtmlElement) -> Folds:
    """The folds of a page."""
    openers = _openers_of(root)
    buttons = {each for each in root.iter("button") if _carries_a_heading(each)}
    names = {each for each in root.iter("summary") if _may_name(each) and not _heads(each)}
    captions: dict[HtmlElement, str] = {}
    aside: set[HtmlElement] = set()
    for panel, opener in openers.items():
        if not _may_name(opener):
            continue
        if _leads_to(opener, panel):
            buttons.add(opener)
            if not _heads(opener):
                names.add(opener)
        else:
            text = collapse_spaces(opener.text_content())
            if text != _first_heading(panel):
                captions[panel] = text
            if _is_tab(opener):
                aside.add(opener)
    return Folds(
        panels=frozenset(openers),
        buttons=frozenset(buttons - aside),
        names=frozenset(names),
        captions=captions,
        aside=frozenset(aside),
    )


def _openers_of(root: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """By panel, the first that opens it."""
    by_id: dict[str, HtmlElement] = {}
    hidden: list[HtmlElement] = []
    acting: list[HtmlElement] = []
    for element in root.iterdescendants():
        if element.keys():
            if name := element.get("id"):
                by_id.setdefault(name, element)
            if is_hidden(element) or element.get("role") == "tabpanel":
                hidden.append(element)
            if _targets(element) and not _opens_other_things(element):
                acting.append(element)
    openers: dict[HtmlElement, HtmlElement] = {}
    for panel, opener in islice(_pairs(acting, by_id, hidden), MOST_FOLDS):
        is_of_the_site = _is_part_of_the_site(panel) or _leads_elsewhere(opener)
        if not is_of_the_site and (_is_tab(opener) or not _is_part_of_the_site(opener)):
            openers.setdefault(panel, opener)
    return openers


def _pairs(
    acting: list[HtmlElement], by_id: dict[str, HtmlElement], hidden: list[HtmlElement]
) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Panels with what may open them, the surest first."""
    for opener in acting:
        for name in _targets(opener):
            panel = by_id.get(name)
            if panel is not None and all(one is not panel for one in opener.iterancestors()):
                yield panel, opener
    for panel in hidden:
        named_by = [by_id[n] for n in panel.get("aria-labelledby", "").split() if n in by_id]
        if named_by and panel.get("role") == "tabpanel":
            yield panel, named_by[0]
        elif (opener := _opener_before(panel)) is not None:
            yield panel, opener


def _targets(opener: HtmlElement) -> list[str]:
    """The ids of what an element says that it opens."""
    says_so = "aria-expanded" in opener.attrib or opener.get("role") in ("tab", "button")
    toggles = any(name in opener.attrib for name in TOGGLES)
    targets = opener.get("aria-controls", "").split()
    for attribute in TARGETS:
        target = opener.get(attribute, "")
        if target.startswith("#") and (says_so or toggles or attribute != "href"):
            targets.append(target[1:])
    return targets


def _opens_other_things(opener: HtmlElement) -> bool:
    """Whether it opens a menu, a dialog or the like."""
    toggles = {opener.get(name, "").lower() for name in TOGGLES}
    popup = opener.get("aria-haspopup", "false").lower()
    return bool(toggles & OPEN_OTHER_THINGS) or popup != "false"


def _is_tab(opener: HtmlElement) -> bool:
    if any(opener.get(name) in ("tab", "pill") for name in TOGGLES):
        return True
    lists = (one for one in opener.iterancestors() if one.get("role") == "tablist")
    return opener.get("role") == "tab" and next(lists, None) is not None


def _opener_before(panel: HtmlElement) -> HtmlElement | None:
    """What stands alone right before a hidden element and is a heading or a button; or None."""
    before = panel.getprevious()
    if before is None or (before.tail or "").strip() or is_hidden(before):
        return None
    after = panel.getnext()
    is_one_of_several = after is None or after.tag == before.tag
    for element in islice(before.iter(*OPENERS), MOST_CHILDREN):
        acts = "aria-expanded" in element.attrib or (is_one_of_several and element.tag in NAMING)
        if acts and _is_all_within(element, before):
            return element
    return None


def _is_all_within(element: HtmlElement, box: HtmlElement) -> bool:
    """Whether a box that holds an element has no text but the element's."""
    for _ in range(MOST_BOXES):
        if element is box:
            return True
        parent = element.getparent()
        if parent is None or not _is_all_of(element, parent):
            return False
        element = parent
    return False


def _is_all_of(element: HtmlElement, parent: HtmlElement) -> bool:
    children = list(islice(parent, MOST_CHILDREN + 1))
    if len(children) > MOST_CHILDREN:
        return False
    texts = [parent.text, *(child.tail for child in children)]
    return not any((text or "").strip() for text in texts) and not any(
        collapse_spaces(child.text_content())
        for child in children
        if child is not element and child.tag not in ("script", "style", "svg")
    )


def _carries_a_heading(button: HtmlElement) -> bool:
    """Whether a button holds a heading, or is all that a heading says."""
    if _holds_a_heading(button):
        return True
    element = button
    for parent in islice(button.iterancestors(), MOST_BOXES):
        if not _is_all_of(element, parent):
            return False
        if parent.tag in HEADINGS:
            return True
        element = parent
    return False


def _holds_a_heading(element: HtmlElement) -> bool:
    return next(element.iterdescendants(*HEADINGS), None) is not None


def _heads(element: HtmlElement) -> bool:
    """Whether an element is, is in, or holds a heading."""
    around = islice(element.iterancestors(), MOST_BOXES)
    return (
        element.tag in HEADINGS
        or _holds_a_heading(element)
        or any(one.tag in HEADINGS for one in around)
    )


def _may_name(opener: HtmlElement) -> bool:
    """Whether an opener says what it opens, rather than that there is more."""
    text = collapse_spaces(opener.text_content())
    return 0 < len(text) <= LONGEST_NAME and fold(text).casefold().rstrip(" :.…") not in _more()


@cache
def _more() -> frozenset[str]:
    return frozenset(fold(each).casefold() for each in load_layouts().folds.more)


def _leads_elsewhere(opener: HtmlElement) -> bool:
    """Whether what it opens is for other pages: "Partager"."""
    text = fold(collapse_spaces(opener.text_content()[:LONGEST_NAME])).casefold()
    return text.rstrip(" :.…") in _words_of_the_site()


@cache
def _words_of_the_site() -> frozenset[str]:
    return frozenset(fold(each).casefold() for each in load_layouts().furniture.headings)


def _first_heading(panel: HtmlElement) -> str:
    """The heading that a panel begins with; empty without one."""
    for element in panel.iter():
        if element.tag in HEADINGS:
            return collapse_spaces(element.text_content())
        if (element.text or "").strip():
            return ""
    return ""


def _leads_to(opener: HtmlElement, panel: HtmlElement) -> bool:
    """Whether a panel is what follows its opener, whatever boxes each stands in."""
    around = {panel, *panel.iterancestors()}
    for element in (opener, *islice(opener.iterancestors(), MOST_BOXES)):
        if (element.tail or "").strip():
            return False
        for following in islice(element.itersiblings(), MOST_CHILDREN):
            if following in around:
                return _begins_with(following, panel)
            if collapse_spaces(following.text_content()):
                return False
    return False


def _begins_with(box: HtmlElement, panel: HtmlElement) -> bool:
    """Whether a box that holds a panel says nothing before it."""
    element = panel
    while element is not box:
        before = islice(element.itersiblings(preceding=True), MOST_CHILDREN)
        parent = element.getparent()
        if parent is None or (parent.text or "").strip():
            return False
        if any(collapse_spaces(one.text_content()) or (one.tail or "").strip() for one in before):
            return False
        element = parent
    return True


def _is_part_of_the_site(element: HtmlElement) -> bool:
    """Whether it is in a menu, a dialog or a site's head or foot."""
    return any(
        one.tag in PARTS_OF_A_SITE or one.get("role") in ROLES_OF_A_SITE
        for one in (element, *element.iterancestors())
    )
