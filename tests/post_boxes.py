"""A mail server and a webhook of this computer, as real as a test needs: what came is kept."""

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class PostBox:
    """What came, oldest first; `refusing` is the answer that a server gives instead of taking it."""

    def __init__(self) -> None:
        self.came: list[Any] = []
        self.to: list[list[str]] = []
        self.refusing: int | None = None
        self.port = 0


class _Mail(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: PostBox = self.server.box  # type: ignore[attr-defined]
        to: list[str] = []
        self._say("220 box")
        while line := self.rfile.readline():
            word = line.decode().strip().upper()
            if word.startswith("RCPT"):
                to.append(line.decode().split("<")[1].split(">")[0])
            if word.startswith("QUIT"):
                return self._say("221 bye")
            if word.startswith("DATA") and box.refusing is None:
                self._say("354 go on")
                lines = list(iter(self.rfile.readline, b".\r\n"))
                box.to.append(to)
                box.came.append(message_from_bytes(b"".join(lines), policy=default))
            self._say(f"{box.refusing} not now" if box.refusing and word.startswith("DATA") else "250 ok")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class _Hook(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        box: PostBox = self.server.box  # type: ignore[attr-defined]
        said = self.rfile.read(int(self.headers["Content-Length"]))
        if box.refusing is None:
            box.came.append(json.loads(said))
        self.send_response(box.refusing or 204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """A test's output stays its own."""


@contextmanager
def _open(server: socketserver.BaseServer) -> Iterator[PostBox]:
    box = PostBox()
    box.port = server.server_address[1]  # type: ignore[index]
    server.box = box  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def mail_server() -> Iterator[PostBox]:
    """An SMTP server without STARTTLS, on 127.0.0.1."""
    with _open(socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mail)) as box:
        yield box


@contextmanager
def webhook() -> Iterator[PostBox]:
    """An HTTP server that takes JSON, on 127.0.0.1."""
    with _open(HTTPServer(("127.0.0.1", 0), _Hook)) as box:
        yield box


def text_of(mail: EmailMessage) -> str:
    """Subject and text of a mail, as somebody reads it."""
    return f"{mail['Subject']}\n{mail.get_content()}"
