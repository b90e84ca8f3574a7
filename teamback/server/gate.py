"""The sign-in gate: nothing of the record leaves, over http or websocket, before somebody has signed in."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from teamback.access.sessions import COOKIE
from teamback.app import door, opening
from teamback.record.account import WITHOUT_A_PERSON, Account
from teamback.record.pages import at_address, may_open
from teamback.record.refusal import Refusal

OPEN = frozenset({"/login", "/first-account", "/phone", "/readyz", "/sso", "/sso/back"})
"""What answers before sign-in: each of them looks after itself. Streamlit's own bundles are given before."""
OWN_ACCOUNT, SIGN_OUT = "/account", "/logout"
_STREAMLITS_SIGN_IN = ("/auth/login", "/auth/logout", "/oauth2callback")


class Gate:
    """Lets through who has signed in; anybody else is sent to the sign-in page, or refused.

    Whose cookie it is, is asked of the store at each request and at each message of a websocket: an account
    that is disabled, or signed out everywhere, is out at once.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = scope["type"] == "http" and scope["path"] in OPEN
        if scope["type"] not in ("http", "websocket") or opening.settings().demo or is_open:
            return await self.app(scope, receive, send)
        cookie = HTTPConnection(scope).cookies.get(COOKIE)
        try:
            account = await run_in_threadpool(door.account_of, cookie)
        except Refusal:
            account = None
        if scope["type"] == "websocket":
            return await self._websocket(account, cookie, scope, receive, send)
        elsewhere = _elsewhere(account, HTTPConnection(scope))
        await (elsewhere or self.app)(scope, receive, send)

    async def _websocket(
        self, account: Account | None, cookie: str | None, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if account is None or account.must_change:
            return await send({"type": "websocket.close", "code": 1008, "reason": "Sign in first."})

        whole = False

        async def receive_while_signed_in() -> Message:
            nonlocal whole
            message = await receive()
            if message["type"] != "websocket.receive":
                return message
            if not await run_in_threadpool(_still, cookie):
                return {"type": "websocket.receive", "bytes": _BARE_RUN}
            if not whole:
                said, whole = _first_run_whole(message.get("bytes") or b"")
                return {"type": "websocket.receive", "bytes": said}
            return message

        await self.app(scope, receive_while_signed_in, send)


def _still(cookie: str | None) -> bool:
    try:
        return door.account_of(cookie) is not None
    except Refusal:
        return False


def _bare_run() -> bytes:
    """What a browser says whose session has ended: run main.py and no part of a page, with nothing typed.

    A page's part (a fragment) would run past main.py, where roles are checked, and could save.
    """
    message = BackMsg()
    message.rerun_script.SetInParent()
    return bytes(message.SerializeToString())


_BARE_RUN = _bare_run()


def _first_run_whole(said: bytes) -> tuple[bytes, bool]:
    """The first run of a connection goes through main.py too, and whether this was one.

    A browser that comes back goes on with the session it had: with somebody else's, when another person has
    signed in there meanwhile. main.py sees that, and a page's part alone would not.
    """
    message = BackMsg.FromString(said)
    if message.WhichOneof("type") != "rerun_script":
        return said, False
    message.rerun_script.fragment_id = ""
    return bytes(message.SerializeToString()), True


def _elsewhere(account: Account | None, asked: HTTPConnection) -> Response | None:
    """Where a request is sent instead, or its refusal; None when it is let through."""
    path, page = asked.url.path, at_address(asked.url.path)
    if path in _STREAMLITS_SIGN_IN:
        return PlainTextResponse("There is nothing here.", status_code=404)
    if account is None:
        pages = path in ("/", OWN_ACCOUNT, SIGN_OUT) or page
        if pages or "text/html" in asked.headers.get("accept", ""):
            return RedirectResponse(f"/login?next={quote(_wanted(asked))}", status_code=303)
        return PlainTextResponse("Sign in first.", status_code=401)
    if account.must_change and path not in (OWN_ACCOUNT, SIGN_OUT):
        return RedirectResponse(OWN_ACCOUNT, status_code=303)
    if path == OWN_ACCOUNT and account.role in WITHOUT_A_PERSON and not account.must_change:
        return RedirectResponse("/", status_code=303)
    if page and not may_open(account.role, page):
        return RedirectResponse("/", status_code=303)
    return None


def _wanted(asked: HTTPConnection) -> str:
    """The page that was asked for, with what is in view; nothing else is worth coming back to."""
    if not at_address(asked.url.path):
        return "/"
    return f"{asked.url.path}?{asked.url.query}" if asked.url.query else asked.url.path
