"""What keeps an athlete well: changes, ticks, check-ins, technique, pillars, warm-up; and what is due."""

import datetime as dt
from typing import Any

import pytest

from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.maintenance import as_planned, template
from teamback.record.clinical_words import PILLARS
from teamback.record.events import (
    ClinicianCheckIn,
    Intervention,
    InterventionEnded,
    Programme,
    SelfManagement,
    SessionExercise,
    TechniqueReview,
)
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.season.due import due_list
from teamback.rounds.season.maintenance import squad_maintenance
from teamback.rounds.season.routines import squad_routines
from teamback.rounds.season.upkeep import Upkeep, upkeep
from teamback.store import Store
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, a_squad, mornings, oneself, sessions


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def told(store: Store, athlete: int, scope: Scope = PHYSIO, day: dt.date = MONDAY) -> Upkeep:
    return upkeep(store, "first", day, None, scope, athlete)


def insoles(athlete: int, **said: Any) -> Intervention:
    fields: dict[str, Any] = {"what": "footwear", "change": "New insoles", "day": MONDAY - 9 * DAY}
    return Intervention(athlete=athlete, **fields | said)


def ended(athlete: int, seq: int, **said: Any) -> InterventionEnded:
    return InterventionEnded(day=MONDAY, athlete=athlete, intervention=seq, **said)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (Intervention(day=MONDAY, athlete=1, what="footwear", change=" "), "Say what was changed"),
        (insoles(1, day=MONDAY, until=MONDAY), "choose a day after today"),
        (insoles(1, day=MONDAY, until=MONDAY + 500 * DAY), "more than a year away"),
        (ended(1, 99), "no such change"),
        (SelfManagement(day=MONDAY, athlete=1), "at least one of the three sections"),
        (SelfManagement(day=MONDAY, athlete=1, avoid=("dance",)), "not in the list"),
        (ClinicianCheckIn(day=MONDAY, athlete=1, note="fine"), "Judge at least one"),
        (ClinicianCheckIn(day=MONDAY, athlete=1, mechanics="good", next_on=MONDAY), "must lie after"),
        (TechniqueReview(day=MONDAY, athlete=1, technique="", quality="good"), "Choose the technique"),
        (TechniqueReview(day=MONDAY, athlete=1, technique="squat"), "Judge how the technique went"),
    ],
)
def test_what_says_nothing_or_cannot_be_is_refused(store: Store, kari: int, typed: Any, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        keep(store, [typed], DOCTOR, None)


def test_a_temporary_change_is_due_when_its_day_has_passed_until_it_is_ended(store: Store, kari: int) -> None:
    (seq,) = store.keep([insoles(kari, until=MONDAY - 2 * DAY, reason="Leg length")], PHYSIO)
    (one,) = told(store, kari).changes
    assert (one.passed(MONDAY), one.passed(MONDAY - 3 * DAY)) == (True, False)
    (due,) = due_list(store, PHYSIO, "first", MONDAY)
    assert (due.title, due.overdue(MONDAY), due.cause) == ("Temporary change ends: footwear", 2, seq)
    keep(store, [ended(kari, seq, kept_for_good=True, outcome="Walks better")], PHYSIO, None)
    assert due_list(store, PHYSIO, "first", MONDAY) == ()
    assert told(store, kari).holding == ()
    with pytest.raises(Refusal, match="ended already"):
        keep(store, [ended(kari, seq)], PHYSIO, None)


def test_performance_staff_read_a_change_without_its_reason_and_no_check_in(store: Store, kari: int) -> None:
    store.keep([insoles(kari, reason="Leg length")], PHYSIO)
    seen = ClinicianCheckIn(day=MONDAY, athlete=kari, mechanics="good", next_on=MONDAY + DAY, note="calm")
    store.keep([seen], PHYSIO)
    found = told(store, kari, S_AND_C)
    assert (found.changes[0].began.event.reason, found.check_ins) == (None, ())
    assert due_list(store, S_AND_C, "first", MONDAY) == ()
    own = told(store, kari, oneself(kari))
    assert own.check_ins[0].event.note is None
    assert own.check_ins[0].event.mechanics == "good"


def test_the_next_check_in_is_the_one_that_was_said_last(store: Store, kari: int) -> None:
    line = ProgrammeLine("dead_bug", reps=6.0, pillar="stability").as_text()
    plan = Programme(
        day=MONDAY - 20 * DAY,
        athlete=kari,
        purpose="maintenance",
        lines=(line,),
        next_check_in=MONDAY - DAY,
    )
    store.keep([plan], PHYSIO)
    (due,) = due_list(store, PHYSIO, "first", MONDAY)
    assert (due.on, due.overdue(MONDAY)) == (MONDAY - DAY, 1)
    seen = ClinicianCheckIn(day=MONDAY, athlete=kari, endurance="fair", next_on=MONDAY + 10 * DAY)
    store.keep([seen], PHYSIO)
    (due,) = due_list(store, PHYSIO, "first", MONDAY)
    assert (due.on, due.overdue(MONDAY)) == (MONDAY + 10 * DAY, 0)


def test_the_due_list_has_the_overdue_first_and_nothing_far_ahead(store: Store, kari: int) -> None:
    def review(athlete: int, technique: str, ahead: int) -> TechniqueReview:
        return TechniqueReview(
            day=MONDAY - 30 * DAY,
            athlete=athlete,
            technique=technique,
            quality="fair",
            next_on=MONDAY + ahead * DAY,
        )

    reviews = [review(kari, "squat", 3), review(kari + 1, "run", -8), review(kari, "hinge", 60)]
    store.keep(reviews, S_AND_C)
    found = due_list(store, S_AND_C, "first", MONDAY)
    assert [(due.who.known_as, due.about) for due in found] == [("Ola", "run"), ("Kari", "squat")]
    later = TechniqueReview(day=MONDAY, athlete=kari + 1, technique="run", quality="good")
    store.keep([later], S_AND_C)
    assert [due.about for due in due_list(store, S_AND_C, "first", MONDAY)] == ["squat"]


def test_ticks_count_from_the_plan_on_and_what_is_not_answered_is_named(store: Store, kari: int) -> None:
    plan = SelfManagement(day=MONDAY - 3 * DAY, athlete=kari, breathing="Five breaths", avoid=())
    store.keep([plan], PHYSIO)
    store.keep(mornings(kari, breathing="y y n y ?", low_back_now="0 0 0 0 0"), oneself(kari))
    (ticked,) = told(store, kari, oneself(kari)).ticked
    assert (ticked.section, ticked.done, ticked.answered, ticked.unanswered) == ("breathing", 2, 3, 1)


def test_a_template_stands_on_three_pillars_of_the_stage_and_is_a_plan_that_may_be_saved(
    store: Store, kari: int
) -> None:
    for stage in range(1, 8):
        chosen = template(library(), stage)
        assert {one.exercise.pillar for one in chosen} == set(PILLARS)
        assert all(one.exercise.stage_min <= stage for one in chosen)
    lines = tuple(as_planned(one.exercise).as_text() for one in template(library(), 7))
    plan = Programme(
        day=MONDAY,
        athlete=kari,
        purpose="maintenance",
        lines=lines,
        next_check_in=MONDAY + 28 * DAY,
    )
    assert len(lines) == 6
    keep(store, [plan], PHYSIO, None)


def test_adherence_of_each_pillar_and_a_pillar_without_an_exercise(store: Store, kari: int) -> None:
    line = ProgrammeLine("dead_bug", reps=6.0, pillar="stability").as_text()
    plan = Programme(day=MONDAY - 8 * DAY, athlete=kari, purpose="maintenance", lines=(line,))
    store.keep([plan], S_AND_C)
    done = [SessionExercise(day=MONDAY - n * DAY, athlete=kari, exercise="dead_bug") for n in (1, 2, 3)]
    store.keep(done, S_AND_C)
    first, second = squad_maintenance(store, "first", MONDAY, None, S_AND_C)
    assert (first.athlete.athlete, first.missing) == (kari, ("mobility", "strength"))
    assert (first.pillars["stability"].done, first.pillars["stability"].planned) == (3, 7)
    assert (second.plan, second.whole, second.missing) == (None, None, ())


def test_warm_up_counts_sessions_in_which_it_was_answered(store: Store, kari: int) -> None:
    store.keep(
        sessions(kari, minutes="60 60 60 60 0", warm_up="15 0 ? ? 0", warm_up_cardio="5 ? 6 ? ?"), S_AND_C
    )
    found = squad_routines(store, "first", MONDAY, None, S_AND_C)
    part = found.rows[0].parts["warm_up"]
    assert (found.rows[0].sessions, part.done, part.answered, part.minutes) == (4, 2, 3, 21.0)
    assert found.whole.parts["warm_up_cardio"].mean == 5.5
    assert found.whole.parts["cool_down"].percent is None
