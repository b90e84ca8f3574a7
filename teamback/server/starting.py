"""Start and stop, whether the program is ready, and what a failure says and does not say."""

import contextlib
import gc
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from traceback import format_tb

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from teamback.access import passwords
from teamback.app import close_store, door, open_store, opening
from teamback.app.alert_watch import watching
from teamback.app.nightly import nightly
from teamback.record.refusal import Refusal

# Streamlit imports these only when a page first draws a table: a second of somebody's morning.
NEEDED_BY_THE_FIRST_PAGE = ("pandas", "pyarrow.pandas_compat")

_log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """The store is open from before the first request until after the last."""
    await run_in_threadpool(_get_ready)
    answer_at_once()
    try:
        with watching():
            async with nightly():
                yield
    finally:
        close_store()


def _get_ready() -> None:
    for module in NEEDED_BY_THE_FIRST_PAGE:
        import_module(module)
    try:
        open_store()
        if not opening.settings().demo:
            door.sessions()
            passwords.get_ready()
    except Refusal as refusal:
        _log.error("%s", refusal.sentence)


def answer_at_once() -> None:
    """Every connection sends what it has, as asyncio sees to for the sockets that it opens itself.

    Streamlit hands over one that listens already, and whose connections kept a file back for the 40 ms that
    a browser waits before it acknowledges the head. They take after the listener; nobody names it to us.
    """
    for item in gc.get_objects():
        if type(item) is socket.socket and item.family in (socket.AF_INET, socket.AF_INET6):
            with contextlib.suppress(OSError):
                if item.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                    item.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def readyz(request: Request) -> JSONResponse:
    """200 while the store is open; else 503, and on this computer the sentence that says why not."""
    try:
        open_store()
    except Refusal as refusal:
        told = {} if opening.settings().url else {"says": refusal.sentence}
        return JSONResponse({"ready": False, **told}, status_code=503)
    return JSONResponse({"ready": True})


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


for logger in ("streamlit.error_util", "uvicorn.error"):
    logging.getLogger(logger).addFilter(WithoutContent())
