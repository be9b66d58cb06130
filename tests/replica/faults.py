"""What may go wrong with an answer: its name and options in, another answer out.

Faults that concern what is published (a PDF republished, a page removed) are edits, not these.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from tests.replica import odd_pages
from tests.replica.answer import Answer, Asked, Delivery, page, redirect
from tests.replica.redesign import back_to_old_paths, broken_dates, emptied, redesigned

Options = Mapping[str, Any]
Change = Callable[[Answer, Asked, Options], Answer]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
ENDLESS = 2_000_000_000
_versions = count(1)


def _slow(answer: Answer, asked: Asked, options: Options) -> Answer:
    """Dribbles; with `waits` all of it comes at once, but late."""
    waits, seconds = bool(options.get("waits")), options.get("seconds", 2.0)
    delivery = Delivery.LATE if waits else Delivery.SLOW
    return replace(answer, delivery=delivery, seconds=seconds, checks=waits)


def _status(status: int) -> Change:
    def change(answer: Answer, asked: Asked, options: Options) -> Answer:
        after = options.get("retry_after", 1 if status == 429 else None)
        headers = {} if after is None else {"Retry-After": str(after)}
        return replace(page(odd_pages.unavailable(status), status), headers=headers)

    return change


def _reset(answer: Answer, asked: Asked, options: Options) -> Answer:
    return replace(answer, delivery=Delivery.CUT, checks=False)


def _wrong_type(answer: Answer, asked: Asked, options: Options) -> Answer:
    """A picture for a PDF, an archive for a page; `disguised` under the type that was expected."""
    is_pdf = answer.media_type == "application/pdf"
    body, media_type = (
        (PNG, "image/png") if is_pdf else (b"PK\x05\x06" + bytes(18), "application/zip")
    )
    media_type = answer.media_type if options.get("disguised") else media_type
    return Answer(body, media_type)


def _changed_etag(answer: Answer, asked: Asked, options: Options) -> Answer:
    return replace(answer, etag=f'"version-{next(_versions)}"', modified=None, checks=False)


def _redirect_loop(answer: Answer, asked: Asked, options: Options) -> Answer:
    path = urlsplit(asked.target).path
    return redirect(path if "retour" in asked.query else f"{path}?retour=1")


def _redirect_elsewhere(answer: Answer, asked: Asked, options: Options) -> Answer:
    return redirect(options["to"])


def _huge(answer: Answer, asked: Asked, options: Options) -> Answer:
    size = options.get("bytes", ENDLESS)
    return replace(answer, delivery=Delivery.ENDLESS, endless_bytes=size, checks=False)


def _rewritten(rewrite: Callable[[str], str]) -> Change:
    def change(answer: Answer, asked: Asked, options: Options) -> Answer:
        if "html" not in answer.media_type and "xml" not in answer.media_type:
            return answer
        return answer.with_text(rewrite(answer.body.decode()))

    return change


def _instead(make: Callable[[], str], status: int = 200) -> Change:
    return lambda answer, asked, options: page(make(), options.get("status", status))


def _robots_forbid(answer: Answer, asked: Asked, options: Options) -> Answer:
    forbidden = options.get("disallow", "/presse")
    return Answer(f"User-agent: *\nDisallow: {forbidden}\n".encode(), "text/plain")


def _login(answer: Answer, asked: Asked, options: Options) -> Answer:
    """The form, at /user/login, or `in_place` of what was asked for."""
    is_there = asked.path == "/user/login" or options.get("in_place")
    return page(odd_pages.login()) if is_there else redirect("/user/login")


CHANGES: dict[str, Change] = {
    "slow": _slow,
    "status_429": _status(429),
    "status_503": _status(503),
    "reset": _reset,
    "wrong_type": _wrong_type,
    "changed_etag": _changed_etag,
    "redirect_loop": _redirect_loop,
    "redirect_elsewhere": _redirect_elsewhere,
    "huge": _huge,
    "broken_date": _rewritten(broken_dates),
    "empty_items": _rewritten(emptied),
    "redesign": _rewritten(redesigned),
    "robots_forbid": _robots_forbid,
    "error_page": _instead(odd_pages.error),
    "maintenance": _instead(odd_pages.maintenance),
    "login": _login,
    "cookie_wall": _instead(odd_pages.cookie_wall),
    "blocked": _instead(odd_pages.challenge, 403),
}
OPTIONS: dict[str, set[str]] = {
    "slow": {"seconds", "waits"},
    "status_429": {"retry_after"},
    "status_503": {"retry_after"},
    "wrong_type": {"disguised"},
    "redirect_elsewhere": {"to"},
    "huge": {"bytes"},
    "robots_forbid": {"disallow"},
    "login": {"in_place"},
    "error_page": {"status"},
    "maintenance": {"status"},
    "cookie_wall": {"status"},
    "blocked": {"status"},
}


class Where(NamedTuple):
    """A place that is broken: a site ("" is any), decoded paths, parameters that must be there."""

    site: str
    path: re.Pattern[str]
    query: Mapping[str, list[str]]

    def has(self, asked: Asked) -> bool:
        """Whether a request goes there."""
        return (
            self.site in ("", asked.site)
            and self.path.fullmatch(asked.path) is not None
            and all(asked.query.get(name) == values for name, values in self.query.items())
        )


@dataclass
class Fault:
    """A fault at some places, until it healed (`left` answers from now; None: never by itself)."""

    name: str
    places: list[Where]
    left: int | None
    options: Options = field(default_factory=dict)

    def apply(self, answer: Answer, asked: Asked) -> Answer:
        """What comes of an answer."""
        return CHANGES[self.name](answer, asked, self.options)

    def is_at(self, asked: Asked) -> bool:
        """Whether it concerns a request."""
        if self.name == "robots_forbid":
            is_robots = asked.path == "/robots.txt"
            sites = {each.site for each in self.places}
            return is_robots and (not sites or bool(sites & {"", asked.site}))
        if not self.places:
            return self.name == "blocked" or asked.path != "/robots.txt"
        return any(place.has(asked) for place in self.places)


class Faults:
    """The faults of the moment; safe to use from several threads.

    `sites` tells by host and port which site an address is on.
    """

    def __init__(self, sites: Mapping[str, str]) -> None:
        self._sites = sites
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def add(
        self, name: str, paths: Iterable[str] | None, times: int | None, options: Options
    ) -> None:
        """Break what is at paths or whole addresses; a star stands for anything; None: all."""
        if name not in CHANGES:
            raise ValueError(f"{name!r} is none of {sorted(CHANGES)}")
        unknown = set(options) - OPTIONS.get(name, set())
        if unknown:
            raise ValueError(f"{name} has no option {sorted(unknown)}")
        places = [self._place(each) for each in paths or ()]
        with self._lock:
            self._faults.append(Fault(name, places, times, options))

    def remove(self, name: str | None) -> None:
        """Mend a fault, or all."""
        with self._lock:
            self._faults = [each for each in self._faults if name and each.name != name]

    def route(self, asked: Asked) -> Asked:
        """Where a request of the redesigned site leads."""
        with self._lock:
            is_redesigned = any(each.name == "redesign" for each in self._faults)
        return replace(asked, path=back_to_old_paths(asked.path)) if is_redesigned else asked

    def take(self, asked: Asked) -> Fault | None:
        """The fault that a request meets; one time less is left of it."""
        with self._lock:
            for fault in self._faults:
                if fault.left != 0 and fault.is_at(asked):
                    if fault.left is not None:
                        fault.left -= 1
                    return fault
        return None

    def _place(self, path: str) -> Where:
        parts = urlsplit(path)
        site = self._sites.get(parts.netloc, "") if parts.netloc else ""
        wanted = re.escape(unquote(parts.path)).replace(r"\*", ".*")
        return Where(site, re.compile(wanted), parse_qs(parts.query, keep_blank_values=True))
