import datetime as dt
import importlib
import math
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teamback import clinic
from teamback.clinic import readiness
from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.morning import Morning
from teamback.clinic.readiness import INPUTS, RULES, Rule, flag
from teamback.clinic.response import SessionPain, judge_response
from teamback.record.flag import Reason, RowRead

from .mornings import MONDAY, load, pain_weeks, quiet, session_pain, wellness

LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)

SPEAKS: dict[str, dict[str, Any]] = {
    "P1": {"pain_now": 3.0},
    "P2": {"response": judge_response(session_pain(0, 6, 0, 0, 0), LIMITS)},
    "P3": pain_weeks([0.0] * 7, [1.0] * 7),
    "F1": {"flare": True},
    "W1": wellness(15, [18.0] * 14),
    "D1": {"checked_in": False, "pain_now": None, **wellness(None, [18.0] * 14)},
    "V1": {"review_on": MONDAY - dt.timedelta(days=1)},
    "L1": load(2000, 2400, 7, 7),
    "L2": {"monotony": 2.01},
    "M1": {"given_check_ins": 9},
}


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
    for module in pkgutil.iter_modules(clinic.__path__, "teamback.clinic."):
        for name, thing in vars(importlib.import_module(module.name)).items():
            if callable(thing) and not name.startswith("_") and hasattr(thing, "__annotations__"):
                hints = get_type_hints(thing)
                if hints.get("return") == (Reason | None) and hints.get("morning") is Morning:
                    found.add(thing)
    return found


def test_no_rule_was_left_out_of_the_list() -> None:
    assert rules_of_the_clinic() == set(RULES)


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
        "load not up, monotony 1.20, checked in on 13 of 14 expected mornings"
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
        "reporting not known (no check-in expected in 14 days)",
    ),
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


EDGES: dict[str, tuple[dict[str, Any], str]] = {
    "4 mornings make a trend": (
        {**pain_weeks([0.0] * 4, [1.0] * 4)},
        "amber",
    ),
    "up by 2.0 is red": (pain_weeks([0.0] * 7, [2.0] * 7), "red"),
    "a session 72 h ago counts": (
        {"response": judge_response(session_pain(0, 6, 6, 0, 0, 72.0), LIMITS)},
        "red",
    ),
    "5 known days are enough": (load(2000, 2000, 5, 5), "green"),
    "a week before of 300 AU is enough": (load(300, 300, 7, 7), "green"),
}


@pytest.mark.parametrize(("changes", "level"), EDGES.values(), ids=EDGES)
def test_an_input_at_the_very_edge_is_known(changes: dict[str, Any], level: str, limits: Limits) -> None:
    judged = flag(quiet(limits, **changes), limits)
    assert (judged.level, judged.not_known) == (level, ())


def test_a_red_session_counts_although_nobody_checked_in_and_that_is_said_too(limits: Limits) -> None:
    judged = flag(quiet(limits, checked_in=False, pain_now=None, **SPEAKS["P2"]), limits)
    assert judged.level == "red"
    assert [reason.rule for reason in judged.reasons] == ["P2", "D1"]


def test_reasons_stand_most_urgent_first_and_an_overdue_review_first_among_the_notes(limits: Limits) -> None:
    changes = SPEAKS["L1"] | SPEAKS["F1"] | SPEAKS["V1"] | SPEAKS["M1"] | {"pain_now": 6.0}
    reasons = flag(quiet(limits, **changes), limits).reasons
    assert [reason.rule for reason in reasons] == ["P1", "F1", "V1", "L1", "M1"]


def test_a_note_leaves_the_row_green_and_the_row_says_that_notes_spoke(limits: Limits) -> None:
    judged = flag(quiet(limits, **SPEAKS["L1"]), limits)
    assert [(reason.rule, reason.level) for reason in judged.reasons] == [("G", "green"), ("L1", "info")]
    assert judged.reasons[0].says.startswith("only notes spoke: pain 0, wellness as usual")
    assert "load not up" not in judged.reasons[0].says


def test_a_first_slight_rise_after_a_session_is_not_called_settled(limits: Limits) -> None:
    response = judge_response(session_pain(0, 1, 1, 0, 1), limits)
    says = flag(quiet(limits, response=response), limits).reasons[0].says
    assert "last session: peak pain 1/10; 1 above baseline next morning, below 2/10" in says


@pytest.mark.parametrize(
    ("pain", "level"), [(2.9, "green"), (3, "amber"), (5, "amber"), (5.1, "red"), (10, "red")]
)
def test_the_zones_of_morning_pain(pain: float, level: str, limits: Limits) -> None:
    assert flag(quiet(limits, pain_now=pain), limits).level == level


@pytest.mark.parametrize(("given", "spoke"), [(9, True), (10, False)])
def test_fewer_than_70_percent_of_14_check_ins_is_9(given: int, spoke: bool, limits: Limits) -> None:
    judged = flag(quiet(limits, given_check_ins=given), limits)
    sentence = f"Checked in on {given} of 14 expected mornings in 14 days"
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


def test_a_reason_carries_the_rows_it_read_and_no_others(limits: Limits) -> None:
    check_in = RowRead(7, "check_in", MONDAY, "back 4")
    session = RowRead(3, "session", MONDAY - dt.timedelta(days=1), "90 min, RPE 6")
    morning = quiet(
        limits,
        pain_now=4.0,
        rows={"check_in": (check_in,), "session": (session,), "load": (session,)},
        **SPEAKS["P2"],
    )
    rows = {reason.rule: tuple(reason.rows) for reason in flag(morning, limits).reasons}
    assert rows == {"P1": (check_in,), "P2": (session,)}
    green = flag(replace(morning, pain_now=0.0, response=None), limits).reasons[0]
    assert tuple(green.rows) == (session, check_in)


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
