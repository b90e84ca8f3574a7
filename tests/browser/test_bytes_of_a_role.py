"""What the browser of a coach, of performance staff and of an athlete receives, byte for byte."""

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from asking import asked_plainly
from canaries import TELLTALE_TIME, Canaries, heard, sow
from playwright.sync_api import Browser, Error, Page, Request, expect
from running import OpenPage, showing_demo, wait_ready
from squads import Clock

from teamback.record.pages import MENU, Entry, may_open
from teamback.record.scope import PERFORMANCE, SELF
from teamback.store import open_store
from tests.pages.test_performance_receives_no_clinicians_word import withheld

pytestmark = pytest.mark.browser
MONDAY = dt.date(2026, 11, 23)
KARI, OLA = 1, 2
Person = dict[str, str | int]
"""Who looks, as the address says it."""
COACH: Person = {"as": "coach"}
TRIED_BY_A_COACH = ("squad/readiness", "athlete/story", "athlete/case", "coach/training_sheet")
"""Opened in the browser, where each takes two seconds; the other addresses are asked without one."""
S_AND_C: Person = {"as": "s_and_c"}
ATHLETE: Person = {"as": "athlete", "who": KARI}


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the product writes while it is looked at."""
    return tmp_path_factory.mktemp("bytes") / "log"


@pytest.fixture(scope="module")
def sown(log: Path) -> Iterator[tuple[str, Canaries]]:
    """The address of a product whose store has a canary in every clinical field."""
    file = log.with_name("teamback.duckdb")
    store = open_store(str(file), Clock())
    canaries = sow(store)
    store.close()
    canaries.sown = {  # a time of day may be the present one
        where: signs for where, signs in canaries.sown.items() if TELLTALE_TIME.encode() not in signs
    }
    with showing_demo(file, MONDAY, log) as url:
        yield url, canaries


def recording(browser: Browser) -> tuple[Page, list[bytes]]:
    """A page, and everything that it will receive: the body of each answer and each frame of a websocket.

    A file of Streamlit's own bundle is the same for everybody: it is recorded once.
    """
    page, received = browser.new_context(locale="en-GB", reduced_motion="reduce").new_page(), list[bytes]()
    bundle = set[str]()

    def frame(payload: str | bytes) -> None:
        received.append(payload.encode() if isinstance(payload, str) else payload)

    def answer(request: Request) -> None:
        if request.url not in bundle:
            received.append(_body(request))
        if "/static/" in request.url:
            bundle.add(request.url)

    page.on("websocket", lambda socket: socket.on("framereceived", frame))
    page.on("requestfinished", answer)
    return page, received


def _body(request: Request) -> bytes:
    """What was answered; a file goes past the page into the downloads, where it is read."""
    response = request.response()
    if response is None or "attachment" in response.headers.get("content-disposition", ""):
        return b""
    try:
        return response.body()
    except Error:
        if "/static/" not in request.url:  # Streamlit's own scripts may be asked for by a page already left
            raise
        return b""


def visit(browser: Browser, url: str, who: Person, entries: Iterable[Entry]) -> bytes:
    """All that a browser receives from these pages, with every file that is offered; it asks nobody else."""
    page, received = recording(browser)
    hosts = set[str]()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for entry in entries:
        page.goto(f"{url}/{entry.address}?{urlencode(who | {'athlete': KARI})}")
        wait_ready(page)
        page.keyboard.press("Escape")  # leaves a panel that the address opened
        for button in page.get_by_test_id("stDownloadButton").all():
            with page.expect_download() as offered:
                button.get_by_role("button").click()
            received.append(Path(offered.value.path()).read_bytes())
            wait_ready(page)
    page.context.close()
    assert hosts - {""} == {urlsplit(url).netloc}  # no host is in an address that carries its own data
    return b"".join(received)


def of_role(role: str) -> list[Entry]:
    return [entry for entry in MENU if may_open(role, entry.file)]


def refused(url: str, who: Person, role: str) -> bytes:
    """What the server sends to somebody of this role who types the addresses of pages they do not have."""
    others = [entry for entry in MENU if not may_open(role, entry.file)]
    return b"".join(asked_plainly(url, entry.address, who | {"athlete": KARI}) for entry in others)


def test_a_coach_receives_the_sheet_and_no_canary(browser: Browser, sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    sent = visit(browser, url, COACH, [entry for entry in MENU if entry.file in TRIED_BY_A_COACH])
    sent += refused(url, COACH, "coach")
    assert b"Kari" in sent
    assert b"under review" in sent
    assert b"%PDF-" in sent
    assert b"Athlete,Training,Match" in sent
    assert heard(canaries, sent) == set()


def test_performance_staff_receive_no_canary_of_a_clinicians_field(
    browser: Browser, sown: tuple[str, Canaries]
) -> None:
    url, canaries = sown
    sent = visit(browser, url, S_AND_C, of_role("performance")) + refused(url, S_AND_C, "performance")
    assert "session.minutes" in heard(canaries, sent)
    assert heard(canaries, sent) & withheld(canaries, PERFORMANCE) == set()


def test_an_athlete_receives_their_own_and_nothing_that_is_kept_from_them(
    browser: Browser, sown: tuple[str, Canaries]
) -> None:
    url, canaries = sown
    sent = visit(browser, url, ATHLETE, of_role("athlete"))
    sent += refused(url, ATHLETE, "athlete")
    assert "check_in.low_back_now" in heard(canaries, sent)
    assert heard(canaries, sent) & withheld(canaries, SELF) == set()


def test_an_athlete_receives_nothing_of_another_athlete(browser: Browser, sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    assert heard(canaries, visit(browser, url, ATHLETE | {"who": OLA}, of_role("athlete"))) == set()


def test_the_same_recording_of_a_physio_hears_canaries(browser: Browser, sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    page, received = recording(browser)
    page.goto(f"{url}/story?as=physio&athlete={KARI}")
    expect(page.get_by_test_id("stDataFrame").first).to_be_attached()
    wait_ready(page)
    assert "check_in.low_back_now" in heard(canaries, b"".join(received))
    page.context.close()


def test_asking_without_a_browser_hears_canaries_too(sown: tuple[str, Canaries]) -> None:
    url, canaries = sown
    sent = asked_plainly(url, "story", {"as": "physio", "athlete": KARI})
    assert "check_in.low_back_now" in heard(canaries, sent)


def test_a_coach_is_offered_the_sheet_alone(open_page: OpenPage, sown: tuple[str, Canaries]) -> None:
    url, _ = sown
    page = open_page(f"{url}/?as=coach")
    expect(page.get_by_role("heading", name="Training sheet")).to_be_visible()
    wait_ready(page)
    links = page.get_by_test_id("stSidebar").get_by_role("link")
    expect(links).to_have_count(1)
    expect(links).to_contain_text("Training sheet")


def test_the_log_of_the_product_holds_no_canary(sown: tuple[str, Canaries], log: Path) -> None:
    assert heard(sown[1], log.read_bytes()) == set()
