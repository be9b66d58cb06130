"""The terminal: what goes to it, warnings, and progress while something is at work."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    track,
)
from rich.text import Text

Element = TypeVar("Element")


class Terminal(Console):
    """A console that leaves it to its caller what a reader who went away means."""

    def on_broken_pipe(self) -> None:
        """Raise the `BrokenPipeError` on: the console itself would end the program with 1."""
        raise


out = Terminal()
err = Terminal(stderr=True)


def progress(
    elements: Iterable[Element], description: str, total: int | None = None
) -> Iterable[Element]:
    """The elements (`total` where they don't tell), with a bar where there is a terminal."""
    return track(
        elements,
        description,
        total=total,
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )


@contextmanager
def harvest_progress() -> Generator[Callable[[str], Callable[[int, int], None]]]:
    """Bars for sources, one each, with counts and the time left; gives what moves a source's."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeRemainingColumn(), console=err, transient=True, disable=not err.is_terminal
    ) as bars:

        def bar_of(name: str) -> Callable[[int, int], None]:
            task = bars.add_task(name, total=None)
            return lambda done, total: bars.update(task, completed=done, total=total)

        yield bar_of


def warn(what: str, message: str) -> None:
    """One line on standard error, never folded, so that it can be searched."""
    err.print(Text(what, style="yellow"), Text(message), soft_wrap=True)
