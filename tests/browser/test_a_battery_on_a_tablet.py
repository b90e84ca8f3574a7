"""A hold is timed with the stopwatch on a tablet, saved, and read back."""

import re

from playwright.sync_api import expect
from running import OpenPage, choose, wait_ready


def test_the_stopwatch_fills_the_value_in_and_it_is_saved(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/assess?as=physio", width=820, height=1180)
    wait_ready(page)
    choose(page, "Athlete", "A. Moreau")
    wait_ready(page)
    page.get_by_role("button", name="Start the stopwatch: Side bridge hold, left").click()
    running = page.get_by_role("button", name="Stop the stopwatch: Side bridge hold, left")
    expect(running).to_have_text(re.compile("Stop at [1-9] s"))
    page.get_by_role("button", name="Start the stopwatch: Side bridge hold, right").click()
    running.click()
    value = page.get_by_label("Left, s").first
    expect(value).to_have_value(
        re.compile(r"^(0\.[5-9]|[1-9]\d*(\.\d)?)$")
    )  # the button rounds to whole seconds
    held = float(value.input_value())
    expect(page.get_by_role("button", name="Stop the stopwatch: Side bridge hold, right")).to_be_visible()
    wait_ready(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Not measured")).to_be_visible()
    wait_ready(page)
    page.get_by_role("button", name="Save without them").click()
    expect(page.locator(".tb-tests")).to_contain_text(f"{held:g}", timeout=15_000)
