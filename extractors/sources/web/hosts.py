"""Which hosts may be asked at all: the configured ones, and no private machine by the back door.

An address in; nothing, or a `SourceError`, out.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from urllib.parse import urlsplit

import certifi
import httpx

from extractors.sources.addresses import DEFAULT_PORTS, host_of
from extractors.sources.configuration import HostRule
from extractors.sources.errors import PrivateError, SourceError, UnreachableError


class Hosts:
    """The configured hosts, by name and port."""

    def __init__(self, rules: Mapping[str, HostRule]) -> None:
        """Take what the configuration says of each host."""
        self._rules = rules

    def check(self, address: str) -> str:
        """The host of an address that may be asked; raises `SourceError` for any other."""
        parts = urlsplit(address)
        host = host_of(address)
        if parts.scheme not in DEFAULT_PORTS or parts.username or parts.password:
            raise SourceError(f"{address} is no plain web address")
        if host not in self._rules:
            raise SourceError(
                f"{address} is on another host than the configured ones: "
                "name it under hosts of its source if it belongs to it"
            )
        return host

    def check_machine(self, address: str) -> None:
        """Look a host's name up; refuse one that leads to a private machine.

        Raises `UnreachableError` where the name is not known.
        """
        parts = urlsplit(address)
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise UnreachableError(
                f"{host_of(address)} can't be reached: {error.strerror or error}"
            ) from error
        for *_, place in found:
            self.check_peer(address, str(place[0]))

    def check_answer(self, address: str, response: httpx.Response) -> None:
        """Refuse an answer that comes from a private machine, before it is read."""
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        if peer:
            self.check_peer(address, str(peer[0]))

    def check_peer(self, address: str, machine: str) -> None:
        """Refuse a private machine, unless the host is declared to be one."""
        rule = self._rules.get(host_of(address), HostRule())
        if not rule.local and not ipaddress.ip_address(machine.split("%")[0]).is_global:
            raise PrivateError(
                f"{host_of(address)} is at the private address {machine}: "
                "declare its source local = true if that is meant"
            )

    def trusted(self) -> dict[str, ssl.SSLContext]:
        """The hosts with certificates of their own to trust, each with what to verify it by."""
        contexts: dict[str, ssl.SSLContext] = {}
        for host, rule in self._rules.items():
            if rule.ca_file:
                context = ssl.create_default_context(cafile=certifi.where())
                try:
                    context.load_verify_locations(cafile=rule.ca_file)
                except OSError as error:
                    raise SourceError(f"ca_file {rule.ca_file} can't be used: {error}") from error
                contexts[host] = context
        return contexts
