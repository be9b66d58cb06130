"""Bytes and what others tell of their charset in, their characters out, and what became of them.

Labels mean what browsers take them for (WHATWG: "iso-8859-1" is windows-1252). A byte order mark
goes before what the server tells, that before what the page says of itself; none of them goes
before the bytes. Knows how French is written, nothing of documents.
"""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass

import webencodings

from extractors.documents.unreadable import UnreadableDocumentError

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = "the file holds binary data, not text: check its type"
HEAD = 65_536  # bytes that may declare a charset, where no body begins before
LOOKED_AT = 65_536  # bytes that show whether a file is text
MOST_CONTROLS = 0.02
MOST_BAD = 0.2  # of what is beyond ASCII in a text that is UTF-8 all the same
# what text of this language was saved in before UTF-8, on Windows, old Macs and DOS; where they
# write it as well, the first. charset-normalizer takes "Publié le 3 août" of a Mac for Windows.
OLD_CHARSETS = ("windows-1252", "mac_roman", "cp850")
FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»‹›’‘“”–—…•·°º²³€©®\u00a0\u202f\u2019×½")
SURE = 0.8  # share of FRENCH among what is beyond ASCII

_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']\s*([^\s\"'>]+)")
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1b"})
_TWICE = re.compile("[ÃÂâÅ][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]")
_TWICE_NAMED = re.compile(r"&(?:Atilde|Acirc|acirc|Aring);(?:&\w{2,8};|&#\d{2,4};|[\u0080-\u2122])")
_C1_NAMED = re.compile(r"&#(?:0*1(?:2[89]|[345]\d)|[xX]0*[89][0-9a-fA-F]);?")
_C1 = {byte: bytes((byte,)).decode("cp1252", "ignore") or byte for byte in range(0x80, 0xA0)}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and what is to be said of how they came about."""

    text: str
    issues: tuple[str, ...] = ()


def decode(content: bytes, told: str = "") -> Decoded:
    """The characters of a text; `told` is the label of the charset that its server tells.

    Raises `UnreadableDocumentError` where it is no text.
    """
    for mark, charset in MARKS:
        if content.startswith(mark):
            return _finished(*_decoded(content[len(mark) :], charset))
    if charset := _wide_charset(content):
        return _finished(*_decoded(content, charset))
    controls = len(content[:LOOKED_AT]) - len(content[:LOOKED_AT].translate(None, _CONTROLS))
    if controls > MOST_CONTROLS * len(content[:LOOKED_AT]):
        raise UnreadableDocumentError(BINARY)
    return _finished(*_decoded(content, _known(told)))


def decode_page(content: bytes, told: str = "") -> Decoded:
    """The same for a page of HTML, which may declare its charset and names characters."""
    decoded = decode(content, told if _known(told) else declared_charset(content))
    text = _C1_NAMED.sub(lambda named: html.unescape(named[0]), decoded.text)
    if _TWICE_NAMED.search(text):
        text = re.sub(r"&(?!amp|lt|gt|quot)\w+;", lambda named: html.unescape(named[0]), text)
        text = _put_right(text)
    return Decoded(text, decoded.issues)


def declared_charset(content: bytes) -> str:
    """The label that a page gives of its own charset; empty without one."""
    xml = _XML.match(content)
    if xml:
        return xml[1].decode("ascii", "replace")
    head = re.split(rb"<body\b", content[:HEAD], maxsplit=1, flags=re.IGNORECASE)[0]
    label = next((found[1] for found in _META.finditer(_COMMENT.sub(b"", head))), b"")
    # whoever could read the declaration reads no UTF-16
    return "utf-8" if label.lower().startswith(b"utf-16") else label.decode("ascii", "replace")


def _known(label: str) -> str:
    """The charset that browsers take a label for; empty for one that they don't know."""
    encoding = webencodings.lookup(label) if label else None
    usable = encoding is not None and encoding.name not in ("x-user-defined", "replacement")
    return encoding.name if encoding and usable else ""


