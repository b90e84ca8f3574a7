"""Changes, check-ins, technique reviews and what is due, in words."""

import datetime as dt

from teamback.clinic.season.entries import PARTS
from teamback.record.clinical_words import COMPENSATIONS, QUALITY
from teamback.record.events import ClinicianCheckIn, TechniqueReview
from teamback.record.pain_words import INTERVENTIONS, TECHNIQUES
from teamback.record.words import how_many, short_day
from teamback.rounds.season.changes import Change
from teamback.rounds.season.due import Due


def change_in_words(one: Change, day: dt.date) -> str:
    """What was changed, since when, and until when."""
    event = one.began.event
    said = f"{INTERVENTIONS.get(event.what, 'Change')}: {event.change}, since {short_day(event.day, day)}"
    if one.ended is not None:
        how = "kept for good" if one.ended.event.kept_for_good else "taken back"
        came = f": {one.ended.event.outcome}" if one.ended.event.outcome else ""
        return f"{said}, {how} {short_day(one.ended.event.day, day)}{came}"
    if event.until is None:
        return said
    word = "was to end" if one.passed(day) else "until"
    return f"{said}, {word} {short_day(event.until, day)}"


def check_in_in_words(event: ClinicianCheckIn, day: dt.date) -> str:
    """What a clinician found, and when the next look is due."""
    found = [
        f"{label.lower()} {QUALITY[said].lower()}"
        for part, label in PARTS.items()
        if (said := getattr(event, part)) in QUALITY
    ]
    found += [f"next {short_day(event.next_on, day)}"] if event.next_on else []
    return ", ".join([*found, *([event.note] if event.note else [])])


def review_in_words(event: TechniqueReview, day: dt.date) -> str:
    """How a technique went, what was seen, what to work on."""
    said = [TECHNIQUES.get(event.technique, "Technique")]
    said += [QUALITY[event.quality].lower()] if event.quality in QUALITY else []
    said += [COMPENSATIONS[word].lower() for word in event.compensations if word in COMPENSATIONS]
    said += [event.cues] if event.cues else []
    said += [f"next {short_day(event.next_on, day)}"] if event.next_on else []
    return ", ".join(said)


def when(due: Due, day: dt.date) -> str:
    """When a thing is due, or for how long it has been."""
    late = due.overdue(day)
    if late:
        return f"{how_many(late, 'day')} overdue"
    return "today" if due.on == day else short_day(due.on, day)
