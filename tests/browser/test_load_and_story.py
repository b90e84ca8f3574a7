"""What only a real browser shows of load and story: a row that opens a panel, a day's label on the chart."""

import re

import pytest
from playwright.sync_api import Page, expect
from running import OpenPage, wait_ready

pytestmark = pytest.mark.browser


def choose_row(page: Page, number: int) -> None:
    """Clicks a row of the roster: its cells are drawn on a canvas under a scroller of one row a line."""
    page.locator(".dvn-scroller").first.click(position={"x": 60, "y": 35 * number + 17})


def chart(page: Page) -> dict[str, float]:
    """Where the figure stands, once Plotly has drawn it."""
    drawn = page.locator(".js-plotly-plot .main-svg").first
    drawn.wait_for()
    box = page.locator(".js-plotly-plot").bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def test_a_row_of_the_load_table_opens_its_athlete_and_escape_closes_it(
    demo_url: str, open_page: OpenPage
) -> None:
    page = open_page(f"{demo_url}/load")
    wait_ready(page)
    choose_row(page, 2)
    panel = page.get_by_role("dialog")
    expect(panel.get_by_text("7 days to Sun 22 Nov")).to_be_visible()
    expect(panel.locator(".js-plotly-plot")).to_be_visible(timeout=20_000)
    assert re.search(r"athlete=\d+", page.url)
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page).not_to_have_url(re.compile("athlete="))


def test_the_label_of_a_day_names_that_day_and_all_four_lanes(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/load")
    wait_ready(page)
    choose_row(page, 1)
    page.get_by_role("dialog").get_by_text("Open story").click()
    expect(page.get_by_role("heading", name="Story")).to_be_visible()
    wait_ready(page)
    box = chart(page)
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
    page.mouse.move(box["x"] + box["width"] * 0.6 + 1, box["y"] + box["height"] * 0.5)
    label = page.locator(".hoverlayer")
    expect(label).to_contain_text(re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ \w+ 2026"))
    for lane in ("match:", "Pain now", "Load", "Wellness"):
        expect(label).to_contain_text(re.compile(lane))
