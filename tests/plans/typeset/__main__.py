"""Typeset the practice documents: `<name>.pdf` and `<name>.json` into a folder.

Needs nothing but reportlab. Usage: python -m tests.plans.typeset FOLDER [part of a name …]
Without parts, all documents but the long one, which is for measuring speed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.plans.typeset.catalogue import DOCUMENTS, LONG


def main() -> None:
    """Write the documents whose names hold one of the parts."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    for document in [*DOCUMENTS, LONG] if wanted else DOCUMENTS:
        for lost in (False, True) if document.missing else (False,):
            name = f"{document.name}-incomplete" if lost else document.name
            if not wanted or any(part in name for part in wanted):
                document.write(folder, lost)
                print(name)


if __name__ == "__main__":
    main()
