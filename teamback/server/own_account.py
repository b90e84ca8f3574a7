"""A person's own account: another password, and signing out everywhere."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from teamback.access import managing
from teamback.access.sessions import COOKIE
from teamback.app import door, open_store
from teamback.record.account import ROLES, Account
from teamback.record.refusal import Refusal
from teamback.server import form_page as page
from teamback.server.signing_in import in_turn, let_in, signed_out


async def own_account(request: Request) -> Response:
    """What one may do with one's own account; a one-time password has to be changed here first."""
    account = await run_in_threadpool(door.account_of, request.cookies.get(COOKIE))
    if account is None:
        return RedirectResponse("/login", status_code=303)
    if request.method != "POST":
        return _page(account)
    try:
        said = await page.typed(request)
        if said.get("do") == "everywhere":
            await run_in_threadpool(managing.sign_out_everywhere, open_store(), account)
            return signed_out(request)
        asked = (said.get("present", ""), said.get("new", ""), said.get("repeated", ""))
        changed = await in_turn(
            partial(managing.change_password, open_store(), door.THROTTLE, account, *asked)
        )
    except Refusal as refusal:
        return _page(account, refusal)
    return await let_in(request, changed, "/")


def _page(account: Account, refusal: Refusal | None = None) -> Response:
    status = 403 if refusal else 200
    if account.must_change:
        first = "You signed in with a password that counts once. Choose your own."
        parts = [page.text(first), page.wrong(refusal), _password("One-time password")]
        return page.show("Choose a password", *parts, status=status)
    who = f"{account.person}, {ROLES[account.role].lower()}. Signed in as {account.sign_in}."
    parts = [page.text(who), page.wrong(refusal)]
    if account.identity is None:
        parts += ["<h2>Another password</h2>", _password("Present password")]
    parts += [
        "<h2>Sign out</h2>",
        page.form("/logout", [], "Sign out", quiet=True),
        page.form("/account", [], "Sign out everywhere", {"do": "everywhere"}, quiet=True),
        page.text("Everywhere: on every device on which you are signed in."),
        page.link("/", "Back to teamback"),
    ]
    return page.show("Your account", *parts, status=status)


def _password(present: str) -> str:
    hint = "At least 12 characters: a few words are easy to keep."
    fields = [
        page.field("present", present, "password", "current-password"),
        page.field("new", "New password", "password", "new-password", hint=hint),
        page.field("repeated", "New password once more", "password", "new-password"),
    ]
    return page.form("/account", fields, "Change the password")
