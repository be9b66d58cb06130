"""What the configuration can say of every source on the web; each kind adds its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from cssselect import HTMLTranslator, SelectorError
from pydantic import AfterValidator, BaseModel, ConfigDict, HttpUrl

from extractors.sources.addresses import usual_form_if_any
from extractors.sources.web.hosts import HostRule, host_of

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


def _checked_file(path: Path) -> Path:
    if not path.is_file():
        raise ValueError(f"ca_file {path}: there is no such file")
    return path


Host = Annotated[str, AfterValidator(_checked_host)]
Pattern = Annotated[str, AfterValidator(_checked_pattern)]
Selector = Annotated[str, AfterValidator(_checked_selector)]


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
