"""The club's own sign-in (OpenID Connect): there with a state and a proof key, and back with who it is."""

import logging
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from teamback.access import claims
from teamback.access.claims import Grant
from teamback.app import door, open_store, opening
from teamback.record.refusal import Refusal
from teamback.server import form_page as page
from teamback.server.doorway import is_secure
from teamback.server.signing_in import let_in
from teamback.settings import Settings

BACK = "/sso/back"
_MINUTES_THERE = 10
_NEXT = "next"
_log = logging.getLogger(__name__)


class OnTheWay:
    """Remembers, in a signed cookie of its own, with which state somebody was sent to the provider."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        remembering = SessionMiddleware(
            self.app,
            secret_key=door.sessions().key_for("single sign-on"),
            session_cookie="teamback_sso",
            max_age=_MINUTES_THERE * 60,
            path="/sso",
            same_site="lax",
            https_only=is_secure(scope),
        )
        await remembering(scope, receive, send)


remembering = [Middleware(OnTheWay)]


async def leave(request: Request) -> Response:
    """Sends the browser to the provider."""
    if not opening.settings().oidc_metadata:
        return PlainTextResponse("There is nothing here.", status_code=404)
    request.session.clear()
    request.session[_NEXT] = page.own_page(request.query_params.get("next"))
    try:
        answer: Response = await _provider(opening.settings()).authorize_redirect(request, _back(request))
    except Exception:
        _log.exception("The provider of the club's sign-in did not answer")
        return _refused("Your club's sign-in does not answer. Try again, or ask who looks after it.", 502)
    return answer


async def come_back(request: Request) -> Response:
    """Takes what the provider says, and lets the person in whose account it is."""
    said = opening.settings()
    if not said.oidc_metadata:
        return PlainTextResponse("There is nothing here.", status_code=404)
    wanted = page.own_page(request.session.pop(_NEXT, None))
    try:
        token = await _provider(said).authorize_access_token(request)
        told = await _all_claims(said, token)
    except Exception:
        _log.exception("The sign-in at the club's provider was not completed")
        return _refused("The sign-in was not completed. Start again.", 403)
    grants = {value: Grant(**vars(granted)) for value, granted in said.oidc_roles.items()}
    try:
        account = await run_in_threadpool(claims.admit, open_store(), told, said.oidc_claim, grants)
    except Refusal as refusal:
        return _refused(refusal.sentence, 403)
    return await let_in(request, account, wanted)


def _provider(said: Settings) -> Any:
    from authlib.integrations.starlette_client import OAuth  # the extra 'sso'

    registered = OAuth()
    return registered.register(
        "club",
        server_metadata_url=said.oidc_metadata,
        client_id=said.oidc_client_id,
        client_secret=said.oidc_client_secret.get_secret_value(),
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "timeout": 10},
    )


async def _all_claims(said: Settings, token: dict[str, Any]) -> dict[str, Any]:
    """What the signed token says; some providers tell groups and e-mail only when asked for the person."""
    told = dict(token["userinfo"])
    if said.oidc_claim in told and "email" in told:
        return told
    more = await _provider(said).userinfo(token=token)
    if more.get("sub") != told["sub"]:
        raise ValueError("the provider speaks of two people")
    return {**more, **told}


def _back(request: Request) -> str:
    own = opening.settings().url
    return f"{own.rstrip('/')}{BACK}" if own else str(request.url.replace(path=BACK, query=""))


def _refused(sentence: str, status: int) -> Response:
    return page.show(
        "Not signed in", page.wrong(Refusal(sentence)), page.link("/login", "Back to sign-in"), status=status
    )
