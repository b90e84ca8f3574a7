"""The rules about the low back: this morning, the last session, the last two weeks, a flare-up."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import HOUSE_RULE, Input, Morning, by_limit
from teamback.clinic.response import Response
from teamback.record.flag import AMBER, GREEN, RED, Reason


def low_back_hurts_this_morning(morning: Morning, limits: Limits) -> Reason | None:
    """P1: back pain in this morning's check-in lies in the middle zone (amber) or above it (red)."""
    pain, low, top = morning.pain_now, limits["low_back_amber"].value, limits["low_back_red"].value
    if pain is None or pain < low:
        return None
    level, entry, threshold = AMBER, "low_back_amber", f"{low:g} to {top:g}"
    if pain > top:
        level, entry, threshold = RED, "low_back_red", f"above {top:g}"
    return by_limit(
        limits,
        entry,
        rule="P1",
        level=level,
        says=f"Back pain {pain:g}/10 this morning ({threshold})",
        value=pain,
        threshold=threshold,
        rows=morning.read("check_in"),
    )


def last_session_hurt_the_back(morning: Morning, limits: Limits) -> Reason | None:
    """P2: the response to the last session is red or amber, and the session not long ago."""
    response = _recent(morning, limits)
    if response is None or response.level not in (RED, AMBER):
        return None
    return Reason(
        rule="P2",
        level=response.level,
        says=f"Last session: {response.says}",
        value=response.value,
        threshold=response.threshold,
        source=response.source,
        status=response.status,
        limits=limits.version,
        rows=morning.read("session"),
    )


def response_stands(morning: Morning, limits: Limits) -> Input:
    """Whether the last session's response is known."""
    response = _recent(morning, limits)
    if response is None:
        window = limits["response_window_hours"].value
        return Input(False, f"last session: none recorded within {window:g} h")
    if response.level not in (RED, AMBER, GREEN):
        return Input(False, f"last session: {response.says}")
    return Input(True, "last session settled" if response.settled else f"last session: {response.says}")


def _recent(morning: Morning, limits: Limits) -> Response | None:
    response = morning.response
    if response is None or response.hours_since > limits["response_window_hours"].value:
        return None
    return response


def morning_pain_rose_on_last_week(morning: Morning, limits: Limits) -> Reason | None:
    """P3: the mean morning pain of the last 7 days lies above that of the 7 days before (amber, far: red)."""
    rise = _weekly_rise(morning, limits)
    if rise is None or rise < limits["pain_trend_amber"].value:
        return None
    far = rise >= limits["pain_trend_red"].value
    entry = "pain_trend_red" if far else "pain_trend_amber"
    return by_limit(
        limits,
        entry,
        rule="P3",
        level=RED if far else AMBER,
        says=f"Mean morning pain up {rise:.1f} on last week",
        value=rise,
        threshold=f"{limits[entry].value:g} or more above the week before",
        rows=morning.read("pain_trend"),
    )


def pain_trend_stands(morning: Morning, limits: Limits) -> Input:
    """Whether both weeks have enough scored mornings."""
    if _weekly_rise(morning, limits) is not None:
        return Input(True, "weekly pain not up")
    before, now = morning.pain_prev7_entries, morning.pain_last7_entries
    needed = limits["pain_trend_entries"].value
    return Input(False, f"pain trend: too few mornings ({before} before, {now} now, {needed:g} needed)")


def _weekly_rise(morning: Morning, limits: Limits) -> float | None:
    fewest = min(morning.pain_last7_entries, morning.pain_prev7_entries)
    if morning.pain_last7 is None or morning.pain_prev7 is None:
        return None
    if fewest < limits["pain_trend_entries"].value:
        return None
    return round(morning.pain_last7 - morning.pain_prev7, 9)


def athlete_reports_a_flare(morning: Morning, limits: Limits) -> Reason | None:
    """F1: the athlete ticked a flare-up in this morning's check-in, whatever the score: amber."""
    if not morning.flare:
        return None
    return Reason(
        rule="F1",
        level=AMBER,
        says="Athlete reports a flare-up",
        value="yes",
        threshold="any self-reported flare-up",
        source="Costa 2019, J Pain 20:1267: 68 % of self-reported flare days were not days of more pain",
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("check_in"),
    )


def flare_stands(morning: Morning, limits: Limits) -> Input:
    """Whether the question about a flare-up was answered; it is put only to those whose back hurts."""
    if morning.flare is not None:
        return Input(True, "no flare-up")
    if morning.pain_now == 0:
        return Input(True, "flare-up not asked")
    return Input(False, "flare-up: not answered")
