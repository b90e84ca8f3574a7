"""The rules about reporting: an answer that is missing is said, and never taken for a good one."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import HOUSE_RULE, Input, Morning, by_limit
from teamback.record.flag import INFO, NOT_REPORTED, Reason
from teamback.record.scales import WELLNESS_ITEMS


def morning_is_not_reported(morning: Morning, limits: Limits) -> Reason | None:
    """D1: there is no check-in dated today, or its back pain or wellness was not answered."""
    if morning.reported:
        return None
    return Reason(
        rule="D1",
        level=NOT_REPORTED,
        says=_what_is_missing(morning) if morning.checked_in else f"No check-in today{_yesterday(morning)}",
        threshold="today's check-in with back pain and wellness answered",
        source="What is not known is never taken for good",
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("check_in" if morning.checked_in else "yesterday"),
    )


def _what_is_missing(morning: Morning) -> str:
    gaps = []
    if morning.pain_now is None:
        gaps.append("back pain")
    if morning.wellness_total is None:
        gaps.append("wellness")
    some, items = morning.wellness_answered, len(WELLNESS_ITEMS)
    partly = f" ({some} of {items} wellness items)" if morning.wellness_total is None and some else ""
    return f"Checked in, but {' and '.join(gaps)} not answered{partly}"


def _yesterday(morning: Morning) -> str:
    values = []
    if morning.yesterday_pain is not None:
        values.append(f"pain {morning.yesterday_pain:g}/10")
    if morning.yesterday_wellness is not None:
        values.append(f"wellness {morning.yesterday_wellness:g}")
    return f" (yesterday: {', '.join(values)})" if values else ""


def check_ins_are_often_missing(morning: Morning, limits: Limits) -> Reason | None:
    """M1: too few of the last 14 check-ins that were expected were given: a note."""
    given, expected = morning.given_check_ins, morning.expected_check_ins
    if given is None or not expected:
        return None
    share, needed = 100 * given / expected, limits["reporting_share"].value
    if round(share, 9) >= needed:
        return None
    return by_limit(
        limits,
        "reporting_share",
        rule="M1",
        level=INFO,
        says=f"Checked in on {given} of the last {expected} expected mornings",
        value=share,
        threshold=f"below {needed:g} %",
        rows=morning.read("reporting"),
    )


def reporting_stands(morning: Morning, _: Limits) -> Input:
    """Whether any check-in was expected at all."""
    given, expected = morning.given_check_ins, morning.expected_check_ins
    if given is None or not expected:
        return Input(False, "reporting not known (no check-in expected yet)")
    return Input(True, f"checked in on {given} of the last {expected} expected mornings")
