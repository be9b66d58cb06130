"""The rows of documents in; the rows of `organisations`, and what each of them is called, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractors.datasets.document_rows import DocumentRows, OrganisationNames
from extractors.datasets.rows import Row


class OrganisationTable:
    """The organisations that documents mention, and the names they go by in all of them."""

    def __init__(self, documents: Iterable[DocumentRows]) -> None:
        """Count the mentions; of an organisation's ids and type, the first document's count."""
        self._known: dict[str, _Mentions] = {}
        for document in documents:
            for named in document.organisations:
                key = named["columns"]["organisation_id"]
                mentions = self._known.setdefault(key, _Mentions(named["columns"]))
                mentions.add(document, named)

    def rows(self) -> list[Row]:
        """One row an organisation."""
        return [mentions.row() for mentions in self._known.values()]

    def renamed(self, mention: Row) -> Row:
        """The row of a mention with the name that the organisation goes by."""
        return {**mention, "name": self._known[mention["organisation_id"]].name}


class _Mentions:
    """Counts one organisation's mentions over documents, and the names it goes by in them."""

    def __init__(self, columns: Row) -> None:
        self._columns = columns
        self._names: Counter[str] = Counter()
        self._published: dict[str, str | None] = {}

    @property
    def name(self) -> str:
        """The most frequent spelling; the register's bodies have one only."""
        return min(self._names, key=lambda name: (-self._names[name], name))

    def add(self, document: DocumentRows, named: OrganisationNames) -> None:
        self._names.update(named["names"])
        self._published[document.document_id] = document.published_on

    def row(self) -> Row:
        days = sorted(day for day in self._published.values() if day)
        return {
            **self._columns,
            "name": self.name,
            "documents": len(self._published),
            "mentions": self._names.total(),
            "first_published_on": days[0] if days else None,
            "last_published_on": days[-1] if days else None,
        }
