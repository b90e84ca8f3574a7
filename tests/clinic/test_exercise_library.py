"""The exercise library: everything the founding article names is there, and a bad file is refused by name."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from teamback.clinic.exercise.exercises import Exercise, library, may_be_planned, read, when_it_hurts
from teamback.record.exercise_words import EQUIPMENT, PATTERNS
from teamback.record.refusal import Refusal

ORACLES = Path(__file__).parents[1] / "oracles"
HIP_MOBILITY = ("hip_flexor_mobility", "glute_mobility", "deep_rotator_mobility")
MAINTAINED = ("maintenance_strength", *HIP_MOBILITY, "trunk_endurance_circuit")
NAMED_IN_A_STAGE: dict[str, tuple[str, ...]] = {
    "diaphragmatic breathing": ("diaphragmatic_breathing",),
    "gentle pain-free motions": ("gentle_motion", "pelvic_tilt", "walking"),
    "posture and lifting advice": (),  # advice, no exercise
    "pain journal": (),  # written down, not done
    "transverse abdominis engagement": ("transverse_abdominis",),
    "pelvic-floor coordination": ("pelvic_floor",),
    "quadruped rocking": ("quadruped_rocking",),
    "hip-flexor, glute and deep-rotator mobility": HIP_MOBILITY,
    "self-myofascial release gluteal/hip": ("self_myofascial_release",),
    "dead bug": ("dead_bug",),
    "bird-dog": ("bird_dog",),
    "side plank (knees then feet)": ("side_plank_knees", "side_plank"),
    "hip hinge (dowel)": ("hip_hinge_dowel",),
    "spine-friendly squat": ("bodyweight_squat",),
    "bridge (hip extension)": ("bridge",),
    "side-lying hip abduction": ("side_lying_abduction",),
    "loaded hip hinge": ("loaded_hinge",),
    "squat": ("goblet_squat",),
    "step-up and step-down": ("step_up", "step_down"),
    "single-leg bridge": ("single_leg_bridge",),
    "split squat": ("split_squat",),
    "side plank full": ("side_plank_full",),
    "dead bug and bird-dog with load": ("dead_bug_loaded", "bird_dog_loaded"),
    "hip abduction with band": ("band_abduction",),
    "acceleration and deceleration with neutral trunk": ("acceleration_deceleration",),
    "symmetrical hip-engagement drills": ("symmetrical_hip_drill",),
    "agility ladder": ("agility_ladder",),
    "hop progression": ("hop_progression",),
    "continue strength and mobility": ("loaded_hinge", *HIP_MOBILITY),
    "team warm-up that primes core and hips": ("team_warm_up",),
    "sport-specific patterns": ("sport_patterns",),
    "cool-down": ("cool_down",),
    "maintenance strength, hip mobility, trunk endurance": MAINTAINED,
    "warm-up and cool-down": ("team_warm_up", "cool_down"),
    "three pillars: hip mobility, core stability, purposeful strength": MAINTAINED,
    "home programme": ("gentle_motion",),
    "scheduled clinician check-ins": (),  # a date, no exercise
}
SEED: dict[str, tuple[str, ...]] = {
    "diaphragmatic breathing, transverse abdominis, pelvic floor": (
        *("diaphragmatic_breathing", "transverse_abdominis", "pelvic_floor"),
    ),
    "controlled limb movement, quadruped work, hip hinge (glutes, small stabilisers)": (
        *("dead_bug", "bird_dog", "quadruped_rocking", "hip_hinge_dowel", "side_lying_abduction"),
    ),
    "hip mobility: flexors, glutes, deep rotators": HIP_MOBILITY,
    "soft-tissue care, self-myofascial release gluteal/hip": ("self_myofascial_release",),
    "dead bug, bird-dog, side plank; anti-rotation": (
        *("dead_bug_heel_tap", "dead_bug", "dead_bug_loaded", "bird_dog_leg", "bird_dog", "bird_dog_loaded"),
        *("side_plank_knees", "side_plank", "side_plank_full"),
        *("pallof_press", "anti_rotation_step_out", "anti_rotation_fast"),
    ),
    "hip extension and abduction with careful pacing": (
        "bridge",
        "single_leg_bridge",
        "side_lying_abduction",
    ),
    "pelvic stabilisation in accelerations and decelerations": ("acceleration_deceleration",),
}
EVERY = tuple(library().values())
ASKED_OF_EACH = ("mobility", "stability", "strength")


def table(name: str) -> list[dict[str, str]]:
    with (ORACLES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def stages() -> Iterator[tuple[int, str]]:
    for row in table("rts_stages.csv"):
        for named in row["exercises_from_seed"].split(";"):
            yield int(row["stage"]), named.strip()


@pytest.mark.parametrize(("stage", "named"), list(stages()))
def test_what_a_stage_names_may_be_planned_there(stage: int, named: str) -> None:
    assert all(may_be_planned(library()[key], stage) for key in NAMED_IN_A_STAGE[named])


def test_every_exercise_of_the_seed_is_in_the_library() -> None:
    asked = {row["seed_item"] for row in table("seed_map.csv") if "exercise" in row["kind"].split("/")}
    assert asked == set(SEED)
    assert {key for keys in SEED.values() for key in keys} <= library().keys()


def test_the_library_is_large_enough_and_levels_go_up() -> None:
    assert len(EVERY) >= 60
    core = [library()[key].level for key in ("dead_bug_heel_tap", "dead_bug", "dead_bug_loaded")]
    turn = [library()[key].level for key in ("pallof_press", "anti_rotation_step_out", "anti_rotation_fast")]
    assert (core, turn) == ([1, 2, 3], [2, 3, 4])
    assert {exercise.pattern for exercise in EVERY} == set(PATTERNS)
    assert {name for exercise in EVERY for name in exercise.equipment} == set(EQUIPMENT)


@pytest.mark.parametrize("exercise", EVERY, ids=lambda exercise: exercise.key)
def test_each_exercise_has_something_gentle_for_when_it_hurts(exercise: Exercise) -> None:
    first = when_it_hurts(exercise, library())[0]
    assert first.pain_free
    assert first.stage_min <= exercise.stage_min
    assert first.can_be_done_with(())


@pytest.mark.parametrize("pillar", ASKED_OF_EACH)
def test_at_the_first_stage_each_pillar_has_something_that_provokes_nothing(pillar: str) -> None:
    mild = [e for e in EVERY if e.pillar == pillar and e.stage_min == 0 and e.pain_free and not e.provokes]
    assert mild


GOOD = """
[one]
title = "One"
stage_min = 1
level = 1
pattern = "core"
pillar = "stability"
region = "trunk"
provokes = []
tempo = "slow"
equipment = ["bodyweight"]
minutes = 3
dose = { sets = 2, reps = 8 }
cues = ["First.", "Second."]
substitutes = ["two"]
pain_free = true
"""
TWO = GOOD.replace("[one]", "[two]").replace('["two"]', '["one"]')


def test_a_small_library_of_two_is_read(tmp_path: Path) -> None:
    path = tmp_path / "exercises.toml"
    path.write_text(GOOD + TWO)
    assert list(read(path)) == ["one", "two"]


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ('substitutes = ["two"]', 'substitutes = ["three"]', "one: its substitute 'three' is no exercise"),
        ('substitutes = ["two"]', 'substitutes = ["one"]', "one: it is its own substitute"),
        ('substitutes = ["two"]', "substitutes = []", "one: when it hurts nothing is left"),
        ("stage_min = 1", "stage_min = 0", "one: its substitute 'two' is of a later stage"),
        ("stage_min = 1", "stage_min = 8", "one: stage_min is 8: write a whole number from 0 to 7"),
        ("level = 1", "level = true", "one: level is True"),
        ('["bodyweight"]', '["trampoline"]', "one: equipment has 'trampoline'"),
        ('["bodyweight"]', "[]", "one: it needs no equipment by this line"),
        ("provokes = []", 'provokes = "flexion"', "one: provokes must be a list"),
        ('pattern = "core"', 'pattern = "dance"', "one: pattern is 'dance'"),
        ('pillar = "stability"\n', "", "one: pillar is None"),
        ("sets = 2, reps = 8", "sets = 2", "one: dose says neither"),
        ("reps = 8", "reps = 900", "one: Repetitions is 900"),
        ("reps = 8", 'reps = 8, side = "up"', "one: side of the dose is 'up'"),
        ('"First.", ', "", "one: it has 1 cues"),
        ("minutes = 3", "minutes = 0", "one: minutes is 0"),
        ("pain_free = true", 'pain_free = "yes"', "one: pain_free must be true or false"),
        ('tempo = "slow"\n', "", "one: tempo is missing"),
        ('tempo = "slow"', 'tempo = "slow"\nspeed = 2', "one: speed is not known here"),
        ("[one]", "[one", "is not valid TOML"),
        ("[one]", "three = 3\n[one]", "three: it is no table"),
    ],
)
def test_a_bad_file_is_refused_by_exercise_with_the_mend(
    tmp_path: Path, was: str, now: str, says: str
) -> None:
    path = tmp_path / "exercises.toml"
    assert was in GOOD
    path.write_text(GOOD.replace(was, now, 1) + TWO)
    with pytest.raises(Refusal) as refused:
        read(path)
    assert says in refused.value.sentence
    assert refused.value.sentence.startswith("exercises.toml")


def test_substitutes_that_hurt_too_lead_to_nothing(tmp_path: Path) -> None:
    path = tmp_path / "exercises.toml"
    path.write_text((GOOD + TWO).replace("pain_free = true", "pain_free = false"))
    with pytest.raises(Refusal, match="one: when it hurts nothing is left"):
        read(path)
