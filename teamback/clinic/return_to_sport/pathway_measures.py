"""The measures that a criterion may name: what each says, its unit, and the values it can have."""

from dataclasses import dataclass

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED, Battery, FieldTest

NRS_TOP = 10.0
PASS = "pass"


@dataclass(frozen=True)
class Measure:
    """One measure: a number from `low` to `high` (None: no end), or a `word` that alone is good.

    `empty` is what it is on a record that holds nothing (None: no data), so that nothing is met by silence.
    `own_best`: whether it can be held against the athlete's own best.
    """

    says: str
    unit: str = ""
    low: float | None = 0.0
    high: float | None = None
    word: str | None = None
    empty: float | None = None
    whole: bool = False
    own_best: bool = False


def _count(says: str, unit: str, empty: float | None = 0.0) -> Measure:
    return Measure(says, unit, empty=empty, whole=True)


def _nrs(says: str) -> Measure:
    return Measure(says, "/10", high=NRS_TOP)


def _word(says: str, word: str) -> Measure:
    return Measure(says, word=word)


_OF_THE_CASE = {
    "open_red_flags": _count("red flags that are open", "red flags", empty=None),
    "red_responses": _count("sessions with a red response", "", empty=None),
    "unknown_responses": _count("sessions whose response is pending or unknown", "", empty=None),
    "days_in_stage": _count("days since the stage began", "days"),
    "stage_sessions": _count("sessions done", "sessions"),
    "settled_modified_sessions": _count("modified team sessions that settled", "sessions"),
    "full_sessions": _count("full training sessions", "sessions"),
    "full_availability_days": _count("days with full availability", "days"),
    "nearly_pain_free_days": _count("days running with pain of 1/10 or below", "days"),
    "days_since_diagnosis": _count("days since the diagnosis, or the days that the consultant set", "days"),
    "flares": _count("flare-ups, reported or seen in the scores", "flare-ups", empty=None),
    "load_share_of_reference": Measure("7-day load, of the reference week before the onset", "%"),
    "weekly_pain_change": Measure(
        "mean morning pain, last 7 days less the 7 before", "points", -NRS_TOP, NRS_TOP
    ),
    "red_flag_screen_age_h": Measure("age of the last red-flag screen", "h"),
    "morning_pain": _nrs("highest morning pain at the site of the case"),
    "peak_session_pain": _nrs("highest pain during or after a session"),
    "wellness_z": Measure("wellness against the own usual", "SD", None),
    "flexor_extensor_ratio": Measure("trunk flexor over extensor hold"),
    "ostrc_q1": Measure("first question of the OSTRC", "points", high=25.0, whole=True),
    "baseline_set": _word("baseline tests, each done or waived", "complete"),
    "hypothesis": _word("working hypothesis", "recorded"),
    "risk_steps": _word(
        "three steps of the StARRT risk assessment, match minutes, shared decision", "acceptable"
    ),
    "maintenance_plan": _word("maintenance plan and check-ins", "set"),
    "consultant_sign_off": _word("sign-off by a consultant", "given"),
    "movement_screen": _word("hinge, squat, dead bug and bird-dog without compensation", PASS),
}

TOTALS = {"odi": 100.0, "rmdq": 24.0, "start_back": 9.0, "micheli": 100.0, "iprrs": 60.0}
"""The highest total of each questionnaire."""

OF_A_TEST = {"pain": Measure("pain during the test", "/10", high=NRS_TOP)}
"""What every test gives besides its value, as `test_pain`."""

OF_TWO_SIDES = {
    "symmetry": Measure("weaker side, of the stronger", "%", high=100.0),
    "ratio": Measure("right over left"),
    "difference": Measure("difference between the sides"),
    "lsi": Measure("involved side, of the other", "%"),
}
"""What a test that is made on both sides gives besides, as `test_symmetry` and so on."""


def of_tests(tests: Battery) -> dict[str, Measure]:
    """The measures that tests give: the value (of the worse side) or the judgement, and what follows."""
    found = {}
    for test in tests:
        found[test.key] = _word("judgement of the test", PASS) if test.kind == JUDGED else _value(test)
        endings = OF_A_TEST | (OF_TWO_SIDES if test.sides else {})
        found |= {f"{test.key}_{ending}": one for ending, one in endings.items()}
    return found


def _value(test: FieldTest) -> Measure:
    says = "value of the test, the worse side where there are two"
    return Measure(says, test.unit, test.low, test.high, own_best=True)


MEASURES: dict[str, Measure] = {
    **_OF_THE_CASE,
    **{
        f"{name}_total": Measure("total of the questionnaire", "points", high=top)
        for name, top in TOTALS.items()
    },
    **of_tests(battery()),
}
"""Every measure that a criterion may name."""
