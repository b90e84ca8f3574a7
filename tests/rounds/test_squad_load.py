"""Who is far from their own usual load, and what one athlete's load is made of."""

import datetime as dt

import numpy as np
import pytest

from teamback.measures.trend import ewma
from teamback.record.events import CalendarEntry
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.rounds.athlete_load import AthleteLoad, athlete_load
from teamback.rounds.squad_day import squad_day
from teamback.rounds.squad_load import ABOVE, BELOW, NOT_KNOWN, WITHIN, LoadRow, SquadLoad, squad_load
from teamback.store import Store
from tests.squads import (
    DAY,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    a_squad,
    decided,
    oneself,
    rest_days,
    sessions,
)

YESTERDAY = MONDAY - DAY
FOUR_EVEN_WEEKS = "60 " * 28


def trained(store: Store, athlete: int, minutes: str, until: dt.date = YESTERDAY) -> None:
    """Sessions of RPE 5, so that a minute is 5 AU."""
    store.keep(sessions(athlete, until, minutes=minutes, rpe=5.0), PHYSIO)


def load_of(store: Store, day: dt.date = MONDAY, known_at: int | None = None) -> SquadLoad:
    return squad_load(store, "first", day, known_at, S_AND_C)


def row(week: float | None, usual: float | None, sd: float | None, name: str = "Kari") -> LoadRow:
    person = RosterAthlete(1, name, None, None, "first", MONDAY, False)
    return LoadRow(person, "full", (), (), week, 7, 0, usual, sd, 4, None, None)


def test_who_is_farthest_from_the_own_usual_stands_first_and_nobody_is_missing(store: Store) -> None:
    kari, ola, per, _ = a_squad(store, "Kari Ola Per Ida")
    trained(store, kari, FOUR_EVEN_WEEKS + "66 " * 7)
    trained(store, ola, FOUR_EVEN_WEEKS + "30 " * 7)
    trained(store, per, FOUR_EVEN_WEEKS + "60 " * 7)
    found = load_of(store)
    assert [(r.athlete.known_as, r.standing) for r in found.rows] == [
        ("Ola", BELOW),
        ("Kari", ABOVE),
        ("Ida", NOT_KNOWN),
        ("Per", WITHIN),
    ]
    assert [r.from_usual for r in found.rows] == [-50, pytest.approx(10), None, 0]
    assert found.counts == {ABOVE: 1, BELOW: 1, NOT_KNOWN: 1, WITHIN: 1}


def test_the_week_ends_the_day_before_as_on_the_morning_board(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, FOUR_EVEN_WEEKS + "90 " * 7)
    trained(store, kari, "120", until=MONDAY)
    ours, board = load_of(store), squad_day(store, "first", MONDAY, None, S_AND_C).rows[0].figures
    assert ours.week_to == YESTERDAY
    assert (ours.rows[0].week, ours.rows[0].known_days) == (board.week_load, board.week_known_days)
    assert (ours.rows[0].usual, ours.rows[0].usual_sd) == (board.usual_load, board.usual_load_sd)
    assert ours.rows[0].change_percent == board.load_change
    assert ours.rows[0].days[-1] == 600


def test_an_entered_rest_is_zero_and_silence_is_not(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "60 . 60 60 . 60 60")
    store.keep(rest_days(kari, YESTERDAY - 2 * DAY, MONDAY), PHYSIO)
    found = load_of(store).rows[0]
    assert found.days[-8:-1] == (300, None, 300, 300, 0, 300, 300)
    assert found.rest[-8:-1] == (False, False, False, False, True, False, False)
    assert (found.known_days, found.rest_days, found.week) == (6, 1, 1500)


def test_a_squad_day_off_is_a_rest_of_those_who_were_there(store: Store) -> None:
    a_squad(store, "Kari", joined=MONDAY - 2 * DAY)
    off = [CalendarEntry(day=day, squad="first", what="day_off") for day in (YESTERDAY, MONDAY - 3 * DAY)]
    store.keep(off, LEAD)
    assert load_of(store).rows[0].days[-4:] == (None, None, 0, None)


def test_four_known_days_of_seven_say_nothing_about_the_week(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, FOUR_EVEN_WEEKS + ". . . 60 60 60 60")
    found = load_of(store).rows[0]
    assert (found.week, found.from_usual, found.standing, found.known_days) == (None, None, NOT_KNOWN, 4)


