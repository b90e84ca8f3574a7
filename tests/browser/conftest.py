"""A real browser, a real product, and pages on which nothing may go wrong unseen."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from find_browser import arguments, find_browser
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from running import DEMO_DAY, ROOT, OpenPage, showing_demo

from tests.made_once import made_once

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong
FETCHED = ROOT / "tests" / "output" / "browser"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A headless Chromium, found (or fetched) once for all processes of the test run.

    It lives for one file of tests: while it does, this process has a running event loop.
    """
    with sync_playwright() as playwright:
        found = made_once(
            tmp_path_factory, "browser", lambda path: path.write_text(str(find_browser(playwright, FETCHED)))
        )
        chromium = playwright.chromium.launch(executable_path=found.read_text(), args=arguments())
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens a page: `open_page(url, width=1440, height=1000, scheme="light")`, as many as a test needs.

    Afterwards the test fails if one of them asked another host for anything, if the Content-Security-Policy
    refused something, or if a script failed.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_one(url: str, *, width: int = 1440, height: int = 1000, scheme: str = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale="en-GB",
            has_touch=width < 900,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        _watch(page, urlsplit(url).netloc, wrong)
        page.goto(url)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not wrong


def _watch(page: Page, host: str, wrong: list[str]) -> None:
    def note(kind: str, address: str) -> None:
        if urlsplit(address).scheme not in ("data", "blob") and urlsplit(address).netloc != host:
            wrong.append(f"{kind} {address}")

    page.on("request", lambda request: note("asked", request.url))
    page.on("websocket", lambda socket: note("asked", socket.url))

    def console(said: ConsoleMessage) -> None:
        # On the address of a page, Streamlit first asks for its own state beside that page, then at the root.
        if said.type == "error" and "/_stcore/" not in said.location["url"]:
            wrong.append(f"{said.text} {said.location['url']}")

    page.on("console", console)
    page.on("pageerror", lambda error: wrong.append(str(error)))


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's store on the morning of DEMO_DAY, made once for all processes: serve a copy."""
    from teamback.demo import make_ready

    return made_once(tmp_path_factory, "demo.duckdb", lambda path: make_ready(str(path), DEMO_DAY))


@pytest.fixture(scope="session")
def demo_url(demo_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo squad on the morning of DEMO_DAY, in a store of this process alone."""
    folder = tmp_path_factory.mktemp("demo_served")
    shutil.copy(demo_made, folder / "demo.duckdb")
    with showing_demo(folder / "demo.duckdb", DEMO_DAY, folder / "log") as url:
        yield url
