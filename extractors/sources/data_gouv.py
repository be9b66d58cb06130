"""The datasets of one organisation on data.gouv.fr, or on a site of the same software (udata).

"INCA" names other bodies there too: datasets are asked for by organisation, and checked to be its.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ValidationError

from extractors.sources.addresses import usual_form, usual_form_if_any
from extractors.sources.configuration import DataGouvSource
from extractors.sources.errors import SourceError
from extractors.sources.listing import Listing
from extractors.sources.web import WebClient

DATASETS_A_PAGE = 50
FORMATS = {  # of a resource that tells its media type or has an ending, and no format
    "text/csv": "csv",
    "application/csv": "csv",
    "application/pdf": "pdf",
    "text/html": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "htm": "html",
    "markdown": "md",
}


class _Resource(BaseModel):
    url: str
    format: str | None = None
    mime: str | None = None
    last_modified: str | None = None


class _Organisation(BaseModel):
    id: str | None = None
    slug: str | None = None


class _Dataset(BaseModel):
    organization: _Organisation | None = None
    resources: list[_Resource] = []


class _Page(BaseModel):
    data: list[_Dataset]
    next_page: str | None = None


def discover(source: DataGouvSource, web: WebClient, since: date | None) -> Iterator[Listing]:
    """The files of the organisation's datasets; none is an error."""
    organisation = str(source.url).rstrip("/")
    address: str | None = f"{organisation}/datasets/?page=1&page_size={DATASETS_A_PAGE}"
    name = organisation.rsplit("/", 1)[-1]
    asked: set[str] = set()
    found = 0
    while address and address not in asked:
        asked.add(address)
        page = _page_of(web.read(address).content, address)
        for resource in _resources_of(page, name):
            target = usual_form_if_any(resource.url, address)
            if target and _format_of(resource, target) in source.formats:
                found += 1
                yield Listing(source.name, target, _day_of(resource))
        address = usual_form(page.next_page, address) if page.next_page else None
    if not found:
        raise SourceError(
            f"{organisation} has no file of formats = {list(source.formats)}: "
            "the organisation's address may have changed"
        )


def _page_of(content: bytes, address: str) -> _Page:
    try:
        return _Page.model_validate_json(content)
    except ValidationError as error:
        raise SourceError(
            f"{address} is no list of datasets: {error.errors()[0]['msg']}"
        ) from error


def _resources_of(page: _Page, organisation: str) -> Iterator[_Resource]:
    for dataset in page.data:
        owner = dataset.organization
        if owner and organisation in (owner.slug, owner.id):
            yield from dataset.resources


def _format_of(resource: _Resource, address: str) -> str:
    """What a resource says of its format, or else its media type or its address."""
    mime = (resource.mime or "").split(";")[0].strip().lower()
    ending = PurePosixPath(unquote(urlsplit(address).path)).suffix.removeprefix(".").lower()
    told = (resource.format or "").strip().lower()
    return told or FORMATS.get(mime) or FORMATS.get(ending, ending)


def _day_of(resource: _Resource) -> date | None:
    try:
        return date.fromisoformat((resource.last_modified or "")[:10])
    except ValueError:
        return None
