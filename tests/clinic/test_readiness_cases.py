import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.morning import Morning
from teamback.clinic.readiness import flag

from .mornings import MONDAY, load, oracle, pain_weeks, quiet, scores, told, wellness

CASES = oracle("readiness_cases")


def test_every_worked_morning_is_here() -> None:
    assert [case["case"] for case in CASES] == ["A", "B", "C", "D", "E", "F", "G"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_worked_morning_is_flagged_as_the_table_says(case: dict[str, str], limits: Limits) -> None:
    said = [rule.split(":", 2) for rule in case["expected_rules"].split(" | ") if rule]
    expected = {rule: (level.lower(), says) for rule, level, says in said}
    judged = flag(told(case, limits), limits)
    reasons = {reason.rule: reason for reason in judged.reasons if reason.rule != "G"}

    assert judged.level == case["expected_level"].lower()
    assert {rule: reason.level for rule, reason in reasons.items()} == {
        rule: level for rule, (level, _) in expected.items()
    }
    for rule, (_, says) in expected.items():
        if rule == "D1":
            assert reasons[rule].says.startswith(says)
        else:
            assert reasons[rule].says == says
    assert [reason.rule for reason in judged.reasons if reason.rule == "G"] == (
        ["G"] if judged.level == "green" else []
    )


def spoken(morning: Morning, rule: str, limits: Limits) -> str:
    """A table's word for what one rule says: its level, GREEN for silence, UNKNOWN when it is named so."""
    judged = flag(morning, limits)
    levels = [reason.level.upper() for reason in judged.reasons if reason.rule == rule]
    if levels:
        return levels[0]
    return "UNKNOWN" if any(NAMED_AS[rule] in says for says in judged.not_known) else "GREEN"


NAMED_AS = {"P3": "pain trend", "W1": "wellness", "L1": "load"}


@pytest.mark.parametrize("case", oracle("pain_trend_cases"), ids=lambda case: case["case"])
def test_a_worked_pain_trend(case: dict[str, str], limits: Limits) -> None:
    weeks = pain_weeks(scores(case["previous_7_mornings"]), scores(case["last_7_mornings"]))
    assert spoken(quiet(limits, **weeks), "P3", limits) == case["expected"]
    if case["delta_mean"]:
        assert weeks["pain_last7"] - weeks["pain_prev7"] == pytest.approx(float(case["delta_mean"]), abs=5e-4)


@pytest.mark.parametrize("case", oracle("wellness_z_cases"), ids=lambda case: case["case"])
def test_a_worked_wellness_score(case: dict[str, str], limits: Limits) -> None:
    previous = [float(score) for score in case["previous_scores_oldest_first"].split(";")]
    score = wellness(float(case["today"]), previous)
    assert spoken(quiet(limits, **score), "W1", limits) == case["expected"]
    if case["z_floor1"]:
        assert score["wellness_z"] == pytest.approx(float(case["z_floor1"]), abs=5e-4)


def test_a_wellness_baseline_in_the_making_says_how_far_it_is(limits: Limits) -> None:
    judged = flag(quiet(limits, **wellness(18, [18.0] * 9)), limits)
    assert "wellness: building baseline (9 of 14)" in judged.not_known
    assert "wellness: building baseline (9 of 14)" in judged.reasons[0].says


@pytest.mark.parametrize("case", oracle("load_change_cases"), ids=lambda case: case["case"])
def test_a_worked_change_of_load(case: dict[str, str], limits: Limits) -> None:
    weeks = load(
        float(case["week_prev"]),
        float(case["week_now"]),
        int(case["recorded_days_prev"]),
        int(case["recorded_days_now"]),
    )
    judged = flag(quiet(limits, **weeks), limits)
    assert spoken(quiet(limits, **weeks), "L1", limits) == case["expected"]
    assert judged.level == "green"
    if case["change_percent"]:
        assert weeks["load_change"] == pytest.approx(float(case["change_percent"]))


@pytest.mark.parametrize(("now", "says"), [(2360, "Weekly load up 18 %"), (2600, "Weekly load up 30 %")])
def test_the_sentence_about_load_grows_at_30_percent(limits: Limits, now: float, says: str) -> None:
    reasons = flag(quiet(limits, **load(2000, now, 7, 7)), limits).reasons
    sentences = [reason.says for reason in reasons if reason.rule == "L1"]
    assert sentences == [says + (" (says nothing about injury risk)" if now >= 2600 else "")]


def test_a_morning_of_which_nothing_is_known(limits: Limits) -> None:
    judged = flag(Morning(day=MONDAY), limits)
    assert judged.level == "not_reported"
    assert [(reason.rule, reason.says) for reason in judged.reasons] == [("D1", "No check-in today")]
