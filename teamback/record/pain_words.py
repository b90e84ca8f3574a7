"""The words of the pain journal on the screen: where it hurts, after what, in which position, what eases."""

from dataclasses import dataclass

POSITION_TRIGGERS = {
    "flexion": "Bending forward",
    "extension": "Bending backward",
    "rotation": "Turning",
    "sitting": "Sitting",
    "standing": "Standing",
    "lifting": "Lifting",
    "running": "Running",
    "lying": "Lying",
}

PRECEDING_ACTIVITIES = {
    "run": "Running",
    "sprint": "Sprinting",
    "jump": "Jumping",
    "cut": "Cutting",
    "lift": "Lifting weights",
    "rotate": "Rotation",
    "throw": "Throwing or bowling",
    "contact": "Contact",
    "swim_bike": "Pool or bike",
    "travel": "Travel",
    "sitting_long": "Sitting long",
    "manual_work": "House, garden or manual work",
    "sleep": "Sleep",
    "nothing": "Nothing in particular",
}

EASING_FACTORS = {
    "rest": "Rest",
    "walking": "Walking",
    "gentle_movement": "Gentle movement",
    "change_of_position": "Another position",
    "lying_down": "Lying down",
    "breathing": "Breathing exercise",
    "heat": "Warmth",
    "cold": "Cold",
    "treatment": "Treatment",
    "nothing": "Nothing yet",
}

TIMES_OF_DAY = {"night": "Night", "morning": "Morning", "midday": "Midday", "evening": "Evening"}

ACTIVITY_CHANGES = {
    "lift_with_hips": "Lift with the hips, not the bent back",
    "no_twist_under_load": "No twisting while carrying",
    "break_up_sitting": "Stand up every half hour",
    "bend_less_in_morning": "Bend little in the first hour of the day",
    "upright_commute": "Sit upright on the way, with support",
    "share_garden_work": "Garden and house work in short turns",
}

INTERVENTIONS = {
    "posture": "Posture",
    "load": "Load",
    "footwear": "Footwear",
    "surface": "Surface",
    "equipment": "Equipment",
    "technique": "Technique",
    "other": "Other",
}

TECHNIQUES = {
    "squat": "Squat",
    "hinge": "Hip hinge",
    "lift": "Lift from the floor",
    "run": "Running",
    "jump_and_land": "Jump and land",
    "cut": "Change of direction",
    "throw_or_bowl": "Throw or bowl",
    "kick": "Kick",
}

MANOEUVRES = TECHNIQUES | {"sprint": "Sprint", "contact": "Contact", "rotation": "Turn at speed"}

SEASON_PHASES = {
    "off_season": "Off-season",
    "preparation": "Preparation",
    "pre_season": "Pre-season",
    "competition": "Competition",
    "deload": "Deload",
    "taper": "Taper",
    "transition": "Transition",
}

CHANNELS = {"mail": "Mail", "webhook": "Webhook"}


@dataclass(frozen=True)
class Area:
    """One place on the body map: its word, the side, the site it counts as, and its region in OSIICS."""

    label: str
    site: str
    region: str
    side: str
    view: str


def _pair(name: str, label: str, site: str, region: str, view: str) -> dict[str, Area]:
    return {
        f"{name}_{side}": Area(f"{label}, {side}", site, region, side, view) for side in ("left", "right")
    }


AREAS: dict[str, Area] = {
    "low_back_centre": Area("Low back, centre", "low_back", "L", "centre", "back"),
    **_pair("low_back", "Low back", "low_back", "L", "back"),
    "sacrum": Area("Sacrum", "low_back", "L", "centre", "back"),
    **_pair("buttock", "Buttock", "low_back", "L", "back"),
    "upper_back": Area("Upper back", "upper_body", "D", "centre", "back"),
    "neck": Area("Neck", "head_neck", "N", "centre", "back"),
    "head": Area("Head", "head_neck", "H", "centre", "front"),
    **_pair("shoulder", "Shoulder", "upper_body", "S", "front"),
    **_pair("arm", "Arm or hand", "upper_body", "U", "front"),
    "chest": Area("Chest", "upper_body", "C", "centre", "front"),
    "abdomen": Area("Abdomen", "upper_body", "O", "centre", "front"),
    **_pair("hip_groin", "Hip or groin", "hip_groin", "G", "front"),
    **_pair("thigh_front", "Thigh, front", "thigh", "T", "front"),
    **_pair("thigh_back", "Thigh, back", "thigh", "T", "back"),
    **_pair("knee", "Knee", "knee", "K", "front"),
    **_pair("lower_leg_front", "Shin", "lower_leg", "Q", "front"),
    **_pair("calf", "Calf", "lower_leg", "Q", "back"),
    **_pair("ankle", "Ankle", "ankle_foot", "A", "front"),
    **_pair("foot", "Foot", "ankle_foot", "F", "front"),
}
"""Buttocks, sacrum and sacroiliac joints are of the lumbosacral region (IOC 2020, table 4)."""
