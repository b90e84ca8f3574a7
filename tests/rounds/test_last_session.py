"""Which session is the last one before a moment, and how long ago it ended."""

import datetime as dt

import pytest

from teamback.record.events import SquadNamed
from teamback.rounds.board import BoardRow
from teamback.store import Store
from tests.rounds.mornings_of import answered, board_of, row_of, said
from tests.squads import A_YEAR_AGO, DAY, LEAD, MONDAY, PHYSIO, Clock, a_squad, sessions

FRIDAY = MONDAY - 3 * DAY


def a_session(athlete: int, day: dt.date, start: str | None = None, **pain: float) -> list:
    return sessions(athlete, day, minutes="60", rpe="5", start=start, **pain)


def kari(store: Store, day: dt.date = MONDAY) -> BoardRow:
    return row_of(board_of(store, day), "Kari")


def test_on_a_past_day_the_training_of_that_day_is_still_to_come(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY - DAY, "10:30", pain_during=1, pain_after=1), PHYSIO)
    store.keep(a_session(athlete, FRIDAY, "10:30", pain_during=8, pain_after=8), PHYSIO)
    store.keep(a_session(athlete, FRIDAY, None, pain_during=8, pain_after=8), PHYSIO)
    store.keep(answered(athlete, "0 0 0", FRIDAY), PHYSIO)
    row = kari(store, FRIDAY)
    assert row.response is not None
    assert (row.response.level, row.flag.level) == ("green", "green")
    assert row.response.hours_since == 22.5
    assert said(kari(store, FRIDAY + DAY))["P2"] == "Last session: peak pain 8/10 is above 5"


def test_a_session_that_ended_before_ten_that_day_is_the_last_one(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY, "08:30", pain_during=8), PHYSIO)
    assert said(kari(store, FRIDAY))["P2"] == "Last session: peak pain 8/10 is above 5"


def test_in_the_present_a_session_recorded_today_counts_at_once(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep([*answered(athlete), *a_session(athlete, MONDAY, None, pain_during=6)], PHYSIO)
    row = kari(store)
    assert row.response is not None
    assert (row.response.level, row.response.hours_since) == ("red", 0)
    assert row.flag.level == "red"


@pytest.mark.parametrize(("hours", "level"), [(35.9, "pending"), (36, "unknown")])
def test_the_next_morning_is_awaited_for_36_hours_from_the_end(
    store: Store, clock: Clock, hours: float, level: str
) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0", FRIDAY), PHYSIO)
    store.keep(a_session(athlete, FRIDAY, "10:00", pain_during=1, pain_after=1), PHYSIO)
    clock.at = dt.datetime(2026, 11, 20, 11, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    row = kari(store, clock.at.date())
    assert row.response is not None
    assert (row.response.level, row.response.hours_since) == (level, pytest.approx(hours))


@pytest.mark.parametrize(("hours", "speaks"), [(72, True), (72.1, False)])
def test_a_session_speaks_for_72_hours(store: Store, clock: Clock, hours: float, speaks: bool) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY, "10:00", pain_during=6), PHYSIO)
    clock.at = dt.datetime(2026, 11, 20, 11, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    row = kari(store, clock.at.date())
    assert ("P2" in said(row)) is speaks
    assert ("last session: none recorded within 72 h" in row.flag.not_known) is not speaks


def test_who_took_no_part_had_no_session_for_the_back_to_respond_to(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY - DAY, pain_during=6), PHYSIO)
    nothing = sessions(athlete, FRIDAY, minutes="0", participation="none")
    store.keep(nothing, PHYSIO)
    row = kari(store, FRIDAY + DAY)
    assert row.response is not None
    assert row.response.says == "peak pain 6/10 is above 5"
    assert row.figures.week_known_days == 2


def test_a_session_without_a_time_counts_from_noon(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY, pain_during=1), PHYSIO)
    response = kari(store, FRIDAY + DAY).response
    assert response is not None
    assert response.hours_since == 22


def test_a_session_past_midnight_ends_on_the_next_day(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(a_session(athlete, FRIDAY, "23:30", pain_during=1), PHYSIO)
    response = kari(store, FRIDAY + DAY).response
    assert response is not None
    assert response.hours_since == 9.5


def test_the_hours_are_those_of_the_squads_own_clock(store: Store, clock: Clock) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name="First", time_zone="Australia/Sydney")], LEAD)
    clock.at = dt.datetime(2026, 11, 22, 21, 30, tzinfo=dt.UTC)  # Monday 08:30 in Sydney
    store.keep(a_session(athlete, MONDAY - DAY, "10:00", pain_during=1), PHYSIO)
    store.keep(answered(athlete, "0 0"), PHYSIO)
    row = kari(store)
    assert row.response is not None
    assert (row.response.level, row.response.hours_since) == ("green", 21.5)
    assert row.flag.level == "green"


def test_of_two_sessions_of_a_day_the_worse_speaks_and_neither_is_the_one_before(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0 1 2", MONDAY), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "17:30", pain_during=1, pain_after=1), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "09:00", pain_during=9, pain_after=9), PHYSIO)
    store.keep(a_session(athlete, MONDAY - 2 * DAY, "10:00", pain_during=1, pain_after=1), PHYSIO)
    row = kari(store)
    assert said(row)["P2"] == "Last session: peak pain 9/10 is above 5"
    assert row.response is not None
    assert row.response.hours_since == 22.5


def test_a_later_session_that_nobody_scored_hides_no_pain_of_that_day(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0 0", MONDAY), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "09:00", pain_during=7), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "17:30"), PHYSIO)
    assert said(kari(store))["P2"] == "Last session: peak pain 7/10 is above 5"


def test_a_session_that_nobody_scored_is_not_covered_by_a_quiet_one_of_that_day(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0 0", MONDAY), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "09:00"), PHYSIO)
    store.keep(a_session(athlete, MONDAY - DAY, "17:30", pain_during=0), PHYSIO)
    assert "last session: no pain score during or after the session" in kari(store).flag.not_known


def test_one_point_more_after_two_sessions_running_has_not_settled(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0 1 . 0 1", MONDAY), PHYSIO)
    for back in (4, 1):
        store.keep(a_session(athlete, MONDAY - back * DAY, "10:00", pain_during=1, pain_after=0), PHYSIO)
    assert said(kari(store))["P2"] == "Last session: 1 above baseline next morning, twice running"


def test_a_later_check_in_is_not_the_next_morning(store: Store) -> None:
    (athlete,) = a_squad(store, "Kari")
    store.keep(answered(athlete, "0 . 0", MONDAY), PHYSIO)
    store.keep(a_session(athlete, MONDAY - 2 * DAY, "10:00", pain_during=1, pain_after=1), PHYSIO)
    row = kari(store)
    assert row.flag.level == "green"
    assert "last session: peak pain 1/10; no next-morning score within 36 h" in row.flag.not_known
