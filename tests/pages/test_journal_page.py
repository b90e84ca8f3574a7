"""The pain journal and the diary of progress, as an athlete and as staff write them."""

import datetime as dt
from collections.abc import Callable

import pytest
from answering import answer, labels, press, said
from check_in_answers import on_the_map
from squads import DAY, MONDAY, a_squad, oneself
from streamlit.testing.v1 import AppTest

from teamback.record.events import ManoeuvreScore, PainEntry
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

OpenPage = Callable[..., AppTest]
HOW_BAD, OVER = "How bad was it at its worst?", "Is it over?"
TRIGGER, BEFORE = (
    "Which position or movement brings it on?",
    "What did you do before it began or got worse?",
)
SURE, GOES = "Running: how sure are you?", "Running: how well does it go?"
ADD = "Add to my pain journal"


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    """Kari's own journal."""
    return open_page("athlete/journal", who="athlete")


def entries(store: Store, athlete: int) -> list[PainEntry]:
    found = daily_entries(store, PainEntry, PROGRAM, [athlete], ["first"], MONDAY - 30 * DAY, MONDAY)
    return [kept.event for kept in found]


def scores(store: Store, athlete: int) -> list[ManoeuvreScore]:
    found = daily_entries(store, ManoeuvreScore, PROGRAM, [athlete], ["first"], MONDAY, MONDAY)
    return [kept.event for kept in found]


def at(page: AppTest, label: str, time: dt.time) -> None:
    (box,) = [box for box in page.time_input if box.label == label]
    box.set_value(time)


def test_an_entry_keeps_when_where_after_what_and_what_eased_it(
    phone: AppTest, store: Store, kari: int
) -> None:
    answer(press(phone, ADD), {HOW_BAD: 4, OVER: "yes", TRIGGER: "sitting", BEFORE: "travel"})
    answer(phone, {"What eases it?": "walking", "Does it spread down a leg?": "no"})
    at(phone, "Began at", dt.time(6, 0))
    at(phone, "At", dt.time(7, 30))
    phone.text_area[0].set_value("in the bus")
    press(on_the_map(phone, "buttock_right"), "Save")
    (entry,) = entries(store, kari)
    assert (entry.pain, entry.area, entry.site, entry.side) == (4, "buttock_right", "low_back", "right")
    began = dt.datetime(2026, 11, 23, 6, 0, tzinfo=dt.UTC)
    assert (entry.started, entry.ended) == (began, began + dt.timedelta(minutes=90))
    assert (entry.position_trigger, entry.preceding_activity) == ("sitting", "travel")
    assert (entry.easing_factor, entry.spread_to_leg, entry.note) == ("walking", False, "in the bus")
    assert (entry.with_check_in, entry.asked_by) == (False, None)
    listed = " ".join(text.value for text in phone.markdown).replace("\\", "")
    assert "Mon 23 Nov, 06:00 to 07:30: Buttock, right, 4 of 10" in listed


def test_a_place_is_asked_for_and_what_was_typed_stays(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(press(phone, ADD), {HOW_BAD: 4}), "Save")
    assert "Say where it hurt: tap the figure, or choose from the list." in said(phone)
    assert entries(store, kari) == []
    press(on_the_map(phone, "knee_left"), "Save")
    assert [(entry.pain, entry.site, entry.side) for entry in entries(store, kari)] == [(4, "knee", "left")]


def test_it_cannot_be_over_before_it_began(phone: AppTest, store: Store, kari: int) -> None:
    answer(press(phone, ADD), {HOW_BAD: 4, OVER: "yes"})
    at(phone, "Began at", dt.time(7, 0))
    at(phone, "At", dt.time(6, 0))
    press(on_the_map(phone, "low_back_centre"), "Save")
    assert "It cannot be over (06:00) before it began (07:00)." in said(phone)
    assert entries(store, kari) == []


