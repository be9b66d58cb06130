"""Lists of documents that a site shows in pages: walks the pages, gives the items' addresses.

What an item is and where the next page is comes from the kind of list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractors.documents import UnreadableDocumentError
from extractors.documents.charsets import decode_page
from extractors.sources.addresses import usual_form, usual_form_if_any
from extractors.sources.configuration import ListSource
from extractors.sources.errors import GoneError, SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import Answer, WebClient

MOST_LIST_PAGES = 500
MOST_IDLE_PAGES = 20  # in a row that bring nothing new; some sites link to a next page for ever
ITEM_HOLDERS = ("li", "article", "tr")
TITLE_COUNT = re.compile(r"\(\s*(\d+)\s*/\s*(\d+)\s*\)\s*$")  # "Espace presse | page (1/10)"
NUMERIC_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list.

    `asked` is the address that it was asked for by, `base` the one that its links start from;
    `number` and `promised` are the page's number and how many there are where the title tells; 0
    where it does not.
    """

    content: HtmlElement
    asked: str
    base: str
    number: int = 0
    promised: int = 0

    def target_of(self, link: HtmlElement) -> str:
        """Where a link leads to, in its usual form; nothing where that is no address."""
        href = link.get("href", "")
        return usual_form_if_any(href, self.base) if href else ""


@dataclass(frozen=True, slots=True)
class ListForm:
    """What a kind of list is: `items` are a page's addresses, each with its link.

    `following` is the address after a page, which it is told to bring something new or not; None
    where the list ends. `what` names what selects the items; a list that `may_be_empty` is no
    error then.
    """

    items: Callable[[ListPage], Iterator[tuple[str, HtmlElement]]]
    following: Callable[[ListPage, bool], str | None]
    what: str
    may_be_empty: bool = False


def walk_list(source: ListSource, web: WebClient, start: str, form: ListForm) -> Iterator[Listing]:
    """The documents of a list, page after page.

    Raises `SourceError` where there is none or the list has more pages than could be read.
    """
    found: set[str] = set()
    asked: set[str] = set()
    numbers: set[int] = set()
    address: str | None = start
    promised = filled = idle = 0
    while address and address not in asked and idle < MOST_IDLE_PAGES:
        if len(asked) == MOST_LIST_PAGES:
            raise SourceError(f"{start} has over {MOST_LIST_PAGES} pages: the rest is not listed")
        try:
            page = _page_in(web.read(address), address)
        except GoneError:
            if asked:
                break  # past the last page, as some sites say it
            raise
        asked.add(address)
        promised = max(promised, page.promised)
        items, before = list(form.items(page)), len(found)
        for target, link in items:
            if target not in found:
                found.add(target)
                yield Listing(source.name, target, _day_near(link, page))
        is_new = len(found) > before
        filled += bool(items) and (is_new or page.number not in numbers)
        numbers.add(page.number)
        idle = 0 if is_new else idle + 1
        address = form.following(page, is_new)
    if found or promised > 1 or not form.may_be_empty:
        _complain_of_missing(start, form.what, filled, promised)


def _complain_of_missing(start: str, what: str, filled: int, promised: int) -> None:
    """Raise `SourceError` where no page has items, or fewer than the list's title promises."""
    if not filled:
        raise SourceError(
            f"{start} lists nothing that {what} finds: "
            "the site may have changed, correct the source's configuration"
        )
    if filled < promised:
        raise SourceError(
            f"{start} has {promised} pages, as its title says, but {what} finds something "
            f"on {filled} only: the rest was not listed"
        )


def parse_page(content: bytes, address: str, charset: str = "") -> HtmlElement:
    """A page's elements; raises `SourceError` where it is none.

    `charset` is what the server tells of its characters.
    """
    try:
        page = decode_page(content, charset).text.encode("utf-8", "replace")
        return document_fromstring(page, parser=HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError, UnreadableDocumentError) as error:
        raise SourceError(f"{address} is not a page: {error}") from error


def next_linked(page: ListPage, selector: str) -> str | None:
    """Where the first link that a selector finds leads to; None without one.

    Raises `SourceError` where there are links, and none leads anywhere.
    """
    links = [link for link in page.content.cssselect(selector) if link.get("href")]
    for link in links:
        if target := page.target_of(link):
            return target
    return usual_form(links[0].get("href", ""), page.base) if links else None


def _page_in(answer: Answer, asked: str) -> ListPage:
    content = parse_page(answer.content, asked, answer.charset)
    bases = (each.get("href", "") for each in content.iter("base"))
    base = next((usual_form_if_any(href, answer.address) for href in bases if href), "")
    match = TITLE_COUNT.search((content.findtext(".//title") or "").strip())
    number, promised = (int(match[1]), int(match[2])) if match else (0, 0)
    return ListPage(content, asked, base or answer.address, number, promised)


def _day_near(link: HtmlElement, page: ListPage) -> date | None:
    """The day that a list shows beside an item, if it is the item's alone."""
    holder = next(iter(link.iterancestors(*ITEM_HOLDERS)), None)
    if holder is None:
        return None
    # an item may link twice, by its title and its picture
    targets = {page.target_of(each).rstrip("/") for each in holder.iter("a")} - {""}
    if len(targets) > 1:
        return None
    times = [each.get("datetime", "")[:10] for each in holder.iter("time")]
    for text in times:
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    for match in NUMERIC_DAY.finditer(holder.text_content()):
        try:
            return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            continue
    return None
