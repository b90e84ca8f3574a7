"""Every measure that a criterion may name, by its name."""

from functools import cache

from teamback.clinic.assessment.battery import battery
from teamback.rounds.return_to_sport import case_course, case_findings, case_tests
from teamback.rounds.return_to_sport.case_tests import Measure

INSTRUMENTS = ("odi", "rmdq", "start_back", "micheli", "iprrs")
_COURSE = (
    case_course.days_in_stage,
    case_course.morning_pain,
    case_course.peak_session_pain,
    case_course.red_responses,
    case_course.unknown_responses,
    case_course.stage_sessions,
    case_course.settled_modified_sessions,
    case_course.full_sessions,
    case_course.weekly_pain_change,
    case_course.load_share_of_reference,
    case_course.flares,
    case_course.nearly_pain_free_days,
    case_course.full_availability_days,
    case_course.wellness_z,
    case_findings.open_red_flags,
    case_findings.red_flag_screen_age_h,
    case_findings.hypothesis,
    case_findings.risk_steps,
    case_findings.maintenance_plan,
    case_findings.consultant_sign_off,
    case_findings.days_since_diagnosis,
    case_findings.ostrc_q1,
    case_tests.movement_screen,
    case_tests.flexor_extensor_ratio,
)


@cache
def case_measures() -> dict[str, Measure]:
    """By name: what a pathway's criterion may ask to be measured."""
    tests = battery()
    return {
        **{measure.__name__: measure for measure in _COURSE},
        **case_tests.measures_of_tests(tests),
        "baseline_set": case_tests.baseline_set(tests),
        **{f"{name}_total": case_findings.total_of(name) for name in INSTRUMENTS},
    }
