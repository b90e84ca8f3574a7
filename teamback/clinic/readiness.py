"""The colour of a morning: every rule is asked, the worst one wins, and what is unknown is named."""

from collections.abc import Callable

from teamback.clinic import back_pain, load, reporting, review, wellness
from teamback.clinic.assessment import testing
from teamback.clinic.limits import Limits
from teamback.clinic.low_back import reported_problem
from teamback.clinic.morning import HOUSE_RULE, Input, Morning
from teamback.clinic.urgent import red_flags
from teamback.record.flag import GREEN, INFO, NOT_REPORTED, WORST_FIRST, Flag, Reason

Rule = Callable[[Morning, Limits], Reason | None]

RULES: tuple[Rule, ...] = (
    red_flags.red_flag_is_open,
    back_pain.low_back_hurts_this_morning,
    back_pain.last_session_hurt_the_back,
    back_pain.morning_pain_rose_on_last_week,
    back_pain.athlete_reports_a_flare,
    reported_problem.health_problem_was_reported,
    wellness.wellness_is_below_own_usual,
    reporting.morning_is_not_reported,
    review.review_date_has_passed,
    load.weekly_load_rose,
    load.load_was_monotonous,
    testing.test_is_out_of_date,
    reporting.check_ins_are_often_missing,
)
"""Most urgent first; a rule's docstring is its sentence on the rules page."""

INPUTS: tuple[tuple[str, Callable[[Morning, Limits], Input]], ...] = (
    ("W1", wellness.wellness_stands),
    ("P2", back_pain.response_stands),
    ("P3", back_pain.pain_trend_stands),
    ("F1", back_pain.flare_stands),
    ("O1", reported_problem.weekly_answer_stands),
    ("L1", load.load_stands),
    ("L2", load.monotony_stands),
    ("M1", reporting.reporting_stands),
    ("T1", testing.tests_stand),
)
"""What the rules rest on besides the back pain of today, of which D1 speaks when it is missing; what is known
and has no words is no input of this morning."""

_ORDER = {level: place for place, level in enumerate((*WORST_FIRST, INFO))}


def flag(morning: Morning, limits: Limits) -> Flag:
    """The flag of one morning: red > amber > not reported > green; INFO never changes it.

    A morning that was not reported is never green, whatever the rules say.
    """
    spoke = [reason for rule in RULES if (reason := rule(morning, limits))]
    levels = {reason.level for reason in spoke} | {GREEN if morning.reported else NOT_REPORTED}
    level = next(level for level in WORST_FIRST if level in levels)
    stands = [(rule, stand(morning, limits)) for rule, stand in INPUTS]
    not_known = tuple(an_input.says for _, an_input in stands if not an_input.known)
    if level == GREEN:
        spoke_rules = {reason.rule for reason in spoke}
        judged = [s.says for rule, s in stands if s.known and s.says and rule not in spoke_rules]
        spoke.append(_as_usual(morning, limits, judged, not_known, bool(spoke)))
    return Flag(level, tuple(sorted(spoke, key=lambda reason: _ORDER[reason.level])), not_known)


def _as_usual(
    morning: Morning, limits: Limits, judged: list[str], not_known: tuple[str, ...], notes: bool
) -> Reason:
    """What a green row says: all that was judged, then all that could not be."""
    spoke = "only notes spoke" if notes else "nothing spoke"
    says = f"{spoke}: {', '.join([f'pain {morning.pain_now:g}', *judged])}"
    return Reason(
        rule="G",
        level=GREEN,
        says="; ".join((says, *not_known)),
        value=morning.pain_now,
        threshold="no red or amber rule, and the morning reported",
        source="Every rule was asked; what is not known is named",
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("check_in", "wellness", "session", "pain_trend", "load", "reporting"),
    )