def test_both_sides_are_one_more_tap(phone: AppTest, store: Store, kari: int) -> None:
    on_the_map(answer(press(phone, ADD), {HOW_BAD: 2}), "low_back_left")
    phone.toggle[0].set_value(True).run()
    press(phone, "Save")
    assert [(entry.area, entry.side) for entry in entries(store, kari)] == [("low_back_left", "both")]


def test_an_athlete_corrects_and_staff_set_aside(
    phone: AppTest, open_page: OpenPage, store: Store, kari: int
) -> None:
    press(on_the_map(answer(press(phone, ADD), {HOW_BAD: 4}), "sacrum"), "Save")
    assert "Set aside" not in labels(phone)
    press(answer(press(phone, "Correct"), {HOW_BAD: 6}), "Save")
    assert [(entry.pain, entry.area) for entry in entries(store, kari)] == [(6, "sacrum")]
    page = open_page("athlete/journal", who="physio", athlete=str(kari))
    press(press(page, "Set aside"), "Yes, that is right")
    assert entries(store, kari) == []
    assert "set aside by Maya Ortiz, physio" in " ".join(text.value for text in page.markdown)


def test_staff_write_for_the_athlete_and_are_named(open_page: OpenPage, store: Store, kari: int) -> None:
    page = open_page("athlete/journal", who="s_and_c", athlete=str(kari))
    press(page, "Add to the pain journal")
    assert not page.text_area
    press(on_the_map(answer(page, {HOW_BAD: 3}), "neck"), "Save")
    (entry,) = entries(store, kari)
    assert (entry.site, entry.asked_by) == ("head_neck", "Sam Carter, S&C")


def test_a_note_that_its_author_may_not_read_is_carried_over(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    said_first = PainEntry(day=MONDAY, athlete=kari, site="knee", area="knee_left", side="left", pain=5.0)
    store.keep([PainEntry(**{**vars(said_first), "note": "after the slide"})], oneself(kari))
    page = open_page("athlete/journal", who="s_and_c", athlete=str(kari))
    press(answer(press(page, "Correct"), {HOW_BAD: 3}), "Save")
    assert [(entry.pain, entry.note) for entry in entries(store, kari)] == [(3, "after the slide")]


def test_what_came_with_a_check_in_is_corrected_there(open_page: OpenPage, store: Store, kari: int) -> None:
    entry = PainEntry(day=MONDAY, athlete=kari, site="low_back", pain=4.0, with_check_in=True)
    store.keep([entry], oneself(kari))
    phone = open_page("athlete/journal", who="athlete")
    assert "Correct" not in labels(phone)
    assert any("With the check" in text.value for text in phone.markdown)


def test_a_movement_is_two_taps_and_the_next_day_has_its_own(
    phone: AppTest, open_page: OpenPage, store: Store, kari: int
) -> None:
    answer(phone, {"View": "progress"})
    press(phone, "Save")
    assert "Nothing was scored: tap at least one number." in said(phone)
    press(answer(phone, {SURE: 6, GOES: 5}), "Save")
    (score,) = scores(store, kari)
    assert (score.manoeuvre, score.confidence, score.performance) == ("run", 6, 5)
    press(answer(phone, {SURE: 7}), "Save")
    assert [(score.confidence, score.performance) for score in scores(store, kari)] == [(7, 5)]


def test_another_movement_is_added_from_the_list(phone: AppTest, store: Store, kari: int) -> None:
    answer(phone, {"View": "progress"})
    (more,) = [box for box in phone.selectbox if box.label == "Another movement"]
    more.set_value("kick").run()
    press(answer(phone, {"Kick: how sure are you?": 3}), "Save")
    assert [(score.manoeuvre, score.performance) for score in scores(store, kari)] == [("kick", None)]


def test_staff_choose_whose_journal_it_is(open_page: OpenPage, kari: int) -> None:
    page = open_page("athlete/journal", who="physio")
    assert "Add to the pain journal" not in labels(page)
    page.selectbox(key="athlete").set_value(kari).run()
    assert "Add to the pain journal" in labels(page)
