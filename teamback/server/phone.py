"""The link for a phone: a button first, as messengers open what they preview; then the check-in alone."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from teamback.access.self_check_in import open_link
from teamback.app import door, open_store, opening
from teamback.record.refusal import Refusal
from teamback.server import form_page as page
from teamback.server.signing_in import let_in


async def phone(request: Request) -> Response:
    """The button, whatever the key is worth; pressed, it opens the athlete's own check-in."""
    if opening.settings().demo:
        return RedirectResponse("/", status_code=303)
    if request.method != "POST":
        said = page.text("For you alone: whoever has this link can check in as you.")
        key = request.query_params.get("key", "")
        return page.show("Check-in", said, page.form("/phone", [], "Open my check-in", {"key": key}))
    try:
        said_by_form = await page.typed(request)
        opened = (open_store(), door.sessions(), said_by_form.get("key", ""))
        account, until = await run_in_threadpool(open_link, *opened)
    except Refusal as refusal:
        return page.show("Check-in", page.wrong(refusal), status=403)
    return await let_in(request, account, "/check_in", until)
