"""The first page comes whole, from this computer alone, under the policy, in light and in dark."""

from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from running import OpenPage, choose, front_door, wait_ready

from teamback.server import SECURITY_HEADERS

pytestmark = pytest.mark.browser

BROKEN_HOUSE = """
import streamlit as st
from teamback.server import lifespan, middleware, routes, say_plainly

app = st.App(
    "page.py", lifespan=lifespan, middleware=middleware, routes=routes, on_script_error=say_plainly
)
"""
BROKEN_PAGE = """
name = "".join(["Mor", "eau"])
raise ValueError(f"{name} reports pain 6")
"""


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(16, 21, 28)")])
def test_the_first_page_follows_the_scheme_of_the_device(
    empty_url: str, open_page: OpenPage, scheme: str, ground: str
) -> None:
    page = open_page(empty_url, scheme=scheme)
    wait_ready(page)
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)


def test_a_physio_says_who_is_here_and_reads_what_to_do_next(empty_url: str, open_page: OpenPage) -> None:
    page = open_page(empty_url)
    wait_ready(page)
    choose(page, "Profession", "physio")
    page.get_by_label("Name").fill("Maya Ortiz")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Readiness")).to_be_visible()
    expect(page.get_by_text("There is no squad yet")).to_be_visible()
    wait_ready(page)


@pytest.mark.parametrize("path", ["/", "/readyz", "/readiness", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(empty_url: str, path: str) -> None:
    with urlopen(f"{empty_url}{path}") as answer:
        assert answer.status == 200
        for name, value in SECURITY_HEADERS.items():
            assert answer.headers[name] == value


def test_a_page_that_fails_says_so_plainly_and_tells_the_log_no_name(
    open_page: OpenPage, tmp_path: Path
) -> None:
    (tmp_path / "house.py").write_text(BROKEN_HOUSE)
    (tmp_path / "page.py").write_text(BROKEN_PAGE)
    log, store = tmp_path / "log", {"TEAMBACK_STORE": str(tmp_path / "teamback.duckdb")}
    with front_door(tmp_path / "house.py", log, store) as url:
        page = open_page(url)
        expect(page.get_by_text("This page could not be shown.")).to_be_visible()
        assert "Moreau" not in page.content()
    written = log.read_text()
    assert "ValueError" in written
    assert "Moreau" not in written
