"""All documents with their rows in; the rows of all tables out, checked, and who had to stay out.

Whatever goes wrong while the tables are made costs the documents that it goes wrong with: they keep
their row in `documents`, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.datasets.assemble import KnownDocument, assemble_rows
from extractors.datasets.check import check_rows
from extractors.datasets.document_rows import DocumentRows
from extractors.datasets.found_rows import only_told
from extractors.datasets.rows import Rows
from extractors.datasets.schema import BrokenTableError
from extractors.stages import reason_of


def assemble_checked(documents: Sequence[KnownDocument]) -> tuple[Rows, dict[str, str]]:
    """The rows of all tables, and by document_id why a document's findings are not among them.

    Raises `BrokenTableError` where no document is to blame.
    """
    lost: dict[str, str] = {}
    while True:
        standing = [(raw, _standing(rows, lost)) for raw, rows in documents]
        try:
            rows = assemble_rows(standing)
            check_rows(rows)
        except BrokenTableError as error:
            blamed, reason = error.documents, str(error)
        except Exception as error:
            blamed, reason = frozenset[str](), reason_of(error)
        else:
            return rows, lost
        blamed = (blamed or _blamed_by_trial(standing)) - lost.keys()
        if not blamed:
            raise BrokenTableError(reason)
        told = f"its rows can't be published ({reason}): all that was found in it is left out"
        lost |= dict.fromkeys(sorted(blamed), told)


def _standing(rows: DocumentRows, lost: Mapping[str, str]) -> DocumentRows:
    reason = lost.get(rows.document_id)
    return rows if reason is None else only_told(rows.document_id, "failed", reason)


def _blamed_by_trial(documents: Sequence[KnownDocument]) -> frozenset[str]:
    """The documents that fail alone; or the one with which those before it begin to fail."""
    alone = frozenset(raw.document_id for raw, rows in documents if _fails([(raw, rows)]))
    if alone or not documents:
        return alone
    fewest, most = 1, len(documents)  # the first `fewest` pass, the first `most` fail
    while most - fewest > 1:
        middle = (fewest + most) // 2
        if _fails(documents[:middle]):
            most = middle
        else:
            fewest = middle
    return frozenset({documents[most - 1][0].document_id})


def _fails(documents: Sequence[KnownDocument]) -> bool:
    try:
        check_rows(assemble_rows(documents))
    except Exception:
        return True
    return False
