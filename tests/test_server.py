"""What stands around Streamlit: who is refused at the door, and when the program is ready."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Message, Scope

from teamback import app as hall
from teamback.app import opening
from teamback.record.refusal import Refusal
from teamback.server import middleware, readyz, routes
from teamback.server.starting import answer_at_once
from teamback.settings import Settings

HERE = "127.0.0.1:8501"


def status(kind: str, **headers: str) -> int:
    """What the door answers to a request for /readyz (200: it was let in)."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": f"{kind}.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Scope = {
        "type": kind,
        "method": "GET",
        "path": "/readyz",
        "query_string": b"",
        "extensions": {"websocket.http.response": {}},
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(Starlette(routes=routes, middleware=middleware)(scope, receive, send))
    return int(sent[0].get("status", 0))


@pytest.fixture
def store_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where this test's program keeps its store."""
    path = tmp_path / "teamback.duckdb"
    monkeypatch.setattr(opening, "settings", lambda: Settings(store=str(path), demo=True))
    hall.close_store()
    yield path
    hall.close_store()


@pytest.mark.parametrize("host", [HERE, "localhost:8501", "[::1]:8501"])
def test_this_computer_is_let_in(store_at: Path, host: str) -> None:
    assert status("http", host=host) == 200


def test_a_name_that_was_bent_to_point_here_is_not_let_in(store_at: Path) -> None:
    assert status("http", host="teamback.example") == 400


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://127.0.0.1:9999"])
def test_a_page_of_another_site_is_not_let_in(store_at: Path, kind: str, origin: str) -> None:
    assert status(kind, host=HERE, origin=origin) == 403


def test_its_own_page_is_let_in(store_at: Path) -> None:
    assert status("http", host=HERE, origin=f"http://{HERE}") == 200


def test_the_program_is_not_ready_while_its_store_cannot_be_opened(store_at: Path) -> None:
    store_at.write_text("This is no store.")
    answer = readyz(Request({"type": "http"}))
    assert answer.status_code == 503
    with pytest.raises(Refusal) as refusal:
        hall.open_store()
    assert refusal.value.sentence in bytes(answer.body).decode()


def test_streamlits_scripts_are_given_whole_from_memory_under_their_own_names_only() -> None:
    (script,) = (Path(st.__file__).parent / "static" / "static" / "js").glob("DataFrame.*.js")
    asked = f"/static/js/{script.name}"
    start, body = answered(asked)
    headers = Headers(raw=start["headers"])
    assert (start["status"], body["body"]) == (200, script.read_bytes())
    assert headers["content-type"].startswith("text/javascript")
    assert headers["cache-control"] == "public, immutable, max-age=31536000"
    assert headers["x-content-type-options"] == "nosniff"
    for elsewhere in ("/static/../index.html", "/static/js/../../index.html", f"/{asked}", "/static/js/"):
        assert answered(elsewhere)[0]["status"] == 401


def answered(path: str) -> list[Message]:
    """What this computer is answered when it asks for a path."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", HERE.encode())]
    scope: Scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}
    asyncio.run(Starlette(routes=routes, middleware=middleware)(scope, receive, send))
    return sent


def test_a_connection_to_a_listener_that_was_handed_over_keeps_nothing_back() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        answer_at_once()
        with socket.create_connection(listener.getsockname()):
            connection, _ = listener.accept()
            with connection:
                assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
