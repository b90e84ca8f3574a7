"""What is written, what counts, what is known when: the journal on both engines."""

import datetime as dt

import pytest

from teamback.record.events import AthleteNamed, CheckIn, Joined, SetAside, Undone
from teamback.record.refusal import Refusal
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.history import known_at_the_end_of, last_change
from teamback.store.queries.roster import athlete_named, roster
from teamback.store.queries.status import availability_on
from teamback.store.verify import verify
from tests.squads import DAY, DOCTOR, LEAD, MONDAY, PHYSIO, Clock, a_squad, decided, mornings, sessions


def back_pain(store: Store, athlete: int, known_at: int | None = None) -> list[float | None]:
    """The morning pain that counts, by number in the journal."""
    found = daily_entries(store, CheckIn, PHYSIO, [athlete], ["first"], MONDAY - 400 * DAY, MONDAY, known_at)
    return [item.event.low_back_now for item in found]


def test_what_was_typed_is_what_comes_back(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    said = CheckIn(
        day=MONDAY,
        athlete=kari,
        low_back_now=0.1,
        low_back_worst=1 / 3,
        flare=False,
        note='O\'Brien said "=1+1" <b>*x*</b> :red[x] 李 🏃‍♀️\n\tline two \\ %s $1 ' + "long " * 20_000,
        rated_at=dt.datetime(2026, 11, 23, 6, 59, 59, 999999, tzinfo=dt.timezone(dt.timedelta(hours=1))),
    )
    store.keep([said], PHYSIO)
    (kept,) = daily_entries(store, CheckIn, PHYSIO, [kari], ["first"], MONDAY, MONDAY)
    assert kept.event == said
    assert kept.recorded_by == "Dana Berg, physio"
    assert kept.recorded_at == store.clock()
    assert verify(store).faults == ()


def test_a_question_not_answered_is_kept_as_unknown_and_zero_as_zero(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="0 ? -0"), PHYSIO)
    assert back_pain(store, kari) == [0.0, None, 0.0]
    # A nought below nought equals one above it, but would not be digested so.
    store.keep(sessions(kari, rpe="0 -0"), PHYSIO)
    assert verify(store).faults == ()


def test_a_date_before_1970_and_a_leap_day_are_dates_like_others(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    born = AthleteNamed(
        day=MONDAY, athlete=kari, home="first", known_as="Kari", date_of_birth=dt.date(1968, 2, 29)
    )
    store.keep([born], LEAD)
    found = athlete_named(store, PHYSIO, kari)
    assert found
    assert found.event.date_of_birth == dt.date(1968, 2, 29)
    assert verify(store).faults == ()


def test_numbers_follow_each_other_and_a_batch_bears_the_number_of_its_first(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    assert store.head() == 3
    assert store.keep(mornings(kari, low_back_now="1 2"), PHYSIO) == range(4, 6)
    assert store.keep([], PHYSIO) == range(0)
    found = daily_entries(store, CheckIn, PHYSIO, [kari], ["first"], MONDAY - DAY, MONDAY)
    assert [(item.seq, item.batch) for item in found] == [(4, 4), (5, 4)]


def test_a_correction_takes_the_place_of_what_it_corrects_from_then_on(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.keep([Entry(*mornings(kari, low_back_now="1"), first)], PHYSIO)
    assert back_pain(store, kari) == [1]
    assert back_pain(store, kari, known_at=first) == [7]


def test_an_entry_set_aside_counts_no_longer_and_nothing_takes_its_place(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="wrong athlete"), first)], PHYSIO)
    assert back_pain(store, kari) == []
    assert back_pain(store, kari, known_at=first) == [7]


