"""The ZIP that an office text is: its parts as XML, what it says of itself, what it unpacks to.

Bytes in; parts, or `UnreadableDocumentError`, out. Knows no text.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from io import BytesIO

from lxml import etree

from extractors.documents.typography import collapse_spaces
from extractors.documents.unreadable import UnreadableDocumentError

LOCKED = "it opens only with a password: save it without one, or as a PDF"
DAMAGED = "the file is damaged, or not of the form that its name says: save it again, or as a PDF"
OLE = b"\xd0\xcf\x11\xe0"  # what a locked .docx is packed in
# what these libraries raise at damaged files
FAULTS = (
    AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError, EOFError, OSError,
    RuntimeError, zlib.error, etree.LxmlError, zipfile.BadZipFile, zipfile.LargeZipFile,
)  # fmt: skip
# names of a package's properties, and those that pages and PDFs have for them
METADATA = {"title": "title", "creator": "author", "date": "CreationDate"}
METADATA_OF_WORD = {"title": "title", "creator": "author", "modified": "CreationDate"}


@contextmanager
def open_package(content: bytes) -> Generator[zipfile.ZipFile]:
    """An office text's parts; what goes wrong with them meanwhile is told as damage."""
    if content.startswith(OLE):
        raise UnreadableDocumentError(LOCKED)
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            yield package
    except FAULTS as error:
        raise UnreadableDocumentError(DAMAGED) from error


def unpacked_size(content: bytes) -> int:
    """The bytes that its parts unpack to, as its directory tells; no more than that is read."""
    with open_package(content) as package:
        return sum(part.file_size for part in package.infolist())


def parse_part(package: zipfile.ZipFile, name: str) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    """A part's root element; raises `KeyError` where there is no such part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(package.read(name), parser)


def with_part(package: zipfile.ZipFile, name: str, content: bytes) -> bytes:
    """A package with one part replaced."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for each in dict.fromkeys(package.namelist()):
            copy.writestr(each, content if each == name else package.read(each))
    return target.getvalue()


def read_properties(
    package: zipfile.ZipFile, name: str, names: Mapping[str, str]
) -> dict[str, str]:
    """What a package says of itself, by other names; nothing where it says nothing."""
    if name not in package.namelist():
        return {}
    found: dict[str, str] = {}
    for element in parse_part(package, name).iter("{*}*"):
        name = names.get(etree.QName(element).localname, "")
        value = collapse_spaces(element.text or "")
        if name and value:
            # as PDFs write days
            found.setdefault(name, value.replace("-", "") if name == "CreationDate" else value)
    return found
