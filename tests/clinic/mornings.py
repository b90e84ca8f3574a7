"""Mornings and sessions built as one would tell them, and the worked cases read from the oracle tables."""

import csv
import datetime as dt
import json
from pathlib import Path
from statistics import mean, stdev
from typing import Any

from teamback.clinic.assessment.ostrc_weekly import Weekly
from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.morning import Morning
from teamback.clinic.response import SessionPain, judge_response

ORACLES = Path(__file__).parents[1] / "oracles"
MONDAY = dt.date(2026, 11, 23)
LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))


def oracle(name: str) -> list[dict[str, str]]:
    with (ORACLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def scores(cells: str) -> list[float | None]:
    return [number(cell) for cell in cells.split(";")]


def session_pain(
    before: float | None,
    during: float | None,
    after: float | None,
    morning: float | None,
    next_morning: float | None,
    hours: float = 48.0,
) -> SessionPain:
    known = [score for score in (during, after) if score is not None]
    base = before if morning is None else morning
    return SessionPain(max(known) if known else None, base, next_morning, hours)


def wellness(total: float | None, previous: list[float]) -> dict[str, Any]:
    """z is counted here from any two scores on, so that the rule itself must ask for enough of them."""
    usual, sd = mean(previous), stdev(previous)
    z = None if total is None else (total - usual) / max(sd, 1.0)
    return {
        "wellness_total": total,
        "wellness_answered": 0 if total is None else 5,
        "wellness_mean": usual,
        "wellness_sd": sd,
        "wellness_scores": len(previous),
        "wellness_z": z,
    }


def pain_weeks(previous: list[float | None], last: list[float | None]) -> dict[str, Any]:
    weeks: dict[str, Any] = {}
    for name, week in (("pain_prev7", previous), ("pain_last7", last)):
        known = [score for score in week if score is not None]
        weeks |= {name: mean(known) if known else None, f"{name}_entries": len(known)}
    return weeks


def load(previous: float, now: float, days_previous: int, days_now: int) -> dict[str, Any]:
    return {
        "week_load": now,
        "week_known_days": days_now,
        "prev_week_load": previous,
        "prev_week_known_days": days_previous,
        "load_change": 100 * (now - previous) / previous,
    }


def quiet(limits: Limits, **changes: Any) -> Morning:
    """A morning on which everything is known and nothing speaks, but for the changes."""
    quiet_session = judge_response(session_pain(0, 1, 0, 0, 0), limits)
    known: dict[str, Any] = {
        "day": MONDAY,
        "checked_in": True,
        "pain_now": 0.0,
        "flare": False,
        **wellness(18, [17.0, 19.0] * 8),
        "response": quiet_session,
        **pain_weeks([0.0] * 7, [0.0] * 7),
        **load(2000, 2000, 7, 7),
        "monotony": 1.2,
        "expected_check_ins": 14,
        "given_check_ins": 13,
        "review_on": MONDAY,
        "baseline_on": MONDAY - dt.timedelta(days=180),
        "ostrc": Weekly(MONDAY, 0, 0, 0, 0).reported,
    }
    return Morning(**(known | changes))


def told(case: dict[str, str], limits: Limits) -> Morning:
    """The morning of a row of readiness_cases.csv."""
    said = json.loads(case["input_json"])
    session = said["session"]
    return Morning(
        day=MONDAY,
        checked_in=said["checked_in_today"],
        pain_now=said["morning_pain"],
        flare=said["flare"],
        **wellness(said["wellness_today"], said["wellness_prev"]),
        response=judge_response(session_pain(*session), limits) if session else None,
        **pain_weeks(*said["pain_weeks"]),
        **load(*said["load"]),
        monotony=said["monotony"],
        red_flag_open=said["red_flag"],
        ostrc=Weekly(MONDAY, *said["ostrc"]).reported if said["ostrc"] else None,
    )


SPEAKS: dict[str, dict[str, Any]] = {
    "C1": {"red_flag_open": True},
    "P1": {"pain_now": 3.0},
    "P2": {"response": judge_response(session_pain(0, 6, 0, 0, 0), LIMITS)},
    "P3": pain_weeks([0.0] * 7, [1.0] * 7),
    "F1": {"flare": True},
    "O1": {"ostrc": Weekly(MONDAY, 8, 0, 0, 8).reported},
    "W1": wellness(15, [18.0] * 14),
    "D1": {"checked_in": False, "pain_now": None, **wellness(None, [18.0] * 14)},
    "V1": {"review_on": MONDAY - dt.timedelta(days=1)},
    "L1": load(2000, 2400, 7, 7),
    "L2": {"monotony": 2.01},
    "T1": {"baseline_on": MONDAY - dt.timedelta(days=181)},
    "M1": {"given_check_ins": 9},
}
"""What makes one rule, and no other, speak on a quiet morning."""
