"""The rules about load: notes only, because no load figure is known to foretell an injury."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import Input, Morning, by_limit
from teamback.record.flag import INFO, Reason


def weekly_load_rose(morning: Morning, limits: Limits) -> Reason | None:
    """L1: the load of the last 7 days is up on the 7 days before: a note; a large rise says so more fully."""
    change = morning.load_change
    if change is None or not load_stands(morning, limits).known:
        return None
    change, note, strong = round(change, 9), limits["load_rise_info"].value, limits["load_rise_strong"].value
    if change <= note:
        return None
    large = change >= strong
    return by_limit(
        limits,
        "load_rise_strong" if large else "load_rise_info",
        rule="L1",
        level=INFO,
        says=f"Weekly load up {change:.0f} %" + (" (says nothing about injury risk)" if large else ""),
        value=change,
        threshold=f"{strong:g} % or more" if large else f"above {note:g} %",
        rows=morning.read("load"),
    )


def load_stands(morning: Morning, limits: Limits) -> Input:
    """Whether both weeks are known well enough to be compared."""
    needed, start = limits["load_known_days"].value, limits["load_week_from"].value
    if morning.week_load is None or morning.week_known_days < needed:
        return Input(False, f"load not known ({morning.week_known_days} of 7 days, {needed:g} needed)")
    if morning.prev_week_load is None or morning.prev_week_known_days < needed:
        days = f"{morning.prev_week_known_days} of 7 days of the week before, {needed:g} needed"
        return Input(False, f"load change not known ({days})")
    if morning.prev_week_load < start:
        return Input(False, f"load change not known (week before below {start:g} AU)")
    if morning.load_change is None:
        return Input(False, "load change not known")
    return Input(True, "load not up")


def load_was_monotonous(morning: Morning, limits: Limits) -> Reason | None:
    """L2: the load of the last 7 days was much the same every day: a note."""
    monotony, high = morning.monotony, limits["monotony_info"].value
    if monotony is None or round(monotony, 9) <= high or not monotony_stands(morning, limits).known:
        return None
    return by_limit(
        limits,
        "monotony_info",
        rule="L2",
        level=INFO,
        says=f"Monotony {monotony:.2f} (above {high:.1f})",
        value=monotony,
        threshold=f"above {high:.1f}",
        rows=morning.read("week_load"),
    )


def monotony_stands(morning: Morning, limits: Limits) -> Input:
    """Whether the week has enough known days, and differs at all from day to day."""
    if morning.week_known_days < limits["load_known_days"].value:
        return Input(False, "monotony not known")
    if morning.monotony is None:
        return Input(False, "monotony not known (no day-to-day variation)")
    return Input(True, f"monotony {morning.monotony:.2f}")