def test_what_was_set_aside_can_be_entered_anew(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    aside = Entry(SetAside(day=MONDAY, whom=str(kari), reason="mistyped"), first)
    store.keep([aside, *mornings(kari, low_back_now="2")], PHYSIO)
    assert back_pain(store, kari) == [2]


def test_an_undone_batch_brings_back_what_it_had_corrected_but_not_into_the_past(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    new = [Entry(*mornings(kari, low_back_now="1"), first), *mornings(kari, MONDAY - DAY, low_back_now="3")]
    batch = store.keep(new, PHYSIO)
    assert store.undo(batch[0], PHYSIO, "wrong file") == 2
    assert back_pain(store, kari) == [7]
    assert back_pain(store, kari, known_at=batch[-1]) == [1, 3]
    assert back_pain(store, kari, known_at=first) == [7]
    assert verify(store).faults == ()


def test_undoing_a_correction_in_the_middle_leaves_the_last_one_standing_alone(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    (second,) = store.keep([Entry(*mornings(kari, low_back_now="5"), first)], PHYSIO)
    (third,) = store.keep([Entry(*mornings(kari, low_back_now="3"), second)], DOCTOR)
    store.undo(second, PHYSIO, "wrong file")
    assert back_pain(store, kari) == [3]
    store.undo(third, PHYSIO, "that too")
    assert back_pain(store, kari) == [7]
    assert verify(store).faults == ()


def test_a_batch_is_undone_once_and_an_undoing_is_not_undone(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (batch,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.undo(batch, PHYSIO, "wrong file")
    head = store.head()
    with pytest.raises(Refusal, match="Batch 4 was undone before"):
        store.undo(batch, PHYSIO, "again")
    with pytest.raises(Refusal, match="Batch 5 is itself an undoing"):
        store.undo(head, PHYSIO, "no")
    with pytest.raises(Refusal, match="There is no batch 99"):
        store.undo(99, PHYSIO, "what")
    with pytest.raises(Refusal, match="through the store's own functions"):
        store.keep([Undone(day=MONDAY, undone_batch=1, reason="by hand")], LEAD)
    assert store.head() == head


def test_a_batch_that_added_athletes_cannot_be_undone_from_under_their_entries(store: Store) -> None:
    kari, _ = a_squad(store, "Kari Ola")
    (later,) = store.keep(sessions(kari, minutes="60", rpe="5"), PHYSIO)
    with pytest.raises(Refusal, match="take athlete 1 from under 1 entry"):
        store.undo(1, LEAD, "wrong file")
    assert len(roster(store, PHYSIO, "first", MONDAY)) == 2
    store.undo(later, PHYSIO, "that first")
    assert store.undo(1, LEAD, "wrong file") == 5


def test_a_squad_cannot_be_undone_from_under_an_athlete_who_joined_it_later(store: Store) -> None:
    a_squad(store, "Kari")
    store.keep(
        [
            AthleteNamed(day=MONDAY, athlete=9, home="first", known_as="Li"),
            Joined(day=MONDAY, athlete=9, squad="first"),
        ],
        LEAD,
    )
    with pytest.raises(Refusal, match="take squad first from under 2 entries"):
        store.undo(1, LEAD, "wrong file")


def test_an_athlete_is_not_set_aside_while_anything_is_held_on_them(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match="take athlete 1 from under 1 entry"):
        store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="a double"), 2)], LEAD)
    assert [person.known_as for person in roster(store, PHYSIO, "first", MONDAY)] == ["Kari"]


def test_undoing_does_not_bring_back_a_check_in_beside_a_later_one(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (first,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    (moved,) = store.keep([Entry(*mornings(kari, MONDAY - DAY, low_back_now="7"), first)], PHYSIO)
    store.keep(mornings(kari, low_back_now="2"), PHYSIO)
    with pytest.raises(Refusal, match="bring back a check-in of Mon 23 Nov beside a later one"):
        store.undo(moved, PHYSIO, "it was Monday after all")
    assert back_pain(store, kari) == [7, 2]


def test_status_is_the_latest_decision_that_counts_on_a_day(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    (out,) = store.keep([decided(kari, "out", MONDAY - 5 * DAY)], DOCTOR)
    (full,) = store.keep([decided(kari, "full", MONDAY)], PHYSIO)
    assert availability_on(store, PHYSIO, [kari], MONDAY)[kari].event.training == "full"
    assert availability_on(store, PHYSIO, [kari], MONDAY - DAY)[kari].event.training == "out"
    assert availability_on(store, PHYSIO, [kari], MONDAY, known_at=out)[kari].event.training == "out"
    store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="mistyped"), full)], DOCTOR)
    assert availability_on(store, PHYSIO, [kari], MONDAY)[kari].event.training == "out"
    assert availability_on(store, PHYSIO, [kari], MONDAY - 6 * DAY) == {}


def test_a_clock_that_goes_back_does_not_take_the_journal_with_it(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    clock.later(hours=2)
    late = clock.at
    (first,) = store.keep(mornings(kari, low_back_now="1"), PHYSIO)
    clock.later(hours=-1)
    store.keep(sessions(kari, minutes="60"), PHYSIO)
    changed = last_change(store)
    assert changed
    assert changed.recorded_at == late
    assert known_at_the_end_of(store, late) == 3
    clock.later(hours=5)
    store.keep([decided(kari, "full")], PHYSIO)
    assert known_at_the_end_of(store, clock.at) == first + 1
    assert verify(store).faults == ()


def test_an_athlete_who_moves_keeps_the_home_squad_and_with_it_their_history(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    a_squad(store, "Ola", "second")
    store.keep([Joined(day=MONDAY, athlete=kari, squad="second")], LEAD)
    store.keep(mornings(kari, low_back_now="4"), PHYSIO)
    assert back_pain(store, kari) == [4]
    with pytest.raises(Refusal, match="squad first joined stays the home squad"):
        store.keep([AthleteNamed(day=MONDAY, athlete=kari, home="second", known_as="Kari")], LEAD)
