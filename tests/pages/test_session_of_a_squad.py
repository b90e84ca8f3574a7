from collections.abc import Callable

import pytest
from answering import press, said
from squads import MONDAY, PHYSIO, a_squad, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import CalendarEntry, Session
from teamback.record.scope import PROGRAM
from teamback.rounds.reports_of_day import day_of_sessions
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

OpenPage = Callable[..., AppTest]
PLAN = CalendarEntry(day=MONDAY, squad="first", what="training", start="17:30", planned_minutes=75.0)


def recorded(store: Store, athlete: int) -> list[Session]:
    found = daily_entries(store, Session, PROGRAM, [athlete], ["first"], MONDAY, MONDAY)
    return [entry.event for entry in found]


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola Per")[0]


@pytest.fixture
def grid(open_page: OpenPage, kari: int, store: Store) -> AppTest:
    """The physio's grid for the squad, with a training planned."""
    store.keep([PLAN], PHYSIO)
    return open_page("athlete/session", who="physio")


def test_a_squad_day_off_takes_one_tap_and_can_be_undone(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = open_page("athlete/session", who="physio")
    press(page, "Squad day off")
    assert day_of_sessions(store, "first", MONDAY, None, PHYSIO).day_off
    assert "Mon 23 Nov is a squad day off" in said(page)
    press(page, "Undo")
    assert not day_of_sessions(store, "first", MONDAY, None, PHYSIO).day_off


def test_a_day_off_with_sessions_says_so_first(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([*sessions(kari, minutes="60"), *sessions(kari + 1, minutes="60")], PHYSIO)
    page = open_page("athlete/session", who="physio")
    press(page, "Squad day off")
    assert "Recorded for Mon 23 Nov: 2 sessions. Is it a day off all the same?" in said(page)
    assert not day_of_sessions(store, "first", MONDAY, None, PHYSIO).day_off
    press(page, "Yes, that is right")
    assert day_of_sessions(store, "first", MONDAY, None, PHYSIO).day_off


def test_the_grid_has_the_roster_and_nothing_filled_in(grid: AppTest) -> None:
    table = grid.data_editor[0].value
    assert list(table["athlete"]) == ["Kari", "Ola", "Per"]
    assert table.drop(columns=["athlete", "recorded"]).isna().all().all()
    assert [number.value for number in grid.number_input] == [None]


def test_minutes_come_from_the_plan_only_when_asked_for(grid: AppTest) -> None:
    press(grid, "Take from the plan: Training 17:30, 75 min")
    assert grid.data_editor[0].value["minutes"].isna().all()
    press(grid, "Everyone else: Full")
    press(grid, "Fill minutes for all who took part")
    table = grid.data_editor[0].value
    assert list(table["participation"]) == ["full"] * 3
    assert list(table["minutes"]) == [75] * 3
    assert table["rpe"].isna().all()


def test_filling_minutes_before_they_are_known_says_so(grid: AppTest) -> None:
    press(press(grid, "Everyone else: Full"), "Fill minutes for all who took part")
    assert "Give the planned minutes first." in said(grid)


def test_rows_partly_filled_are_refused_by_name_and_nothing_is_lost(
    grid: AppTest, store: Store, kari: int
) -> None:
    press(grid, "Take from the plan: Training 17:30, 75 min")
    press(press(grid, "Everyone else: Full"), "Fill minutes for all who took part")
    press(grid, "Save")
    assert "Ola: RPE missing: fill in, or empty the row." in said(grid)
    assert list(grid.data_editor[0].value["minutes"]) == [75] * 3
    assert recorded(store, kari) == []


def test_an_empty_grid_is_not_saved(grid: AppTest) -> None:
    assert "No row is filled: there is nothing to save." in said(press(grid, "Save"))


def test_what_is_recorded_stands_beside_the_name_and_below_the_grid(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep(sessions(kari, minutes="60", rpe="5", type="strength", start="09:00"), PHYSIO)
    page = open_page("athlete/session", who="physio")
    assert list(page.data_editor[0].value["recorded"]) == ["Strength 09:00", "", ""]
    below = page.dataframe[-1].value
    assert list(below["Athlete"]) == ["Kari"]
    assert list(below["Entered by"]) == ["Dana Berg, physio"]


def test_performance_staff_are_not_asked_for_a_note(open_page: OpenPage, kari: int) -> None:
    assert "note" not in open_page("athlete/session", who="s_and_c").data_editor[0].value
    assert not open_page("athlete/session", who="s_and_c", athlete=str(kari)).text_area
