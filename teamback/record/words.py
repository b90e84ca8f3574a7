"""The words on the screen, one for each thing, the same in tables, forms, exports and tests."""

import datetime as dt

from teamback.record.scope import PROGRAM

FLAGS = {
    "red": "See first",
    "amber": "Check",
    "not_reported": "Not reported",
    "green": "As usual",
    "info": "Note",
}

TRAINING = {
    "full": "Full",
    "modified": "Modified",
    "rehab": "Rehab",
    "out": "Out",
    "not_decided": "Not decided",
}

MATCH = {
    "available": "Available",
    "limited_minutes": "Limited minutes",
    "not_available": "Not available",
    "not_decided": "Not decided",
}

RESTRICTIONS = {
    "contact": "Contact",
    "full_speed": "Full speed",
    "jump_and_land": "Jump and land",
    "change_direction": "Change of direction",
    "lift_and_hinge": "Lift and hinge",
    "rotation": "Rotation",
    "extension": "Extension",
    "throw_or_bowl": "Throw or bowl",
    "full_squad_drills": "Full-squad drills",
    "heavy_load": "Heavy load",
}

REASONS = {
    "injury": "Injury",
    "illness": "Illness",
    "load": "Load",
    "personal": "Personal",
    "international_duty": "International duty",
    "other": "Other",
}

CALENDAR = {
    "training": "Training",
    "match": "Match",
    "travel": "Travel",
    "day_off": "Squad day off",
    "appointment": "Appointment",
}

PARTICIPATION = {"full": "Full", "modified": "Modified", "rehab": "Rehab", "none": "Not at all"}

SESSION_TYPES = {
    "training": "Training",
    "match": "Match",
    "strength": "Strength",
    "conditioning": "Conditioning",
    "rehab": "Rehab",
    "other": "Other",
}

ACTIVITIES = {
    "run": "Running",
    "sprint": "Sprinting",
    "jump": "Jumping",
    "cut": "Cutting",
    "lift": "Lifting",
    "rotate": "Rotation",
    "throw": "Throwing or bowling",
    "contact": "Contact",
    "swim_bike": "Pool or bike",
}

SIDES = {"left": "Left", "right": "Right", "both": "Both sides", "centre": "Centre"}

SITES = {
    "low_back": "Low back",
    "hip_groin": "Hip or groin",
    "thigh": "Thigh",
    "knee": "Knee",
    "lower_leg": "Lower leg",
    "ankle_foot": "Ankle or foot",
    "upper_body": "Upper body",
    "head_neck": "Head or neck",
}

SEXES = {"female": "Female", "male": "Male", "other": "Other or not said"}

SPORTS = {
    "football": "Football",
    "rugby": "Rugby",
    "athletics": "Athletics",
    "weightlifting": "Weightlifting",
    "cricket": "Cricket",
    "gymnastics": "Gymnastics",
    "other": "Other",
}

PROFESSIONS = {
    "doctor": "doctor",
    "physio": "physio",
    "s_and_c": "S&C",
    "psychologist": "psychologist",
    "coach": "coach",
    "athlete": "athlete",
    "analyst": "analyst",
    "administrator": "administrator",
    "program": "program",
    "tablet": "check-in tablet",
}

WEEKDAYS = {
    "monday": "Monday",
    "tuesday": "Tuesday",
    "wednesday": "Wednesday",
    "thursday": "Thursday",
    "friday": "Friday",
    "saturday": "Saturday",
    "sunday": "Sunday",
}

STATUS = {"published": "published", "practice": "practice", "house rule": "house rule"}

DECISION_SUPPORT = "Decision support: a named clinician decides."


def how_many(count: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 session`, `2 sessions`, `2 entries`."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def who(signature: str) -> str:
    """A person as the journal signs them, with the word for their profession."""
    name, comma, profession = signature.rpartition(", ")
    return f"{name}{comma}{PROFESSIONS.get(profession, profession)}"


def decided_by(signature: str) -> str:
    """Who decided: a person, or, where Out followed by itself, what set it."""
    return "set by a confirmed red flag" if set_by_itself(signature) else f"decided by {who(signature)}"


def set_by_itself(signature: str) -> bool:
    """Whether nobody decided: a confirmed red flag set Out."""
    return signature == PROGRAM.signature


def short_day(day: dt.date, beside: dt.date | None = None) -> str:
    """A date as every screen shows it, Mon 23 Nov; with its year when that is not the year of `beside`."""
    year = f" {day.year}" if beside and beside.year != day.year else ""
    return f"{day:%a} {day.day} {day:%b}{year}"
