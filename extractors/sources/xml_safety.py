"""XML from the network is refused where it declares entities: they can eat memory or read files."""

from __future__ import annotations

from xml.parsers.expat import ExpatError
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from extractors.sources.errors import SourceError


def refuse_entities(content: bytes, address: str) -> None:
    """Raise `SourceError` where XML declares or refers to entities of its own.

    A document type that is elsewhere passes, as RSS 0.91 names one: nobody fetches it. XML that is
    not well-formed passes, unless it holds a declaration: parsers that forgive it know no entities.
    """
    try:
        # the parser itself asks for nothing external; to forbid it would forbid to name a DTD
        parseString(content, ContentHandler(), forbid_entities=True, forbid_external=False)
    except DefusedXmlException as error:
        raise SourceError(f"{address} declares XML entities, which are refused: {error}") from error
    except (SAXException, ExpatError, ValueError) as error:
        if b"<!entity" in content.lower():
            raise SourceError(f"{address} declares XML entities, which are refused") from error
