"""A home programme from what is at hand: three to five exercises in 15 minutes, each with its why."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import Exercise, Library, may_be_planned
from teamback.record.clinical_words import PILLARS
from teamback.record.exercise_words import ASKED_OF_A_WEEK, EQUIPMENT, PATTERNS, PROVOKES
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal

FEWEST, MOST, MINUTES = 3, 5, 15
"""Exercises and minutes of a home programme (seed: a minimal programme for days off; house rule)."""

_LONGEST = MINUTES / FEWEST
_NOT_AT_HOME = frozenset({"run", "jump", "cut", "lift", "sport", "conditioning", "warm_up", "cool_down"})


@dataclass(frozen=True)
class Chosen:
    """One exercise of a proposal, and why it was chosen."""

    exercise: Exercise
    why: str


@dataclass(frozen=True)
class Wishes:
    """What a proposal has to respect: equipment at hand, stage, what provokes pain, pain-free ones alone."""

    at_hand: frozenset[str] = frozenset()
    stage: int = 0
    avoid: frozenset[str] = frozenset()
    pain_free: bool = False


def propose(library: Library, wishes: Wishes) -> tuple[Chosen, ...]:
    """Three to five exercises of at most 15 minutes: one a pillar, then what a week still lacks.

    The same wishes give the same proposal: of a pillar the one nearest to the stage comes first, then
    the harder level, then the shorter. Refusal when a pillar has nothing left.
    """
    fit = sorted(suitable(library, wishes), key=_nearest_first)
    chosen: list[Exercise] = []
    for pillar in PILLARS:
        of_pillar = [exercise for exercise in fit if exercise.pillar == pillar]
        if not of_pillar:
            raise Refusal(f"{PILLARS[pillar]} has no exercise left for this: take away a trigger.", "avoid")
        chosen.append(_first_asked(of_pillar))
    return tuple(Chosen(exercise, _why(exercise, wishes)) for exercise in _filled_up(chosen, fit))


def suitable(library: Library, wishes: Wishes) -> Iterator[Exercise]:
    """Every exercise that may be done at home under these wishes."""
    for exercise in library.values():
        if (
            exercise.pillar
            and exercise.pattern not in _NOT_AT_HOME
            and exercise.minutes <= _LONGEST
            and may_be_planned(exercise, wishes.stage)
            and exercise.can_be_done_with(wishes.at_hand)
            and wishes.avoid.isdisjoint(exercise.provokes)
            and (exercise.pain_free or not wishes.pain_free)
        ):
            yield exercise


def pain_free_motions(library: Library, at_hand: Collection[str], stage: int) -> tuple[Exercise, ...]:
    """The gentle motions for a flare, before full intensity: pain-free ones of this stage, mildest first."""
    those = suitable(library, Wishes(frozenset(at_hand), stage, pain_free=True))
    return tuple(sorted(those, key=lambda exercise: (exercise.stage_min, exercise.level, exercise.key)))


def minutes_of(lines: Iterable[ProgrammeLine], library: Library) -> float:
    """What lines take together: the minutes of the line, else what the exercise usually takes."""
    return sum(
        line.minutes if line.minutes is not None else library[line.exercise].minutes
        for line in lines
        if line.exercise in library
    )


def as_line(exercise: Exercise, days: tuple[int, ...] = ()) -> ProgrammeLine:
    """An exercise as a plan begins with it: its usual dose."""
    dose = exercise.dose
    return ProgrammeLine(
        exercise=exercise.key,
        days=days,
        sets=dose.sets,
        reps=dose.reps,
        hold_s=dose.hold_s,
        minutes=dose.minutes,
        side=dose.side,
        tempo=exercise.tempo,
        pillar=exercise.pillar,
    )


def _nearest_first(exercise: Exercise) -> tuple[int, int, float, str]:
    return -exercise.stage_min, -exercise.level, exercise.minutes, exercise.key


def _first_asked(fit: Sequence[Exercise]) -> Exercise:
    """The first of a pattern that a week should hold, else the first."""
    return next((exercise for exercise in fit if exercise.pattern in ASKED_OF_A_WEEK), fit[0])


def _filled_up(chosen: Sequence[Exercise], fit: Sequence[Exercise]) -> list[Exercise]:
    """Up to five, while time is left: first patterns that a week should hold, then any that is new."""
    found = list(chosen)
    wanted = [exercise for exercise in fit if exercise.pattern in ASKED_OF_A_WEEK]
    for exercise in (*wanted, *fit):
        patterns = {other.pattern for other in found}
        time = sum(other.minutes for other in found) + exercise.minutes
        if len(found) < MOST and exercise.pattern not in patterns and time <= MINUTES:
            found.append(exercise)
    return found


def _why(exercise: Exercise, wishes: Wishes) -> str:
    pillar, pattern = PILLARS[exercise.pillar or ""], PATTERNS[exercise.pattern]
    said = [pillar if pillar == pattern else f"{pillar} ({pattern.lower()})"]
    said.append(f"may be done from stage {exercise.stage_min}")
    needs = next((EQUIPMENT[e].lower() for e in exercise.equipment if e in wishes.at_hand), "")
    said.append(f"with {needs}" if needs and "bodyweight" not in exercise.equipment else "needs no equipment")
    said += ["pain-free"] if exercise.pain_free else []
    if wishes.avoid:
        said.append(
            f"without {' or '.join(PROVOKES[name].lower() for name in PROVOKES if name in wishes.avoid)}"
        )
    return ", ".join([*said, f"{exercise.minutes:g} min"])
