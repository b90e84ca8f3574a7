"""What the check-in asks, in the athlete's words; the ends of each row are the scale's own."""

from teamback.record.scales import SCALES, WELLNESS_ITEMS

QUESTIONS = {
    "low_back_now": "How is your lower back right now?",
    "fatigue": "How fresh do you feel?",
    "sleep_quality": "How well did you sleep?",
    "soreness": "How sore are your muscles?",
    "stress": "How relaxed are you?",
    "mood": "How is your mood?",
    "sleep_h": "How many hours did you sleep?",
    "low_back_worst": "How bad was it at its worst in the last 24 hours?",
    "spread_to_leg": "Does it spread down a leg?",
    "morning_stiffness": "How many minutes was it stiff this morning?",
    "flare": "Is it worse than your usual and hard to tolerate?",
    "confidence": "How much do you trust your back today?",
    "side": "Where in your back?",
    "breathing": "Breathing exercise",
    "mobilisation": "Mobilisation",
    "activity_change": "Changed a daily activity",
    "sitting": "Sitting (min)",
    "commute": "On the way (min)",
    "manual_work": "House, garden or manual work (min)",
    "note": "Anything else? (optional)",
}

JOURNAL = {
    "position_trigger": "Which position or movement brings it on?",
    "preceding_activity": "What did you do before it began or got worse?",
    "easing_factor": "What eases it?",
}
"""What the pain journal asks, inside a check-in and outside."""

IN_SHORT = {
    "low_back_now": "Lower back now",
    "fatigue": "How fresh",
    "sleep_quality": "How well slept",
    "soreness": "Muscles",
    "stress": "How relaxed",
    "mood": "Mood",
    "sleep_h": "Hours of sleep",
    "low_back_worst": "Worst in 24 hours",
    "side": "Side",
    "spread_to_leg": "Spreads down a leg",
    "flare": "Worse than usual, hard to tolerate",
    "morning_stiffness": "Stiff this morning",
    "confidence": "Trust in the back",
    "sitting": "Sitting",
    "commute": "On the way",
    "manual_work": "Manual work",
    "breathing": "Breathing exercise",
    "mobilisation": "Mobilisation",
    "activity_change": "Daily activity changed",
    "note": "Note",
}
"""How a question is named where its answer is read back."""

EVERY_MORNING = ("low_back_now", *WELLNESS_ITEMS, "sleep_h")
"""The questions that everybody is asked."""

_BETWEEN = {
    "fatigue": ("tired", "so-so", "fresh"),
    "sleep_quality": ("poor", "fair", "good"),
    "soreness": ("sore", "a bit sore", "hardly sore"),
    "stress": ("stressed", "a bit tense", "relaxed"),
    "mood": ("low", "okay", "good"),
}


def five_words(item: str) -> tuple[str, ...]:
    """The words for 1 to 5 of a wellness item."""
    worst, best = SCALES[item].anchors
    return tuple(word.capitalize() for word in (worst, *_BETWEEN[item], best))


def ends(name: str) -> dict[int, str]:
    """The words for 0 and 10."""
    low, high = SCALES[name].anchors
    return {0: low, 10: high}