def test_the_decision_stands_beside_the_figures_and_changes_none(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    for athlete in (kari, ola):
        trained(store, athlete, "60 " * 7)
    store.keep([decided(kari, "out")], PHYSIO)
    ours, theirs = load_of(store).rows
    assert (ours.training, theirs.training) == ("out", "not_decided")
    assert ours.week == theirs.week == 2100


def test_as_it_stood_then_a_session_entered_later_is_not_in_it(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    before = store.head()
    trained(store, kari, "60 " * 7)
    assert load_of(store, known_at=before).rows[0].known_days == 0
    assert load_of(store).rows[0].known_days == 7


def test_by_chance_alone_four_weeks_in_ten_lie_outside_the_band() -> None:
    weeks = np.random.default_rng(4).normal(2000, 300, size=(20_000, 5))
    usual, sd = weeks[:, :4].mean(axis=1), weeks[:, :4].std(axis=1, ddof=1)
    outside = [
        row(week, mean, spread).standing != WITHIN
        for week, mean, spread in zip(weeks[:, 4], usual, sd, strict=True)
    ]
    assert 0.41 < np.mean(outside) < 0.46


def test_a_usual_of_zero_has_no_percentage() -> None:
    assert row(300, 0, 0).from_usual is None
    assert row(300, 0, 0).standing == ABOVE


def own(store: Store, athlete: int, since: dt.date | None = None, day: dt.date = MONDAY) -> AthleteLoad:
    return athlete_load(store, "first", day, None, S_AND_C, athlete, since)


def test_ewma_looks_back_over_the_whole_history_whatever_is_shown(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "120 " * 60 + "0 " * 27)
    short, long = own(store, kari, MONDAY - 27 * DAY).days, own(store, kari).days
    assert short.ewma_28[0] == long.ewma_28[-28]
    assert short.ewma_28[0] > 400
    assert np.array_equal(long.ewma_7, ewma(long.load[None], days=7)[0], equal_nan=True)
    assert len(short.load) == 28


def test_weeks_count_back_from_yesterday_each_with_the_usual_of_its_own_past(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "60 " * 28 + "90 " * 7 + "60 60 . . . 60 60")
    weeks = own(store, kari, MONDAY - 27 * DAY).weeks
    assert weeks.last_days == tuple(YESTERDAY - back * DAY for back in (21, 14, 7, 0))
    assert weeks.total[:3].tolist() == [2100, 2100, 3150]
    assert np.isnan(weeks.total[3])
    assert weeks.known_days.tolist() == [7, 7, 7, 4]
    assert weeks.usual[2:].tolist() == [2100, pytest.approx(2362.5)]


def test_descriptive_figures_wait_for_28_days_of_data(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "60 90 " * 13 + "60")
    early = own(store, kari).descriptive
    assert (early.days, early.shown, early.acwr_coupled) == (27, False, None)
    trained(store, kari, "90", until=YESTERDAY - 27 * DAY)
    now = own(store, kari).descriptive
    assert (now.days, now.shown) == (28, True)
    assert now.acwr_coupled == pytest.approx((4 * 60 + 3 * 90) / 7 / 75)


def test_strain_is_held_against_the_own_earlier_weeks_only(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "60 90 60 90 60 90 0 " * 5)
    figures = own(store, kari).descriptive
    assert figures.strain is not None
    assert figures.strain_before == pytest.approx((figures.strain, figures.strain))


def test_a_flat_week_has_no_monotony_and_never_an_infinite_one(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    trained(store, kari, "60 " * 35)
    figures = own(store, kari).descriptive
    assert (figures.monotony, figures.strain) == (None, None)


def test_an_athlete_of_another_squad_is_refused(store: Store) -> None:
    a_squad(store, "Kari")
    (ola,) = a_squad(store, "Ola", squad="second")
    with pytest.raises(Refusal, match="not on this squad"):
        own(store, ola)


def test_an_athlete_reads_nobody_elses_load(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    trained(store, ola, "60 " * 7)
    with pytest.raises(Refusal, match="not on this squad"):
        athlete_load(store, "first", MONDAY, None, oneself(kari), ola)
