"""Around Streamlit: start and stop, the headers of every answer, who is refused, and what a failure says."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from mimetypes import guess_type
from pathlib import Path
from traceback import format_tb
from urllib.parse import urlsplit

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from teamback.app import close_store, open_store
from teamback.app.nightly import nightly
from teamback.record.refusal import Refusal

# The hash is that of the one inline script in Streamlit's own index.html.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "connect-src 'self' ws: wss:",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)

SECURITY_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

# Streamlit imports these only when a page first draws a table: a second of somebody's morning.
NEEDED_BY_THE_FIRST_PAGE = ("pandas", "pyarrow.pandas_compat")

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """The store is open from before the first request until after the last."""
    await run_in_threadpool(_get_ready)
    try:
        async with nightly():
            yield
    finally:
        close_store()


def _get_ready() -> None:
    for module in NEEDED_BY_THE_FIRST_PAGE:
        import_module(module)
    try:
        open_store()
    except Refusal as refusal:
        _log.error("%s", refusal.sentence)


def readyz(request: Request) -> JSONResponse:
    """200 while the store is open; else 503 and the sentence that says why it cannot be opened."""
    try:
        open_store()
    except Refusal as refusal:
        return JSONResponse({"ready": False, "says": refusal.sentence}, status_code=503)
    return JSONResponse({"ready": True})


class Doorway:
    """Refuses what a page of another site asks for, and gives every answer its security headers.

    The refusal comes before Streamlit's own check of a websocket's origin, which asks a server outside
    for this machine's address when it meets a stranger.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SECURITY_HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        if _from_another_site(Headers(scope=scope)):
            stranger = PlainTextResponse("This address answers its own pages only.", status_code=403)
            return await stranger(scope, receive, send_with_headers)
        await self.app(scope, receive, send_with_headers)


class Bundles:
    """Gives Streamlit's scripts, styles and fonts from memory.

    A first page asks for 130 of them, and each was a walk through threads and a file in pieces. Their names
    carry a hash of their content, so a browser keeps them for a year.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        folder = Path(st.__file__).parent / "static"
        self._files = {f"/{file.relative_to(folder).as_posix()}": file for file in folder.glob("static/*/*")}
        self._answers: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["path"] if scope["type"] == "http" and scope["method"] == "GET" else ""
        if asked not in self._files:
            return await self.app(scope, receive, send)
        if asked not in self._answers:
            kind, _ = guess_type(asked)
            headers = {"Cache-Control": "public, immutable, max-age=31536000"}
            self._answers[asked] = Response(self._files[asked].read_bytes(), headers=headers, media_type=kind)
        await self._answers[asked](scope, receive, send)


def _from_another_site(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


class WithoutContent(logging.Filter):
    """Keeps what an exception says out of the log, as it may quote the record: its type and lines remain."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites a record that carries an exception; lets every record through."""
        if record.exc_info and (error := record.exc_info[1]):
            lines = "".join(format_tb(error.__traceback__))
            record.msg = f"{record.getMessage()}\n{lines}{type(error).__name__}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def say_plainly(error: Exception) -> bool:
    """One plain sentence where a page failed; Streamlit has written the failure to the log by then."""
    st.error(
        "This page could not be shown. What was saved before stays saved; "
        "the reason stands in the log of the program. Reload the page to try again."
    )
    return True


logging.getLogger("streamlit.error_util").addFilter(WithoutContent())

routes = [Route("/readyz", readyz)]
middleware = [
    Middleware(Doorway),
    Middleware(TrustedHostMiddleware, allowed_hosts=LOOPBACK, www_redirect=False),
    Middleware(Bundles),
]
