"""A line of a plan, an exercise and an entry in words."""

from collections.abc import Iterable

from teamback.clinic.exercise.exercises import Exercise
from teamback.record.clinical_words import COMPENSATIONS, QUALITY
from teamback.record.events import SessionExercise
from teamback.record.exercise_words import EQUIPMENT, PROVOKES, WEEKDAYS
from teamback.record.programme import ProgrammeLine
from teamback.record.words import SIDES
from teamback.rounds.exercise.programme import exercises

_EACH_SIDE = "each side"


def title_of(key: str) -> str:
    """The title of an exercise."""
    known = exercises().get(key)
    return known.title if known else "An exercise that is no longer in the library"


def dose(line: ProgrammeLine | SessionExercise) -> str:
    """How much: 3 × 8, 5 s hold, 10 kg, each side."""
    amount = f"{line.reps:g}" if line.reps else f"{line.hold_s:g} s" if line.hold_s else ""
    if amount:
        said = [f"{line.sets:g} × {amount}" if line.sets else amount]
    else:
        said = [f"{line.sets:g} sets"] if line.sets else []
    said += [f"{line.hold_s:g} s hold"] if line.reps and line.hold_s else []
    said += [f"{line.minutes:g} min"] if line.minutes else []
    said += [f"{line.load_kg:g} kg"] if line.load_kg else []
    if line.side:
        said.append(_EACH_SIDE if line.side == "both" else SIDES.get(line.side, "").lower())
    return ", ".join(said)


def days(line: ProgrammeLine) -> str:
    """On which days, every day where none is named."""
    return " ".join(WEEKDAYS[day] for day in sorted(line.days)) or "every day"


def about(exercise: Exercise) -> str:
    """What stands behind an exercise: stage, level, what it asks of the back, what it needs, how."""
    asks = words(exercise.provokes, PROVOKES) or "nothing in particular"
    needs = " or ".join(EQUIPMENT[name].lower() for name in exercise.equipment)
    return (
        f"From stage {exercise.stage_min}, level {exercise.level} of 4, about {exercise.minutes:g} min. "
        f"Needs {needs}. Asks of the back: {asks}. Tempo: {exercise.tempo}."
    )


def entered(entry: SessionExercise) -> str:
    """What was entered for an exercise."""
    if entry.paused_for_pain is not None:
        instead = f"did {title_of(entry.substitute)} instead" if entry.substitute else "stopped there"
        said = [f"Paused for pain {entry.paused_for_pain:g}/10, {instead}"]
    else:
        said = ["Done"]
    said += [QUALITY[entry.quality].lower()] if entry.quality in QUALITY else []
    said += [words(entry.compensations, COMPENSATIONS)] if entry.compensations else []
    return ", ".join(said)


def words(names: Iterable[str], among: dict[str, str]) -> str:
    """Several words of a list, in lower case."""
    return ", ".join(among[name].lower() for name in names if name in among)
