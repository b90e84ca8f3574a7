"""A criterion is met only by what was found inside its window; nothing found is no pass."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback.clinic.return_to_sport.criteria import Finding, judge
from teamback.clinic.return_to_sport.pathway import DAYS, SESSIONS, Comparison, Criterion, Stage, Window
from teamback.record.verdict import MET, NO_DATA, NOT_MET, TOO_OLD, Verdict
from tests.squads import MONDAY

STAGE = Stage(
    number=2,
    name="Controlled loading",
    bern_phase="rehabilitation",
    availability="rehab",
    aim="-",
    allowed="-",
    not_allowed="-",
    min_days=3,
    sessions=2,
    signed_by=("doctor",),
    source="-",
    status="house rule",
    load_ceiling=50,
)
HOLD = Criterion("X1", "Hold", "house rule", "house rule", measure="hold", compare=Comparison("at_least", 30))
SAYS = [
    ("at_least", 30, 30, MET),
    ("at_least", 30, 29.9, NOT_MET),
    ("at_most", 2, 2, MET),
    ("at_most", 2, 2.1, NOT_MET),
    ("below", 1, 0.9, MET),
    ("below", 1, 1, NOT_MET),
    ("equals", 0, 0, MET),
    ("equals", 0, 1, NOT_MET),
]


def found(criterion: Criterion, finding: Finding) -> Verdict:
    return judge(criterion, STAGE, lambda _, __: finding)


@pytest.mark.parametrize(("how", "limit", "value", "verdict"), SAYS)
def test_a_value_stands_its_comparison_or_not(how: str, limit: float, value: float, verdict: str) -> None:
    criterion = replace(HOLD, compare=Comparison(how, limit))
    assert found(criterion, Finding(value, "s", MONDAY, 1)).verdict == verdict


def test_between_takes_both_ends_and_nothing_outside() -> None:
    criterion = replace(HOLD, compare=Comparison("between", 0.9, 1.1))
    verdicts = [found(criterion, Finding(v, "", MONDAY, 1)).verdict for v in (0.89, 0.9, 1.0, 1.1, 1.11)]
    assert verdicts == [NOT_MET, MET, MET, MET, NOT_MET]


def test_a_figure_of_the_stage_is_the_threshold() -> None:
    criterion = replace(HOLD, compare=Comparison("at_most", "load_ceiling"))
    verdict = found(criterion, Finding(59, "%", MONDAY, 7))
    assert (verdict.verdict, verdict.value, verdict.threshold) == (NOT_MET, "59 %", "at most 50 %")


@given(st.sampled_from(["at_least", "at_most", "below", "equals", "between", "of_own_best"]))
def test_nothing_found_is_no_pass_whatever_is_asked(how: str) -> None:
    criterion = replace(HOLD, compare=Comparison(how, 0.0, 10.0))
    assert found(criterion, Finding(lacks="not tested")).verdict == NO_DATA
    assert found(criterion, Finding(older=True)).verdict == TOO_OLD
    assert not found(criterion, Finding()).passes


@given(st.floats(-1e6, 1e6))
def test_what_lies_outside_the_window_is_too_old_however_good(value: float) -> None:
    for how in ("at_least", "at_most", "below", "equals"):
        criterion = replace(HOLD, compare=Comparison(how, value))
        assert found(criterion, Finding(value, "s", MONDAY, 1, older=True)).verdict == TOO_OLD


def test_not_a_number_is_refused_before_it_could_pass_every_limit() -> None:
    with pytest.raises(ValueError, match="NaN"):
        Finding(math.nan, "s")


def test_a_share_of_the_own_best_needs_an_own_best() -> None:
    criterion = replace(HOLD, compare=Comparison("of_own_best", 80))
    assert found(criterion, Finding(72.0, "s", MONDAY, 1, own_best=90.0)).verdict == MET
    assert found(criterion, Finding(71.0, "s", MONDAY, 1, own_best=90.0)).value == "78.9 % of own best"
    assert found(criterion, Finding(72.0, "s", MONDAY, 1)).verdict == NO_DATA


def test_where_less_is_better_the_share_of_the_own_best_is_the_other_way_round() -> None:
    criterion = replace(HOLD, compare=Comparison("of_own_best", 90))
    times = [Finding(time, "s", MONDAY, 1, own_best=9.0, less_is_better=True) for time in (10.0, 10.1, 0.0)]
    assert [found(criterion, time).verdict for time in times] == [MET, NOT_MET, NO_DATA]


def test_of_alternatives_one_is_enough_and_both_are_named_while_none_holds() -> None:
    other = replace(HOLD, compare=Comparison("of_own_best", 80))
    either = replace(HOLD, any_of=(HOLD, other))
    assert found(either, Finding(25.0, "s", MONDAY, 1, own_best=30.0)).verdict == MET
    verdict = found(either, Finding(20.0, "s", MONDAY, 1, own_best=30.0))
    assert verdict.verdict == NOT_MET
    assert verdict.threshold == "at least 30 s or at least 80 % of own best"


def test_a_word_is_held_against_a_word() -> None:
    criterion = replace(HOLD, compare=Comparison("equals", "pass"))
    assert found(criterion, Finding("pass", "", MONDAY, 1)).verdict == MET
    assert found(criterion, Finding("not yet", "", MONDAY, 1)).verdict == NOT_MET


def test_a_threshold_names_its_window() -> None:
    criterion = replace(HOLD, window=Window(DAYS, 14))
    assert found(criterion, Finding(31, "s", MONDAY, 1)).threshold == "at least 30 s, last 14 days"
    criterion = replace(HOLD, window=Window(SESSIONS, 1))
    assert found(criterion, Finding(31, "s", MONDAY, 1)).threshold == "at least 30 s, last session"


def test_a_verdict_is_kept_as_text_and_read_back() -> None:
    verdict = Verdict(
        "G2-2", "Side bridge", MET, "52 s", "at least 30 s", MONDAY, 2, source="s", status="practice"
    )
    assert Verdict.from_text(verdict.as_text()) == verdict


def test_an_advisory_criterion_is_shown_and_never_in_the_way() -> None:
    verdict = found(replace(HOLD, kind="advisory"), Finding(1.0, "s", MONDAY, 1))
    assert (verdict.verdict, verdict.passes) == (NOT_MET, True)
