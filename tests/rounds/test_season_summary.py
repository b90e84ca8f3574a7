"""What a season comes to, counted from the record: exposure, time lost, the back, availability, adherence."""

import datetime as dt
from dataclasses import replace

import pytest

from teamback.record.events import CaseClosed, Left, Programme, SessionExercise
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.reports.surveillance import as_csv
from teamback.rounds.season.season import Season
from teamback.rounds.season.summary import SquadSeason, athlete_season, squad_season
from teamback.store import Store
from tests.cases import a_case
from tests.squads import (
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    a_squad,
    decided,
    mornings,
    oneself,
    sessions,
)

FIRST = MONDAY - 27 * DAY


def season(store: Store, first: dt.date = FIRST) -> SquadSeason:
    return squad_season(store, "first", MONDAY, None, LEAD, first)


def of(store: Store, athlete: int, first: dt.date = FIRST) -> Season:
    return athlete_season(store, "first", MONDAY, None, LEAD, athlete, first)


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def test_exposure_holds_training_and_match_apart_and_no_rehab(store: Store, kari: int) -> None:
    for back, kind, minutes in ((1, "training", "90"), (2, "match", "60"), (3, "rehab", "45")):
        store.keep(sessions(kari, until=MONDAY - back * DAY, minutes=minutes, rpe="5", type=kind), PHYSIO)
    own = sessions(kari, until=MONDAY - 4 * DAY, minutes="30", rpe="5", participation="rehab")
    store.keep([*own, *sessions(kari, until=MONDAY - 5 * DAY, minutes="?", rpe="5")], PHYSIO)
    store.keep(sessions(kari, until=MONDAY - 6 * DAY, minutes="0"), PHYSIO)
    found = of(store, kari)
    assert (found.hours_training, found.hours_match, found.hours) == (1.5, 1.0, 2.5)
    assert (found.sessions, found.without_minutes) == (5, 1)


def test_time_lost_is_counted_by_the_day_0_rule_and_belongs_to_its_case(store: Store, kari: int) -> None:
    case = a_case(store, kari, day=MONDAY - 12 * DAY)
    store.keep(
        [
            decided(kari, "full", MONDAY - 20 * DAY),
            decided(kari, "out", MONDAY - 10 * DAY, reason="injury"),
            decided(kari, "modified", MONDAY - 6 * DAY, reason="injury"),
            decided(kari, "full", MONDAY - 4 * DAY),
        ],
        DOCTOR,
    )
    found = of(store, kari)
    (loss,) = found.cases
    assert (loss.number, loss.days_lost, loss.going_on) == (case, 5, False)
    assert (found.time_loss_days, found.low_back_loss_days, found.no_case_days) == (5, 5, 0)
    assert (found.full_days, found.decided_days, found.undecided_days) == (15, 21, 7)
    assert [len(found.group(name)) for name in ("injuries", "time_loss", "back_injuries")] == [1, 1, 1]


def test_what_began_before_the_period_costs_days_in_it_and_is_no_new_case(store: Store, kari: int) -> None:
    a_case(store, kari, day=MONDAY - 40 * DAY)
    store.keep([decided(kari, "out", MONDAY - 40 * DAY, reason="injury")], DOCTOR)
    found = of(store, kari)
    assert found.cases == ()
    assert found.time_loss_days == 28
    long = of(store, kari, MONDAY - 60 * DAY).cases[0]
    assert (long.days_lost, long.going_on) == (40, True)


def test_a_case_opened_by_mistake_counts_nowhere(store: Store, kari: int) -> None:
    case = a_case(store, kari, day=MONDAY - 5 * DAY)
    store.keep([CaseClosed(day=MONDAY, case_id=case, athlete=kari, outcome="mistaken")], DOCTOR)
    assert of(store, kari).cases == ()


def test_time_lost_without_a_case_is_counted_and_named(store: Store, kari: int) -> None:
    store.keep([decided(kari, "out", MONDAY - 3 * DAY, reason="illness")], DOCTOR)
    found = of(store, kari)
    assert (found.time_loss_days, found.no_case_days) == (3, 3)


