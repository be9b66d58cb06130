"""A client for sites on this machine, and one whose answers are written byte by byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.sources.addresses import host_of
from extractors.sources.configuration import HostRule
from extractors.sources.politeness import Politeness
from extractors.sources.web import Hosts, Validators, WebClient
from tests.press_site import PressSite, serving

QUICK = Politeness(
    user_agent="inca-test/1 (contact: contact@example.org)",
    reach_seconds=10.0,
    read_seconds=60.0,
    pause_seconds=0.0,
    retry_seconds=0.01,
    largest_bytes=1_000_000,
)


def slightly_other(**limits: float) -> Politeness:
    return QUICK.model_copy(update=limits)


def unknown(address: str) -> Validators | None:
    return None


@contextmanager
def client(
    folder: Path, *addresses: str, politeness: Politeness = QUICK, local: bool = True
) -> Iterator[WebClient]:
    hosts = Hosts({host_of(address): HostRule(local) for address in addresses})
    opened = WebClient(politeness, hosts, folder / "lists.sqlite")
    try:
        yield opened
    finally:
        opened.close()


def answering(site: PressSite, **answers: tuple[int, str, bytes]):
    """Let a site answer these paths so, and all others as it does."""
    usual = site.answer

    def answer(target: str) -> tuple[int, str, bytes]:
        given = usual(target)
        return answers.get(target.strip("/"), given)

    return serving(answer, site)


class Raw:
    """A site whose answers are written byte by byte; it closes each connection."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes | list[bytes]] = {}
        self.requests: list[str] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                path = connection.recv(65536).decode("latin-1").split(" ")[1]
                self.requests.append(path)
                given = self.answers.get(path, status("404 Not Found"))
                answer = given if isinstance(given, bytes) else given.pop(0)
                connection.sendall(answer)

    def close(self) -> None:
        self._socket.close()


def status(line: str, *headers: str, body: bytes = b"", length: bool = True) -> bytes:
    lines = [f"HTTP/1.1 {line}", "Connection: close", *headers]
    lines += [f"Content-Length: {len(body)}"] if length else []
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def ok(body: bytes, *headers: str, length: bool = True) -> bytes:
    return status("200 OK", *headers, body=body, length=length)


PAGE = b"<html><body><h1>Titre</h1><p>Texte</p></body></html>"
