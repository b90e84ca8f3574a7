"""The words of cases, tests, stages, programmes and tasks on the screen, one for each thing."""

NATURES = {"injury": "Injury", "illness": "Illness", "complaint": "Complaint", "absence": "Other absence"}

REGIONS = {
    "L": "Low back",
    "D": "Thoracic spine",
    "N": "Neck",
    "H": "Head",
    "S": "Shoulder",
    "U": "Upper arm",
    "E": "Elbow",
    "R": "Forearm",
    "W": "Wrist",
    "P": "Hand",
    "C": "Chest",
    "O": "Abdomen",
    "G": "Hip or groin",
    "T": "Thigh",
    "K": "Knee",
    "Q": "Lower leg",
    "A": "Ankle",
    "F": "Foot",
    "X": "Several regions",
    "Z": "No region",
}
"""By the letter of OSIICS (IOC 2020, table 4)."""

MODES_OF_ONSET = {"sudden": "Sudden", "gradual": "Gradual", "unclear": "Not clear"}

RELATIONS = {
    "new": "New",
    "reinjury": "Reinjury (same site and type, recovered before)",
    "exacerbation": "Exacerbation (same site and type, not yet recovered)",
    "local": "Same site, another type",
}

OUTCOMES = {
    "recovered": "Recovered",
    "recurring": "Recurring, looked after in maintenance",
    "another": "Goes on as another case",
    "left": "Left the club",
    "mistaken": "Opened by mistake",
}

STAGE_DECISIONS = {
    "enter": "Entered",
    "progress": "Moved on",
    "hold": "Held",
    "step_back": "Stepped back",
    "clear": "Cleared",
}

VERDICTS = {
    "met": "Met",
    "not_met": "Not met",
    "no_data": "No data",
    "too_old": "Too old",
    "waived": "Waived",
}

HYPOTHESES = {
    "muscle": "Muscle",
    "facet": "Facet joint",
    "nerve": "Nerve",
    "disc": "Disc",
    "pars": "Pars or bone stress",
    "sij": "Sacroiliac joint",
    "unclear": "Not clear yet",
}

DEGREES = {"low": "Low", "moderate": "Moderate", "high": "High"}

QUALITY = {"good": "Good", "fair": "With small faults", "poor": "Not yet"}

COMPENSATIONS = {
    "lumbar_extension": "Lumbar extension",
    "rib_flare": "Rib flare or gripping",
    "breath_hold": "Breath held",
    "twist": "Twist",
    "knee_valgus": "Knee falls in",
    "pelvic_drop": "Pelvis drops",
}

PURPOSES = {"week": "Weekly plan", "home": "Home programme", "maintenance": "Maintenance plan"}

PILLARS = {"mobility": "Hip mobility", "stability": "Core stability", "strength": "Strength"}

TASK_ACTS = {"acknowledged": "Acknowledged", "acted": "Acted on", "closed": "Closed"}

LEVELS = {
    "emergency": "Emergency",
    "urgent": "Urgent, same day",
    "review": "Review",
    "refer": "Referral",
    "chase": "Ask again",
    "routine": "Routine",
}
"""How urgent a task is, most urgent first."""

SETS_OUT = frozenset({"ES1", "ES2", "ES3", "ES4"})
"""The rules of red flags on which a confirmed yes sets Out until reviewed by itself."""

REFERRED_TO = {
    "doctor": "Team doctor",
    "physio": "Physio",
    "s_and_c": "S&C",
    "psychologist": "Psychologist",
    "consultant": "Consultant",
    "imaging": "Imaging",
    "hospital": "Hospital",
}
"""To whom an athlete is sent on; the first four are of the house."""

_sites = {"L": "low_back", "G": "hip_groin", "T": "thigh", "K": "knee", "Q": "lower_leg"}


def site_of(region: str) -> str | None:
    """The site (words.SITES) on which pain is scored for a case of a region; None where there is none."""
    return "ankle_foot" if region in ("A", "F") else _sites.get(region)
