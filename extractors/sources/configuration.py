"""What the configuration can say of sources: of any on the web, and of each kind its own.

Values in, checked `Source`s out. Knows addresses; nothing of what asks them, nor of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias
from urllib.parse import urlsplit

from cssselect import HTMLTranslator, SelectorError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, PlainValidator

from extractors.files import AnyPath, place_of
from extractors.sources.addresses import host_of, usual_form, usual_form_if_any
from extractors.sources.errors import SourceError

HOST_NAME = re.compile(r"[\w.-]+|[0-9a-f:.]+")  # the latter of IPv6


def _checked_selector(selector: str) -> str:
    try:
        if selector:
            HTMLTranslator().css_to_xpath(selector)
    except SelectorError as error:
        raise ValueError(f"{selector!r} is no CSS selector: {error}") from error
    return selector


def _checked_pattern(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
    return pattern


def _checked_host(host: str) -> str:
    """A host as addresses have it: in small letters, without the usual port."""
    wrong = f"{host!r} is no host: write it without scheme and path, as in “www.cancer.fr”"
    try:
        parts = urlsplit(f"//{host}")
        name, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError(wrong) from error
    if parts.netloc != host or not HOST_NAME.fullmatch(name) or parts.username is not None:
        raise ValueError(wrong)
    return host_of(f"{'http' if port == 80 else 'https'}://{host}")


def _checked_address(address: str) -> str:
    try:
        usual_form(address)
    except SourceError as error:
        raise ValueError(str(error)) from error
    return address


def _checked_file(path: Path) -> Path:
    if not path.is_file():
        raise ValueError(f"ca_file {path}: there is no such file")
    return path


def _checked_place(place: object) -> AnyPath:
    if isinstance(place, str):
        return place_of(place)
    if isinstance(place, Path):
        return place
    raise ValueError("a path, in quotation marks")


Address = Annotated[str, AfterValidator(_checked_address)]
Host = Annotated[str, AfterValidator(_checked_host)]
Pattern = Annotated[str, AfterValidator(_checked_pattern)]
Selector = Annotated[str, AfterValidator(_checked_selector)]
if TYPE_CHECKING:
    Place: TypeAlias = AnyPath
else:
    Place = Annotated[Any, PlainValidator(_checked_place)]


@dataclass(frozen=True, slots=True)
class HostRule:
    """What the configuration says of a host.

    One that is `local` may have a private address; `ca_file` holds certificates to trust besides
    the usual ones.
    """

    local: bool = False
    ca_file: Path | None = None


class WebSource(BaseModel):
    """Configuration of any source on the web.

    `hosts` are those that its documents may be on besides its own address's; `local` allows private
    addresses; `ca_file` holds certificates to trust besides the usual ones. `title` and `body`
    select what each of its pages must have, `pdf` its links to documents; empty for none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    hosts: tuple[Host, ...] = ()
    local: bool = False
    ca_file: Annotated[Path, AfterValidator(_checked_file)] | None = None
    title: Selector = "h1"
    body: Selector = ""
    pdf: Selector = 'a[href*="/content/download/"]'

    @property
    def addresses(self) -> Iterable[str]:
        """The addresses that the configuration names."""
        return ()

    def is_list(self, address: str) -> bool:
        """Whether an address is where the source's list begins."""
        return False

    def host_rules(self) -> dict[str, HostRule]:
        """The hosts that may be asked for this source."""
        rule = HostRule(self.local, self.ca_file)
        usual = (usual_form_if_any(address) for address in self.addresses)
        named = (host_of(address) for address in usual if address)
        return dict.fromkeys((*named, *self.hosts), rule)


class ListSource(WebSource):
    """Configuration of a source with one address where its list begins."""

    url: HttpUrl

    @property
    def addresses(self) -> Iterable[str]:
        """The list's address."""
        return (str(self.url),)

    def is_list(self, address: str) -> bool:
        """Whether an address is the list's, whatever is asked of it."""
        ours, other = (each.split("?")[0].rstrip("/") for each in (str(self.url), address))
        return ours == other


class PressListSource(ListSource):
    """Configuration of a press list.

    `item` is a regular expression on the path of an item's link; `page_parameter` names the query
    parameter that asks for the list's next pages, `since_parameter` the one that asks for what was
    published since an ISO day (empty: there is none).
    """

    kind: Literal["press_list"]
    item: Pattern
    page_parameter: str = "page"
    since_parameter: str = ""


class CatalogueSource(ListSource):
    """Configuration of a catalogue: what selects its items' links and the link to the next page."""

    kind: Literal["catalogue"]
    items: Selector = "li.list-articles-item > h3.card-title a"
    next: Selector = "a[rel=next], .js-next-page a"


class LegacyListSource(ListSource):
    """Configuration of an old list: `item` is a regular expression on an item's decoded path.

    The path has no slash at its end. By default items are the pages right below the list. `step`
    is how many a page shows; 0 takes it from the first page's links to the next ones, or else the
    number of its items.
    """

    kind: Literal["legacy_list"]
    item: Pattern = ""
    step: int = Field(default=0, ge=0)


class FeedSource(ListSource):
    """Configuration of a feed; `item` is a regular expression on the address of those to take."""

    kind: Literal["feed"]
    item: Pattern = ""


class SitemapSource(ListSource):
    """Configuration of a sitemap: `item` is a regular expression on the decoded path of a page."""

    kind: Literal["sitemap"]
    item: Pattern


class DataGouvSource(ListSource):
    """Configuration: `url` is the organisation's in the API, `formats` those of files to take."""

    kind: Literal["data_gouv"]
    formats: tuple[str, ...] = ("csv", "pdf", "html", "txt", "md")


class UrlListSource(WebSource):
    """Configuration of a list: `urls`, and those of a text `file`, in which # begins a remark.

    The addresses' hosts may be asked since they are named here.
    """

    kind: Literal["urls"]
    urls: tuple[Address, ...] = ()
    file: Path | None = None

    @property
    def addresses(self) -> Iterable[str]:
        """All addresses of the list."""
        try:
            lines = self.file.read_text(encoding="utf-8").splitlines() if self.file else []
        except (OSError, UnicodeDecodeError):
            lines = []  # `discover` says so
        entries = (line.split(" #")[0].strip() for line in lines)
        return [*self.urls, *(entry for entry in entries if entry and not entry.startswith("#"))]


class FolderSource(BaseModel):
    """Configuration of a folder source; a relative path starts at the raw store."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["folder"]
    name: str
    path: Place


OnTheWeb: TypeAlias = (
    PressListSource
    | CatalogueSource
    | LegacyListSource
    | FeedSource
    | SitemapSource
    | DataGouvSource
    | UrlListSource
)
Source: TypeAlias = Annotated[OnTheWeb | FolderSource, Field(discriminator="kind")]
