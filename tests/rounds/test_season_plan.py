"""The planned season: phases refused in a sentence, weeks against their band, rests and days unknown."""

import datetime as dt
from typing import Any

import pytest

from teamback.record.events import CalendarEntry, SeasonPhase, SetAside
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.season.phases import SeasonPlan, phases_of, season_plan
from teamback.store import Store
from teamback.store.appending import Entry
from tests.squads import DAY, MONDAY, PHYSIO, S_AND_C, a_squad, oneself, rest_days, sessions


def phase(first: dt.date, days: int, name: str = "competition", **said: Any) -> SeasonPhase:
    return SeasonPhase(day=first, squad="first", phase=name, last_day=first + (days - 1) * DAY, **said)


def plan(store: Store, day: dt.date = MONDAY, scope: Scope = S_AND_C) -> SeasonPlan:
    return season_plan(store, "first", day, None, scope)


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari")[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (phase(MONDAY + 10 * DAY, 7), "overlaps Competition, Mon 23 Nov to Sun 6 Dec"),
        (phase(MONDAY + 13 * DAY, 7), "overlaps Competition"),
        (phase(MONDAY + 20 * DAY, -3), "It ends before it begins"),
        (phase(MONDAY + 20 * DAY, 7, load_from=900.0, load_to=800.0), "upside down: from 900 to 800 AU"),
        (phase(MONDAY + 20 * DAY, 7, load_to=20_001.0), "must lie between 0 and 20000"),
        (phase(MONDAY + 20 * DAY, 400), "more than a year"),
        (phase(MONDAY + 1200 * DAY, 7), "is far away"),
        (phase(MONDAY + 20 * DAY, 7, "holiday"), "Choose which phase it is"),
    ],
)
def test_a_phase_that_cannot_be_is_refused(store: Store, kari: int, typed: SeasonPhase, says: str) -> None:
    keep(store, [phase(MONDAY, 14)], S_AND_C, None)
    with pytest.raises(Refusal, match=says):
        keep(store, [typed], S_AND_C, None)


def test_a_phase_begins_on_the_day_after_another_and_is_corrected_in_its_place(
    store: Store, kari: int
) -> None:
    (seq,) = keep(store, [phase(MONDAY, 14)], S_AND_C, None)
    keep(store, [phase(MONDAY + 14 * DAY, 14, "taper")], S_AND_C, None)
    keep(store, [Entry(phase(MONDAY - 7 * DAY, 21), seq)], S_AND_C, None)
    found = phases_of(store, "first", MONDAY, None, PHYSIO)
    assert [(kept.event.phase, kept.event.day) for kept in found] == [
        ("competition", MONDAY - 7 * DAY),
        ("taper", MONDAY + 14 * DAY),
    ]
    away = Entry(SetAside(day=MONDAY, whom="first", reason="another plan"), found[0].seq)
    keep(store, [away], S_AND_C, None)
    assert len(phases_of(store, "first", MONDAY, None, PHYSIO)) == 1
    with pytest.raises(Refusal):
        phases_of(store, "first", MONDAY, None, oneself(kari))


def test_each_week_is_held_against_the_band_of_its_phase(store: Store, kari: int) -> None:
    keep(store, [phase(MONDAY - 21 * DAY, 14, load_from=1000.0, load_to=1500.0)], S_AND_C, None)
    loads = " ".join(["4 4 4 4 4 4 4"] * 2 + ["2 2 2 2 2 2 2"])
    store.keep(sessions(kari, until=MONDAY - DAY, rpe=loads, minutes=60.0), S_AND_C)
    found = plan(store)
    assert [week.phase.phase if week.phase else None for week in found.weeks[-3:]] == [
        *("competition", "competition", None),
    ]
    (row,) = found.rows
    assert [(week.load, week.off) for week in row.weeks[-3:]] == [(1680, 180), (1680, 180), (840, None)]
    assert row.weeks[-4].load is None
    assert found.now is None


def test_a_week_under_the_band_of_which_too_little_is_known_is_not_known(store: Store, kari: int) -> None:
    keep(store, [phase(MONDAY - 7 * DAY, 7, load_from=1000.0)], S_AND_C, None)
    store.keep(sessions(kari, until=MONDAY - DAY, minutes="60 . . . 60 . 60", rpe="5 . . . 5 . 5"), S_AND_C)
    store.keep(rest_days(kari, MONDAY - 6 * DAY), S_AND_C)
    week = plan(store).rows[0].weeks[-1]
    assert (week.load, week.off, week.known_days) == (None, None, 4)
    assert (week.rests, week.unknown) == (1, 3)


def test_the_week_that_is_going_on_counts_no_day_ahead_as_unknown(store: Store, kari: int) -> None:
    store.keep(sessions(kari, until=MONDAY - 5 * DAY, minutes="60 60 60", rpe="5 5 5"), S_AND_C)
    found = plan(store, MONDAY - 4 * DAY)
    week = found.rows[0].weeks[-1]
    assert (found.weeks[-1].first, found.until) == (MONDAY - 7 * DAY, MONDAY - 5 * DAY)
    assert (week.known_days, week.unknown, week.load) == (3, 0, None)


def test_a_lighter_week_is_counted_from(store: Store, kari: int) -> None:
    rows = [*["5 5 5 5 5 . ."] * 5, "3 3 3 3 3 . .", "5 5 5 5 5 . ."]
    store.keep(sessions(kari, until=MONDAY - DAY, minutes=60.0, rpe=" ".join(rows)), S_AND_C)
    row = plan(store).rows[0]
    assert [week.lighter for week in row.weeks[-3:]] == [False, True, False]
    assert row.since_lighter == 1


def test_what_the_calendar_plans_is_a_load_only_when_every_entry_has_one(store: Store, kari: int) -> None:
    def entry(back: int, load: float | None) -> CalendarEntry:
        day = MONDAY - back * DAY
        return CalendarEntry(day=day, squad="first", what="training", planned_load=load)

    store.keep([entry(2, 400.0), entry(3, 300.0), entry(9, 500.0), entry(10, None)], S_AND_C)
    weeks = plan(store).weeks
    assert [(week.planned_load, week.with_load, week.entries) for week in weeks[-2:]] == [
        (None, 1, 2),
        (700.0, 2, 2),
    ]
