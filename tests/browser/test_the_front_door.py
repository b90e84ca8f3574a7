"""The first page comes whole, from this computer alone, under the policy, in light and in dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from running import OpenPage, front_door, serving, wait_ready

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


GROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 21, 28)"}
PASSWORD = "a quiet morning in November"


@pytest.fixture(scope="module")
def new_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a product that serves a new store: no squad, and nobody who can sign in."""
    folder = tmp_path_factory.mktemp("new")
    with serving(folder / "teamback.duckdb", folder / "log") as url:
        yield url


def test_the_lead_makes_the_first_account_and_reads_what_to_do_next(
    new_url: str, open_page: OpenPage
) -> None:
    page = open_page(f"{new_url}/readiness", width=390, height=844)
    expect(page.get_by_role("heading", name="The first account")).to_be_visible()
    expect(page.locator("main")).to_have_css("background-color", GROUND["light"])
    page.get_by_label("Your name").fill("Anna Vik")
    page.get_by_label("Sign-in name").fill("anna")
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_label("Password once more").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_role("heading", name="Readiness")).to_be_visible()
    expect(page.get_by_text("There is no squad yet")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUND["light"])
    wait_ready(page)
    page.reload()
    expect(page.get_by_role("heading", name="Readiness")).to_be_visible()
    wait_ready(page)


def test_one_signs_in_in_the_dark_and_out_again(new_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{new_url}/people", scheme="dark")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(page.locator("main")).to_have_css("background-color", GROUND["dark"])
    page.get_by_label("Sign-in name").fill("anna")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="People")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", GROUND["dark"])
    wait_ready(page)
    expect(page.get_by_text("Anna Vik, doctor")).to_be_visible()
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto(f"{new_url}/people")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_page_that_fails_says_so_plainly_and_tells_the_log_no_name(
    open_page: OpenPage, tmp_path: Path
) -> None:
    (tmp_path / "house.py").write_text(BROKEN_HOUSE)
    (tmp_path / "page.py").write_text(BROKEN_PAGE)
    log, store = tmp_path / "log", {"TEAMBACK_STORE": str(tmp_path / "teamback.duckdb")}
    with front_door(tmp_path / "house.py", log, store | {"TEAMBACK_DEMO": "true"}) as url:
        page = open_page(url)
        expect(page.get_by_text("This page could not be shown.")).to_be_visible()
        assert "Moreau" not in page.content()
    written = log.read_text()
    assert "ValueError" in written
    assert "Moreau" not in written
