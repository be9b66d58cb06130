"""Pages read, and what is in their documents: what tests of HTML share."""

from __future__ import annotations

from extractors.documents import read_document
from extractors.records import Document, Table

SENTENCES = (
    "Le Plan cancer a fixé soixante-dix mesures qui engagent l'État et ses agences. ",
    "Chaque mesure fait l'objet d'un suivi annuel par la mission interministérielle. ",
    "Les régions déclinent ces orientations avec les professionnels de santé concernés. ",
)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.cut(block.span)) for block in document.blocks]


def read(text: str, media_type: str = "text/html") -> Document:
    return read_document(text.encode(), media_type)


def read_body(body: str) -> Document:
    return read(f"<html><body><main>{body}</main></body></html>")


def rows(document: Document, table: Table) -> list[list[tuple[int, int, str]]]:
    """Per row: column, columns covered and text of each cell."""
    found: list[list[tuple[int, int, str]]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        found[cell.row].append((cell.column, cell.columns, document.cut(cell.span)))
    return found


def links(document: Document) -> list[tuple[str, str]]:
    return [(link.url, document.cut(link.span) if link.span else "") for link in document.links]
