"""The scales a thing can be scored on: range, unit and direction, once, for forms and intake alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """One thing that can be scored.

    `best` says which end is good ("low" or "high"; None where neither is). Forms take whole steps; intake
    keeps decimals unless `whole` is set. `confirm_above` asks, but does not refuse.
    """

    name: str
    label: str
    low: float
    high: float
    unit: str
    best: str | None
    whole: bool = False
    confirm_above: float | None = None
    anchors: tuple[str, str] = ("", "")

    def refuse(self, value: float | None) -> str | None:
        """The sentence that refuses a value, or None when it may be kept (an unanswered scale may)."""
        if value is None:
            return None
        if value != value or not self.low <= value <= self.high:
            return f"{self.label} is {value:g}, but must lie between {self.low:g} and {self.high:g}."
        if self.whole and value != int(value):
            return f"{self.label} is {value:g}, but must be a whole number."
        return None


def _nrs(name: str, label: str) -> Scale:
    return Scale(name, label, 0, 10, "/10", "low", anchors=("none", "worst imaginable"))


def _wellness(name: str, label: str, worst: str, best: str) -> Scale:
    return Scale(name, label, 1, 5, "1-5", "high", whole=True, anchors=(worst, best))


SCALES: dict[str, Scale] = {
    scale.name: scale
    for scale in (
        _nrs("low_back_now", "Low back pain now"),
        _nrs("low_back_worst", "Worst low back pain in 24 h"),
        _wellness("fatigue", "Fatigue", "worn out", "very fresh"),
        _wellness("sleep_quality", "Sleep quality", "very poor", "very good"),
        _wellness("soreness", "Muscle soreness", "very sore", "no soreness"),
        _wellness("stress", "Stress", "very stressed", "very relaxed"),
        _wellness("mood", "Mood", "very low", "very good"),
        Scale("sleep_h", "Sleep", 0, 24, "h", "high"),
        Scale("morning_stiffness", "Morning stiffness", 0, 1440, "min", "low"),
        Scale("confidence", "Confidence in the back", 0, 10, "/10", "high", anchors=("none", "full")),
        Scale("rpe", "RPE", 0, 10, "/10", None, anchors=("rest", "maximal")),
        Scale("minutes", "Minutes", 0, 1440, "min", None, confirm_above=300),
        Scale("planned_minutes", "Planned minutes", 0, 1440, "min", None, confirm_above=300),
        Scale("planned_load", "Planned load", 0, 10000, "AU", None),
        _nrs("pain_before", "Pain before"),
        _nrs("pain_during", "Worst pain during"),
        _nrs("pain_after", "Pain after"),
        Scale("function_after", "Function after", 0, 10, "/10", "high", anchors=("unable", "as before")),
        Scale("warm_up", "Warm-up", 0, 180, "min", None),
        Scale("cool_down", "Cool-down", 0, 180, "min", None),
        Scale("warm_up_cardio", "Light cardio", 0, 180, "min", None),
        Scale("warm_up_stretch", "Dynamic stretch", 0, 180, "min", None),
        Scale("warm_up_activation", "Activation", 0, 180, "min", None),
        Scale("cool_down_stretch", "Gentle stretch", 0, 180, "min", None),
        Scale("cool_down_mobility", "Mobility", 0, 180, "min", None),
        Scale("sitting", "Sitting", 0, 1440, "min", None),
        Scale("commute", "On the way", 0, 1440, "min", None),
        Scale("manual_work", "Manual work", 0, 1440, "min", None),
        _nrs("pain", "Pain"),
        Scale("manoeuvre_confidence", "Confidence", 0, 10, "/10", "high", anchors=("none", "full")),
        Scale("manoeuvre_performance", "How it goes", 0, 10, "/10", "high", anchors=("unable", "as before")),
        Scale("planned_week_load", "Planned weekly load", 0, 20000, "AU", None),
        _nrs("morning_pain", "Morning pain at the site of the case"),
        Scale("ostrc_answer", "OSTRC answer", 0, 25, "points", "low", whole=True),
        Scale("instrument_total", "Total", 0, 100, "points", None),
        Scale("start_back_distress", "Distress subscale", 0, 5, "points", "low", whole=True),
        _nrs("paused_for_pain", "Pain that made pause"),
        Scale("sets", "Sets", 0, 20, "sets", None, whole=True),
        Scale("reps", "Repetitions", 0, 500, "reps", None, whole=True),
        Scale("hold_s", "Hold", 0, 3600, "s", None),
        Scale("load_kg", "Load", 0, 500, "kg", None),
        Scale("reference_load", "Reference week load", 0, 20000, "AU", None),
        Scale("load_ceiling", "Load ceiling", 0, 300, "%", None),
        Scale("days_set", "Days set by the consultant", 0, 730, "days", None, whole=True),
        Scale("match_minutes", "Match minutes", 0, 300, "min", None, whole=True),
        Scale("minutes_cap", "Minutes cap", 0, 300, "min", None, whole=True),
    )
}

WELLNESS_ITEMS = ("fatigue", "sleep_quality", "soreness", "stress", "mood")
