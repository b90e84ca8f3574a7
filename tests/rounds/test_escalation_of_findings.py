"""ES6, ES7, ES10, ES12 and ES13: questionnaires that ask for somebody, and silence in an open case."""

import datetime as dt

import pytest

from teamback.clinic.urgent.inflammatory import CRITERIA
from teamback.record.events import AthleteNamed, CaseClosed, InflammatoryScreen, InstrumentTotal
from teamback.record.refusal import Refusal
from teamback.rounds.keeping import keep
from teamback.store import Store
from tests.cases import a_case
from tests.rounds.telling_escalation import TABLE, asked_by, close, days_ago, open_by, ostrc
from tests.rounds.telling_red_flags import act
from tests.squads import (
    A_YEAR_AGO,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    mornings,
    oneself,
)

SUBSTANTIAL = (8, 17, 0, 8)
SMALL = (8, 8, 8, 8)


@pytest.fixture
def kari(store: Store) -> int:
    kari = a_squad(store, "Kari Ola")[0]
    born = {"home": "first", "known_as": "Kari", "date_of_birth": dt.date(2000, 5, 1)}
    store.keep([AthleteNamed(day=A_YEAR_AGO, athlete=kari, **born)], LEAD)
    return kari


def screen(athlete: int, yes: int, day: dt.date = MONDAY) -> InflammatoryScreen:
    """Pain since January at 25, which is a criterion, and so many others answered yes."""
    keys = tuple(CRITERIA)
    return InflammatoryScreen(
        day=day, athlete=athlete, onset=dt.date(2026, 1, 1), yes=keys[:yes], no=keys[yes:]
    )


@pytest.mark.parametrize(("yes", "rule"), [(1, None), (2, "ES7"), (3, "ES6"), (8, "ES6")])
def test_es6_and_es7_what_the_screen_for_inflammation_asks_for(
    store: Store, kari: int, yes: int, rule: str | None
) -> None:
    keep(store, [screen(kari, yes)], DOCTOR, None)
    assert [rule for rule in ("ES6", "ES7") if open_by(store, rule)] == ([rule] if rule else [])
    if rule:
        proposed = TABLE[rule]["action"].removeprefix("propose ").removesuffix(" proposed")
        task = asked_by(store, rule)
        assert proposed.replace(" test", "") in task.says
        assert task.due == MONDAY + 14 * DAY


def test_es6_is_closed_and_a_new_screen_opens_it_again(store: Store, kari: int, clock: Clock) -> None:
    keep(store, [screen(kari, 4)], DOCTOR, None)
    close(store, "ES6")
    assert open_by(store, "ES6") is None
    clock.later(days=1)
    keep(store, [screen(kari, 4, MONDAY + DAY)], PHYSIO, None)
    assert asked_by(store, "ES6", MONDAY + DAY).since == MONDAY + DAY


def test_the_screen_for_inflammation_is_refused_where_it_cannot_be_judged(store: Store, kari: int) -> None:
    with pytest.raises(Refusal, match="date of birth"):
        keep(store, [screen(kari + 1, 4)], DOCTOR, None)
    with pytest.raises(Refusal):
        keep(store, [screen(kari, 4)], S_AND_C, None)


@pytest.mark.parametrize(
    ("weeks", "asks"),
    [
        ([SUBSTANTIAL, SUBSTANTIAL], True),
        ([SUBSTANTIAL, SMALL], False),
        ([SUBSTANTIAL, (), SUBSTANTIAL], False),
        ([SUBSTANTIAL, None, SUBSTANTIAL], False),
        ([SUBSTANTIAL, (25, 0, 0, 0)], True),
    ],
)
def test_es10_a_substantial_problem_in_two_consecutive_weeks(
    store: Store, kari: int, weeks: list[tuple[int, ...] | None], asks: bool
) -> None:
    for back, answers in enumerate(reversed(weeks)):
        if answers is not None:
            store.keep([ostrc(kari, *answers, day=days_ago(7 * back))], oneself(kari))
    if asks:
        task = asked_by(store, "ES10")
        assert TABLE["ES10"]["action"] in task.says.lower()
        assert task.due == MONDAY + 3 * DAY
    else:
        assert open_by(store, "ES10") is None


def test_es10_the_day_of_the_week_does_not_matter(store: Store, kari: int) -> None:
    store.keep([ostrc(kari, *SUBSTANTIAL), ostrc(kari, *SUBSTANTIAL, day=days_ago(1))], oneself(kari))
    assert asked_by(store, "ES10").since == MONDAY


@pytest.mark.parametrize(("distress", "asks"), [(3, False), (4, True), (5, True), (None, False)])
def test_es12_high_risk_by_the_distress_subscale(
    store: Store, kari: int, distress: float | None, asks: bool
) -> None:
    total = InstrumentTotal(day=MONDAY, athlete=kari, instrument="start_back", total=6, distress=distress)
    keep(store, [total], PHYSIO, None)
    task = open_by(store, "ES12")
    assert (task is not None) is asks
    if task:
        assert TABLE["ES12"]["action"] in task.says
        assert "psychologist" in task.owner
        close(store, "ES12")
        assert open_by(store, "ES12") is None


def test_es13_a_silent_athlete_in_an_open_case_is_contacted_until_a_check_in_comes(
    store: Store, kari: int, clock: Clock
) -> None:
    assert (TABLE["ES13"]["action"], TABLE["ES13"]["level"]) == ("contact athlete", "CHASE")
    a_case(store, kari)
    store.keep(mornings(kari, low_back_now="2", rated_at=clock()), oneself(kari))
    store.keep(mornings(kari + 1, low_back_now="2", rated_at=clock()), oneself(kari + 1))
    clock.later(hours=47)
    assert open_by(store, "ES13", MONDAY + 2 * DAY) is None
    clock.later(hours=1)
    wednesday = MONDAY + 2 * DAY
    task = asked_by(store, "ES13", wednesday)
    assert (task.athlete, task.due) == (kari, wednesday)
    assert task.says == "No check-in for 48 h in an open case (the last on Mon 23 Nov): contact the athlete"
    store.keep(mornings(kari, wednesday, low_back_now="2", rated_at=clock()), oneself(kari))
    assert open_by(store, "ES13", wednesday) is None


def test_es13_after_a_closing_the_hours_run_anew(store: Store, kari: int, clock: Clock) -> None:
    a_case(store, kari)
    clock.later(days=2)
    wednesday = MONDAY + 2 * DAY
    assert "(none so far)" in asked_by(store, "ES13", wednesday).says
    keep(store, [act(asked_by(store, "ES13", wednesday), "acknowledged", wednesday)], PHYSIO, None)
    assert asked_by(store, "ES13", wednesday).state == "acknowledged"
    close(store, "ES13", wednesday)
    clock.later(hours=47)
    assert open_by(store, "ES13", MONDAY + 4 * DAY) is None
    clock.later(hours=1)
    again = asked_by(store, "ES13", MONDAY + 4 * DAY)
    assert again.state == "open"


def test_es13_is_about_open_cases_only(store: Store, kari: int, clock: Clock) -> None:
    number = a_case(store, kari)
    store.keep([CaseClosed(day=MONDAY, case_id=number, athlete=kari, outcome="recovered")], DOCTOR)
    clock.later(days=5)
    assert open_by(store, "ES13", MONDAY + 5 * DAY) is None
