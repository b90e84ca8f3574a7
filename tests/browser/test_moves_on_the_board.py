"""Stages decided on the board in a real browser: a step back, a new case, two at once, few presses."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from return_to_sport import Hand, card, find, standing, take
from running import DEMO_DAY, OpenPage, showing_demo, wait_ready

from teamback.record.events import Availability, StageChange
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.rounds.cases import open_cases
from teamback.store import Store, open_store
from teamback.store.queries.roster import roster
from teamback.store.queries.status import availability_on

pytestmark = pytest.mark.browser
ALREADY = "K. Dvořák"


@pytest.fixture(scope="module")
def store_of_demo(demo_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demo's store for this file alone."""
    store = tmp_path_factory.mktemp("moves") / "demo.duckdb"
    shutil.copy(demo_made, store)
    return store


@pytest.fixture(scope="module")
def url(store_of_demo: Path) -> Iterator[str]:
    """The address of the demo on that copy."""
    with showing_demo(store_of_demo, DEMO_DAY, store_of_demo.with_name("log")) as url:
        yield url


def board(open_page: OpenPage, url: str, who: str) -> Page:
    page = open_page(f"{url}/return_to_sport?as={who}")
    wait_ready(page)
    expect(card(page, ALREADY)).to_be_visible()
    return page


def kept_together(store: Store, name: str) -> tuple[Kept[StageChange], Kept[Availability]]:
    """The last decision about the stage of an athlete's case, and the availability in force."""
    people = {one.known_as: one.athlete for one in roster(store, PROGRAM, "first-team", DEMO_DAY, None)}
    (case,) = open_cases(store, PROGRAM, [people[name]], DEMO_DAY, None)
    decided = availability_on(store, PROGRAM, [people[name]], DEMO_DAY, None)[people[name]]
    return case.changes[-1], decided


def test_a_case_that_is_ready_moves_on_in_two_interactions(url: str, open_page: OpenPage) -> None:
    hand = Hand(board(open_page, url, "physio"))
    expect(card(hand.page, "F. Holmgaard")).to_contain_text("Ready to progress")
    hand.move("F. Holmgaard")
    hand.save()
    expect(standing(hand.page, "F. Holmgaard", "2 Sprint and kick")).to_be_visible()
    assert hand.interactions == 2


def test_of_two_who_move_a_case_the_second_is_told_and_looks_before_the_case_moves_again(
    url: str, open_page: OpenPage
) -> None:
    physio, doctor = (Hand(board(open_page, url, who)) for who in ("physio", "doctor"))
    for hand, reason in ((physio, "Sore after the drills"), (doctor, "Wants one more quiet week")):
        dialog = hand.move(ALREADY)
        hand.press(dialog.get_by_role("radio", name="Step back"))
        expect(dialog.get_by_role("textbox", name="Reason")).to_have_value("Clinical judgement.")
        hand.type("Reason", reason)
    physio.save()
    expect(standing(physio.page, ALREADY, "4 Run, jump and change of direction")).to_be_visible()
    dialog = doctor.page.get_by_role("dialog")
    doctor.press(dialog.get_by_role("button", name="Save stage and availability"))
    expect(dialog.get_by_text("Maya Ortiz, physio was first")).to_be_visible()
    expect(dialog.get_by_text("stage 4, Run, jump and change of direction")).to_be_visible()
    expect(dialog.get_by_role("textbox", name="Reason")).to_have_value("Wants one more quiet week")
    expect(dialog.get_by_role("radio", name="Step back")).to_be_checked()
    expect(dialog.get_by_role("combobox", name="To stage")).to_have_value("3 Strength and unilateral work")
    doctor.save()
    expect(standing(doctor.page, ALREADY, "3 Strength and unilateral work")).to_be_visible()


def test_a_new_minor_case_is_opened_at_its_second_stage(url: str, open_page: OpenPage) -> None:
    hand = Hand(board(open_page, url, "physio"))
    page = hand.page
    page.get_by_role("button", name="Open a case").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    wait_ready(page)
    find(dialog, page, "Athlete", "H. Bergström")
    for label, word in (("What", "Injury"), ("Region", "Low back")):
        choose_in(page, label, word)
    for part, typed in (("day", "22"), ("month", "11"), ("year", "2026")):
        dialog.get_by_role("spinbutton", name=f"{part}, Began on").fill(typed)
    page.keyboard.press("Tab")
    wait_ready(page)
    choose_in(page, "Pathway", "Low back, ordinary episode")
    choose_in(page, "Enters stage", "1 Train modified")
    hand.type("Why this stage", "Trains, but does not sprint yet")
    expect(dialog.get_by_role("radio", name="Modified")).to_be_checked()
    hand.press(dialog.get_by_role("button", name="Full speed"))
    hand.press(dialog.get_by_role("button", name="Open the case"))
    expect(page.get_by_role("dialog")).to_have_count(0, timeout=15_000)
    expect(standing(page, "H. Bergström", "1 Train modified")).to_be_visible()


def choose_in(page: Page, label: str, option: str) -> None:
    box = page.get_by_role("dialog").get_by_role("combobox", name=label, exact=True)
    take(page, option, box.click)


def test_a_red_response_steps_back_in_three_interactions_with_availability_in_the_same_batch(
    demo_made: Path, tmp_path: Path, open_page: OpenPage
) -> None:
    shutil.copy(demo_made, tmp_path / "demo.duckdb")
    with showing_demo(tmp_path / "demo.duckdb", DEMO_DAY, tmp_path / "log") as url:
        hand = Hand(board(open_page, url, "physio"))
        expect(card(hand.page, "N. Khumalo")).to_contain_text("Step back proposed")
        dialog = hand.move("N. Khumalo")
        hand.press(dialog.get_by_role("button", name="Fill in: step back"))
        expect(dialog.get_by_role("textbox", name="Reason")).to_have_value(re.compile("^Red response"))
        hand.save()
        expect(standing(hand.page, "N. Khumalo", "3 Strength and unilateral work")).to_be_visible()
        assert hand.interactions == 3
        hand.page.context.close()
    store = open_store(str(tmp_path / "demo.duckdb"))
    change, decided = kept_together(store, "N. Khumalo")
    store.close()
    assert (change.event.decision, change.event.from_stage, change.event.to_stage) == ("step_back", 4, 3)
    assert (decided.event.training, decided.event.day) == ("rehab", DEMO_DAY)
    assert decided.batch == change.batch
