"""A confirmed warning sign acts in its own batch, and is open until somebody says what came of it."""

import csv
from pathlib import Path

import pytest

from teamback.clinic.urgent.red_flags import RED_FLAG_OPEN
from teamback.record.coach import CoachLine
from teamback.record.events import CaseOpened, RedFlagScreen, StageChange
from teamback.record.refusal import Refusal
from teamback.rounds.coach_sheet import coach_sheet
from teamback.rounds.keeping import keep
from teamback.rounds.squad_day import squad_day
from teamback.rounds.urgent.red_flags import alarms, open_red_flags
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from tests.rounds.telling_red_flags import OUT, act, answered, screen, standing, tasks_of, the_task, training
from tests.squads import (
    COACH,
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    of,
    oneself,
)

ORACLES = Path(__file__).parents[1] / "oracles"


def rows_of(table: str, key: str) -> dict[str, dict[str, str]]:
    with (ORACLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key]: row for row in csv.DictReader(file)}


@pytest.fixture
def kari(store: Store) -> int:
    (kari, _) = a_squad(store, "Kari Ola")
    store.keep([decided(kari, "full", MONDAY - DAY)], DOCTOR)
    return kari


def test_t7_a_red_flag_never_touches_the_stage_of_a_case(store: Store, kari: int) -> None:
    row = rows_of("rts_cases", "case")["T7"]
    assert row["expected"] == "R4 automatic"
    assert "the stage is not touched" in row["why"]
    opened = CaseOpened(
        day=MONDAY, case_id=1, athlete=kari, nature="injury", region="L", pathway="low_back", onset=MONDAY
    )
    stage = StageChange(
        day=MONDAY, case_id=1, athlete=kari, decision="enter", to_stage=0, stage_name="Protect and screen"
    )
    store.keep([opened, stage], DOCTOR)
    answered(store, kari, "saddle", confirmed=True)
    assert [k.event for k in clinical_entries(store, StageChange, PHYSIO, [kari], MONDAY)] == [stage]
    assert training(store, kari) == OUT
    assert the_task(store).level == "emergency"
    assert standing(store, kari).open == 1


def test_a_yes_that_stood_and_was_reviewed_does_not_fire_again(store: Store, kari: int, clock: Clock) -> None:
    answered(store, kari, "fever", confirmed=True)
    closed = act(the_task(store), "closed", outcome="Flu; seen by Dr Vold")
    keep(store, [closed], DOCTOR, None)
    keep(store, [decided(kari, "full")], DOCTOR, None)
    clock.later(days=1)
    answered(store, kari, "fever", confirmed=True, day=MONDAY + DAY)
    assert training(store, kari, MONDAY + DAY)[0] == "full"
    assert tasks_of(store, MONDAY + DAY).open == ()
    answered(store, kari, "fever saddle", confirmed=True, day=MONDAY + DAY)
    assert training(store, kari, MONDAY + DAY) == OUT
    assert the_task(store, MONDAY + DAY).rule == "ES1"


@pytest.mark.parametrize(
    ("between", "days", "fires"), [(None, 7, False), (None, 8, True), ("", 1, True), ("weight_loss", 2, True)]
)
def test_a_yes_is_new_after_a_no_and_when_the_last_screen_is_stale(
    store: Store, kari: int, clock: Clock, between: str | None, days: int, fires: bool
) -> None:
    answered(store, kari, "saddle", confirmed=True)
    keep(store, [act(the_task(store), "closed", outcome="Seen in hospital")], DOCTOR, None)
    clock.later(days=days)
    if between is not None:
        answered(store, kari, between, day=MONDAY + DAY)
    seq = answered(store, kari, "saddle", confirmed=True, day=MONDAY + days * DAY)
    causes = [
        item.task.cause for item in tasks_of(store, MONDAY + days * DAY).open if item.task.rule == "ES1"
    ]
    assert causes == ([seq] if fires else [])


def test_a_complete_screen_is_what_asking_again_was_for(store: Store, kari: int, clock: Clock) -> None:
    first = answered(store, kari, unknown="saddle")
    answered(store, kari, unknown="saddle fever")
    assert the_task(store).cause == first
    clock.later(hours=2)
    answered(store, kari, by=PHYSIO)
    assert tasks_of(store).open == ()
    assert standing(store, kari).screened_at == clock.at


def test_the_age_of_a_screen_is_that_of_the_last_complete_one(store: Store, kari: int, clock: Clock) -> None:
    answered(store, kari)
    then = clock.at
    clock.later(hours=50)
    answered(store, kari, unknown="saddle", day=MONDAY + 2 * DAY)
    keep(store, [RedFlagScreen(day=MONDAY, athlete=kari, no=("cancer",), background=True)], PHYSIO, None)
    store.keep([RedFlagScreen(day=MONDAY + 2 * DAY, athlete=kari, no=("saddle",))], PHYSIO)
    assert standing(store, kari, day=MONDAY + 2 * DAY).screened_at == then
    assert standing(store, kari, day=MONDAY - DAY).screened_at is None


