"""What stands between a typed entry about the season or an athlete's upkeep and saving it: sentences."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from teamback.record.clinical_words import COMPENSATIONS, QUALITY
from teamback.record.event import Event
from teamback.record.events import (
    ClinicianCheckIn,
    Intervention,
    InterventionEnded,
    SelfManagement,
    TechniqueReview,
)
from teamback.record.pain_words import ACTIVITY_CHANGES, INTERVENTIONS, TECHNIQUES
from teamback.record.refusal import Refusal
from teamback.record.words import short_day

PARTS = {"mechanics": "Mechanics", "flexibility": "Flexibility", "endurance": "Endurance"}
"""What a clinician looks at in a well athlete."""
SECTIONS = {"breathing": "Breathing", "mobilisation": "Mobilisation", "activity_change": "Daily activity"}
"""The three sections of a self-management plan; the check-in asks each of them with a tick."""
_LONGEST = dt.timedelta(days=371)


def refusals(event: Event, today: dt.date) -> tuple[Refusal, ...]:
    """Everything that refuses such an entry, in the order of its form; `today` is the squad's own day."""
    check = _CHECKS.get(type(event))
    return tuple(check(event, today)) if check else ()


def _check_in(seen: Any, today: dt.date) -> Iterator[Refusal]:
    yield from _in_the_past(seen.day, today)
    if not any(getattr(seen, part) for part in PARTS):
        yield Refusal("Judge at least one of mechanics, flexibility and endurance.", "mechanics")
    for part, label in PARTS.items():
        yield from _of_the_list(label, part, getattr(seen, part), QUALITY)
    yield from _comes(seen.next_on, seen.day, "next_on")


def _review(seen: Any, today: dt.date) -> Iterator[Refusal]:
    yield from _in_the_past(seen.day, today)
    if seen.technique not in TECHNIQUES:
        yield Refusal("Choose the technique that was looked at.", "technique")
    if seen.quality not in QUALITY:
        yield Refusal("Judge how the technique went.", "quality")
    for word in seen.compensations:
        yield from _of_the_list("Compensation", "compensations", word, COMPENSATIONS)
    yield from _comes(seen.next_on, seen.day, "next_on")


def _intervention(made: Any, today: dt.date) -> Iterator[Refusal]:
    yield from _in_the_past(made.day, today)
    if made.what not in INTERVENTIONS:
        yield Refusal("Choose what was changed.", "what")
    if not (made.change or "").strip():
        yield Refusal("Say what was changed, in words.", "change")
    if made.until is not None and made.until <= today:
        yield Refusal("Temporary until: choose a day after today, or none.", "until")
    elif made.until is not None and made.until > today + _LONGEST:
        yield Refusal("That is more than a year away: choose an earlier day, or none.", "until")


def _ended(ending: Any, today: dt.date) -> Iterator[Refusal]:
    yield from _in_the_past(ending.day, today)


def _self_management(plan: Any, today: dt.date) -> Iterator[Refusal]:
    yield from _in_the_past(plan.day, today)
    if not any((getattr(plan, section) or "").strip() for section in SECTIONS) and not plan.avoid:
        yield Refusal("Fill in at least one of the three sections, or a movement to go easy on.", "breathing")
    for word in plan.avoid:
        yield from _of_the_list("Movement", "avoid", word, ACTIVITY_CHANGES)


def _in_the_past(day: dt.date, today: dt.date) -> Iterator[Refusal]:
    if day > today:
        yield Refusal(f"{short_day(day, today)} lies in the future: enter what is so by now.", "day")


def _comes(day: dt.date | None, after: dt.date, field: str) -> Iterator[Refusal]:
    if day is not None and day <= after:
        yield Refusal(f"The next one, {short_day(day, after)}, must lie after this one.", field)
    elif day is not None and day > after + _LONGEST:
        yield Refusal("The next one is more than a year away: choose an earlier day.", field)


def _of_the_list(label: str, field: str, name: str | None, words: Mapping[str, str]) -> Iterator[Refusal]:
    if name is not None and name not in words:
        yield Refusal(f"{label} {name!r} is not in the list: choose {', '.join(words.values())}.", field)


_CHECKS: dict[type[Event], Callable[..., Iterator[Refusal]]] = {
    ClinicianCheckIn: _check_in,
    TechniqueReview: _review,
    Intervention: _intervention,
    InterventionEnded: _ended,
    SelfManagement: _self_management,
}
CHECKED = (ClinicianCheckIn, TechniqueReview, Intervention, InterventionEnded, SelfManagement)
"""The kinds of entries that are checked here."""
