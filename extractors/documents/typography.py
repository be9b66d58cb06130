"""What text is made of: characters that fit, spaces, apostrophes, list marks, the names of fonts.

Text in, text or pattern matches out; knows nothing of documents. All formats make their texts fit
here, and all that looks for something in a text folds it here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.french.printed_numbers import LINE_NUMBER

_SPACES = re.compile(r"[\s\u2800]+")  # the one that is blank, though no space: a Braille cell
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
_NOTHING = re.compile(f"[{_INVISIBLE}{_CONTROLS}{_NO_CHARACTERS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# of fonts of signs, as office programs write the bullets of their lists
_PRIVATE_MARK = re.compile("(?:(?<=\\s)|^)[\uf020-\uf0ff](?=\\s|$)")
# ligatures, letters of formulas and of wide type: each stands for letters that are certain
_OTHER_FORMS = re.compile("[\ufb00-\ufb4f\uff01-\uff5e\U0001d400-\U0001d7ff]")

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# a bullet, a dash, or a picture that stands for one
LIST_MARK = re.compile(
    r"[•●▪■□◦‣∙·*→>◆♦–—\uf0b7\uf0a7\uf0d8\u25a0-\u25ff\u2600-\u2775\u2794-\u27bf\U0001f000-\U0001faff-]\s+"
)


def fit(text: str) -> str:
    """The same text as all formats give it: whole characters, each in its usual form.

    Letters are composed with their accents, ligatures and letters of formulas are letters, bullets
    of private use are bullets. What cannot be seen is dropped; what is no character is U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    if _SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _NOTHING.sub("", text)
    text = _OTHER_FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    if _PRIVATE.search(text):
        text = _PRIVATE.sub("", _PRIVATE_MARK.sub("•", text))
    return unicodedata.normalize("NFC", text)


def collapse_spaces(text: str) -> str:
    """A text that fits, with one plain space wherever white space of any kind stands."""
    return squeeze_spaces(text).strip()


def squeeze_spaces(text: str) -> str:
    """The same for a piece of a text: a space is kept at either end."""
    return _SPACES.sub(" ", fit(text))


def raise_figures(text: str) -> str:
    """Figures as superscripts, so that "2022" with a footnote's call is no other year."""
    return text.translate(_SUPERSCRIPTS)


def skip_list_mark(text: str, start: int = 0) -> int:
    """The offset after a bullet or dash that opens a line at `start`; `start` without one."""
    match = LIST_MARK.match(text, start)
    return match.end() if match else start


def opens_list_item(text: str) -> bool:
    """Whether a line begins with a bullet, a dash or a printed number such as "1 –" or "2.1."."""
    return bool(LIST_MARK.match(text) or LINE_NUMBER.match(text))


@lru_cache(maxsize=1024)
def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.lower()
    return "bold" in name or "black" in name or "heavy" in name or name.endswith("-bd")
