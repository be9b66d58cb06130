"""Imported where processes start, ahead of them: one that can't start says nothing in the terminal.

Nothing in, nothing out. Its starter, which hears that it ended, tells the user in a line.
"""

from __future__ import annotations

import sys


def say_nothing(*_: object) -> None:
    """In place of printing a traceback."""


if sys.argv[0] == "-c":  # the process that starts the others, and no program that imports this
    sys.excepthook = say_nothing
