"""No page of the product asks another host for anything: every request is seen, and those outside counted."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from running import wait_ready

from teamback.record.pages import MENU, may_open

pytestmark = pytest.mark.browser


def test_every_page_asks_this_host_alone(browser: Browser, demo_url: str) -> None:
    here, asked, outside = urlsplit(demo_url).netloc, list[str](), list[str]()
    # What is not on this machine goes to a proxy that is not there; a route would empty the cache.
    context = browser.new_context(
        locale="en-GB", service_workers="block", proxy={"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
    )
    page = context.new_page()

    def see(url: str) -> None:
        address = urlsplit(url)
        own = address.scheme in ("data", "blob") or address.netloc == here
        (asked if own else outside).append(url)

    page.on("request", lambda request: see(request.url))
    page.on("websocket", lambda socket: see(socket.url))
    entries = [entry for entry in MENU if may_open("lead", entry.file)]
    page.goto(f"{demo_url}/?as=doctor&day=2026-11-23")
    for entry in entries:
        page.get_by_role("link", name=entry.title, exact=True).click()
        expect(page.get_by_role("heading", name=entry.title, exact=True)).to_be_visible()
        wait_ready(page)
    for path in ("/login", "/first-account", "/readyz"):
        page.goto(f"{demo_url}{path}")
    assert len(asked) > len(entries)
    assert outside == []
    context.close()
