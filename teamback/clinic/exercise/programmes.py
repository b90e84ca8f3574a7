"""What stands between a typed programme, or an exercise done, and saving it: sentences, none when it may."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from teamback.clinic.exercise.exercises import Library, may_be_planned
from teamback.clinic.exercise.home_programme import FEWEST, MINUTES, MOST, minutes_of
from teamback.record.clinical_words import COMPENSATIONS, PILLARS, PURPOSES, QUALITY
from teamback.record.events import AtHand, Programme, SessionExercise
from teamback.record.exercise_words import ASKED_OF_A_WEEK, EQUIPMENT, WEEKDAYS
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import SIDES, short_day

_NO_NUMBER = "A dose must be a number."
WEEK, HOME, MAINTENANCE = "week", "home", "maintenance"


def lines_of(programme: Programme) -> tuple[ProgrammeLine, ...]:
    """The lines that a programme keeps; Refusal when one of them cannot be read."""
    try:
        return tuple(ProgrammeLine.from_text(text) for text in programme.lines)
    except (ValueError, TypeError, AttributeError) as error:
        raise Refusal("A line of this programme cannot be read. Plan it anew.", "lines") from error


def programme(typed: Programme, library: Library, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a programme as typed, in the order of the form; `today` is the squad's day."""
    if typed.purpose not in PURPOSES:
        return (Refusal(f"Choose one of {', '.join(PURPOSES.values())}.", "purpose"),)
    try:
        lines = lines_of(typed)
    except Refusal as refusal:
        return (refusal,)
    return (
        *_day(typed.day, today),
        *(r for line in lines for r in _line(line, library)),
        *_named_twice(lines, library),
        *(_home(lines, library) if typed.purpose == HOME else _something(lines)),
        *(_maintained(typed, lines, today) if typed.purpose == MAINTENANCE else ()),
    )


def to_confirm(lines: Iterable[ProgrammeLine], library: Library, stage: int) -> tuple[str, ...]:
    """What is asked once before it is saved: exercises of a later stage than the athlete's."""
    known = [library[line.exercise] for line in lines if line.exercise in library]
    return tuple(
        f"{exercise.title} belongs to stage {exercise.stage_min}; up to stage {stage} is allowed now."
        for exercise in known
        if not may_be_planned(exercise, stage)
    )


def coverage(lines: Iterable[ProgrammeLine], library: Library) -> dict[str, int]:
    """On how many days of a week each asked pattern stands: squat, hinge, step, hip mobility, core."""
    on: dict[str, set[int]] = {pattern: set() for pattern in ASKED_OF_A_WEEK}
    for line in lines:
        exercise = library.get(line.exercise)
        if exercise and exercise.pattern in on:
            on[exercise.pattern].update(line.days or range(len(WEEKDAYS)))
    return {pattern: len(days) for pattern, days in on.items()}


def done(typed: SessionExercise, library: Library, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses an exercise as done."""
    exercise = library.get(typed.exercise)
    return (
        *_day(typed.day, today),
        *(() if exercise else (_unknown(),)),
        *_on_scales(typed, exercise.title if exercise else ""),
        *_of_the_list("Quality", "quality", typed.quality, QUALITY),
        *(
            r
            for c in typed.compensations
            for r in _of_the_list("Compensation", "compensations", c, COMPENSATIONS)
        ),
        *_of_the_list("Side", "side", typed.side, SIDES),
        *_of_the_list("Programme", "programme", typed.programme, PURPOSES),
        *(_substitute(typed, exercise.substitutes) if exercise else ()),
    )


def at_hand(typed: AtHand) -> tuple[Refusal, ...]:
    """Everything that refuses a list of equipment."""
    return tuple(
        r for name in typed.equipment for r in _of_the_list("Equipment", "equipment", name, EQUIPMENT)
    )


def _day(day: dt.date, today: dt.date) -> Iterator[Refusal]:
    if day > today:
        yield Refusal(f"{short_day(day, today)} lies in the future: enter what is so by now.", "day")


def _unknown() -> Refusal:
    return Refusal("An exercise is not in the library. Choose one of the list.", "lines")


def _line(line: ProgrammeLine, library: Library) -> Iterator[Refusal]:
    exercise = library.get(line.exercise)
    if exercise is None:
        yield _unknown()
        return
    yield from _on_scales(line, exercise.title)
    if any(type(day) is not int or not 0 <= day < len(WEEKDAYS) for day in line.days):
        yield Refusal(f"{exercise.title} stands on a day that is none of the week.", "lines")
    if not any((line.reps, line.hold_s, line.minutes)):
        yield Refusal(f"{exercise.title} has no dose: give repetitions, a hold or minutes.", "lines")
    yield from _of_the_list("Side", "lines", line.side, SIDES)
    yield from _of_the_list("Pillar", "lines", line.pillar, PILLARS)


def _on_scales(item: ProgrammeLine | SessionExercise, title: str) -> Iterator[Refusal]:
    for f in fields(item):
        value = getattr(item, f.name)
        if f.name not in SCALES or value is None:
            continue
        says = SCALES[f.name].refuse(value) if isinstance(value, int | float) else _NO_NUMBER
        if says:
            in_view = "lines" if isinstance(item, ProgrammeLine) else f.name
            yield Refusal(f"{title}: {says}" if title else says, in_view)


def _of_the_list(label: str, field: str, name: str | None, words: Mapping[str, str]) -> Iterator[Refusal]:
    if name is not None and name not in words:
        yield Refusal(f"{label} {name!r} is not in the list: choose {', '.join(words.values())}.", field)


def _named_twice(lines: Sequence[ProgrammeLine], library: Library) -> Iterator[Refusal]:
    names = [line.exercise for line in lines]
    for key in dict.fromkeys(name for name in names if names.count(name) > 1 and name in library):
        yield Refusal(f"{library[key].title} stands there twice: put both on one line.", "lines")


def _something(lines: Sequence[ProgrammeLine]) -> Iterator[Refusal]:
    if not lines:
        yield Refusal("There is no exercise yet: add one from the library.", "lines")


def _home(lines: Sequence[ProgrammeLine], library: Library) -> Iterator[Refusal]:
    if not FEWEST <= len(lines) <= MOST:
        yield Refusal(
            f"A home programme has {FEWEST} to {MOST} exercises; this one has {len(lines)}.", "lines"
        )
    if (minutes := minutes_of(lines, library)) > MINUTES:
        yield Refusal(f"A home programme takes at most {MINUTES} min; this one takes {minutes:g}.", "lines")


def _maintained(typed: Programme, lines: Sequence[ProgrammeLine], today: dt.date) -> Iterator[Refusal]:
    for pillar, word in PILLARS.items():
        if pillar not in {line.pillar for line in lines}:
            yield Refusal(f"{word} has no exercise: a maintenance plan stands on three pillars.", "lines")
    if typed.next_check_in is None:
        yield Refusal("Choose the day of the next check-in with a clinician.", "next_check_in")
    elif typed.next_check_in <= today:
        day = short_day(typed.next_check_in, today)
        yield Refusal(f"The next check-in, {day}, must lie after today.", "next_check_in")


def _substitute(typed: SessionExercise, substitutes: Sequence[str]) -> Iterator[Refusal]:
    if typed.substitute is None:
        return
    if typed.substitute not in substitutes:
        yield Refusal("This is no substitute for the exercise: choose one of those offered.", "substitute")
    if typed.paused_for_pain is None:
        yield Refusal(
            "Say how much it hurt: a substitute stands in for an exercise paused for pain.", "paused_for_pain"
        )
