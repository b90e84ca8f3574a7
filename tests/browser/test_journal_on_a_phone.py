"""A back that hurts, on a phone: the body map by thumb and by keyboard, taps counted, nothing lost."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from playwright.sync_api import Locator, Page, expect
from running import showing_demo, wait_ready
from squads import A_YEAR_AGO, MONDAY, PHYSIO, Clock, a_squad
from test_check_in_on_a_phone import WELL

from teamback.record.events import SquadNamed
from teamback.store import open_store

pytestmark = pytest.mark.browser

PAIN = next(iter(WELL))
SIGNS = "Is any of this new since your last check-in?"
WHERE, WHERE_IN_BACK = "Where did it hurt?", "Where in your back?"
HOW_BAD = "How bad was it at its worst?"
TOOK_PART = "Taking part in the last 7 days"
COMPLAINT = {
    TOOK_PART: "As usual, with a complaint",
    "Training or matches were changed because of it": "A little",
    "Performance suffered": "Not at all",
    "Symptoms were felt": "Clearly",
}
FOCUSED = """() => {
  let focused = document.activeElement;
  while (focused.shadowRoot) focused = focused.shadowRoot.activeElement;
  return focused.getAttribute("aria-label");
}"""
HURTS = WELL | {PAIN: "4"}
BACK = {
    "Which position or movement brings it on?": "Bending forward",
    "Does it spread down a leg?": "No",
    "Is it worse than your usual and hard to tolerate?": "No",
    "How bad was it at its worst in the last 24 hours?": "6",
    "What did you do before it began or got worse?": "Lifting weights",
    "What eases it?": "Walking",
}


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """On Monday: athletes 1 to 4 of a squad that is never asked the OSTRC, 5 and 6 of one asked that day."""
    folder = tmp_path_factory.mktemp("journal")
    store = open_store(str(folder / "squad.duckdb"), Clock())
    a_squad(store, "Kari Ola Per Ida")
    a_squad(store, "Anne Bo", squad="second")
    asked = SquadNamed(day=A_YEAR_AGO, squad="second", name="Second", ostrc_on="monday")
    store.keep([asked], PHYSIO)
    store.close()
    with showing_demo(folder / "squad.duckdb", MONDAY, folder / "log") as url:
        yield url


@pytest.fixture
def phone(product: str, open_page: Callable[..., Page]) -> Callable[..., Page]:
    """A page of one athlete on a phone."""

    def opened(athlete: int, page: str = "check_in") -> Page:
        found = open_page(f"{product}/{page}?as=athlete&who={athlete}", width=390, height=844)
        wait_ready(found)
        return found

    return opened


class Thumb:
    """Taps answers and counts the taps."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def answer(self, answers: Mapping[str, str]) -> None:
        for question, word in answers.items():
            self.tap(radio(self.page, question, word))
            expect(radio(self.page, question, word)).to_be_checked()
            wait_ready(self.page)

    def tap(self, what: Locator) -> None:
        what.tap()
        self.taps += 1

    def save(self) -> None:
        self.tap(self.page.get_by_role("button", name="Save", exact=True))
        expect(self.page.get_by_text("Your check-in was reported at")).to_be_visible()


def radio(page: Page, question: str, answer: str) -> Locator:
    return page.get_by_role("radiogroup", name=question).get_by_role("radio", name=answer, exact=True)


@pytest.mark.parametrize(
    ("athlete", "week", "taps"),
    [(5, {TOOK_PART: "As usual, no complaint"}, 9), (6, COMPLAINT, 12)],
    ids=["well", "with a complaint"],
)
def test_the_day_of_the_ostrc_takes_12_taps_at_most(
    phone: Callable[..., Page], athlete: int, week: dict[str, str], taps: int
) -> None:
    thumb = Thumb(phone(athlete))
    thumb.answer(WELL | week)
    thumb.save()
    assert thumb.taps == taps


def test_with_pain_16_taps_say_all_but_how_long_it_was_stiff(phone: Callable[..., Page]) -> None:
    thumb = Thumb(phone(1))
    thumb.answer(HURTS | {SIGNS: "None of these"})
    thumb.tap(radio(thumb.page, WHERE_IN_BACK, "Low back, left"))
    expect(radio(thumb.page, WHERE_IN_BACK, "Low back, left")).to_be_checked()
    wait_ready(thumb.page)
    thumb.answer(BACK)
    thumb.save()
    assert thumb.taps == 16
    expect(thumb.page.get_by_text("Low back, left")).to_be_visible()
    thumb.page.reload()
    wait_ready(thumb.page)
    for word in ("Low back, left", "Bending forward", "Walking", "4 of 10"):
        expect(thumb.page.get_by_text(word, exact=True)).to_be_visible()


def test_the_figure_stays_while_other_answers_are_given(phone: Callable[..., Page]) -> None:
    page = phone(2)
    radio(page, PAIN, "5").tap()
    wait_ready(page)
    sacrum = radio(page, WHERE_IN_BACK, "Sacrum")
    sacrum.tap()
    expect(page.get_by_role("combobox", name=f"{WHERE_IN_BACK} From the list")).to_have_value("Sacrum")
    radio(page, PAIN, "6").tap()
    wait_ready(page)
    expect(sacrum).to_be_checked()
    sacrum.tap()
    expect(sacrum).not_to_be_checked()
    wait_ready(page)
    expect(page.get_by_text("Tap the place, or choose it from the list.")).to_be_visible()


def test_every_place_of_the_back_has_room_for_a_thumb(phone: Callable[..., Page]) -> None:
    page = phone(2)
    radio(page, PAIN, "5").tap()
    figure = page.get_by_role("radiogroup", name=WHERE_IN_BACK)
    expect(figure.get_by_role("radio")).to_have_count(6)
    for area in figure.get_by_role("radio").all():
        box = area.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    sides = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert sides[0] <= sides[1]


def test_the_keyboard_reaches_every_place_through_one_stop(phone: Callable[..., Page]) -> None:
    page = phone(3, "journal")
    page.get_by_role("button", name="Add to my pain journal").tap()
    figure = page.get_by_role("radiogroup", name=WHERE)
    expect(figure.locator("[tabindex='0']")).to_have_count(1)
    figure.locator("[tabindex='0']").focus()
    reached = []
    for _ in range(12):
        inside = (
            "(() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement;"
        )
        reached.append(page.evaluate(f"{inside} return e.getAttribute('aria-label') }})()"))
        page.keyboard.press("ArrowDown")
    assert len(set(reached)) == 12
    assert {"Neck", "Low back, centre", "Calf, right"} <= set(reached)
    page.keyboard.press("Enter")
    expect(radio(page, WHERE, reached[0])).to_be_checked()


def test_an_entry_at_another_place_is_kept_and_read_back(phone: Callable[..., Page]) -> None:
    page = phone(4, "journal")
    page.get_by_role("button", name="Add to my pain journal").tap()
    radio(page, HOW_BAD, "3").tap()
    page.get_by_role("button", name="Front").tap()
    radio(page, WHERE, "Knee, left").tap()
    # The figure marks the place by itself, the list once the page has answered: only then is Save in time.
    expect(page.get_by_role("combobox", name=f"{WHERE} From the list")).to_have_value("Knee, left")
    expect(radio(page, WHERE, "Knee, left")).to_be_checked()
    wait_ready(page)
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page.get_by_text("Mon 23 Nov: Knee, left, 3 of 10")).to_be_visible()
    page.reload()
    wait_ready(page)
    expect(page.get_by_text("Mon 23 Nov: Knee, left, 3 of 10")).to_be_visible()
