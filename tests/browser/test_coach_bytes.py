"""What a coach's browser receives, byte for byte: the sheet, and nothing clinical."""

import datetime as dt
from collections.abc import Iterator

import pytest
from canaries import TELLTALE_TIME, Canaries, heard, sow
from playwright.sync_api import Browser, Page, expect
from running import OpenPage, showing_demo, wait_ready
from squads import Clock

from teamback.store import open_store

pytestmark = pytest.mark.browser
MONDAY = dt.date(2026, 11, 23)
PATHS = (
    *("/readiness", "/return_to_sport", "/tasks", "/", "/people", "/training_sheet", "/calendar"),
    *("/story", "/case", "/assess", "/plan", "/rules"),
)


@pytest.fixture(scope="module")
def sown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Canaries]]:
    """The address of a product whose store has a canary in every clinical field."""
    folder = tmp_path_factory.mktemp("canaries")
    store = open_store(str(folder / "teamback.duckdb"), Clock())
    canaries = sow(store)
    store.close()
    canaries.sown = {  # a time of day may be the present one
        where: signs for where, signs in canaries.sown.items() if TELLTALE_TIME.encode() not in signs
    }
    with showing_demo(folder / "teamback.duckdb", MONDAY, folder / "log") as url:
        yield url, canaries


def recording(browser: Browser) -> tuple[Page, list[bytes]]:
    """A page, and everything that it will receive: the body of each answer and each frame of a websocket."""
    page, received = browser.new_context(locale="en-GB").new_page(), list[bytes]()

    def frame(payload: str | bytes) -> None:
        received.append(payload.encode() if isinstance(payload, str) else payload)

    page.on("websocket", lambda socket: socket.on("framereceived", frame))
    page.on("requestfinished", lambda request: received.append(_body(request.response())))
    return page, received


def _body(response: object) -> bytes:
    return response.body() if response else b""  # type: ignore[attr-defined]


def test_a_coach_receives_the_sheet_and_no_canary(browser: Browser, sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    page, received = recording(browser)
    for path in PATHS:
        page.goto(f"{url}{path}?as=coach&day=2026-11-23")
        wait_ready(page)
    page.goto(f"{url}/training_sheet?as=coach")
    expect(page.get_by_role("article")).to_contain_text("Out – under review")
    wait_ready(page)
    sent = b"".join(received)
    assert b"Kari" in sent
    assert heard(canaries, sent) == set()
    page.context.close()


def test_the_same_recording_of_a_physio_hears_canaries(browser: Browser, sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    page, received = recording(browser)
    page.goto(f"{url}/readiness?as=physio")
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    wait_ready(page)
    assert "check_in.low_back_now" in heard(canaries, b"".join(received))
    page.context.close()


def test_a_coach_is_offered_the_sheet_alone(open_page: OpenPage, sown: tuple[str, Canaries]) -> None:
    url, _ = sown
    page = open_page(f"{url}/?as=coach")
    expect(page.get_by_role("heading", name="Training sheet")).to_be_visible()
    wait_ready(page)
    links = page.get_by_test_id("stSidebar").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_contain_text("Training sheet")
