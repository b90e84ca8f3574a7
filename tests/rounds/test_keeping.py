"""The write path asks the clinic once more, whatever a form let through."""

import datetime as dt

import pytest

from teamback.record.events import Availability, SquadNamed
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.squads import looked_at, now_in, squad_named
from teamback.store import Store
from teamback.store.queries.status import availability_on
from tests.rounds.mornings_of import answered, board_of
from tests.squads import COACH, DAY, DOCTOR, LEAD, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, decided, of

FULL_DETAILS = {"review_on": MONDAY + 3 * DAY, "reason": "injury"}


def modified(athlete: int, day: dt.date = MONDAY) -> Availability:
    return decided(athlete, "modified", day, restrictions=("contact",), **FULL_DETAILS)


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (decided(1, "modified", **FULL_DETAILS), "Modified needs at least one restriction"),
        (decided(1, "out", reason="injury"), "Out needs a review date"),
        (decided(1, "full", MONDAY + DAY), "lies in the future"),
        (decided(1, "out", match="available", **FULL_DETAILS), "Out for training cannot be Available"),
    ],
)
def test_what_the_clinic_refuses_is_not_written(store: Store, decision: Availability, sentence: str) -> None:
    a_squad(store, "Kari")
    head = store.head()
    with pytest.raises(Refusal, match=sentence):
        keep(store, [decision], PHYSIO, None)
    assert store.head() == head


@pytest.mark.parametrize("by", [S_AND_C, COACH, Scope("root", "command line", "lead")])
def test_only_a_doctor_or_physio_decides(store: Store, by: Scope) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match="Only a named doctor or physio"):
        keep(store, [modified(kari)], by, None)


def test_a_batch_is_kept_whole_or_not_at_all(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    head = store.head()
    with pytest.raises(Refusal):
        keep(store, [*answered(kari), modified(kari), decided(ola, "modified")], DOCTOR, None)
    assert store.head() == head
    assert len(keep(store, [*answered(kari), modified(kari)], DOCTOR, None)) == 2
    assert availability_on(store, DOCTOR, [kari], MONDAY)[kari].event.training == "modified"


def test_who_was_first_is_named_and_another_athletes_change_refuses_nobody(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    seen = store.head()
    keep(store, answered(ola), PHYSIO, seen)
    keep(store, [modified(kari)], DOCTOR, seen)
    with pytest.raises(ChangedSince) as changed:
        keep(store, [decided(kari, "full")], PHYSIO, seen)
    assert changed.value.who == "Erik Vold, doctor"
    assert keep(store, [decided(kari, "full")], PHYSIO, store.head())


@pytest.mark.parametrize(
    ("zone", "at", "today"),
    [
        ("Australia/Sydney", dt.datetime(2026, 11, 22, 21, 30, tzinfo=dt.UTC), MONDAY),
        ("America/Los_Angeles", dt.datetime(2026, 11, 24, 5, tzinfo=dt.UTC), MONDAY),
    ],
)
def test_today_is_the_day_it_is_where_the_squad_is(
    store: Store, clock: Clock, zone: str, at: dt.datetime, today: dt.date
) -> None:
    clock.at = at
    (kari,) = a_squad(store, "Kari")
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", time_zone=zone)], LEAD)
    named = squad_named(store, PHYSIO, "first")
    assert now_in(store, named).date() == today
    assert looked_at(store, named, today) == (now_in(store, named), True)
    assert looked_at(store, named, today - DAY) == (dt.datetime.combine(today - DAY, dt.time(10)), False)
    with pytest.raises(Refusal, match="lies in the future"):
        keep(store, [modified(kari, today + DAY)], PHYSIO, None)
    assert keep(store, [modified(kari, today)], PHYSIO, None)
    assert [row.training for row in board_of(store, today).rows] == ["modified"]


def test_a_squad_is_found_by_key_or_by_name_however_it_is_cased(store: Store) -> None:
    a_squad(store, "Kari")
    named = SquadNamed(day=MONDAY, squad="u21", name="first")
    store.keep([named, SquadNamed(day=MONDAY, squad="b", name="Team B")], LEAD)
    found = {asked: squad_named(store, PHYSIO, asked).squad for asked in ("first", "First", "u21", "team b")}
    assert found == {"first": "first", "First": "first", "u21": "u21", "team b": "b"}
    with pytest.raises(Refusal, match=r"There is no squad Team C\. Squads here: First, first, Team B\."):
        squad_named(store, PHYSIO, "Team C")
    with pytest.raises(Refusal, match=r"Squads here: none yet\."):
        squad_named(store, of(PHYSIO), "first")
