"""How a plan gets harder: one variable at a time, after a session that the back took well (house rule)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from teamback.clinic.exercise.exercises import library
from teamback.clinic.response import Response
from teamback.record.exercise_words import WEEKDAYS
from teamback.record.flag import GREEN
from teamback.record.programme import ProgrammeLine
from teamback.record.refusal import Refusal


@dataclass(frozen=True)
class Step:
    """One variable of a line that differs: what it is, from what to what, and whether that is harder."""

    variable: str
    was: str
    now: str
    harder: bool

    @property
    def says(self) -> str:
        """The step in words, as in "load from 10 kg to 12 kg"."""
        return f"{self.variable} from {self.was} to {self.now}"


def progression(
    before: ProgrammeLine, after: ProgrammeLine, last_response: Response | None
) -> tuple[Refusal, ...]:
    """What speaks against a changed line. Making it easier needs no leave; another tempo or exercise does.

    `last_response` is how the back took the last session: not known is never a pass.
    """
    changed = tuple(steps(before, after))
    if not any(step.harder for step in changed):
        return ()
    return (*_two_at_once(after, changed), *_not_settled(after, last_response))


def against_changes(
    before: Sequence[ProgrammeLine], after: Sequence[ProgrammeLine], last_response: Response | None
) -> tuple[Refusal, ...]:
    """The same for a whole programme: lines of the same exercise are held against each other.

    An exercise that was not there before is held against the stage alone.
    """
    left = list(before)
    found: list[Refusal] = []
    for line in after:
        old = next((item for item in left if item.exercise == line.exercise), None)
        if old is not None:
            left.remove(old)
            found += progression(old, line, last_response)
    return tuple(found)


def steps(before: ProgrammeLine, after: ProgrammeLine) -> Iterator[Step]:
    """Every variable in which two lines differ."""
    if before.exercise != after.exercise:
        yield Step("exercise", _title(before), _title(after), harder=True)
    for name, (label, unit) in _AMOUNTS.items():
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield Step(label, _amount(was, unit), _amount(now, unit), harder=_more(was, now))
    if before.tempo != after.tempo:
        yield Step("tempo", before.tempo or "not said", after.tempo or "not said", harder=True)
    if before.side != after.side:
        yield Step("side", before.side or "not said", after.side or "not said", harder=after.side == "both")
    if (was := _times_a_week(before)) != (now := _times_a_week(after)):
        yield Step("days a week", str(was), str(now), harder=now > was)


_AMOUNTS = {
    "sets": ("sets", ""),
    "reps": ("repetitions", ""),
    "hold_s": ("hold", " s"),
    "load_kg": ("load", " kg"),
    "minutes": ("minutes", " min"),
}


def _two_at_once(after: ProgrammeLine, changed: Sequence[Step]) -> Iterator[Refusal]:
    if len(changed) > 1:
        names = _listed(step.says for step in changed)
        yield Refusal(
            f"{_title(after)} changes {len(changed)} things at once: {names}. Change one, the rest later.",
            "lines",
        )


def _not_settled(after: ProgrammeLine, last: Response | None) -> Iterator[Refusal]:
    if last is None:
        yield Refusal(
            f"{_title(after)} gets harder, but no session of the last 60 days shows how the back takes it.",
            "lines",
        )
    elif last.level != GREEN:
        yield Refusal(
            f"{_title(after)} gets harder, but the last session has not settled: {last.says}.", "lines"
        )


def _title(line: ProgrammeLine) -> str:
    known = library().get(line.exercise)
    return known.title if known else "An exercise that is not known"


def _amount(value: float | None, unit: str) -> str:
    return "none" if value is None else f"{value:g}{unit}"


def _more(was: float | None, now: float | None) -> bool:
    return (now or 0) > (was or 0)


def _times_a_week(line: ProgrammeLine) -> int:
    return len(set(line.days)) or len(WEEKDAYS)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
