"""The finder's spaCy comes without its command line, and whole for whoever asks for it later."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
from extractors.finding.spacy_import import import_spacy
import_spacy()
import spacy
print("typer" in sys.modules, "spacy.cli" in sys.modules, spacy.blank("xx").lang)
print(spacy.info(silent=True)["spacy_version"] == spacy.__version__, "spacy.cli" in sys.modules)
"""


def test_the_command_line_is_imported_only_where_it_is_asked_for():
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["False False xx", "True True"]