def test_who_is_away_for_other_reasons_is_in_no_share_of_availability(store: Store, kari: int) -> None:
    store.keep([decided(kari, "out", FIRST, reason="international_duty")], DOCTOR)
    store.keep([decided(kari, "full", MONDAY - DAY)], DOCTOR)
    found = of(store, kari)
    assert (found.away_days, found.decided_days, found.availability) == (26, 2, 100)
    assert found.time_loss_days == 0


def test_nothing_decided_and_nothing_said_is_not_known(store: Store, kari: int) -> None:
    found = of(store, kari)
    assert (found.availability, found.adherence, found.undecided_days) == (None, None, 28)
    assert (found.mornings, found.low_back_days) == (0, 0)
    assert found.rates(found.cases).incidence is None


def test_low_back_days_are_held_against_the_mornings_that_were_answered(store: Store, kari: int) -> None:
    store.keep(mornings(kari, low_back_now="0 2 1.5 ? 4 ."), PHYSIO)
    found = of(store, kari)
    assert (found.low_back_days, found.mornings) == (2, 4)


def test_adherence_counts_the_whole_period(store: Store, kari: int) -> None:
    line = ProgrammeLine("dead_bug", reps=6.0).as_text()
    store.keep([Programme(day=MONDAY - 21 * DAY, athlete=kari, purpose="week", lines=(line,))], S_AND_C)
    done = [SessionExercise(day=MONDAY - n * DAY, athlete=kari, exercise="dead_bug") for n in range(1, 11)]
    store.keep(done, S_AND_C)
    found = of(store, kari)
    assert (found.done, found.planned) == (10, 20)


def test_who_left_is_in_the_squads_season_with_the_days_there(store: Store, kari: int) -> None:
    ola = kari + 1
    store.keep(sessions(ola, until=MONDAY - 5 * DAY, minutes="60 . 60", rpe="5 . 5"), PHYSIO)
    store.keep([Left(day=MONDAY - 6 * DAY, athlete=ola, squad="first")], LEAD)
    found = season(store)
    assert [row.athlete.known_as for row in found.rows] == ["Kari", "Ola"]
    assert (found.rows[1].season.days, found.rows[1].season.hours) == (21, 1.0)
    assert found.whole.days == 28 + 21


def test_the_squad_is_the_sum_of_its_athletes_and_the_file_says_what_it_counts(
    store: Store, kari: int
) -> None:
    store.keep(sessions(kari, minutes="600 600", rpe="5 5", type="training"), PHYSIO)
    store.keep(sessions(kari + 1, minutes="600 600", rpe="5 5", type="match"), PHYSIO)
    a_case(store, kari, day=MONDAY - 3 * DAY)
    found = season(store)
    assert found.whole.hours == 40
    rates = found.whole.rates(found.whole.group("injuries"))
    assert (rates.events, rates.incidence, rates.few) == (1, 25.0, True)
    lines = as_csv(found, "IOC2020").splitlines()
    assert lines[0].startswith("About,Figure,Value,Lower 95 %")
    assert any(line.startswith("First,Incidence: Injuries,25.0000,0.6329,139.29") for line in lines)
    assert "First,Exposure: match,20.0000,,,h" in "\n".join(lines)
    assert all(line.rstrip('"').endswith(".") for line in lines[1:])


def test_an_athlete_reads_their_own_season_and_nobody_elses(store: Store, kari: int) -> None:
    own = athlete_season(store, "first", MONDAY, None, oneself(kari), kari, FIRST)
    assert own.days == 28
    with pytest.raises(Refusal):
        athlete_season(store, "first", MONDAY, None, oneself(kari), kari + 1, FIRST)
    elsewhere = replace(PHYSIO, squads=frozenset({"second"}))
    with pytest.raises(Refusal):
        squad_season(store, "first", MONDAY, None, elsewhere, FIRST)
