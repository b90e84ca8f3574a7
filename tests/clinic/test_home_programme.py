"""Whatever is at hand, a home programme has three to five exercises in a quarter of an hour."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback.clinic.exercise.exercises import library
from teamback.clinic.exercise.home_programme import Wishes, as_line, minutes_of, pain_free_motions, propose
from teamback.clinic.exercise.programmes import at_hand, coverage, done, programme, to_confirm
from teamback.record.clinical_words import PILLARS
from teamback.record.events import AtHand, Programme, SessionExercise
from teamback.record.exercise_words import EQUIPMENT, PROVOKES
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal

TODAY = dt.date(2026, 11, 23)
WISHES = st.builds(
    Wishes,
    at_hand=st.frozensets(st.sampled_from(list(EQUIPMENT))),
    stage=st.integers(0, 7),
    avoid=st.frozensets(st.sampled_from(list(PROVOKES))),
    pain_free=st.booleans(),
)
HOME = tuple(as_line(library()[key]) for key in ("hip_circles", "dead_bug", "bridge"))


def typed(*lines: ProgrammeLine, purpose: str = "week", **more: Any) -> Programme:
    said = {"day": TODAY, "athlete": 1, "purpose": purpose, "lines": tuple(line.as_text() for line in lines)}
    return Programme(**said | more)


def sentences(*refusals: Refusal) -> list[str]:
    return [refusal.sentence for refusal in refusals]


@given(WISHES)
def test_a_proposal_keeps_every_bound(wishes: Wishes) -> None:
    chosen = propose(library(), wishes)
    exercises = [one.exercise for one in chosen]
    assert 3 <= len(chosen) <= 5
    assert len({exercise.key for exercise in exercises}) == len(chosen)
    assert sum(exercise.minutes for exercise in exercises) <= 15
    assert {exercise.pillar for exercise in exercises} == set(PILLARS)
    for exercise in exercises:
        assert exercise.can_be_done_with(wishes.at_hand)
        assert exercise.stage_min <= wishes.stage
        assert wishes.avoid.isdisjoint(exercise.provokes)
        assert exercise.pain_free or not wishes.pain_free
    assert all(one.why for one in chosen)
    lines = [as_line(exercise) for exercise in exercises]
    assert programme(typed(*lines, purpose="home"), library(), TODAY) == ()


@given(WISHES)
def test_the_same_wishes_give_the_same_proposal(wishes: Wishes) -> None:
    backwards = dict(reversed(library().items()))
    assert propose(library(), wishes) == propose(backwards, wishes)


def test_why_names_pillar_equipment_stage_and_what_is_left_out() -> None:
    wishes = Wishes(frozenset({"kettlebell"}), 3, frozenset({"extension"}))
    why = {one.exercise.key: one.why for one in propose(library(), wishes)}
    assert why["goblet_squat"] == (
        "Strength (squat), may be done from stage 3, with kettlebell, without bending backward, 4 min"
    )


def test_a_pillar_without_an_exercise_left_is_said() -> None:
    few = {key: exercise for key, exercise in library().items() if exercise.pillar != "stability"}
    with pytest.raises(Refusal, match="Core stability has no exercise left"):
        propose(few, Wishes())


def test_a_flare_gets_pain_free_motions_of_the_stage_alone() -> None:
    motions = pain_free_motions(library(), (), 1)
    assert motions
    assert all(exercise.pain_free and exercise.stage_min <= 1 for exercise in motions)
    assert "self_myofascial_release" not in {exercise.key for exercise in motions}


def test_minutes_are_those_of_the_line_else_those_of_the_exercise() -> None:
    line = replace(HOME[0], minutes=7)
    assert minutes_of([line, HOME[1]], library()) == 7 + library()["dead_bug"].minutes


@pytest.mark.parametrize(
    ("event", "says"),
    [
        (typed(*HOME[:2], purpose="home"), "A home programme has 3 to 5 exercises; this one has 2."),
        (typed(*HOME[:2], replace(HOME[2], minutes=9), purpose="home"), "at most 15 min; this one takes 16."),
        (typed(ProgrammeLine("moonwalk", reps=3)), "An exercise is not in the library."),
        (typed(replace(HOME[0], sets=21)), "Sets is 21, but must lie between 0 and 20."),
        (typed(replace(HOME[0], load_kg=-1)), "Load is -1, but must lie between 0 and 500."),
        (typed(replace(HOME[0], reps=2.5)), "must be a whole number."),
        (typed(replace(HOME[0], days=(7,))), "a day that is none of the week."),
        (typed(ProgrammeLine("dead_bug", sets=3)), "has no dose"),
        (typed(HOME[0], HOME[0]), "stands there twice"),
        (typed(), "There is no exercise yet"),
        (typed(HOME[0], day=TODAY + dt.timedelta(days=1)), "lies in the future"),
        (typed(HOME[0], purpose="party"), "Choose one of Weekly plan"),
        *((typed(lines=(text,)), "cannot be read") for text in ("no line", "3", '"dead_bug"', '{"a": 1}')),
        (typed(lines=('{"exercise": "dead_bug", "reps": "8"}',)), "A dose must be a number."),
        (typed(*HOME, purpose="maintenance"), "Choose the day of the next check-in"),
        (typed(*HOME, purpose="maintenance", next_check_in=TODAY), "must lie after today"),
        (typed(*HOME[:2], purpose="maintenance"), "Strength has no exercise"),
    ],
)
def test_a_programme_is_refused_in_a_sentence(event: Programme, says: str) -> None:
    found = sentences(*programme(event, library(), TODAY))
    assert any(says in sentence for sentence in found), found


def test_a_good_programme_of_each_purpose_may_be_saved() -> None:
    later = TODAY + dt.timedelta(days=28)
    for event in (typed(*HOME), typed(*HOME, purpose="home")):
        assert programme(event, library(), TODAY) == ()
    assert programme(typed(*HOME, purpose="maintenance", next_check_in=later), library(), TODAY) == ()


def test_a_week_says_which_patterns_it_lacks() -> None:
    lines = [ProgrammeLine("bodyweight_squat", (0, 3)), ProgrammeLine("goblet_squat", (3,)), HOME[1]]
    assert coverage(lines, library()) == {"squat": 2, "hinge": 0, "step": 0, "hip_mobility": 0, "core": 7}


def test_an_exercise_of_a_later_stage_is_asked_about() -> None:
    assert to_confirm(HOME, library(), 2) == ()
    assert to_confirm(HOME, library(), 1) == (
        "Dead bug belongs to stage 2; up to stage 1 is allowed now.",
        "Bridge belongs to stage 2; up to stage 1 is allowed now.",
    )


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"exercise": "moonwalk"}, "not in the library"),
        ({"paused_for_pain": 11}, "Pain that made pause is 11"),
        ({"paused_for_pain": 4, "substitute": "goblet_squat"}, "no substitute for the exercise"),
        ({"substitute": "heel_slide"}, "Say how much it hurt"),
        ({"quality": "super"}, "Quality 'super' is not in the list"),
        ({"compensations": ("yawn",)}, "Compensation 'yawn' is not in the list"),
        ({"day": TODAY + dt.timedelta(days=1)}, "lies in the future"),
    ],
)
def test_an_exercise_done_is_refused_in_a_sentence(fields: dict[str, Any], says: str) -> None:
    said: dict[str, Any] = {"day": TODAY, "athlete": 1, "exercise": "dead_bug"}
    assert done(SessionExercise(**said), library(), TODAY) == ()
    assert any(says in s for s in sentences(*done(SessionExercise(**said | fields), library(), TODAY)))


def test_equipment_is_of_the_list() -> None:
    assert at_hand(AtHand(day=TODAY, athlete=1, equipment=("band",))) == ()
    assert sentences(*at_hand(AtHand(day=TODAY, athlete=1, equipment=("sofa",))))
