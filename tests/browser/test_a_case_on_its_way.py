"""One case in a real browser, from the last test of a stage to a mark that goes, over five days."""

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from return_to_sport import SAVE, Hand, both_sides, card, standing
from running import DEMO_DAY, OpenPage, showing_demo, wait_ready
from squads import DAY, PHYSIO, Clock, mornings, sessions

from teamback.record.scope import PROGRAM
from teamback.store import open_store
from teamback.store.queries.roster import roster

pytestmark = pytest.mark.browser

WHO = "T. Sokolovska"
LATER = DEMO_DAY + 5 * DAY
WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4, "flare": False}
MISSING = ("Single-leg bridge: 20 repetitions or more on each side", "the involved side reaches 85 %")


def five_days_go_by(store: Path) -> None:
    """Quiet mornings, and on each day but the last a session that settled, entered on the last."""
    clock = Clock(dt.datetime.combine(LATER, dt.time(0, 1), dt.UTC))
    opened = open_store(str(store), clock)
    people = roster(opened, PROGRAM, "first-team", DEMO_DAY, None)
    who = next(person.athlete for person in people if person.known_as == WHO)
    trained = {"type": "training", "participation": "rehab", "start": "17:00", "pain_site": "low_back"}
    scores = {"minutes": "35 35 35 35", "rpe": "4 4 4 4", "pain_before": "0 0 0 0"}
    scores |= {"pain_during": "1 1 1 1", "pain_after": "0 0 0 0"}
    quiet = mornings(who, LATER, low_back_now="0 0 0 0 0", low_back_worst="1 1 1 1 1", **WELL)
    opened.keep([*quiet, *sessions(who, LATER - DAY, **trained, **scores)], PHYSIO)
    opened.close()


def board(open_page: OpenPage, url: str, who: str) -> Page:
    page = open_page(f"{url}/return_to_sport?as={who}")
    wait_ready(page)
    expect(card(page, WHO)).to_be_visible()
    return page


def records_the_last_test_and_moves_on(url: str, open_page: OpenPage) -> None:
    page = board(open_page, url, "physio")
    expect(card(page, WHO)).to_contain_text("Side bridge held for 30 s or more on each side")
    both_sides(page, url, WHO, "s", "61", "58")
    page.get_by_role("link", name="Return to sport").click()
    expect(card(page, WHO)).to_contain_text("Ready to progress: 11 of 11 met")
    wait_ready(page)
    hand = Hand(page)
    dialog = hand.move(WHO)
    expect(dialog.get_by_text("Criteria: all 11 met")).to_be_visible()
    expect(dialog.get_by_role("radio", name="Rehab")).to_be_checked()
    hand.save()
    expect(card(page, WHO)).to_contain_text("0 of 5 days")
    expect(standing(page, WHO, "3 Strength and unilateral work")).to_be_visible()
    page.context.close()


def is_refused_in_words(url: str, open_page: OpenPage) -> None:
    page = board(open_page, url, "physio")
    hand = Hand(page)
    dialog = hand.move(WHO)
    expect(dialog.get_by_role("button", name=SAVE)).to_be_disabled()
    hand.type("Reason", "The cup final is in three days")
    for sentence in MISSING:
        expect(dialog.get_by_test_id("stCaptionContainer").filter(has_text=sentence)).to_be_visible()
    expect(dialog.get_by_text("An override is signed by: doctor.")).to_be_visible()
    expect(dialog.get_by_role("checkbox", name=re.compile("Override"))).to_have_count(0)
    expect(dialog.get_by_role("button", name=SAVE)).to_be_disabled()
    page.context.close()


def is_overridden_by_the_doctor(url: str, open_page: OpenPage) -> Page:
    page = board(open_page, url, "doctor")
    hand = Hand(page)
    dialog = hand.move(WHO)
    dialog.get_by_text("Override 2 criteria that are not met").click()
    wait_ready(page)
    expect(dialog.get_by_role("button", name=SAVE)).to_be_disabled()
    hand.type("Reason", "Hops clean on both legs; the box for the bridge is on its way")
    hand.save()
    expect(standing(page, WHO, "4 Run, jump and change of direction")).to_be_visible()
    expect(card(page, WHO)).to_contain_text("Override: 2 not met yet")
    return page


def story_of(page: Page) -> None:
    """From the card to the case, and on to the story, by their links."""
    card(page, WHO).get_by_role("link", name="Open case").click()
    page.get_by_role("link", name="Open story").click()
    expect(page.get_by_role("heading", name="Story")).to_be_visible()
    expect(page.get_by_role("combobox", name="Athlete")).to_have_value(WHO)
    wait_ready(page)


def test_a_test_a_move_a_refusal_an_override_and_its_mark_until_the_missing_test_is_there(
    demo_made: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    store = tmp_path / "demo.duckdb"
    shutil.copy(demo_made, store)
    with showing_demo(store, DEMO_DAY, tmp_path / "log") as url:
        records_the_last_test_and_moves_on(url, open_page)
    five_days_go_by(store)
    with showing_demo(store, LATER, tmp_path / "later.log") as url:
        is_refused_in_words(url, open_page)
        doctor = is_overridden_by_the_doctor(url, open_page)
        story_of(doctor)
        expect(doctor.get_by_text(re.compile(r"Override by Dr Lee"))).to_be_visible()
        both_sides(doctor, url, WHO, "reps", "24", "23", "Strength and lower limb")
        doctor.goto(f"{url}/return_to_sport?as=doctor")
        expect(card(doctor, WHO)).to_be_visible()
        wait_ready(doctor)
        expect(card(doctor, WHO)).not_to_contain_text("Override")
        story_of(doctor)
        expect(doctor.get_by_text(re.compile("Override by"))).to_have_count(0)
