"""A morning at the tablet in the changing room: tap, PIN, answers, the next; and what is left alone goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from running import KEY, OpenPage, serving, wait_ready
from squads import LEAD, PHYSIO, a_squad
from test_check_in_on_a_phone import WELL, radio

from teamback.access.self_check_in import set_pin
from teamback.access.sessions import COOKIE, Sessions
from teamback.record.account import Account
from teamback.store import accounts, open_store

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """The product with a tablet of the first squad: its address, the tablet's cookie, and Kari's PIN."""
    folder = tmp_path_factory.mktemp("kiosk")
    store = open_store(str(folder / "squad.duckdb"))
    a_squad(store, "Kari Ola")
    tablet = Account("room", "Changing room", "tablet", "kiosk", frozenset({"first"}), generation="one")
    cookie = Sessions(KEY, 12).begin(store, accounts.add(store, tablet, None, LEAD))
    pin = set_pin(store, 1, PHYSIO)
    store.close()
    with serving(folder / "squad.duckdb", folder / "log") as url:
        yield url, cookie, pin


def test_one_after_the_other_checks_in(room: tuple[str, str, str], open_page: OpenPage) -> None:
    url, cookie, pin = room
    page = open_page(f"{url}/login", width=820, height=1180)
    page.context.add_cookies([{"name": COOKIE, "value": cookie, "url": url}])
    page.goto(url)
    page.get_by_role("button", name="Kari").tap()
    page.get_by_label("PIN").fill(pin)
    page.keyboard.press("Enter")
    for question, said in WELL.items():
        radio(page, question, said).tap()
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page.get_by_text("Thank you, Kari. Saved.")).to_be_visible()
    page.get_by_role("button", name="Next athlete").tap()
    expect(page.get_by_role("button", name="Ola")).to_be_visible()
    wait_ready(page)
    page.goto(f"{url}/readiness")
    expect(page.get_by_role("button", name="Ola")).to_be_visible()
    wait_ready(page)
