import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.response import STEPS, SessionPain, Step, judge_response

from .mornings import number, oracle, session_pain

LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))

SCORE = st.none() | st.floats(0, 10)
A_SESSION = st.builds(SessionPain, SCORE, SCORE, SCORE, st.floats(0, 200))


@pytest.mark.parametrize("case", oracle("pain_response_cases"), ids=lambda case: case["case"])
def test_a_worked_session_is_judged_as_the_table_says(case: dict[str, str], limits: Limits) -> None:
    names = ("before", "during", "after", "morning_of_session", "next_morning")
    pain = session_pain(*(number(case[name]) for name in names), hours=float(case["hours_since"]))
    response = judge_response(pain, limits)
    assert (response.level.upper(), response.says) == (case["expected"], case["reason"])


@pytest.mark.parametrize("case", oracle("pain_response_pairs"), ids=lambda case: case["case"])
def test_a_worked_pair_of_sessions_is_judged_as_the_table_says(case: dict[str, str], limits: Limits) -> None:
    first, second = (
        session_pain(*(number(case[name]) for name in names))
        for names in (
            ("first_day_before", "first_during", "first_after", "first_morning", "first_next"),
            ("second_before", "second_during", "second_after", "second_morning", "second_next"),
        )
    )
    response = judge_response(second, limits, previous=first)
    assert (response.level.upper(), response.says) == (case["expected_second"], case["reason"])


@given(pain=A_SESSION, previous=st.none() | A_SESSION)
def test_no_session_with_something_unknown_is_ever_green(
    pain: SessionPain, previous: SessionPain | None
) -> None:
    response = judge_response(pain, LIMITS, previous)
    assert response.level in ("red", "amber", "green", "pending", "unknown")
    if None in (pain.peak, pain.base, pain.next_morning):
        assert response.level != "green"
        assert not response.settled
    if response.level == "green":
        assert pain.peak is not None
        assert pain.peak < 3


@given(pain=A_SESSION, previous=st.none() | A_SESSION, higher=st.floats(0, 10))
def test_a_higher_peak_or_next_morning_never_makes_a_known_response_milder(
    pain: SessionPain, previous: SessionPain | None, higher: float
) -> None:
    mildest_first = ("green", "amber", "red")
    before = judge_response(pain, LIMITS, previous).level
    for score in ("peak", "next_morning"):
        now = getattr(pain, score)
        if now is not None and before in mildest_first:
            worse = replace(pain, **{score: max(now, higher)})
            level = judge_response(worse, LIMITS, previous).level
            assert mildest_first.index(level) >= mildest_first.index(before)


@pytest.mark.parametrize("step", STEPS[:-1], ids=lambda step: step.__name__)
def test_a_step_before_the_last_says_nothing_of_a_quiet_session(step: Step, limits: Limits) -> None:
    assert step(session_pain(0, 1, 0, 0, 0), None, limits) is None


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_step_has_its_sentence(step: Step) -> None:
    assert (step.__doc__ or "").endswith(".")


def test_without_any_score_before_the_session_nobody_knows_whether_it_settled(limits: Limits) -> None:
    response = judge_response(session_pain(None, 1, 1, None, 4), limits)
    assert response.level == "unknown"
    assert response.says == "peak pain 1/10; not known whether it settled: no score before the session"


def test_a_middling_peak_without_a_baseline_is_amber_and_says_what_is_missing(limits: Limits) -> None:
    response = judge_response(session_pain(None, 4, 1, None, 1), limits)
    assert response.level == "amber"
    assert response.says == "peak pain 4/10, not known whether it settled: no score before the session"


def test_a_middling_peak_with_a_slight_rise_is_not_called_settled(limits: Limits) -> None:
    response = judge_response(session_pain(0, 3, 1, 0, 1), limits)
    assert response.level == "amber"
    assert response.says == (
        "peak pain 3/10 in the acceptable zone; 1 above baseline next morning, below 2/10"
    )
    assert not response.settled


def test_the_wait_for_the_next_morning_ends_after_36_hours(limits: Limits) -> None:
    assert judge_response(session_pain(0, 1, 0, 0, None, 35.9), limits).level == "pending"
    assert judge_response(session_pain(0, 1, 0, 0, None, 36.0), limits).level == "unknown"


def test_a_session_before_without_a_baseline_does_not_count_as_a_first_time(limits: Limits) -> None:
    before = session_pain(None, 1, 1, None, 1)
    response = judge_response(session_pain(0, 1, 1, 0, 1), limits, previous=before)
    assert response.level == "green"
    assert response.says.endswith("; the session before has no known baseline")


def test_a_rise_of_exactly_one_point_in_decimals_is_one_point(limits: Limits) -> None:
    assert 2.3 - 1.3 < 1
    assert judge_response(session_pain(0, 2, 2, 1.3, 2.3), limits).level == "amber"


def test_a_response_carries_the_figure_the_threshold_the_source_and_the_status(limits: Limits) -> None:
    response = judge_response(session_pain(2, 4, 4, 1, 3), limits)
    assert response.value == 2
    assert response.threshold == "2 or more above baseline, at 3 or more"
    assert response.source == limits["response_rise_red"].cited
    assert response.status == "house rule"


def test_a_nan_is_refused_because_every_limit_would_let_it_pass() -> None:
    with pytest.raises(ValueError, match="next_morning is NaN"):
        SessionPain(1, 1, math.nan, 48)
