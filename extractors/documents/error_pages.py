"""Recognises the pages that a site shows instead of a document, often with status 200.

A page's title and headings in; nothing out, or `UnreadableDocumentError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.documents.unreadable import UnreadableDocumentError

ERROR_TITLE = re.compile(
    r"""^\W*(?:
        oops\b
      | (?:erreur|error)\W*(?:$|\d{3}\b|technique|interne|serveur|syst[èe]me|inattendue)
      | (?:une|an)\s(?:erreur|error)\s(?:est\ssurvenue|s['’]est\sproduite|(?:has\s)?occurred)
      | (?:http\s)?[45]\d\d\s*
        (?:$|[-–—:|]|not\b|page\b|error|erreur|forbidden|internal|bad\b|service)
      | (?:cette\s|la\s)?page\s(?:web\s)?(?:demand[ée]e\s|recherch[ée]e\s)?
        (?:non\strouv[ée]e|introuvable|not\sfound|inexistante|n['’]existe)
      | not\sfound\b | forbidden\b | bad\sgateway\b | internal\sserver\serror\b
      | (?:acc[èe]s|access)\s(?:refus[ée]|interdit|denied)
      | (?:service|site|serveur)\s(?:web\s|internet\s)?(?:est\s)?
        (?:temporairement\s|momentan[ée]ment\s)?(?:indisponible|unavailable|en\smaintenance)
      | (?:en|under|site\sen)\smaintenance\b | maintenance\s(?:en\scours|du\ssite)
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def complain_of_error_page(page_title: str, headings: Iterable[str]) -> None:
    """Raise `UnreadableDocumentError` where a title or main heading is that of an error page."""
    for heading in (*headings, page_title):
        if ERROR_TITLE.match(heading):
            raise UnreadableDocumentError(
                f"this is the site's error page (“{heading}”), not a document: fetch it again later"
            )
