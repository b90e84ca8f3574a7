"""The words for guardians, consents and removals on the screen, one for each thing."""

GUARDIANS = {
    "mother": "Mother",
    "father": "Father",
    "legal_guardian": "Legal guardian",
    "other": "Other",
}

CONSENTS = {
    "health_data": "Keeping health data",
    "treatment": "Assessment and treatment",
    "travel": "Care when away with the squad",
}

NEEDED_CONSENTS = ("health_data", "treatment")
"""Without these of a guardian, an athlete under age is named on the people page."""

REMOVALS = {"erase": "Erase", "anonymise": "Make anonymous"}

OF_AGE = 18
"""The age from which an athlete consents alone."""
