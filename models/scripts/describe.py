"""Write the released pipeline's name, version, sources and licences into its meta.json.

Usage: python scripts/describe.py PIPELINE
"""

import json
import sys
from pathlib import Path

DESCRIPTION = {
    "name": "inca_plans",
    "version": "0.1.0",
    "description": "Dates and organisations in French cancer policy documents.",
    "license": "MIT",
    "sources": [
        {"name": "Research Organization Registry", "url": "https://ror.org", "license": "CC0 1.0"}
    ],
}


def describe(pipeline: Path) -> None:
    """Merge the description into the pipeline's meta.json, keys sorted."""
    path = pipeline / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8")) | DESCRIPTION
    text = json.dumps(meta, ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    describe(Path(sys.argv[1]))
