"""The outermost door: under which names it answers, whose pages may ask, and the headers of every answer."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from teamback.app import opening

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
    # With no-referrer a browser sends "Origin: null" with our own forms, which is refused as a stranger's.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
STRICT_TRANSPORT = "max-age=31536000"


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
                if is_secure(scope):
                    headers["Strict-Transport-Security"] = STRICT_TRANSPORT
            await send(message)

        headers = Headers(scope=scope)
        if _host(headers) not in opening.settings().hosts:
            unknown = PlainTextResponse("Nothing is served under this name.", status_code=400)
            return await unknown(scope, receive, send_with_headers)
        if _from_another_site(headers) or _form_of_nobody(scope, headers):
            stranger = PlainTextResponse("This address answers its own pages only.", status_code=403)
            return await stranger(scope, receive, send_with_headers)
        await self.app(scope, receive, send_with_headers)


def is_secure(scope: Scope) -> bool:
    """Whether the browser came over https, as the setting or a trusted proxy says."""
    return scope.get("scheme") in ("https", "wss") or opening.settings().secure


def _host(headers: Headers) -> str | None:
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname
    except ValueError:
        return None


def _from_another_site(headers: Headers) -> bool:
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _form_of_nobody(scope: Scope, headers: Headers) -> bool:
    """A form that is sent says where it stood: every browser does, and no other site can send ours."""
    return scope["type"] == "http" and scope["method"] == "POST" and "origin" not in headers
