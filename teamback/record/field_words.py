"""What each kind of entry and each of its fields is called, and a value in words."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from teamback.record import clinical_words, own_data_words, pain_words, words
from teamback.record.event import Event
from teamback.record.exercise_words import EQUIPMENT
from teamback.record.programme import ProgrammeLine
from teamback.record.scales import SCALES
from teamback.record.verdict import Verdict

_KINDS = {
    "athlete": "Athlete's details",
    "left_squad": "Left a squad",
    "joined": "Joined a squad",
    "calendar": "Calendar entry",
    "check_in": "Check-in",
    "red_flag_screen": "Red-flag screen",
    "instrument_total": "Questionnaire",
    "case_opened": "Case opened",
    "at_hand": "Equipment at home",
    "task_act": "Task acted on",
    "clinician_check_in": "Clinician's check-in",
    "limits": "Limits in force",
    "imported": "Import",
    "undone": "Batch undone",
    "set_aside": "Entry set aside",
    "erased": "Person removed",
    "removal_requested": "Removal asked for",
}
_FIELDS = {
    "rpe": "RPE",
    "hold_s": "Hold",
    "load_kg": "Load",
    "sleep_h": "Sleep",
    "ostrc_on": "OSTRC asked on",
    "q1": "Question 1",
    "q2": "Question 2",
    "q3": "Question 3",
    "q4": "Question 4",
    "home": "Home squad",
    "mail": "E-mail",
    "case_id": "Case",
    "row_count": "Rows",
}
_BY_NAME: dict[str, Mapping[str, str]] = {
    "act": clinical_words.TASK_ACTS,
    "activities": words.ACTIVITIES,
    "activity_change": pain_words.ACTIVITY_CHANGES,
    "area": {name: area.label for name, area in pain_words.AREAS.items()},
    "avoid": pain_words.ACTIVITY_CHANGES,
    "channel": pain_words.CHANNELS,
    "compensations": clinical_words.COMPENSATIONS,
    "core_engagement": clinical_words.QUALITY,
    "decision": clinical_words.STAGE_DECISIONS,
    "easing_factor": pain_words.EASING_FACTORS,
    "endurance": clinical_words.QUALITY,
    "flexibility": clinical_words.QUALITY,
    "hip_control": clinical_words.QUALITY,
    "how": own_data_words.REMOVALS,
    "hypothesis": clinical_words.HYPOTHESES,
    "hypothesis_confidence": clinical_words.DEGREES,
    "irritability": clinical_words.DEGREES,
    "manoeuvre": pain_words.MANOEUVRES,
    "match": words.MATCH,
    "mechanics": clinical_words.QUALITY,
    "mode_of_onset": clinical_words.MODES_OF_ONSET,
    "nature": clinical_words.NATURES,
    "ostrc_on": words.WEEKDAYS,
    "pain_site": words.SITES,
    "participation": words.PARTICIPATION,
    "phase": pain_words.SEASON_PHASES,
    "position_trigger": pain_words.POSITION_TRIGGERS,
    "preceding_activity": pain_words.PRECEDING_ACTIVITIES,
    "purpose": clinical_words.PURPOSES,
    "quality": clinical_words.QUALITY,
    "region": clinical_words.REGIONS,
    "restrictions": words.RESTRICTIONS,
    "sex": words.SEXES,
    "side": words.SIDES,
    "site": words.SITES,
    "spine_position": clinical_words.QUALITY,
    "sport": words.SPORTS,
    "technique": pain_words.TECHNIQUES,
    "to_role": clinical_words.REFERRED_TO,
    "training": words.TRAINING,
    "type": words.SESSION_TYPES,
}
_BY_FIELD: dict[str, Mapping[str, str]] = {
    "at_hand.equipment": EQUIPMENT,
    "availability.reason": words.REASONS,
    "calendar.what": words.CALENDAR,
    "case_closed.outcome": clinical_words.OUTCOMES,
    "case_opened.relation": clinical_words.RELATIONS,
    "case_updated.relation": clinical_words.RELATIONS,
    "consent.what": own_data_words.CONSENTS,
    "guardian.relation": own_data_words.GUARDIANS,
    "intervention.what": pain_words.INTERVENTIONS,
    "self_management.activity_change": {},
}


def kind_label(kind: str) -> str:
    """A kind of entry as the screen names it."""
    return _KINDS.get(kind, kind.replace("_", " ").capitalize())


def field_label(kind: str, name: str) -> str:
    """A field as the screen names it, with its unit where it is a score."""
    if name == "day":
        return "Day"
    scale = SCALES.get(name)
    label = scale.label if scale else _FIELDS.get(name, name.replace("_", " ").capitalize())
    return f"{label} ({scale.unit})" if scale else label


def vocabulary(kind: str, name: str) -> Mapping[str, str]:
    """The words that a field may hold, each with what the screen says for it; empty for free text."""
    return _BY_FIELD.get(f"{kind}.{name}", _BY_NAME.get(name, {}))


def in_words(kind: str, name: str, value: Any, zone: dt.tzinfo | None = None) -> str:
    """A value as a person reads it, a moment in their own time; empty where nothing is known."""
    if value is None or value == ():
        return ""
    said = vocabulary(kind, name)
    if isinstance(value, tuple):
        spoken = _SPOKEN.get(f"{kind}.{name}", str)
        return ", ".join(said.get(one) or spoken(one) for one in value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dt.datetime):
        local = value.astimezone(zone or dt.UTC)
        return f"{_day(local)} {local:%H:%M}{'' if zone else ' UTC'}"
    if isinstance(value, dt.date):
        return _day(value)
    return f"{value:g}" if isinstance(value, float) else said.get(str(value), str(value))


def _verdict(text: str) -> str:
    try:
        kept = Verdict.from_text(text)
    except (ValueError, TypeError):
        return text
    value = f" ({kept.value})" if kept.value else ""
    return f"{kept.says} {clinical_words.VERDICTS.get(kept.verdict, kept.verdict)}{value}"


def _exercise(text: str) -> str:
    try:
        kept = ProgrammeLine.from_text(text)
    except (ValueError, TypeError):
        return text
    dose = {"sets": kept.sets, "reps": kept.reps, "s": kept.hold_s, "kg": kept.load_kg, "min": kept.minutes}
    said = [f"{number:g} {unit}" for unit, number in dose.items() if number is not None]
    return " ".join([kept.exercise.replace("_", " "), *said])


_SPOKEN: dict[str, Callable[[str], str]] = {"stage_change.criteria": _verdict, "programme.lines": _exercise}


def _day(day: dt.date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def filled_in(event: Event) -> dict[str, Any]:
    """The fields of an entry that say something, by name, without the day."""
    return {name: value for name, value in vars(event).items() if name != "day" and value not in (None, ())}
