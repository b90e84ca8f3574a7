import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.readiness import flag
from teamback.clinic.response import judge_response
from teamback.record.flag import RowRead

from .mornings import LIMITS, MONDAY, SPEAKS, load, pain_weeks, quiet, session_pain

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


def test_without_a_check_in_the_rows_are_those_of_yesterday_that_are_shown(limits: Limits) -> None:
    today, before = RowRead(9, "check_in", MONDAY, ""), RowRead(8, "check_in", MONDAY - dt.timedelta(1), "")
    rows = {"check_in": (today,), "yesterday": (before,)}
    silent = flag(quiet(limits, checked_in=False, pain_now=None, rows=rows), limits).reasons[0]
    assert (silent.rule, tuple(silent.rows)) == ("D1", (before,))
    partly = flag(quiet(limits, pain_now=None, rows=rows), limits).reasons[0]
    assert (partly.rule, tuple(partly.rows)) == ("D1", (today,))
