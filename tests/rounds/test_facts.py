"""The rows of a squad as [athlete, day] arrays: what was entered, and what nobody said."""

import datetime as dt

import numpy as np
import pytest

from teamback.record.events import SetAside
from teamback.record.scope import Scope
from teamback.rounds.facts import Facts, read_facts
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.roster import roster
from tests.squads import (
    A_YEAR_AGO,
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    mornings,
    rest_days,
    sessions,
)

NAN = float("nan")


def facts_of(
    store: Store, days: int = 7, last: dt.date = MONDAY, known_at: int | None = None, scope: Scope = PHYSIO
) -> Facts:
    people = roster(store, scope, "first", last, known_at)
    return read_facts(store, scope, "first", people, last - (days - 1) * DAY, last, known_at)


def same(array: np.ndarray, expected: list[float]) -> bool:
    return np.array_equal(array, np.array(expected), equal_nan=True)


def test_a_planned_rest_is_load_zero_and_silence_is_not_known(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, MONDAY, minutes="90 . . 60", rpe="5 . . 7"), PHYSIO)
    store.keep(rest_days(kari, MONDAY - DAY), PHYSIO)
    assert same(facts_of(store, 5).load[0], [NAN, 450, NAN, 0, 420])


def test_a_session_on_a_planned_rest_counts(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, MONDAY, minutes="30", rpe="4"), PHYSIO)
    store.keep(rest_days(kari, MONDAY), PHYSIO)
    assert same(facts_of(store, 1).load[0], [120])


def test_a_session_without_rpe_leaves_the_whole_day_unknown(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="90", rpe="5", start="09:00"), PHYSIO)
    store.keep(sessions(kari, minutes="45", rpe="?", start="17:00"), PHYSIO)
    assert same(facts_of(store, 1).load[0], [NAN])


def test_two_sessions_of_a_day_add_up_and_stand_in_the_order_they_began(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    for start, minutes in (("17:30", "30"), ("09:00", "90"), (None, "10")):
        store.keep(sessions(kari, minutes=minutes, rpe="5", start=start), PHYSIO)
    store.keep(sessions(kari, MONDAY - DAY, minutes="60", rpe="5", start="23:00"), PHYSIO)
    facts = facts_of(store, 2)
    assert same(facts.load[0], [300, 650])
    assert same(facts.sessions["start"], [23, NAN, 9, 17.5])


def test_a_question_that_was_not_answered_is_not_known_and_a_wellness_total_needs_all_five(
    store: Store,
) -> None:
    (kari,) = a_squad(store, "Kari")
    four = {"fatigue": 4, "sleep_quality": 3, "soreness": 5, "stress": 2}
    store.keep(mornings(kari, low_back_now="2 ? . 0", mood="3 3 . ?", **four), PHYSIO)
    facts = facts_of(store, 4)
    assert same(facts.pain[0], [2, NAN, NAN, 0])
    assert same(facts.wellness[0], [17, 17, NAN, NAN])
    assert facts.reported[0].tolist() == [True, True, False, True]


def test_rows_of_athletes_who_are_not_asked_about_are_left_out(store: Store) -> None:
    kari, ola, per = a_squad(store, "Kari Ola Per")
    for athlete, pain in ((per, "7"), (kari, "1"), (ola, "3")):
        store.keep(mornings(athlete, low_back_now=pain), PHYSIO)
    people = [person for person in roster(store, PHYSIO, "first", MONDAY) if person.athlete != per]
    facts = read_facts(store, PHYSIO, "first", list(reversed(people)), MONDAY, MONDAY)
    assert [person.known_as for person in facts.people] == ["Ola", "Kari"]
    assert same(facts.pain[:, 0], [3, 1])


def test_a_corrected_morning_counts_as_corrected_and_one_set_aside_not_at_all(
    store: Store, clock: Clock
) -> None:
    (kari,) = a_squad(store, "Kari")
    wrong = store.keep(mornings(kari, low_back_now="7 7"), PHYSIO)
    clock.later(hours=1)
    (right,) = mornings(kari, low_back_now="1")
    store.keep([Entry(right, wrong[-1])], DOCTOR)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="not hers"), wrong[0])], DOCTOR)
    assert same(facts_of(store, 2).pain[0], [NAN, 1])
    assert same(facts_of(store, 2, known_at=wrong[-1]).pain[0], [7, 7])


def test_a_squad_without_anybody_has_arrays_without_rows(store: Store) -> None:
    a_squad(store, "")
    facts = facts_of(store, 3)
    assert facts.load.shape == facts.pain.shape == facts.expected().shape == (0, 3)


def test_performance_staff_read_the_same_figures(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 2 3"), PHYSIO)
    assert same(facts_of(store, 3, scope=S_AND_C).pain[0], [1, 2, 3])


@pytest.mark.parametrize("back", [0, 400])
def test_entries_from_before_an_athlete_joined_are_there_as_history(store: Store, back: int) -> None:
    (kari,) = a_squad(store, "Kari", joined=MONDAY if back == 0 else A_YEAR_AGO)
    day = MONDAY - back * DAY
    store.keep(sessions(kari, day, minutes="60 60", rpe="5 5"), PHYSIO)
    people = roster(store, PHYSIO, "first", MONDAY)
    facts = read_facts(store, PHYSIO, "first", people, day - DAY, day)
    assert same(facts.load[0], [300, 300])
