"""An athlete's morning on a phone, and a physio's evening at the desk, with real taps and keys."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from running import showing_demo, wait_ready
from squads import MONDAY, PHYSIO, Clock, a_squad, mornings, sessions

from teamback.record.events import CalendarEntry
from teamback.store import open_store

pytestmark = pytest.mark.browser

WELL = {
    "How is your lower back right now?": "0 none",
    "How fresh do you feel?": "Fresh",
    "How well did you sleep?": "Good",
    "How sore are your muscles?": "No soreness",
    "How relaxed are you?": "Relaxed",
    "How is your mood?": "Very good",
    "How many hours did you sleep?": "7½",
}
PAIN = next(iter(WELL))
RPE = 360  # pixels from the left of the grid


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A squad of three on Monday 23 November, with a training planned that day."""
    folder = tmp_path_factory.mktemp("check_in")
    store = open_store(str(folder / "squad.duckdb"), Clock())
    kari, ola, per = a_squad(store, "Kari Ola Per")
    plan = CalendarEntry(day=MONDAY, squad="first", what="training", start="17:30", planned_minutes=75.0)
    before = [*mornings(kari, low_back_now="0 0 ."), *mornings(ola, low_back_now="0 1 .")]
    store.keep([plan, *before, *sessions(per, minutes="60 .", rpe="5 .")], PHYSIO)
    store.close()
    with showing_demo(folder / "squad.duckdb", MONDAY, folder / "log") as url:
        yield url


@pytest.fixture
def phone(product: str, open_page: Callable[..., Page]) -> Callable[[int], Page]:
    """The check-in of one athlete on a phone."""

    def opened(athlete: int) -> Page:
        page = open_page(f"{product}/?as=athlete&who={athlete}", width=390, height=844)
        wait_ready(page)
        return page

    return opened


def radio(page: Page, question: str, answer: str) -> Locator:
    return page.get_by_role("radiogroup", name=question).get_by_role("radio", name=answer, exact=True)


def place_of(page: Page, question: str) -> float:
    box = page.get_by_role("radiogroup", name=question).bounding_box()
    assert box is not None
    return box["y"]


def test_a_well_athlete_needs_eight_taps_and_stands_on_the_board(
    phone: Callable[[int], Page], open_page: Callable[..., Page], product: str
) -> None:
    page, taps = phone(1), 0
    for question, answer in WELL.items():
        radio(page, question, answer).tap()
        expect(radio(page, question, answer)).to_be_checked()
        taps += 1
    save = page.get_by_role("button", name="Save", exact=True)
    expect(save).to_be_in_viewport()
    save.tap()
    taps += 1
    expect(page.get_by_text("Thank you, Kari. Your check-in was reported at")).to_be_visible()
    assert taps == 8
    board = open_page(f"{product}/?as=physio")
    wait_ready(board)
    expect(board.get_by_text("1 of 3 reported")).to_be_visible()


def test_save_is_in_view_from_the_first_moment_and_a_tap_moves_nothing(phone: Callable[[int], Page]) -> None:
    page = phone(2)
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_in_viewport()
    before = [place_of(page, question) for question in WELL]
    radio(page, PAIN, "4").tap()
    expect(page.get_by_role("radiogroup", name="How bad was it at its worst")).to_be_attached()
    wait_ready(page)
    assert [place_of(page, question) for question in WELL] == before
    sides = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert sides[0] <= sides[1]


def test_every_tap_has_room_for_a_thumb(phone: Callable[[int], Page]) -> None:
    page = phone(2)
    for button in page.get_by_role("radio").all():
        box = button.bounding_box()
        assert box is not None
        assert box["width"] >= 44
        assert box["height"] >= 44


def test_the_keyboard_walks_the_questions_in_order(phone: Callable[[int], Page]) -> None:
    page = phone(2)
    radio(page, PAIN, "0 none").focus()
    walked = []
    for _ in WELL:
        group = "document.activeElement.closest('[role=radiogroup]')?.getAttribute('aria-label')"
        walked.append(page.evaluate(group))
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        while page.evaluate(group) == walked[-1]:
            page.keyboard.press("Tab")
    assert walked == list(WELL)
    assert page.evaluate("document.activeElement.innerText") == "Save"


def test_a_physio_types_a_session_into_the_grid(product: str, open_page: Callable[..., Page]) -> None:
    page = open_page(f"{product}/?as=physio")
    wait_ready(page)
    page.get_by_role("link", name="Session").click()
    page.get_by_role("button", name="Take from the plan: Training 17:30, 75 min").click()
    wait_ready(page)
    _type(page, RPE, 0, "6")
    page.get_by_role("button", name="Everyone else: Full").click()
    wait_ready(page)
    page.get_by_role("button", name="Fill minutes for all who took part").click()
    wait_ready(page)
    _type(page, RPE, 1, "7")
    _type(page, RPE, 2, "11")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Per: RPE is 11, but must lie between 0 and 10.")).to_be_visible()
    _type(page, RPE, 2, "5")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("3 sessions saved for Mon 23 Nov.").first).to_be_visible()
    expect(page.get_by_text("Recorded for Mon 23 Nov: 3")).to_be_visible()


def _type(page: Page, x: int, row: int, text: str) -> None:
    """Types into a cell of the grid, as slowly as its editor needs to open."""
    grid = page.get_by_test_id("stDataFrame").first
    selected = grid.locator(f'td[aria-selected="true"][id$="-{row}"]')
    editor = page.locator("#portal input, .gdg-input, [data-testid=data-grid-overlay] input").first
    for _ in range(5):
        grid.click(position={"x": x, "y": 52 + 35 * row})
        page.wait_for_timeout(200)
        if selected.count() or editor.is_visible():  # a second click opens the editor
            break
    if not editor.is_visible():
        page.keyboard.press(text[0])
    expect(editor).to_be_visible()
    editor.fill(text)
    page.keyboard.press("Enter")
    expect(editor).to_be_hidden()
