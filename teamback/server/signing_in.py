"""The sign-in page, the way out, and the first account of a new store."""

import ipaddress
from collections.abc import Callable
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from teamback.access import managing, signing_in
from teamback.access.sessions import COOKIE
from teamback.app import door, open_store, opening
from teamback.record.account import PROFESSIONS_OF_ROLE, Account
from teamback.record.refusal import Refusal
from teamback.record.words import PROFESSIONS
from teamback.server import form_page as page
from teamback.server.doorway import is_secure
from teamback.store.queries.accounts import has_accounts

FIRST_ACCOUNT = "/first-account"
T = TypeVar("T")
_PASSWORDS = CapacityLimiter(2)
_ASK_ON_THE_SERVER = (
    "Nobody can sign in yet. On the computer that runs teamback, stop it and make the first account: "
    'teamback user add NAME --person "Full Name" --role lead --profession doctor.'
)


async def login(request: Request) -> Response:
    """The form, and what it is sent with."""
    if request.method == "POST":
        return await _signing_in(request)
    wanted = page.own_page(request.query_params.get("next"))
    try:
        if await run_in_threadpool(door.account_of, request.cookies.get(COOKIE)):
            return RedirectResponse(wanted, status_code=303)
        if await run_in_threadpool(_first_may_be_made, request):
            return RedirectResponse(FIRST_ACCOUNT, status_code=303)
        nobody = not opening.settings().oidc_metadata and not await run_in_threadpool(_anybody)
    except Refusal as refusal:
        return _not_ready(refusal)
    return page.show("Sign in", page.text(_ASK_ON_THE_SERVER)) if nobody else _form(wanted)


async def _signing_in(request: Request) -> Response:
    said: dict[str, str] = {}
    try:
        said = await page.typed(request)
        asked = (said.get("name", ""), said.get("password", ""), address(request))
        account = await in_turn(partial(signing_in.sign_in, open_store(), door.THROTTLE, *asked))
    except Refusal as refusal:
        return _form(page.own_page(said.get("next")), said.get("name", ""), refusal)
    return await let_in(request, account, page.own_page(said.get("next")))


async def let_in(request: Request, account: Account, wanted: str, until: int | None = None) -> Response:
    """Gives the browser its cookie, which ends as a session does or at `until`, and the page it wanted."""
    store = open_store()
    cookie = await run_in_threadpool(door.sessions().begin, store, account, until)
    seconds = until - int(store.now().timestamp()) if until else door.sessions().seconds
    answer = RedirectResponse("/account" if account.must_change else wanted, status_code=303)
    answer.set_cookie(
        COOKIE,
        cookie,
        max_age=seconds,
        httponly=True,
        samesite="lax",
        secure=is_secure(request.scope),
    )
    return answer


async def logout(request: Request) -> Response:
    """Asks once, as a link of another site could lead here; then ends the session."""
    if request.method != "POST":
        back = page.link("/", "Stay signed in")
        return page.show("Sign out?", page.form("/logout", [], "Sign out"), back)
    await run_in_threadpool(door.sessions().end, open_store(), request.cookies.get(COOKIE))
    return signed_out(request)


def signed_out(request: Request) -> Response:
    """The cookie goes, and the sign-in page comes."""
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=is_secure(request.scope))
    return answer


async def first_account(request: Request) -> Response:
    """On this computer, while there is no account: the lead clinician makes their own."""
    try:
        if not await run_in_threadpool(_first_may_be_made, request):
            return RedirectResponse("/login", status_code=303)
        if request.method != "POST":
            return _first_form({})
    except Refusal as refusal:
        return _not_ready(refusal)
    said: dict[str, str] = {}
    try:
        said = await page.typed(request)
        new = Account(said.get("name", ""), said.get("person", ""), said.get("profession", ""), "lead")
        passwords = (said.get("new", ""), said.get("repeated", ""))
        account = await in_turn(partial(managing.add_first, open_store(), new, *passwords))
    except Refusal as refusal:
        return _first_form(said, refusal)
    return await let_in(request, account, "/")


async def in_turn(work: Callable[[], T]) -> T:
    """Work on a password takes 64 MiB and some time: two at once, while everything else goes on."""
    return await to_thread.run_sync(work, limiter=_PASSWORDS)


def address(request: Request) -> str:
    """Where a request comes from, as a trusted proxy says."""
    return request.client.host if request.client else "nowhere"


def _first_may_be_made(request: Request) -> bool:
    said = opening.settings()
    if said.url or said.oidc_metadata or _anybody():
        return False
    try:
        return ipaddress.ip_address(address(request)).is_loopback
    except ValueError:
        return False


def _anybody() -> bool:
    return has_accounts(open_store())


def _form(wanted: str, name: str = "", refusal: Refusal | None = None) -> Response:
    fields = [
        page.field("name", "Sign-in name", complete="username", value=name),
        page.field("password", "Password", "password", "current-password"),
    ]
    sso = opening.settings()
    other = (
        page.link(f"/sso?next={quote(wanted)}", f"Sign in with {sso.oidc_name}", button=True)
        if sso.oidc_metadata
        else ""
    )
    parts = [page.wrong(refusal), page.form("/login", fields, "Sign in", {"next": wanted}), other]
    return page.show("Sign in", *parts, status=403 if refusal else 200)


def _first_form(said: dict[str, str], refusal: Refusal | None = None) -> Response:
    lead = {key: PROFESSIONS[key].capitalize() for key in PROFESSIONS_OF_ROLE["lead"]}
    new = "At least 12 characters: a few words are easy to keep."
    fields = [
        page.field("person", "Your name", complete="name", value=said.get("person", "")),
        page.choice("profession", "Profession", lead),
        page.field("name", "Sign-in name", complete="username", value=said.get("name", "")),
        page.field("new", "Password", "password", "new-password", hint=new),
        page.field("repeated", "Password once more", "password", "new-password"),
    ]
    about = "This store has no account yet. The first one is the lead clinician's; the lead makes the others."
    return page.show(
        "The first account",
        page.text(about),
        page.wrong(refusal),
        page.form(FIRST_ACCOUNT, fields, "Make the account"),
        status=403 if refusal else 200,
    )


def _not_ready(refusal: Refusal) -> Response:
    told = "The store cannot be opened at the moment." if opening.settings().url else refusal.sentence
    return page.show("Not ready", page.text(told), status=503)
