"""A plain list of addresses, in the configuration or in a text file, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator

from extractors.sources.addresses import usual_form, usual_form_if_any
from extractors.sources.configuration import WebSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


def _checked_address(address: str) -> str:
    try:
        usual_form(address)
    except SourceError as error:
        raise ValueError(str(error)) from error
    return address


class UrlListSource(WebSource):
    """Configuration of a list: `urls`, and those of a text `file`, in which # begins a remark.

    The addresses' hosts may be asked since they are named here.
    """

    kind: Literal["urls"]
    urls: tuple[Annotated[str, AfterValidator(_checked_address)], ...] = ()
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


def discover(source: UrlListSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The list's addresses; an empty list is nobody's fault."""
    if source.file and not source.file.is_file():
        raise SourceError(f"file = {str(source.file)!r} can't be read: there is no such file")
    wrong: list[str] = []
    for address in source.addresses:
        if target := usual_form_if_any(address):
            yield Listing(source.name, target)
        else:
            wrong.append(address)
    if wrong:
        raise SourceError(f"file = {str(source.file)!r} has what is no address: {wrong[0]}")
