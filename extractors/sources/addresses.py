"""Web addresses as one writes them: the same page, the same address.

An address in, its usual form or a name for its file out.
"""

from __future__ import annotations

import re
from urllib.parse import (
    parse_qsl,
    quote,
    unquote,
    urldefrag,
    urlencode,
    urljoin,
    urlsplit,
    urlunsplit,
)

from extractors.sources.errors import SourceError

DEFAULT_PORTS = {"http": 80, "https": 443}
ALLOWED = "/%:@!$&'()*+,;=~-._?[]"  # in a path or query; RFC 3986, and what sites use besides
# what newsletters and social networks add so as to count who came from there
TRACKING = re.compile(
    r"utm_\w+|at_\w+|pk_\w+|mtm_\w+|matomo_\w+|xtor|xts|fbclid|gclid|msclkid|mc_[ce]id|igshid",
    re.IGNORECASE,
)


def host_of(address: str) -> str:
    """Host and port of an address, the port left out where it is the usual one."""
    parts = urlsplit(address)
    name = (parts.hostname or "").lower()
    name = f"[{name}]" if ":" in name else name
    port = parts.port
    return name if port in (None, DEFAULT_PORTS.get(parts.scheme)) else f"{name}:{port}"


def usual_form(address: str, base: str = "") -> str:
    """An absolute address without fragment, tracking parameters and usual port.

    What may not stand in an address (spaces, accents) is percent-encoded, in capitals. Raises
    `SourceError` for what is no address at all; one of another scheme than the web's is one.
    """
    try:
        parts = urlsplit(urldefrag(urljoin(base, address.strip())).url)
        host = host_of(parts.geturl())
        path, query = _encoded(parts.path), _encoded(_without_tracking(parts.query))
    except ValueError as error:
        raise SourceError(f"{address.strip()!r} is no address: {error}") from error
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def usual_form_if_any(address: str, base: str = "") -> str:
    """The same; nothing for what is no address: one bad link costs a list that link only."""
    try:
        return usual_form(address, base)
    except SourceError:
        return ""


def _without_tracking(query: str) -> str:
    given = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in given if not TRACKING.fullmatch(name)]
    return urlencode(kept) if len(kept) < len(given) else query


def _encoded(part: str) -> str:
    encoded = quote(part, safe=ALLOWED)
    return re.sub("%[0-9a-f]{2}", lambda match: match[0].upper(), encoded, flags=re.IGNORECASE)


def file_name_of(address: str) -> str:
    """What a document at an address may be called: the last part of its path, without ending."""
    last_part = unquote(urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1])
    return re.sub(r"\.\w{2,4}$", "", last_part)
