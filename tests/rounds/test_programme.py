"""What an athlete is to do, how much of it was done, and what may be written down about it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from teamback.clinic.exercise.exercises import library
from teamback.record.event import Event
from teamback.record.events import (
    AtHand,
    CaseClosed,
    CaseOpened,
    Programme,
    SessionExercise,
    StageChange,
)
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.exercise.kept_up import KeptUp, kept_up
from teamback.rounds.exercise.programme import AthletePlan, athlete_plan
from teamback.rounds.keeping import keep
from teamback.store import Store
from tests.squads import (
    ADMIN,
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
    sessions,
)

DEAD_BUG = ProgrammeLine("dead_bug", sets=3, reps=6, pillar="stability")
SQUAT = ProgrammeLine("bodyweight_squat", (0, 3), sets=3, reps=10)


def planned(athlete: int, *lines: ProgrammeLine, day: dt.date = MONDAY, **more: Any) -> Programme:
    said = {"day": day, "athlete": athlete, "purpose": "week", "lines": tuple(x.as_text() for x in lines)}
    return Programme(**said | more)


def did(athlete: int, exercise: str, *back: int, **more: Any) -> list[SessionExercise]:
    days = [MONDAY - n * DAY for n in back]
    return [SessionExercise(**{"day": day, "athlete": athlete, "exercise": exercise} | more) for day in days]


def plan_of(store: Store, athlete: int, scope: Scope = PHYSIO, day: dt.date = MONDAY) -> AthletePlan:
    return athlete_plan(store, "first", day, None, scope, athlete)


def share(versions: Sequence[Programme], entries: Sequence[SessionExercise], of: str = "week") -> KeptUp:
    return next(one for one in kept_up(versions, entries, library(), MONDAY) if one.of == of)


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def test_silence_is_not_done_and_today_is_not_over(kari: int) -> None:
    version = planned(kari, DEAD_BUG, day=MONDAY - 5 * DAY)
    entries = did(kari, "dead_bug", 1, 2, 4)
    one = share([version], entries)  # the day it began and today count what was done: nothing
    assert (one.done, one.planned, one.streak, one.paused) == (3, 4, 2, 0)
    assert one.percent == 75
    today = share([version], [*entries, *did(kari, "dead_bug", 0)])
    assert (today.done, today.planned, today.streak) == (4, 5, 3)


def test_nothing_planned_has_no_percentage(kari: int) -> None:
    assert kept_up([], did(kari, "dead_bug", 1), library(), MONDAY) == ()
    assert share([planned(kari, DEAD_BUG)], []).percent is None


def test_a_substitute_counts_and_a_pause_without_one_is_left_out(kari: int) -> None:
    version = planned(kari, DEAD_BUG, day=MONDAY - 4 * DAY)
    paused = did(kari, "dead_bug", 2, paused_for_pain=4)
    instead = did(kari, "dead_bug", 1, paused_for_pain=4, substitute="heel_slide")
    one = share([version], [*did(kari, "dead_bug", 3), *paused, *instead])
    assert (one.done, one.planned, one.streak, one.paused) == (2, 2, 2, 1)


def test_pillars_come_from_the_line_else_from_the_library(kari: int) -> None:
    version = planned(kari, DEAD_BUG, SQUAT, day=MONDAY - 8 * DAY)  # squats on Monday and Thursday
    entries = did(kari, "bodyweight_squat", 7)
    assert (share([version], entries, "strength").done, share([version], entries, "strength").planned) == (
        1,
        2,
    )
    assert share([version], entries, "stability").planned == 7


def test_only_the_last_28_days_are_counted_and_each_version_for_its_days(kari: int) -> None:
    old = planned(kari, DEAD_BUG, day=MONDAY - 60 * DAY)
    assert share([old], []).planned == 27
    new = planned(kari, SQUAT, day=MONDAY - 7 * DAY)
    assert share([old, new], []).planned == 20 + 2  # dead bugs until the new plan, then Monday and Thursday


def test_an_entry_of_another_programme_counts_for_that_one(kari: int) -> None:
    version = planned(kari, DEAD_BUG, day=MONDAY - 2 * DAY)
    assert share([version], did(kari, "dead_bug", 1, programme="home")).done == 0
    assert share([version], did(kari, "dead_bug", 1, programme="week")).done == 1


def test_what_is_due_follows_the_newest_programme_and_the_weekday(store: Store, kari: int) -> None:
    store.keep([planned(kari, SQUAT, day=MONDAY - 9 * DAY), *did(kari, "dead_bug", 0)], PHYSIO)
    store.keep([planned(kari, DEAD_BUG, SQUAT)], S_AND_C)
    found = plan_of(store, kari)
    assert [(item.line.exercise, item.entry is not None) for item in found.due] == [
        *(("dead_bug", True), ("bodyweight_squat", False)),
    ]
    assert found.programmes["week"].recorded_by == "Ben Roe, s_and_c"
    assert [item.line.exercise for item in plan_of(store, kari, day=MONDAY - DAY).due] == []


def test_a_flare_lasts_until_it_is_answered_no_or_the_back_is_free(store: Store, kari: int) -> None:
    store.keep(mornings(kari, until=MONDAY - DAY, low_back_now="4", flare="y"), PHYSIO)
    assert plan_of(store, kari).flare
    store.keep(mornings(kari, low_back_now="0"), PHYSIO)
    assert not plan_of(store, kari).flare


def opened(athlete: int, pathway: str = "low_back", case: int = 7) -> CaseOpened:
    said: dict[str, Any] = {"nature": "injury", "region": "L", "onset": MONDAY - 9 * DAY}
    return CaseOpened(day=MONDAY - 9 * DAY, case_id=case, athlete=athlete, pathway=pathway, **said)


def stage(athlete: int, to: int, case: int = 7, name: str = "Controlled loading") -> StageChange:
    said: dict[str, Any] = {"decision": "enter", "to_stage": to, "stage_name": name}
    return StageChange(day=MONDAY - 8 * DAY, case_id=case, athlete=athlete, **said)


def test_without_a_case_every_stage_is_allowed_and_the_lowest_open_case_leads(
    store: Store, kari: int
) -> None:
    assert plan_of(store, kari).stage.allowed == 7
    store.keep([opened(kari), stage(kari, 2)], DOCTOR)
    assert plan_of(store, kari).stage.says == (
        "Stage 2, Controlled loading: exercises up to stage 2 of the library."
    )
    store.keep([opened(kari, case=8), stage(kari, 4, 8)], DOCTOR)
    assert plan_of(store, kari, S_AND_C).stage.allowed == 2
    store.keep([CaseClosed(day=MONDAY, case_id=7, athlete=kari, outcome="recovered")], DOCTOR)
    assert plan_of(store, kari, oneself(kari)).stage.allowed == 4


def test_a_case_without_a_stage_yet_stands_at_the_first(store: Store, kari: int) -> None:
    store.keep([opened(kari)], DOCTOR)
    assert plan_of(store, kari).stage.allowed == 0


@pytest.mark.parametrize(
    ("training", "allowed"), [("full", 7), ("modified", 5), ("rehab", 3), ("out", 0), (None, 0)]
)
def test_another_pathway_goes_by_availability(
    store: Store, kari: int, training: str | None, allowed: int
) -> None:
    events: list[Event] = [opened(kari, "hamstring"), stage(kari, 1)]
    store.keep([*events, *([decided(kari, training)] if training else [])], DOCTOR)
    assert plan_of(store, kari).stage.allowed == allowed


@pytest.mark.parametrize("by", [COACH, ADMIN, of(PHYSIO, "second"), oneself(1), oneself(2)])
def test_only_staff_of_the_squad_write_a_programme(store: Store, kari: int, by: Scope) -> None:
    with pytest.raises(Refusal):
        keep(store, [planned(kari, DEAD_BUG)], by, None)
    with pytest.raises(Refusal):
        keep(store, [AtHand(day=MONDAY, athlete=kari, equipment=("band",))], by, None)


def test_athletes_log_their_own_exercises_and_nobody_elses(store: Store, kari: int) -> None:
    assert keep(store, did(kari, "dead_bug", 0), oneself(kari), None)
    with pytest.raises(Refusal):
        keep(store, did(kari, "dead_bug", 0), oneself(kari + 1), None)
    with pytest.raises(Refusal):
        athlete_plan(store, "first", MONDAY, None, oneself(kari + 1), kari)
    with pytest.raises(Refusal):
        athlete_plan(store, "first", MONDAY, None, COACH, kari)


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (planned(1, ProgrammeLine("moonwalk", reps=1)), "not in the library"),
        (planned(1, ProgrammeLine("dead_bug", sets=21, reps=1)), "Sets is 21"),
        (planned(1, DEAD_BUG, purpose="home"), "3 to 5 exercises"),
        (SessionExercise(day=MONDAY, athlete=1, exercise="moonwalk"), "not in the library"),
        (SessionExercise(day=MONDAY + DAY, athlete=1, exercise="dead_bug"), "lies in the future"),
        (AtHand(day=MONDAY, athlete=1, equipment=("sofa",)), "not in the list"),
    ],
)
def test_the_write_path_asks_the_clinic_again(store: Store, kari: int, event: Event, says: str) -> None:
    head = store.head()
    with pytest.raises(Refusal, match=says):
        keep(store, [event], PHYSIO, None)
    assert store.head() == head


def settled(athlete: int, until: dt.date = MONDAY - DAY) -> list[Event]:
    yesterday = sessions(athlete, until=until, minutes="60", pain_during="1", pain_after="1")
    return [*mornings(athlete, until=until + DAY, low_back_now="1 1"), *yesterday]


def test_what_gets_harder_is_held_against_the_plan_of_the_last_session(
    store: Store, clock: Clock, kari: int
) -> None:
    more, again = ProgrammeLine("dead_bug", sets=4, reps=6), ProgrammeLine("dead_bug", sets=4, reps=8)
    with_pillar = [
        ProgrammeLine(x.exercise, sets=x.sets, reps=x.reps, pillar="stability") for x in (more, again)
    ]
    store.keep([planned(kari, DEAD_BUG, day=MONDAY - 3 * DAY), *settled(kari)], PHYSIO)
    keep(store, [planned(kari, with_pillar[0])], PHYSIO, None)
    with pytest.raises(Refusal, match="changes 2 things at once"):
        keep(store, [planned(kari, with_pillar[1])], PHYSIO, None)  # nobody has trained on the first step yet
    clock.later(days=1)
    store.keep(sessions(kari, minutes="60", pain_during="1", pain_after="1"), PHYSIO)
    store.keep(mornings(kari, until=MONDAY + DAY, low_back_now="1"), PHYSIO)
    assert keep(store, [planned(kari, with_pillar[1], day=MONDAY + DAY)], PHYSIO, None)


def test_a_first_plan_may_be_mended_before_anybody_trained_on_it(store: Store, kari: int) -> None:
    store.keep([*settled(kari), planned(kari, DEAD_BUG)], PHYSIO)
    assert keep(store, [planned(kari, ProgrammeLine("dead_bug", sets=5, reps=9))], PHYSIO, None)


def test_after_a_painful_session_the_plan_may_only_get_easier(store: Store, kari: int) -> None:
    hurt = sessions(kari, until=MONDAY - DAY, minutes="60", pain_during="7", pain_after="6")
    store.keep([planned(kari, DEAD_BUG, day=MONDAY - 3 * DAY), *hurt], PHYSIO)
    with pytest.raises(Refusal, match="the last session has not settled: peak pain 7/10"):
        keep(store, [planned(kari, ProgrammeLine("dead_bug", sets=4, reps=6))], PHYSIO, None)
    assert keep(store, [planned(kari, ProgrammeLine("dead_bug", sets=2, reps=6))], PHYSIO, None)
