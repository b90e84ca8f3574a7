"""The morning board in a real browser: a row opens why, a decision is guarded, and back is one step."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from running import OpenPage, choose, wait_ready

pytestmark = pytest.mark.browser


def card(page: Page, name: str) -> Locator:
    """What opens an athlete: it lies over the row of the table, and on a phone over the card."""
    return page.get_by_role("radio", name=name, exact=True)


def middle(place: Locator) -> tuple[float, float]:
    """Where a hand would point at it."""
    box = place.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def deciding(page: Page, name: str) -> Locator:
    """Opens an athlete's panel and the form of a decision in it."""
    card(page, name).click()
    panel = page.get_by_role("dialog")
    panel.get_by_text("Set availability").click()
    return panel


def test_a_row_opens_every_reason_with_limit_source_and_entries(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/readiness")
    wait_ready(page)
    page.mouse.click(*middle(page.get_by_role("row").filter(has_text="A. Moreau")))
    panel = page.get_by_role("dialog")
    expect(panel.get_by_text(re.compile(r"Back pain 6/10 this morning \(above 5\)")).first).to_be_visible()
    expect(panel.get_by_text(re.compile("Rule P1, limits")).first).to_be_visible()
    expect(panel.get_by_text(re.compile("entries this rule read")).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_what_opens_an_athlete_lies_over_the_row(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/readiness", width=1280, height=2000)
    wait_ready(page)
    rows = page.locator(".tb-board tbody tr").all()
    assert len(rows) > 20
    for row in rows:
        name = row.get_by_role("rowheader").inner_text()
        over = page.evaluate(
            "at => document.elementFromPoint(...at).closest('[role=radio]').innerText", middle(row)
        )
        assert name in over


def test_of_two_who_decide_on_one_athlete_the_second_is_told_who_was_first(
    demo_url: str, open_page: OpenPage
) -> None:
    physio = open_page(f"{demo_url}/readiness?as=physio", width=390, height=844)
    doctor = open_page(f"{demo_url}/readiness?as=doctor", width=390, height=844)
    forms = []
    for page in (physio, doctor):
        wait_ready(page)
        forms.append(deciding(page, "H. Bergström"))
        forms[-1].get_by_role("radio", name="Not available").click()
        wait_ready(page)
    forms[0].get_by_role("button", name="Save decision").click()
    expect(physio.get_by_role("dialog")).to_have_count(0)
    forms[1].get_by_role("button", name="Save decision").click()
    expect(forms[1].get_by_text("Maya Ortiz, physio was first")).to_be_visible()
    expect(forms[1].get_by_role("radio", name="Not available")).to_be_checked()
    forms[1].get_by_role("button", name="Save decision").click()
    expect(doctor.get_by_role("dialog")).to_have_count(0)


def test_modified_without_a_restriction_says_what_is_missing(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/readiness?as=doctor", width=390, height=844)
    wait_ready(page)
    panel = deciding(page, "E. Aydemir")
    panel.get_by_role("radio", name="Modified").click()
    expect(panel.get_by_text("Modified needs at least one restriction")).to_be_visible()
    expect(panel.get_by_role("button", name="Save decision")).to_be_disabled()


def test_one_step_back_brings_the_view_before(demo_url: str, open_page: OpenPage) -> None:
    page = open_page(f"{demo_url}/readiness?squad=first-team&day=2026-11-18&as=physio")
    wait_ready(page)
    choose(page, "Squad", "Under 21")
    expect(page).to_have_url(re.compile("squad=under-21"))
    wait_ready(page)
    page.go_back()
    expect(page.get_by_role("combobox", name="Squad", exact=True)).to_have_value("First team")
    wait_ready(page)
    page.get_by_role("link", name="Load").click()
    expect(page.get_by_role("heading", name="Load")).to_be_visible()
    wait_ready(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Readiness")).to_be_visible()
    assert "day=2026-11-18" in page.url
