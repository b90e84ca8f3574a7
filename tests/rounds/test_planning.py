"""The calendar: what is planned, what is asked before it is saved, and what counts no longer."""

import datetime as dt
from dataclasses import replace

import pytest

from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept
from teamback.rounds import scheduling
from teamback.rounds.planning import Plan, later_ones, plan
from teamback.rounds.scheduling import Typed
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.calendar import calendar
from tests.squads import DAY, LEAD, MONDAY, PHYSIO, S_AND_C, a_squad, sessions

TRAINING = Typed("training", MONDAY, "10:30", "Pitch 1", 90.0, 450.0)
A_YEAR = 365 * DAY


@pytest.fixture(autouse=True)
def kari_and_ola(store: Store) -> None:
    a_squad(store, "Kari Ola")


def week(store: Store, first: dt.date = MONDAY) -> Plan:
    return plan(store, "first", MONDAY, None, PHYSIO, first, first + 6 * DAY)


def there(store: Store) -> list[Kept[CalendarEntry]]:
    return calendar(store, LEAD, "first", MONDAY - A_YEAR, MONDAY + 2 * A_YEAR)


def planned(store: Store, typed: Typed) -> None:
    assert scheduling.refusals(typed, MONDAY) == []
    store.keep(scheduling.entries(typed, "first"), S_AND_C)


def asked(store: Store, typed: Typed, instead_of: tuple[int, ...] = ()) -> list[str]:
    new = scheduling.entries(typed, "first")
    return scheduling.to_confirm(new, instead_of, MONDAY, store, S_AND_C)


def test_every_day_is_there_also_without_a_plan_and_counts_to_the_match(store: Store) -> None:
    planned(store, TRAINING)
    planned(store, Typed("match", MONDAY + 2 * DAY))
    days = week(store).days
    assert [len(day.entries) for day in days] == [1, 0, 1, 0, 0, 0, 0]
    assert [day.match_day for day in days[:4]] == ["MD-2", "MD-1", "MD", "MD+1"]


def test_a_match_just_out_of_view_still_gives_its_labels(store: Store) -> None:
    planned(store, Typed("match", MONDAY + 7 * DAY))
    assert week(store).days[6].match_day == "MD-1"


def test_weekly_until_a_day_is_one_entry_a_week_and_that_day_included(store: Store) -> None:
    planned(store, replace(TRAINING, weekly=True, until=MONDAY + 21 * DAY))
    assert [kept.event.day for kept in there(store)] == [MONDAY + n * 7 * DAY for n in range(4)]
    assert len({kept.batch for kept in there(store)}) == 1


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (Typed(None, MONDAY), ["what"]),
        (Typed("training", None), ["day"]),
        (Typed("appointment", MONDAY), ["athlete"]),
        (Typed("training", dt.date(2062, 11, 23)), ["day"]),
        (replace(TRAINING, planned_minutes=-5.0), ["planned_minutes"]),
        (replace(TRAINING, planned_load=20000.0), ["planned_load"]),
        (replace(TRAINING, weekly=True), ["until"]),
        (replace(TRAINING, weekly=True, until=MONDAY + 6 * DAY), ["until"]),
        (replace(TRAINING, weekly=True, until=MONDAY + 400 * DAY), ["until"]),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(typed: Typed, fields: list[str]) -> None:
    assert [refusal.field for refusal in scheduling.refusals(typed, MONDAY)] == fields


def test_an_ordinary_entry_is_asked_nothing(store: Store) -> None:
    assert asked(store, TRAINING) == []


def test_the_same_entry_twice_is_asked_about_but_a_second_session_is_not(store: Store) -> None:
    planned(store, TRAINING)
    assert asked(store, TRAINING) == ["Training 10:30 is in the calendar of Mon 23 Nov already."]
    assert asked(store, replace(TRAINING, start="17:00")) == []
    (kept,) = there(store)
    assert asked(store, TRAINING, (kept.seq,)) == []


def test_a_day_off_over_a_training_and_a_training_on_a_day_off_are_asked_about(store: Store) -> None:
    planned(store, TRAINING)
    assert asked(store, Typed("day_off", MONDAY)) == ["Training 10:30 is planned on Mon 23 Nov."]
    planned(store, Typed("day_off", MONDAY + DAY))
    assert asked(store, replace(TRAINING, day=MONDAY + DAY)) == ["Tue 24 Nov is a squad day off."]


def test_a_day_off_with_sessions_recorded_says_so_first(store: Store) -> None:
    store.keep([*sessions(1, minutes="60", rpe="5"), *sessions(2, minutes="60", rpe="5")], PHYSIO)
    (sentence,) = asked(store, Typed("day_off", MONDAY))
    assert sentence.startswith("2 sessions are recorded for Mon 23 Nov")
    assert asked(store, Typed("day_off", MONDAY - DAY)) == []


def test_more_than_five_hours_are_asked_about(store: Store) -> None:
    assert asked(store, replace(TRAINING, planned_minutes=301.0)) == ["301 minutes are more than 300."]


def test_a_series_is_corrected_from_one_day_on_and_keeps_its_weeks(store: Store) -> None:
    planned(store, replace(TRAINING, weekly=True, until=MONDAY + 21 * DAY))
    planned(store, replace(TRAINING, day=MONDAY + DAY, weekly=True, until=MONDAY + 22 * DAY))
    second = there(store)[2]
    later = later_ones(store, LEAD, second)
    assert [kept.event.day for kept in later] == [MONDAY + 14 * DAY, MONDAY + 21 * DAY]
    (new,) = scheduling.entries(replace(TRAINING, day=MONDAY + 9 * DAY, start="16:00"), "first")
    store.keep(scheduling.in_place_of(new, [second, *later]), S_AND_C)
    mondays = [(kept.event.day, kept.event.start) for kept in there(store) if kept.event.day.weekday() == 0]
    assert mondays == [(MONDAY, "10:30")]
    shifted = [kept.event.day for kept in there(store) if kept.event.start == "16:00"]
    assert shifted == [MONDAY + 9 * DAY, MONDAY + 16 * DAY, MONDAY + 23 * DAY]


def test_what_is_taken_out_counts_no_longer_and_stays_in_the_journal(store: Store) -> None:
    planned(store, TRAINING)
    head = store.head()
    store.keep(scheduling.set_aside(there(store), MONDAY, "pitch frozen"), S_AND_C)
    assert there(store) == []
    assert store.head() == head + 1


def test_an_appointment_is_shown_with_its_athlete_and_is_no_entry_of_the_squad(store: Store) -> None:
    planned(store, Typed("appointment", MONDAY, "09:00", athlete=1, title="MRI"))
    found = week(store)
    assert found.names == {1: "Kari"}
    assert asked(store, Typed("day_off", MONDAY)) == []


def test_an_entry_of_a_past_season_is_found_where_it_was(store: Store) -> None:
    old = CalendarEntry(day=MONDAY - 300 * DAY, squad="first", what="training")
    store.keep([Entry(old)], LEAD)
    assert len(week(store, MONDAY - 300 * DAY).days[0].entries) == 1