def test_the_board_is_red_and_performance_learn_the_fact_alone(store: Store, kari: int) -> None:
    answered(store, kari, "saddle", confirmed=True)
    for scope, rows in ((PHYSIO, 1), (S_AND_C, 0)):
        board = squad_day(store, "first", MONDAY, None, scope)
        row = next(row for row in board.rows if row.athlete.athlete == kari)
        first = row.flag.reasons[0]
        assert (row.flag.level, first.rule, first.says) == ("red", "C1", RED_FLAG_OPEN)
        assert len(first.rows) == rows
    assert "saddle" in standing(store, kari).rows[0].text
    theirs = standing(store, kari, S_AND_C)
    assert (theirs.open, theirs.rules, theirs.rows) == (1, (), ())
    assert alarms(store, S_AND_C) == alarms(store, COACH) == alarms(store, oneself(kari)) == ()


def test_who_does_not_serve_an_athlete_learns_nothing_of_a_red_flag(store: Store, kari: int) -> None:
    a_squad(store, "Boje", "second")
    answered(store, kari, "saddle", confirmed=True)
    theirs = of(PHYSIO, "second")
    assert alarms(store, theirs) == ()
    assert open_red_flags(store, theirs, [kari], ["first"], MONDAY) == {}
    assert open_red_flags(store, oneself(kari + 1), [kari], ["first"], MONDAY) == {}
    with pytest.raises(Refusal, match="does not read red flags"):
        open_red_flags(store, COACH, [kari], ["first"], MONDAY)


def test_the_coach_reads_out_under_review_and_no_clinical_word(store: Store, kari: int) -> None:
    answered(store, kari, "saddle", confirmed=True)
    (line,) = coach_sheet(store, "first", MONDAY, None, COACH).of("out")
    assert line == CoachLine(
        known_as="Kari",
        position=None,
        training="out",
        match="not_available",
        until_reviewed=True,
        since=MONDAY,
        decided_at=line.decided_at,
    )


@pytest.mark.parametrize("wanted", ["full", "modified", "rehab"])
def test_nothing_but_out_is_decided_while_a_red_flag_is_open(store: Store, kari: int, wanted: str) -> None:
    answered(store, kari, "one_leg", confirmed=True)
    details = {} if wanted == "full" else {"review_on": MONDAY, "reason": "injury"}
    limits = ("contact",) if wanted == "modified" else ()
    decision = decided(kari, wanted, restrictions=limits, **details)
    with pytest.raises(Refusal, match="A red flag is open: close its task with an outcome first"):
        keep(store, [decision], DOCTOR, None)
    keep(store, [decided(kari, "out", review_on=MONDAY, reason="injury")], DOCTOR, None)
    keep(store, [act(the_task(store), "closed", outcome="Reflexes normal")], PHYSIO, None)
    keep(store, [decision], DOCTOR, None)
    assert training(store, kari)[0] == wanted


def test_a_past_day_shows_the_flag_that_was_open_then(store: Store, kari: int, clock: Clock) -> None:
    answered(store, kari, "saddle", confirmed=True)
    known = store.head()
    clock.later(days=1)
    done = act(the_task(store, MONDAY + DAY), "closed", MONDAY + DAY, outcome="MRI clear")
    keep(store, [done], DOCTOR, None)
    assert [standing(store, kari, day=day).open for day in (MONDAY - DAY, MONDAY, MONDAY + DAY)] == [0, 1, 0]
    assert standing(store, kari, day=MONDAY + DAY, known_at=known).open == 1


def test_a_check_in_and_a_screen_are_one_batch_or_none(store: Store, kari: int) -> None:
    hurts = mornings(kari, low_back_now="7")
    kept = keep(store, [*hurts, screen(kari, "saddle", confirmed=True)], oneself(kari), None)
    assert len(kept) == 3
    batches = store.engine.read(
        "select count(distinct batch) from journal where seq >= $1::bigint", [kept.start]
    )
    assert batches == [(1,)]
    head = store.head()
    with pytest.raises(Refusal, match="There is a check-in"):
        keep(store, [*hurts, screen(kari, "fever", confirmed=True)], oneself(kari), None)
    assert store.head() == head


def test_out_holds_from_the_present_even_when_the_screen_is_entered_for_a_past_day(
    store: Store, kari: int
) -> None:
    store.keep([decided(kari, "full")], DOCTOR)
    answered(store, kari, "saddle", confirmed=True, day=MONDAY - 3 * DAY, by=PHYSIO)
    assert training(store, kari) == OUT


def test_the_banner_names_an_athlete_once_with_the_most_urgent_flag(store: Store, kari: int) -> None:
    answered(store, kari + 1, "fever", confirmed=True)
    answered(store, kari, "fever saddle", confirmed=True)
    assert [(a.known_as, a.rule) for a in alarms(store, PHYSIO)] == [("Kari", "ES1"), ("Ola", "ES4")]
