"""The rules of escalation: what in the record asks for somebody to act, as open or closed tasks."""

from teamback.clinic.urgent.care_rules import athlete_is_silent, athlete_was_referred, flare_in_an_open_case
from teamback.clinic.urgent.finding_rules import (
    distress_is_high,
    inflammatory_pain_is_likely,
    inflammatory_pain_is_to_be_tested,
    problem_is_substantial_again,
)
from teamback.clinic.urgent.pain_rules import (
    back_pain_lasts,
    bone_may_be_stressed,
    pain_grows_with_activity,
    pain_is_severe,
)
from teamback.clinic.urgent.red_flags import RedFlags
from teamback.clinic.urgent.sign_rules import (
    back_may_be_broken,
    back_may_be_infected,
    cauda_equina_signs_are_new,
    one_leg_is_weak,
    raised,
    screen_is_incomplete,
    signs_need_a_closer_look,
)
from teamback.clinic.urgent.signs import Basis, Rule, Signs
from teamback.clinic.urgent.tasks import Task
from teamback.record.clinical_words import SETS_OUT

RULES: tuple[Rule, ...] = (
    cauda_equina_signs_are_new,
    one_leg_is_weak,
    back_may_be_broken,
    back_may_be_infected,
    signs_need_a_closer_look,
    inflammatory_pain_is_likely,
    inflammatory_pain_is_to_be_tested,
    back_pain_lasts,
    pain_grows_with_activity,
    problem_is_substantial_again,
    bone_may_be_stressed,
    distress_is_high,
    athlete_is_silent,
    pain_is_severe,
    screen_is_incomplete,
    athlete_was_referred,
    flare_in_an_open_case,
)
"""A rule's docstring is its sentence on the rules page."""


def tasks(signs: Signs, basis: Basis) -> list[Task]:
    """All tasks of one athlete, open and closed."""
    return [task for rule in RULES for task in rule(signs, basis)]


def open_flags(signs: Signs, flags: RedFlags) -> list[Task]:
    """The tasks of ES1 to ES4 that nobody has closed: while there is one, the athlete is Out."""
    return [task for rule in sorted(SETS_OUT) for task in raised(rule, signs, flags) if task.is_open]