def _wide_charset(content: bytes) -> str:
    """UTF-16 without its mark: every second byte of a text with Latin letters is 0."""
    start = content[:LOOKED_AT]
    half = len(start) // 2
    if half and len(content) % 2 == 0:
        for offset, charset in ((1, "utf-16-le"), (0, "utf-16-be")):
            zeros, others = start[offset::2].count(0), start[1 - offset :: 2].count(0)
            if zeros > half / 2 and not others:
                return charset
    return ""


def _decoded(content: bytes, charset: str) -> tuple[str, list[str]]:
    """The characters of bytes in the charset that is told of them, or in the one they are in."""
    if content.isascii() and not charset.startswith(("utf-16", "utf-32", "iso-2022")):
        return content.decode("ascii"), []
    if _holds_one_byte_each(charset) and (text := _strictly(content, "utf-8")) is not None:
        return text, []  # by chance, no other text is so
    text = _strictly(content, charset) if charset else None
    if text is not None:
        return text, []
    if charset.startswith(("utf-16", "utf-32")):
        text = content.decode(charset, "replace")
        return text, []  # `_finished` counts what is lost
    text, issues = _mostly_utf_8(content) or _in_old_charset(content, bool(charset))
    said = f"it is said to be {charset} and is not: " if charset not in ("", "utf-8") else ""
    return text, [f"{said}{issue}" for issue in issues]


def _holds_one_byte_each(charset: str) -> bool:
    """Whether a charset is none, or one in which all bytes are characters."""
    return not charset or charset.startswith(("windows-", "iso-8859-", "macintosh", "koi8", "ibm"))


def _strictly(content: bytes, charset: str) -> str | None:
    """The characters, where all bytes are some; None where not."""
    encoding = webencodings.lookup(charset)
    try:
        return content.decode(encoding.codec_info.name if encoding else charset)
    except (LookupError, ValueError):
        return None


def _mostly_utf_8(content: bytes) -> tuple[str, list[str]] | None:
    """Text in UTF-8 into which bytes of another charset were put, or that was cut; else None."""
    whole = content.decode("utf-8", "ignore")
    text = content.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= character <= "\udcff" for character in text)
    good = sum(character > "\x7f" for character in whole)
    if bad > MOST_BAD * (good + bad) and not (good and bad == 1):
        return None
    tail = re.search("[\udc80-\udcff]+$", text)
    if tail and len(tail[0]) == bad < 4:
        return text[: tail.start()], ["its last character was cut in two: it may lack its end"]
    mended = "".join(
        bytes((ord(each) - 0xDC00,)).decode("cp1252", "replace")
        if "\udc80" <= each <= "\udcff"
        else each
        for each in text
    )
    return mended, [f"{bad} bytes are no UTF-8 and were read as windows-1252: check its text"]


def _in_old_charset(content: bytes, was_told: bool) -> tuple[str, list[str]]:
    """Text in the old charset that makes most French of it."""
    texts = {charset: content.decode(charset, "replace") for charset in OLD_CHARSETS}
    scores = {charset: _score(text) for charset, text in texts.items()}
    best = max(OLD_CHARSETS, key=scores.__getitem__)
    if was_told or scores[best] < SURE:
        return texts[best], [f"its characters were read as {best}: check its text"]
    return texts[best], []


def _score(text: str) -> float:
    beyond = [each for each in text if each > "\x7f"]
    return sum(each in FRENCH for each in beyond) / len(beyond)


def _finished(text: str, issues: list[str]) -> Decoded:
    """The characters, put right where they were saved as others, and a word on what is lost."""
    text = text.translate(_C1) if re.search("[\x80-\x9f]", text) else text
    if _TWICE.search(text):
        text = _put_right(text)
    if lost := text.count("\ufffd"):
        characters = "1 character is" if lost == 1 else f"{lost:,} characters are"
        issues.append(f"{characters} lost (“\ufffd”): get it again, or its original")
    return Decoded(text.replace("\0", ""), tuple(issues))


def _put_right(text: str) -> str:
    """UTF-8 that was taken for another charset and saved so: "Ã©" is "é" again."""
    # imported where it is needed, which is seldom
    from ftfy import TextFixerConfig, fix_text

    only_this = TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return fix_text(text, only_this)
