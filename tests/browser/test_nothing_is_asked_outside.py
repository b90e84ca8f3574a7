"""No page of the product asks another host for anything: every request is seen, and those outside counted."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect
from running import wait_ready

from teamback.record.pages import MENU

pytestmark = pytest.mark.browser


def test_every_page_asks_this_host_alone(browser: Browser, demo_url: str) -> None:
    here, asked, outside = urlsplit(demo_url).netloc, [0], list[str]()
    context = browser.new_context(locale="en-GB", service_workers="block")

    def see(route: Route) -> None:
        address = urlsplit(route.request.url)
        asked[0] += 1
        if address.scheme in ("data", "blob") or address.netloc == here:
            return route.continue_()
        outside.append(route.request.url)
        route.abort()

    context.route("**/*", see)
    page = context.new_page()
    page.on(
        "websocket", lambda socket: outside.append(socket.url) if urlsplit(socket.url).netloc != here else 0
    )
    for entry in MENU:
        page.goto(f"{demo_url}/{entry.address}?as=doctor&day=2026-11-23")
        expect(page.get_by_role("heading", name=entry.title, exact=True)).to_be_visible()
        wait_ready(page)
    for path in ("/login", "/first-account", "/readyz"):
        page.goto(f"{demo_url}{path}")
    assert asked[0] > len(MENU)
    assert outside == []
    context.close()
