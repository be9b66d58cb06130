"""A plain list of addresses, in the configuration or in a text file, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.sources.addresses import usual_form_if_any
from extractors.sources.configuration import UrlListSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient


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
