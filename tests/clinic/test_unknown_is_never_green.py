from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback.clinic import readiness
from teamback.clinic.limits import Limits
from teamback.clinic.morning import Morning
from teamback.clinic.readiness import INPUTS, flag
from teamback.clinic.response import SessionPain, judge_response

from .mornings import LIMITS, MONDAY, load, quiet, session_pain

MAYBE = st.none() | st.floats(-3, 30)
MORNINGS = st.builds(
    Morning,
    day=st.just(MONDAY),
    checked_in=st.booleans(),
    pain_now=st.none() | st.floats(0, 10),
    flare=st.none() | st.booleans(),
    wellness_total=st.none() | st.floats(5, 25),
    wellness_mean=MAYBE,
    wellness_scores=st.integers(0, 28),
    wellness_z=MAYBE,
    response=st.none()
    | st.builds(
        lambda peak, base, after: judge_response(SessionPain(peak, base, after, 30), LIMITS),
        *(st.none() | st.floats(0, 10) for _ in range(3)),
    ),
    pain_last7=MAYBE,
    pain_last7_entries=st.integers(0, 7),
    pain_prev7=MAYBE,
    pain_prev7_entries=st.integers(0, 7),
    week_load=MAYBE,
    week_known_days=st.integers(0, 7),
    monotony=MAYBE,
    expected_check_ins=st.none() | st.integers(0, 14),
    given_check_ins=st.none() | st.integers(0, 14),
)


@given(morning=MORNINGS)
def test_no_morning_without_todays_answers_is_ever_green(morning: Morning) -> None:
    judged = flag(morning, LIMITS)
    assert judged.reasons
    if not morning.checked_in or morning.pain_now is None or morning.wellness_total is None:
        assert judged.level != "green"
        assert "D1" in {reason.rule for reason in judged.reasons}
    if judged.level == "green":
        assert judged.reasons[0].rule == "G"
        assert {reason.level for reason in judged.reasons[1:]} <= {"info"}
        assert all(says in judged.reasons[0].says for says in judged.not_known)


@pytest.mark.parametrize("gap", ["pain_now", "wellness_total"])
def test_even_without_any_rule_an_unanswered_morning_is_not_green(
    gap: str, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "RULES", ())
    assert flag(quiet(limits), limits).level == "green"
    assert flag(replace(quiet(limits), **{gap: None}), limits).level == "not_reported"
    assert flag(quiet(limits, checked_in=False), limits).level == "not_reported"


def test_a_green_row_says_what_was_judged(limits: Limits) -> None:
    judged = flag(quiet(limits), limits)
    assert judged.level == "green"
    assert judged.not_known == ()
    assert [reason.says for reason in judged.reasons] == [
        "nothing spoke: pain 0, wellness as usual, last session settled, weekly pain not up, no flare-up, "
        "no health problem this week, load not up, monotony 1.20, "
        "checked in on 13 of the last 14 expected mornings, tests in date"
    ]


UNKNOWN: dict[str, tuple[dict[str, Any], str]] = {
    "W1": ({"wellness_scores": 0, "wellness_z": None}, "wellness: building baseline (0 of 14)"),
    "P2": ({"response": None}, "last session: none recorded within 72 h"),
    "P3": ({"pain_prev7_entries": 3}, "pain trend: too few mornings (3 before, 7 now, 4 needed)"),
    "F1": ({"flare": None, "pain_now": 1.0}, "flare-up: not answered"),
    "L1": ({"prev_week_load": 250.0}, "load change not known (week before below 300 AU)"),
    "L2": ({"monotony": None}, "monotony not known (no day-to-day variation)"),
    "M1": (
        {"expected_check_ins": 0, "given_check_ins": 0},
        "reporting not known (no check-in expected yet)",
    ),
    "T1": ({"baseline_on": None}, "no baseline tests"),
    "O1": ({"ostrc": None}, "OSTRC: no answer in 8 days"),
}


@pytest.mark.parametrize(("changes", "says"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_input_is_named_in_the_green_row(
    changes: dict[str, Any], says: str, limits: Limits
) -> None:
    judged = flag(quiet(limits, **changes), limits)
    assert judged.level == "green"
    assert judged.not_known == (says,)
    assert judged.reasons[0].says.endswith(f"; {says}")


def test_a_flare_is_not_missed_where_nothing_hurts_and_it_was_not_asked(limits: Limits) -> None:
    judged = flag(quiet(limits, flare=None), limits)
    assert judged.not_known == ()
    assert "flare-up not asked" in judged.reasons[0].says


def test_every_input_is_named_when_nothing_is_known(limits: Limits) -> None:
    assert {rule for rule, _ in INPUTS} == set(UNKNOWN)
    assert len(flag(Morning(day=MONDAY), limits).not_known) == len(INPUTS)


def test_an_unknown_input_is_named_on_an_amber_row_too(limits: Limits) -> None:
    judged = flag(quiet(limits, pain_now=4.0, week_known_days=3), limits)
    assert judged.level == "amber"
    assert judged.not_known == ("load not known (3 of 7 days, 5 needed)", "monotony not known")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (load(2000, 2000, 4, 7), "load change not known (4 of 7 days of the week before, 5 needed)"),
        ({"load_change": None}, "load change not known"),
        ({"wellness_z": None}, "wellness: own usual not known"),
        (
            {"response": judge_response(session_pain(0, 1, 0, 0, None, 10), LIMITS)},
            "last session: peak pain 1/10; next-morning score not due yet",
        ),
        (
            {"response": judge_response(session_pain(0, None, None, 0, 0), LIMITS)},
            "last session: no pain score during or after the session",
        ),
        (
            {"response": judge_response(session_pain(0, 6, 6, 0, 0, 72.5), LIMITS)},
            "last session: none recorded within 72 h",
        ),
    ],
)
def test_the_reason_why_an_input_is_unknown(changes: dict[str, Any], says: str, limits: Limits) -> None:
    judged = flag(quiet(limits, **changes), limits)
    assert judged.level == "green"
    assert judged.not_known == (says,)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"checked_in": False, "pain_now": None}, "No check-in today"),
        (
            {"checked_in": False, "pain_now": None, "yesterday_pain": 1.0},
            "No check-in today (yesterday: pain 1/10)",
        ),
        (
            {"checked_in": False, "yesterday_pain": 0.0, "yesterday_wellness": 18.0},
            "No check-in today (yesterday: pain 0/10, wellness 18)",
        ),
        ({"pain_now": None}, "Checked in, but back pain not answered"),
        (
            {"wellness_total": None, "wellness_answered": 0},
            "Checked in, but wellness not answered",
        ),
        (
            {"wellness_total": None, "wellness_answered": 3},
            "Checked in, but wellness not answered (3 of 5 wellness items)",
        ),
        (
            {"pain_now": None, "wellness_total": None, "wellness_answered": 0},
            "Checked in, but back pain and wellness not answered",
        ),
    ],
)
def test_the_words_for_a_morning_that_was_not_reported(
    changes: dict[str, Any], says: str, limits: Limits
) -> None:
    judged = flag(quiet(limits, **changes), limits)
    assert judged.level == "not_reported"
    assert judged.reasons[0].says == says
