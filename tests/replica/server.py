"""A site in, an HTTP server on a free port of this machine out; it sends answers as they ask for.

Holds connections open between requests, answers HEAD and conditional requests, logs every one.
"""

from __future__ import annotations

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

from tests.replica.answer import TRACKING, VIEWS, Answer, Asked, Delivery
from tests.replica.request_log import Request, RequestLog

Responder = Callable[[Asked, Request], Answer]
PIECES = 20
CHUNK = b"<p>Encore et toujours la m\xc3\xaame phrase.</p>\n" * 1500


class SiteServer(ThreadingHTTPServer):
    """Serves one site until it is closed; with `tls`, over HTTPS."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        site: str,
        respond: Responder,
        log: RequestLog,
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        super().__init__((host, port), Handler)
        self.site, self.respond, self.log = site, respond, log
        self.stopping = threading.Event()
        self.answers = count(1234)
        self.base = f"{'https' if tls else 'http'}://{host}:{self.server_address[1]}"
        self._tls = tls
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop, and hang up on every client."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._thread.join()
        with self._lock:
            still_open = list(self._open)
        for connection in still_open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def finish_request(self, request, client_address) -> None:
        """Greet by TLS in the connection's own thread, then answer."""
        if self._tls:
            request = self._tls.wrap_socket(request, server_side=True)
        with self._lock:
            self._open.add(request)
        try:
            super().finish_request(request, client_address)
        finally:
            with self._lock:
                self._open.discard(request)
            if self._tls:
                request.close()

    def handle_error(self, request, client_address) -> None:
        """A client that hangs up is nobody's error."""


class Handler(BaseHTTPRequestHandler):
    """Answers one connection's requests."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Apache", ""
    wbufsize = 1 << 16  # headers and body leave together
    disable_nagle_algorithm = True
    server: SiteServer

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        server = self.server
        request = server.log.add(server.site, self.command, self.path, self.headers)
        answer = server.respond(Asked.of(server.site, self.path), request)
        is_same = answer.status == 200 and answer.checks and _is_same(answer, self.headers)
        request.status = 304 if is_same else answer.status
        body = b"" if is_same else _filled(answer, next(server.answers))
        if answer.delivery is Delivery.LATE:
            server.stopping.wait(answer.seconds)
        self._send_headers(answer, request.status, len(body))
        if self.command != "HEAD" and not is_same:
            self._send_body(answer, body, request)
        with suppress(OSError):
            self.wfile.flush()

    def _send_headers(self, answer: Answer, status: int, length: int) -> None:
        self.send_response(status)
        if status == 200:
            self.send_header("ETag", answer.tag)
            if answer.modified:
                self.send_header("Last-Modified", _http_date(answer.modified))
        elif status == 304:
            self.send_header("ETag", answer.tag)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Type", answer.media_type)
            if answer.delivery is Delivery.ENDLESS:
                self.send_header("Transfer-Encoding", "chunked")
            else:
                self.send_header("Content-Length", str(length))
        self.end_headers()

    def _send_body(self, answer: Answer, body: bytes, request: Request) -> None:
        if answer.delivery is Delivery.SLOW:
            self._dribble(body, answer.seconds, request)
        elif answer.delivery is Delivery.CUT:
            self._reset(body, request)
        elif answer.delivery is Delivery.ENDLESS:
            self._go_on(body, answer.endless_bytes, request)
        else:
            request.sent_bytes = len(body)
            self.wfile.write(body)

    def _dribble(self, body: bytes, seconds: float, request: Request) -> None:
        size = max(1, -(-len(body) // PIECES))
        for start in range(0, len(body), size):
            self._push(body[start : start + size], request)
            if self.server.stopping.wait(seconds / PIECES):
                break

    def _reset(self, body: bytes, request: Request) -> None:
        self._push(body[: len(body) // 2], request)
        # closing without lingering sends RST; what was sent should have arrived before
        self.server.stopping.wait(0.02)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _go_on(self, body: bytes, most: int, request: Request) -> None:
        piece = body
        while request.sent_bytes < most and not self.server.stopping.is_set():
            self.wfile.write(f"{len(piece):x}\r\n".encode())
            self._push(piece, request)
            self.wfile.write(b"\r\n")
            piece = CHUNK
        self.wfile.write(b"0\r\n\r\n")

    def _push(self, piece: bytes, request: Request) -> None:
        self.wfile.write(piece)
        self.wfile.flush()
        request.sent_bytes += len(piece)


def _is_same(answer: Answer, headers: Mapping[str, str]) -> bool:
    """Whether the client knows the content already (RFC 9110, 13.2.2)."""
    tags = headers.get("If-None-Match")
    if tags is not None:
        known = [tag.strip().removeprefix("W/") for tag in tags.split(",")]
        return "*" in known or answer.tag.removeprefix("W/") in known
    since = headers.get("If-Modified-Since")
    if not since or not answer.modified:
        return False
    try:
        return answer.modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False


def _filled(answer: Answer, number: int) -> bytes:
    """The body with what is another one each time."""
    if not answer.changes_each_time:
        return answer.body
    views = f"{number:,}".replace(",", " ")
    filled = answer.body.replace(VIEWS.encode(), views.encode())
    return filled.replace(TRACKING.encode(), f"visite-{number:07}".encode())


def _http_date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)
