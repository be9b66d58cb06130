"""Imports spaCy without its command line, where nobody has imported it yet.

`import spacy` takes in the whole of `spacy.cli` (typer, requests, weasel) for `spacy.info` alone: a
third of what the import costs.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

COMMAND_LINE = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy; whoever asks for its command line later gets it all the same."""
    if "spacy" in sys.modules:
        return
    for name in COMMAND_LINE:
        stand_in = ModuleType(name)
        stand_in.__dict__["info"] = _info
        sys.modules[name] = stand_in
    try:
        import_module("spacy")
    finally:
        for name in COMMAND_LINE:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, as it is."""
    return import_module("spacy.cli.info").info(*arguments, **options)
