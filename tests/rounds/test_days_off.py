"""Whose day off it was: that of the squad the athlete was on that day, and nobody else's."""

import datetime as dt

import numpy as np

from teamback.record.events import CalendarEntry, Joined, Left
from teamback.record.scope import Scope
from teamback.rounds.facts import Facts, read_facts
from teamback.store import Store
from teamback.store.queries.roster import roster
from tests.squads import DAY, LEAD, MONDAY, PHYSIO, a_squad, mornings, of, sessions

NAN = float("nan")


def day_off(squad: str, *back: int) -> list[CalendarEntry]:
    return [CalendarEntry(day=MONDAY - n * DAY, squad=squad, what="day_off") for n in back]


def facts_of(store: Store, scope: Scope = LEAD, last: dt.date = MONDAY) -> Facts:
    """The first squad's week that ends on Monday."""
    people = roster(store, scope, "first", last)
    return read_facts(store, scope, "first", people, last - 6 * DAY, last)


def same(array: np.ndarray, expected: list[float]) -> bool:
    return np.array_equal(array, np.array(expected), equal_nan=True)


def test_a_squad_day_off_is_load_zero_for_all_and_no_check_in_is_expected(store: Store) -> None:
    a_squad(store, "Kari Ola")
    store.keep(day_off("first", 2), PHYSIO)
    facts = facts_of(store)
    for athlete in range(2):
        assert same(facts.load[athlete], [NAN, NAN, NAN, NAN, 0, NAN, NAN])
        assert facts.expected()[athlete].tolist() == [True] * 4 + [False] + [True] * 2


def test_a_session_on_a_squad_day_off_counts(store: Store) -> None:
    kari, _ = a_squad(store, "Kari Ola")
    store.keep([*day_off("first", 0), *sessions(kari, minutes="30", rpe="4")], PHYSIO)
    assert same(facts_of(store).load[:, -1], [120, 0])


def test_who_moved_up_had_the_days_off_of_the_squad_left_behind(store: Store) -> None:
    a_squad(store, "Kari")
    (boje,) = a_squad(store, "Boje", "second")
    moved = MONDAY - 2 * DAY
    store.keep([Left(day=moved, athlete=boje, squad="second")], LEAD)
    store.keep([Joined(day=moved, athlete=boje, squad="first")], LEAD)
    store.keep([*day_off("first", 5, 1), *day_off("second", 4, 0)], LEAD)
    boje_first, _ = facts_of(store).load
    assert same(boje_first, [NAN, NAN, 0, NAN, NAN, 0, NAN])
    expected = facts_of(store).expected()
    assert expected[0].tolist() == [True, True, False, True, True, False, True]
    assert expected[1].tolist() == [True, False, True, True, True, False, True]


def test_the_figures_do_not_depend_on_which_squads_the_reader_serves(store: Store) -> None:
    a_squad(store, "")
    (boje,) = a_squad(store, "Boje", "second")
    store.keep([Left(day=MONDAY, athlete=boje, squad="second")], LEAD)
    store.keep([Joined(day=MONDAY, athlete=boje, squad="first"), *day_off("second", 3)], LEAD)
    assert same(facts_of(store, of(PHYSIO, "first")).load[0], [NAN, NAN, NAN, 0, NAN, NAN, NAN])


def test_who_is_on_two_squads_rests_when_both_do(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_squad(store, "Boje", "second")
    store.keep([Joined(day=MONDAY - 30 * DAY, athlete=kari, squad="second", loan=True)], LEAD)
    store.keep([*day_off("first", 3, 2), *day_off("second", 2, 1)], LEAD)
    assert same(facts_of(store).load[0], [NAN, NAN, NAN, NAN, 0, NAN, NAN])


def test_nothing_is_known_and_nothing_expected_between_leaving_and_coming_back(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([Left(day=MONDAY - 5 * DAY, athlete=kari, squad="first")], LEAD)
    store.keep([Joined(day=MONDAY - DAY, athlete=kari, squad="first"), *day_off("first", 6, 4, 1)], LEAD)
    facts = facts_of(store)
    assert same(facts.load[0], [0, NAN, NAN, NAN, NAN, 0, NAN])
    assert facts.expected()[0].tolist() == [False, False, False, False, False, False, True]


def test_history_from_before_joining_has_the_squads_days_off_from_the_first_entry_on(store: Store) -> None:
    kari, _ = a_squad(store, "Kari Ola", joined=MONDAY)
    store.keep(mornings(kari, MONDAY - 4 * DAY, low_back_now="1"), PHYSIO)
    store.keep(day_off("first", 5, 3), PHYSIO)
    facts = facts_of(store)
    assert same(facts.load[0], [NAN, NAN, NAN, 0, NAN, NAN, NAN])
    assert np.isnan(facts.load[1]).all()
    assert facts.expected()[0].tolist() == [False, False, True, False, True, True, True]
    assert facts.expected()[1].tolist() == [False] * 6 + [True]


def test_a_training_is_no_day_off(store: Store) -> None:
    a_squad(store, "Kari")
    store.keep([CalendarEntry(day=MONDAY, squad="first", what="training")], PHYSIO)
    assert np.isnan(facts_of(store).load).all()
