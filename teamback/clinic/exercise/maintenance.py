"""The template of a maintenance plan: two exercises for each of the three pillars, from the library."""

from collections.abc import Collection, Iterator

from teamback.clinic.exercise.exercises import WITHOUT_PILLAR, Exercise, Library, may_be_planned
from teamback.clinic.exercise.home_programme import Chosen, as_line
from teamback.record.clinical_words import PILLARS
from teamback.record.exercise_words import PATTERNS, WEEKDAYS
from teamback.record.programme import ProgrammeLine

OF_EACH = 2
DAYS: dict[str, tuple[int, ...]] = {"mobility": (), "stability": (0, 2, 4), "strength": (1, 4)}
"""Hip mobility on every day, core stability on three, strength on two: house rule, to be changed at will."""


def template(library: Library, stage: int) -> tuple[Chosen, ...]:
    """Of each pillar the exercises nearest to the stage, of two patterns where there are two."""
    return tuple(
        Chosen(exercise, _why(exercise, pillar))
        for pillar in PILLARS
        for exercise in _two(
            [
                e
                for e in library.values()
                if e.pillar == pillar and e.pattern not in WITHOUT_PILLAR and may_be_planned(e, stage)
            ]
        )
    )


def as_planned(exercise: Exercise) -> ProgrammeLine:
    """An exercise as the template plans it: its usual dose on the days of its pillar."""
    return as_line(exercise, DAYS[exercise.pillar or "mobility"])


def without_lines(lines: Collection[ProgrammeLine]) -> tuple[str, ...]:
    """The pillars on which a plan does not stand."""
    return tuple(pillar for pillar in PILLARS if all(line.pillar != pillar for line in lines))


def _two(fit: Collection[Exercise]) -> Iterator[Exercise]:
    nearest = sorted(fit, key=lambda e: (-e.stage_min, -e.level, e.minutes, e.key))
    first = nearest[:1]
    other = [e for e in nearest if first and e.pattern != first[0].pattern]
    yield from [*first, *other, *nearest[1:]][:OF_EACH]


def _why(exercise: Exercise, pillar: str) -> str:
    days = DAYS[pillar]
    on = " ".join(WEEKDAYS[day] for day in days) if days else "on every day"
    return f"{PILLARS[pillar]} ({PATTERNS[exercise.pattern].lower()}), {on}, from stage {exercise.stage_min}"
