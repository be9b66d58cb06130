"""Lists and their items in, the marks that a browser prints before the items out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

BULLET = "- "
MOST_LETTERED = 26
ROMAN = "x ix v iv i".split()
ROMAN_VALUES = (10, 9, 5, 4, 1)
MOST_ROMAN = 39


@dataclass(slots=True)
class _Numbering:
    """An ordered list: the number of its next item, what is added for the one after, its style."""

    number: int
    step: int
    style: str


class ListMarks:
    """The lists that are open, the innermost last, and the mark that waits for its item's text."""

    def __init__(self) -> None:
        """Start outside of any list."""
        self._lists: list[_Numbering | None] = []
        self._waiting = ""

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    def begin_list(self, element: HtmlElement) -> None:
        """Enter an ordered or unordered list."""
        if element.tag == "ul":
            self._lists.append(None)
            return
        backwards = element.get("reversed") is not None
        first = len(element.findall("li")) if backwards else 1
        start = _number(element.get("start"), first)
        self._lists.append(_Numbering(start, -1 if backwards else 1, element.get("type", "1")))

    def end_list(self) -> None:
        """Leave the innermost list."""
        self._lists.pop()

    def begin_item(self, element: HtmlElement) -> None:
        """Enter an item: its mark waits from here on."""
        numbering = self._lists[-1] if self._lists else None
        if numbering is None:
            self._waiting = BULLET
            return
        number = _number(element.get("value"), numbering.number)
        numbering.number = number + numbering.step
        self._waiting = f"{printed_number(number, numbering.style)}. "

    def take(self) -> str:
        """The mark that waits, once: an item's later blocks have none."""
        mark, self._waiting = self._waiting, ""
        return mark


def printed_number(number: int, style: str) -> str:
    """A number in a style of lists: "1", "a", "A", "i" or "I"."""
    return _STYLES.get(style, str)(number)


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text else default
    except ValueError:
        return default


def _letter(number: int) -> str:
    return chr(ord("a") + number - 1) if 1 <= number <= MOST_LETTERED else str(number)


def _roman(number: int) -> str:
    if not 1 <= number <= MOST_ROMAN:
        return str(number)
    printed = ""
    for value, numeral in zip(ROMAN_VALUES, ROMAN, strict=True):
        count, number = divmod(number, value)
        printed += count * numeral
    return printed


_STYLES: dict[str, Callable[[int], str]] = {
    "a": _letter,
    "A": lambda number: _letter(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
