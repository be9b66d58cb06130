"""What a harvest of the replica should have found: the library in, its documents out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from tests.replica.library import Library
from tests.replica.open_data import DataSite
from tests.replica.publication import Publication


@dataclass(frozen=True, slots=True)
class Expected:
    """A document and all its addresses; a page has no fixed bytes, so its `content` is None.

    `publication` is what it belongs to, None for files of the data site.
    """

    kind: Literal["page", "pdf", "csv"]
    title: str
    addresses: tuple[str, ...]
    content: bytes | None = None
    publication: Publication | None = None

    @property
    def slug(self) -> str:
        """The last part of its first address, decoded."""
        return unquote(self.addresses[0].rsplit("/", 1)[-1])


def expected_documents(library: Library, data: DataSite) -> list[Expected]:
    """Pages, their PDFs, the institute's open files; the same content is one document."""
    documents: list[Expected] = []
    for publication, addresses, pdf_addresses in library.walk():
        documents.append(Expected("page", publication.title, addresses, publication=publication))
        if publication.pdf:
            pdf = publication.pdf
            documents.append(Expected("pdf", pdf.title, pdf_addresses, pdf.content, publication))
    for dataset, address in data.files():
        kind = "csv" if dataset.format == "csv" else "pdf"
        documents.append(Expected(kind, dataset.title, (address,), dataset.make()))
    return documents
