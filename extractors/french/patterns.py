"""A TOML file of phrases in, their patterns by name out: words stand in data, not in programs.

    before = 'en (?:cours|retard)'                      a phrase; a blank is any white space
    moved  = ['report(?:ée?s?)', 'différ(?:ée?s?)']     one of several
    told   = { open = '\b', any = ['{moved}', '{before}'], close = '$' }

`{name}` stands for another entry, above it in the file or given by the reader. A phrase may be
broken over lines: line ends and the blanks after them are none of it. Patterns are for folded text.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias, cast

Entry: TypeAlias = str | list[str] | dict[str, str | list[str]]

NONE: Mapping[str, str] = {}
_ACCENTED = re.compile("[éèêàâôûùîïç]")
_LINE_END = re.compile(r"\n *")
_REFERENCE = re.compile(r"\{([a-z]\w*)\}")


class Patterns(dict[str, re.Pattern[str]]):
    """The patterns of a file; each is compiled when it is first asked for."""

    def __init__(self, fragments: Mapping[str, str], flags: re.RegexFlag) -> None:
        """Take fragments of patterns by name."""
        super().__init__()
        self.fragments = fragments
        self._flags = flags

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(self.fragments[name], self._flags)
        return self[name]


def read_patterns(
    path: Path,
    given: Mapping[str, str] = NONE,
    *,
    minds_case: bool = False,
    in_line: bool = False,
) -> Patterns:
    """The patterns of a TOML file, `given` the fragments that it may refer to besides its own.

    They mind no capitals but within `(?-i:…)`, unless the file `minds_case` as a whole: which for
    text in small letters is ten times as fast. `in_line`: a blank is one within a line. Raises
    `KeyError` with the name that a phrase refers to and nobody gives.
    """
    entries = cast(dict[str, Entry], tomllib.loads(path.read_text(encoding="utf-8")))
    known = dict(given)
    for name, entry in entries.items():
        known[name] = fragment_of(entry, known, " " if in_line else r"\s")
    flags = re.NOFLAG if minds_case else re.IGNORECASE
    return Patterns({name: known[name] for name in entries}, flags)


def fragment_of(entry: Entry, known: Mapping[str, str], blank: str = r"\s") -> str:
    """The fragment that an entry of a file stands for."""
    if isinstance(entry, str):
        return _filled(entry, known, blank)
    if isinstance(entry, list):
        return any_of(_filled(phrase, known, blank) for phrase in entry)
    opening, closing = (cast(str, entry.get(key, "")) for key in ("open", "close"))
    inner = fragment_of(entry["any"], known, blank)
    return _filled(opening, known, blank) + inner + _filled(closing, known, blank)


def any_of(phrases: Iterable[str]) -> str:
    """A fragment for one of several."""
    return "(?:" + "|".join(phrases) + ")"


def one_of(words: Iterable[str]) -> str:
    """A fragment for one of several words, the longest first, with or without their accents.

    A blank or hyphen within one may be either.
    """
    return any_of(map(_loose, sorted(words, key=len, reverse=True)))


def without_accents(text: str) -> str:
    """The same letters without their accents, as capitals are often printed."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _loose(word: str) -> str:
    joined = re.sub(r"[ -]", r"[\\s-]", word)
    return _ACCENTED.sub(lambda sign: f"[{sign[0]}{without_accents(sign[0])}]", joined)


def _filled(phrase: str, known: Mapping[str, str], blank: str) -> str:
    with_blanks = spaced(_LINE_END.sub("", phrase), blank)
    return _REFERENCE.sub(lambda reference: known[reference[1]], with_blanks)


def spaced(phrase: str, blank: str = r"\s") -> str:
    """A phrase whose blanks are any white space, but for those in a class or after a stroke."""
    spaced: list[str] = []
    in_class = False
    escaped = False
    for sign in phrase:
        spaced.append(blank if sign == " " and not in_class and not escaped else sign)
        if not escaped:
            in_class = sign == "[" or (in_class and sign != "]")
        escaped = sign == "\\" and not escaped
    return "".join(spaced)
