"""A fetched page in; what tells it from other contents, and the documents it offers, out.

Raises `SourceError` where the page is no document: an error page, a login, a cookie wall, a page
without what its source says that each has.
"""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from extractors.documents import UnreadableDocumentError
from extractors.documents.html import read_html
from extractors.media_types import ON_THE_WEB, media_type_of
from extractors.records import Document
from extractors.sources.addresses import usual_form
from extractors.sources.configuration import WebSource
from extractors.sources.errors import GoneError, SourceError
from extractors.sources.list_pages import parse_page
from extractors.sources.page_rules import load_page_rules, plain
from extractors.sources.web.answers import complain_of_challenge

FURNITURE = ("header", "footer", "aside")  # of the site, unless within the content
CONTENT = ("main", "article")


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """What is known of a page that is a document.

    `fingerprint` is the same for the same document on another site, or with other counters and
    dates of update; `offers` are the addresses of the files it offers for download.
    """

    fingerprint: str
    offers: tuple[str, ...]


def check_page(source: WebSource, content: bytes, address: str, charset: str = "") -> CheckedPage:
    """Make sure that a page is a document, with all that its source says each has.

    `charset` is what its server tells of its characters.
    """
    page = parse_page(content, address, charset)
    document = read_page(page, content, address, charset)
    _complain_of_missing(source, page, document, address)
    return CheckedPage(_fingerprint(document), tuple(_offers(source, page, address)))


def check_promise(content: bytes, address: str, charset: str = "") -> None:
    """Say what a page is that came where a file was promised; raises `SourceError` always."""
    read_page(parse_page(content, address, charset), content, address, charset)
    raise SourceError(f"{address} promises a PDF and is a page")


def read_page(page: HtmlElement, content: bytes, address: str, charset: str = "") -> Document:
    """The document on a page; raises `SourceError` where the site shows something else instead."""
    printed = [h.text_content().strip() for h in (*page.iter("title"), *page.iter("h1"))]
    complain_of_challenge(address, printed)
    headings = [plain(heading) for heading in printed]
    if any(map(load_page_rules().gone.match, headings)):
        raise GoneError(f"{address} says that there is no such page (“{printed[0]}”)")
    _complain_of_login(page, headings, address)
    try:
        document = read_html(content, charset)
    except UnreadableDocumentError as error:
        raise SourceError(f"{address}: {error}") from error
    _complain_of_cookie_wall(document.text or page.text_content(), headings, address)
    return document


def fingerprint_of(content: bytes, charset: str = "") -> str:
    """The fingerprint of a page that is known to be a document; empty where it can't be read."""
    try:
        return _fingerprint(read_html(content, charset))
    except UnreadableDocumentError:
        return ""


def _fingerprint(document: Document) -> str:
    """What stays the same while a page's document does: its words, without what is trivial."""
    rules = load_page_rules()
    digest = hashlib.sha256()
    for line in (
        line for block in document.blocks for line in document.cut(block.span).split("\n")
    ):
        text = plain(line)
        if not rules.trivial_lines.fullmatch(text):
            digest.update(" ".join(rules.trivial_parts.sub(" ", text).split()).encode())
    return digest.hexdigest()


def _complain_of_login(page: HtmlElement, headings: list[str], address: str) -> None:
    rules = load_page_rules()
    fields = page.cssselect('input[type="password"]')
    asks_password = any(not _is_furniture(each) for each in fields)
    is_named_so = rules.login_path.search(address) or any(map(rules.login_heading.match, headings))
    if asks_password and is_named_so:
        raise SourceError(f"{address} is a login page, not a document")


def _complain_of_cookie_wall(text: str, headings: list[str], address: str) -> None:
    """Hardly anything but consent, or under such a heading a good part of it."""
    rules = load_page_rules()
    words = plain(text).split()
    text = " ".join(words)
    if len(rules.cookie_names.findall(text)) < rules.fewest_cookies:
        return
    about_cookies = len(rules.cookie_words.findall(text))
    needed = rules.cookie_words_a_hundred / (
        2 if any(map(rules.cookie_heading.match, headings)) else 1
    )
    if about_cookies * 100 > needed * max(1, len(words)):
        raise SourceError(f"{address} is a cookie wall, not a document")


def _complain_of_missing(
    source: WebSource, page: HtmlElement, document: Document, address: str
) -> None:
    missing = [
        f"{name} = {selector!r}"
        for name, selector in (("title", source.title), ("body", source.body))
        if selector
        and not any(plain(element.text_content()) for element in page.cssselect(selector))
    ]
    if missing:
        raise SourceError(
            f"{address} has nothing that {' and '.join(missing)} finds: "
            "the site may have changed, correct the source's configuration"
        )
    letters = sum(map(str.isalpha, document.text)) - len(document.title)
    if letters < load_page_rules().fewest_letters and not next(_offers(source, page, address), ""):
        raise SourceError(f"{address} has no text besides its title")


def _offers(source: WebSource, page: HtmlElement, address: str) -> Iterator[str]:
    """The files that a page offers, those of the site's header and footer left out."""
    seen: set[str] = set()
    for link in page.cssselect(source.pdf) if source.pdf else []:
        try:
            target = usual_form(link.get("href", ""), address)
        except (SourceError, ValueError):
            continue  # one that leads nowhere
        if target not in seen and not _is_furniture(link) and _may_be_document(target):
            seen.add(target)
            yield target


def _is_furniture(element: HtmlElement) -> bool:
    """Whether an element is the site's, and not the page's."""
    if next(element.iterancestors("nav"), None) is not None:
        return True
    around = next(element.iterancestors(*FURNITURE, *CONTENT), None)
    return around is not None and next(around.iterancestors(*CONTENT), around).tag in FURNITURE


def _may_be_document(address: str) -> bool:
    """Whether a file's ending, if it tells anything, is not that of a picture or an archive."""
    told = mimetypes.guess_type(urlsplit(address).path)[0]
    return told is None or media_type_of(urlsplit(address).path) in ON_THE_WEB
