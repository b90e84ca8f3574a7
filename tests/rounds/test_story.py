"""How it came to this: the lanes of one athlete's story on one time axis."""

import datetime as dt

import numpy as np
import pytest

from teamback.record.event import Event
from teamback.record.events import AthleteNamed, Joined, Left, Session, SquadNamed
from teamback.record.refusal import Refusal
from teamback.store import Store
from tests.rounds.telling import told
from tests.squads import (
    A_YEAR_AGO,
    DAY,
    LEAD,
    MONDAY,
    PHYSIO,
    a_squad,
    decided,
    mornings,
    rest_days,
    sessions,
)

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}
NAN = float("nan")


def same(found: np.ndarray, expected: list[float]) -> bool:
    return np.array_equal(found[-len(expected) :], expected, equal_nan=True)


def test_a_morning_nobody_scored_is_a_gap_in_the_line(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2 . ? 4", **WELL), PHYSIO)
    lanes = told(store, kari).lanes
    assert same(lanes.pain, [2, NAN, NAN, 4])
    assert same(lanes.wellness, [20, NAN, 20, 20])


def test_the_peak_is_the_worst_of_the_days_sessions_and_joins_the_next_morning(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 3 0"), PHYSIO)
    saturday = MONDAY - 2 * DAY
    two = [
        Session(day=saturday, athlete=kari, start="10:00", minutes=60.0, rpe=5.0, pain_during=4.0),
        Session(day=saturday, athlete=kari, start="16:00", minutes=30.0, rpe=4.0, pain_after=2.0),
    ]
    store.keep(two, PHYSIO)
    lanes = told(store, kari).lanes
    assert same(lanes.peak, [4, NAN, NAN])
    assert same(lanes.next_morning, [NAN, 3, NAN])
    assert same(lanes.rise, [NAN, 2, NAN])
    assert same(lanes.load, [420, NAN, NAN])


def test_after_a_session_without_a_pain_score_no_morning_is_its_next_morning(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 3"), PHYSIO)
    store.keep(sessions(kari, MONDAY - DAY, minutes="60", rpe=5.0), PHYSIO)
    lanes = told(store, kari).lanes
    assert same(lanes.next_morning, [NAN, NAN])
    assert same(lanes.rise, [NAN, NAN])


def test_a_rest_is_zero_and_marked_and_silence_is_neither(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(rest_days(kari, MONDAY - DAY), PHYSIO)
    lanes = told(store, kari).lanes
    assert same(lanes.load, [NAN, 0, NAN])
    assert lanes.rest[-3:].tolist() == [False, True, False]


def test_a_session_without_effort_is_no_rest(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="60", rpe=0.0), PHYSIO)
    lanes = told(store, kari).lanes
    assert (lanes.load[-1], lanes.rest[-1]) == (0, False)


def test_the_load_band_is_the_own_usual_week_as_a_days_share(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="60 " * 28 + "90 " * 7, rpe=5.0), PHYSIO)
    lanes = told(store, kari).lanes
    assert (lanes.load_usual[-1], lanes.load_sd[-1], lanes.week_mean[-1]) == (300, 0, 450)


def test_a_steady_athletes_wellness_band_is_one_point_wide_each_way(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="0 " * 20, **WELL), PHYSIO)
    lanes = told(store, kari).lanes
    assert (lanes.wellness_usual[-1], lanes.wellness_sd[-1]) == (20, 1)
    assert np.isnan(lanes.wellness_usual[-7])


def test_a_decision_holds_until_the_next_and_before_the_first_nothing_is_decided(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    out = decided(kari, "out", MONDAY - 3 * DAY)
    back = decided(kari, "full", MONDAY - DAY)
    store.keep([out, back], PHYSIO)
    lanes = told(store, kari).lanes
    assert lanes.training[-5:] == ("not_decided", "out", "out", "full", "full")
    assert lanes.match[-5:] == ("not_decided", "not_available", "not_available", "available", "available")


def test_of_two_decisions_on_one_day_the_later_stands(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "full"), decided(kari, "out")], PHYSIO)
    found = told(store, kari)
    assert found.lanes.training[-1] == "out"
    assert [item.event.training for item in found.availability] == ["out", "full"]


def test_a_window_cuts_lines_and_journal_but_not_what_the_lines_look_back_on(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="0 " * 30, **WELL), PHYSIO)
    since = MONDAY - 6 * DAY
    found = told(store, kari, since=since)
    assert len(found.check_ins) == 7
    cut = found.lanes.since(since)
    assert (cut.first, len(cut.pain), len(cut.training)) == (since, 7, 7)
    assert cut.wellness_usual[0] == 20


def test_two_sessions_of_a_day_are_two_rows_newest_day_first(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, MONDAY - DAY, minutes="60", rpe=5.0), PHYSIO)
    later, sooner = (Session(day=MONDAY, athlete=kari, start=at, minutes=45.0) for at in ("17:00", "10:00"))
    store.keep([later, sooner], PHYSIO)
    days = [(line.entry.event.day, line.entry.event.start) for line in told(store, kari).sessions]
    assert days == [(MONDAY, "10:00"), (MONDAY, "17:00"), (MONDAY - DAY, None)]


def test_each_session_says_how_the_back_took_it(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 2 2"), PHYSIO)
    store.keep(sessions(kari, MONDAY - DAY, minutes="60 60", rpe=5.0, pain_during="2 6"), PHYSIO)
    found = told(store, kari)
    said = [found.responses[line.entry.seq].level for line in found.sessions]
    assert said == ["red", "amber"]


def test_the_story_follows_the_athlete_to_a_new_squad(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="3 2 1"), PHYSIO)
    move: list[Event] = [
        SquadNamed(day=MONDAY, squad="second", name="Second"),
        Left(day=MONDAY, athlete=kari, squad="first"),
        Joined(day=MONDAY, athlete=kari, squad="second"),
    ]
    store.keep(move, LEAD)
    found = told(store, kari, squad="second")
    assert same(found.lanes.pain, [3, 2, 1])
    assert found.squads == ("Second",)
    with pytest.raises(Refusal, match="not on this squad"):
        told(store, kari)


@pytest.mark.parametrize(("born", "age"), [("2000-11-23", 26), ("2000-11-24", 25), (None, None)])
def test_age_is_in_years_completed(store: Store, born: str | None, age: int | None) -> None:
    birthday = dt.date.fromisoformat(born) if born else None
    named = AthleteNamed(day=A_YEAR_AGO, athlete=1, home="first", known_as="Kari", date_of_birth=birthday)
    squad = SquadNamed(day=A_YEAR_AGO, squad="first", name="First")
    store.keep([squad, named, Joined(day=A_YEAR_AGO, athlete=1, squad="first")], LEAD)
    assert told(store, 1).age == age


def test_all_begins_with_the_first_entry_and_a_window_keeps_its_length_before_it(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2 . 4"), PHYSIO)
    lanes = told(store, kari).lanes
    assert lanes.since(None).first == MONDAY - 2 * DAY
    assert len(lanes.since(MONDAY - 364 * DAY).pain) == 365
    nothing = told(store, a_squad(store, "Ola", squad="second")[0], squad="second").lanes
    assert nothing.since(None).first == MONDAY
