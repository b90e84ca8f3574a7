import datetime as dt
import importlib
import math
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_type_hints

import pytest

from teamback import clinic
from teamback.clinic.limits import Limits
from teamback.clinic.morning import Morning
from teamback.clinic.readiness import RULES, Rule, flag
from teamback.record.flag import Reason

from .mornings import MONDAY, SPEAKS, quiet

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)


@EVERY_RULE
def test_nothing_known_is_never_good(rule: Rule, limits: Limits) -> None:
    reason = rule(Morning(day=MONDAY), limits)
    assert reason is None or (reason.rule, reason.level) == ("D1", "not_reported")


@EVERY_RULE
def test_a_rule_says_nothing_of_a_quiet_morning(rule: Rule, limits: Limits) -> None:
    assert rule(quiet(limits), limits) is None


@pytest.mark.parametrize(("rule", "changes"), SPEAKS.items(), ids=SPEAKS)
def test_one_change_makes_one_rule_speak_with_all_that_is_needed_to_check_it(
    rule: str, changes: dict[str, Any], limits: Limits
) -> None:
    reasons = [reason for reason in flag(quiet(limits, **changes), limits).reasons if reason.rule != "G"]
    assert [reason.rule for reason in reasons] == [rule]
    reason = reasons[0]
    assert reason.value is not None or rule == "D1"
    assert reason.threshold
    assert reason.source
    assert reason.status in ("published", "practice", "house rule")
    assert reason.limits == limits.version


def test_every_rule_has_been_made_to_speak_and_its_docstring_opens_with_its_id(limits: Limits) -> None:
    ids = [rule.__doc__.split(":")[0] for rule in RULES if rule.__doc__]
    assert sorted(ids) == sorted(SPEAKS)
    for rule, id_ in zip(RULES, ids, strict=True):
        reason = rule(quiet(limits, **SPEAKS[id_]), limits)
        assert reason is not None
        assert reason.rule == id_


def rules_of_the_clinic() -> set[Callable[..., Any]]:
    """Every public function of the package that reads a morning and may give a reason."""
    found = set()
    for module in pkgutil.walk_packages(clinic.__path__, "teamback.clinic."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            if callable(thing) and not name.startswith("_") and hasattr(thing, "__annotations__"):
                hints = get_type_hints(thing)
                if hints.get("return") == (Reason | None) and hints.get("morning") is Morning:
                    found.add(thing)
    return found


def test_no_rule_was_left_out_of_the_list() -> None:
    assert rules_of_the_clinic() == set(RULES)


@pytest.mark.parametrize(
    ("pain", "level"), [(2.9, "green"), (3, "amber"), (5, "amber"), (5.1, "red"), (10, "red")]
)
def test_the_zones_of_morning_pain(pain: float, level: str, limits: Limits) -> None:
    assert flag(quiet(limits, pain_now=pain), limits).level == level


@pytest.mark.parametrize(("given", "spoke"), [(9, True), (10, False)])
def test_fewer_than_70_percent_of_14_check_ins_is_9(given: int, spoke: bool, limits: Limits) -> None:
    judged = flag(quiet(limits, given_check_ins=given), limits)
    sentence = f"Checked in on {given} of the last 14 expected mornings"
    assert (sentence in [reason.says for reason in judged.reasons]) is spoke


@pytest.mark.parametrize(("days_ago", "spoke"), [(0, False), (1, True), (7, True)])
def test_a_review_is_overdue_from_the_day_after_its_date(days_ago: int, spoke: bool, limits: Limits) -> None:
    morning = quiet(limits, review_on=MONDAY - dt.timedelta(days=days_ago))
    reasons = [reason for reason in flag(morning, limits).reasons if reason.rule == "V1"]
    assert bool(reasons) is spoke


def test_the_sentence_of_an_overdue_review(limits: Limits) -> None:
    reasons = flag(quiet(limits, review_on=dt.date(2026, 11, 20)), limits).reasons
    assert ("V1", "Review of availability was due Fri 20 Nov", 3.0) in [
        (reason.rule, reason.says, reason.value) for reason in reasons
    ]


def test_thresholds_are_read_and_not_built_in(limits: Limits) -> None:
    lower = replace(limits["low_back_amber"], value=1)
    stricter = Limits("stricter", {**limits.entries, "low_back_amber": lower})
    judged = flag(quiet(limits, pain_now=1.0), stricter)
    assert judged.level == "amber"
    assert judged.reasons[0].says == "Back pain 1/10 this morning (1 to 5)"
    assert judged.reasons[0].limits == "stricter"


@pytest.mark.parametrize(
    "changes",
    [{"load_change": 15.000000000000002}, {"monotony": 2.0000000000000004}, {"given_check_ins": 7}],
)
def test_a_figure_that_is_the_limit_but_for_its_last_bit_is_the_limit(
    changes: dict[str, Any], limits: Limits
) -> None:
    morning = quiet(limits, **{"expected_check_ins": 10, "given_check_ins": 10} | changes)
    assert [reason.rule for reason in flag(morning, limits).reasons] == ["G"]


def test_a_nan_is_refused_because_every_limit_would_let_it_pass() -> None:
    with pytest.raises(ValueError, match="pain_now is NaN"):
        Morning(day=MONDAY, pain_now=math.nan)
