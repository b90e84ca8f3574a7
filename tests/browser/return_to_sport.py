"""The return-to-sport board in a browser, as tests use it: a card, its dialog, and what a hand does there."""

from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Locator, Page, TimeoutError, expect
from running import wait_ready

SAVE = "Save stage and availability"


class Hand:
    """One hand on one page: every press, choice and typed field is one interaction, and is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.interactions = page, 0

    def press(self, target: Locator) -> None:
        """Presses something, then waits until the page has answered."""
        target.click()
        self.interactions += 1
        wait_ready(self.page)

    def type(self, label: str, text: str) -> None:
        """Types into a field and leaves it."""
        field = self.page.get_by_role("dialog").get_by_role("textbox", name=label)
        field.fill(text)
        field.press("Tab")
        self.interactions += 1
        wait_ready(self.page)

    def move(self, name: str) -> Locator:
        """Presses Move on a card; gives the dialog."""
        self.press(card(self.page, name).get_by_role("button", name="Move"))
        dialog = self.page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name=SAVE)).to_be_visible(timeout=15_000)
        wait_ready(self.page)
        return dialog

    def save(self, button: str = SAVE) -> None:
        """Presses Save in the dialog, which closes when all was kept."""
        self.press(self.page.get_by_role("dialog").get_by_role("button", name=button))
        expect(self.page.get_by_role("dialog")).to_have_count(0, timeout=15_000)
        wait_ready(self.page)


def card(page: Page, name: str) -> Locator:
    """The card of an athlete."""
    return page.locator("[class*=st-key-tb-case-]").filter(has=page.locator("b", has_text=name))


def standing(page: Page, name: str, stage: str) -> Locator:
    """The column of a stage, such as `3 Strength and unilateral work`, with this athlete's card in it."""
    columns = page.locator("[class*=st-key-tb-stage-some]").filter(has=page.locator("h3", has_text=stage))
    return columns.filter(has=page.locator("b", has_text=name))


def find(where: Page | Locator, page: Page, label: str, option: str) -> None:
    """Picks an option of a long list, which draws only what is in view: by typing it."""
    box = where.get_by_role("combobox", name=label, exact=True)

    def typing() -> None:
        box.fill("")  # the same words once more would open nothing
        box.fill(option)

    take(page, option, typing)


def take(page: Page, option: str, opening: Callable[[], None]) -> None:
    """Takes an option of a chooser; one that was drawn anew while it opened is opened again."""
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(5):
        opening()
        with suppress(TimeoutError):
            wanted.wait_for(timeout=3_000)
            break
    wanted.click()
    wait_ready(page)


def both_sides(page: Page, url: str, name: str, unit: str, left: str, right: str, battery: str = "") -> None:
    """Enters the first test of both sides with this unit on Assess, and leaves the others out."""
    page.goto(f"{url}/assess?as=physio")
    wait_ready(page)
    find(page, page, "Athlete", name)
    page.get_by_role("radio", name="Enter tests").click()
    wait_ready(page)
    if battery:
        page.get_by_role("button", name=battery, exact=True).click()
        wait_ready(page)
    page.get_by_label(f"Left, {unit}").first.fill(left)
    page.get_by_label(f"Right, {unit}").first.fill(right)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save without them").click()
    expect(page.get_by_text("2 results saved").first).to_be_visible(timeout=15_000)
    wait_ready(page)
