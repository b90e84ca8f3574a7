"""At the desk, on a phone: a name is shown as typed wherever it goes, and a file comes in."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from running import OpenPage, showing_demo, wait_ready
from squads import Clock, a_squad

from teamback.store import open_store

pytestmark = pytest.mark.browser
NAME = ":red[x] <b> *y* $z$ `q` # =1+1"
PLAN = "athlete,day,what,start,place\n,2026-11-24,training,10:30,*Pitch* 1\n"


@pytest.fixture(scope="module")
def desk_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a product with a small squad."""
    folder = tmp_path_factory.mktemp("desk")
    store = open_store(str(folder / "teamback.duckdb"), Clock())
    a_squad(store, "Kari Ola")
    store.close()
    with showing_demo(folder / "teamback.duckdb", dt.date(2026, 11, 23), folder / "log") as url:
        yield url


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    wait_ready(page)


def test_an_athlete_is_added_on_a_phone_and_shown_as_typed(open_page: OpenPage, desk_url: str) -> None:
    page = open_page(f"{desk_url}/people?as=physio", width=390, height=844)
    wait_ready(page)
    press(page, "Add an athlete")
    page.get_by_role("textbox", name="Known as").fill(NAME)
    page.get_by_role("textbox", name="Full name").fill("Somebody")
    press(page, "Save")
    expect(page.get_by_test_id("stToast")).to_contain_text(f"{NAME} is on the squad.")
    card = page.get_by_test_id("stButton").filter(has_text="since Mon 23 Nov")
    expect(card).to_contain_text(NAME)
    card.get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_contain_text(NAME)
    expect(page.get_by_role("textbox", name="Known as")).to_have_value(NAME)
    wait_ready(page)


def test_a_file_of_the_calendar_comes_in_and_is_taken_back(open_page: OpenPage, desk_url: str) -> None:
    page = open_page(f"{desk_url}/calendar?as=s_and_c", width=390, height=844)
    wait_ready(page)
    press(page, "Import a CSV file")
    file = {"name": "plan.csv", "mimeType": "text/csv", "buffer": PLAN.encode()}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    press(page, "Let 1 row in")
    expect(page.get_by_role("button", name="Training · 10:30 · *Pitch* 1")).to_be_visible()
    press(page, "Undo")
    expect(page.get_by_role("button", name="Training · 10:30 · *Pitch* 1")).to_have_count(0)
    wait_ready(page)
