"""A `Document` and its address in, what kind of publication it is out.

What the document says of itself comes first, the address next, the title last (where it has none,
the line that opens it).
"""

from __future__ import annotations

import re

from extractors.records import Document, fold

HEAD_CHARACTERS = 600

_LABELS = (
    ("dossier", r"^\W*dossier de presse\b"),
    ("communique", r"^\W*(?:type : )?(?:communiqué de presse|information presse)\b"),
    ("texte_officiel", r"^\W*(?:J\.\s?O\.|journal officiel|arrêté du|décret n|loi n)"),
)
_ADDRESSES = (
    ("communique", r"/presse/"),
    ("actualite", r"/actualites/"),
)
_TITLES = (
    ("cop", r"^(?:le )?contrat d'objectifs et de performance"),
    ("rapport", r"\brapport\b|\bbilan\b"),
    ("feuille_de_route", r"\bfeuille de route\b"),
    ("plan", r"\bplan cancer\b|\bstratégie décennale\b|\bplan national\b"),
)


def document_type_of(document: Document, address: str = "") -> str:
    """One of the values of `documents.document_type`; "autre" where nothing tells."""
    head = fold(document.text[:HEAD_CHARACTERS])
    title = fold(document.title) or head.lstrip().partition("\n")[0]
    return (
        _first(_LABELS, head, re.MULTILINE)
        or _first(_ADDRESSES, address)
        or _first(_TITLES, title)
        or "autre"
    )


def _first(rules: tuple[tuple[str, str], ...], text: str, flags: int = 0) -> str:
    return next((kind for kind, cue in rules if re.search(cue, text, re.IGNORECASE | flags)), "")
