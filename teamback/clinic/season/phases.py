"""The phases of a squad's season: what refuses one as typed, and which one a day lies in."""

import datetime as dt
from collections.abc import Iterator, Sequence

from teamback.record.events import SeasonPhase
from teamback.record.pain_words import SEASON_PHASES
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.words import short_day

DELOAD = ("deload", "off_season", "transition")
"""Phases whose weeks are planned lighter."""
_LONGEST = dt.timedelta(days=371)
_FAR = 2


def refusals(typed: SeasonPhase, others: Sequence[SeasonPhase], today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses a phase; `others` are the squad's without the one it corrects."""
    return (*_named(typed), *_dated(typed, today), *_beside(typed, others), *_band(typed))


def phase_on(phases: Sequence[SeasonPhase], day: dt.date) -> SeasonPhase | None:
    """The phase that a day lies in; None between phases."""
    return next((phase for phase in phases if phase.day <= day <= phase.last_day), None)


def _named(typed: SeasonPhase) -> Iterator[Refusal]:
    if typed.phase not in SEASON_PHASES:
        yield Refusal("Choose which phase it is.", "phase")


def _dated(typed: SeasonPhase, today: dt.date) -> Iterator[Refusal]:
    if abs(typed.day.year - today.year) > _FAR:
        yield Refusal(f"{typed.day.year} is far away: mend the year.", "day")
    if typed.last_day < typed.day:
        yield Refusal("It ends before it begins: mend one of the two days.", "last_day")
    elif typed.last_day - typed.day > _LONGEST:
        yield Refusal("A phase of more than a year: mend one of the two days.", "last_day")


def _beside(typed: SeasonPhase, others: Sequence[SeasonPhase]) -> Iterator[Refusal]:
    for other in sorted(others, key=lambda phase: phase.day):
        if typed.day <= other.last_day and other.day <= typed.last_day:
            days = f"{short_day(other.day, typed.day)} to {short_day(other.last_day, typed.day)}"
            name = SEASON_PHASES.get(other.phase, other.phase)
            yield Refusal(f"It overlaps {name}, {days}: a day lies in one phase only.", "last_day")


def _band(typed: SeasonPhase) -> Iterator[Refusal]:
    for field in ("load_from", "load_to"):
        if sentence := SCALES["planned_week_load"].refuse(getattr(typed, field)):
            yield Refusal(sentence, field)
    low, high = typed.load_from, typed.load_to
    if low is not None and high is not None and low > high:
        yield Refusal(f"The band is upside down: from {low:g} to {high:g} AU. Swap the two.", "load_to")
