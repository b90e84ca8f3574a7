"""The rule about wellness, against the athlete's own previous days and nobody else's."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import Input, Morning, by_limit
from teamback.record.flag import AMBER, INFO, Reason


def wellness_is_below_own_usual(morning: Morning, limits: Limits) -> Reason | None:
    """W1: wellness lies below the athlete's own previous 28 days: a note, far below amber, never red."""
    z, total, usual = morning.wellness_z, morning.wellness_total, morning.wellness_mean
    if z is None or total is None or usual is None or not wellness_stands(morning, limits).known:
        return None
    z, note, far = round(z, 9), limits["wellness_info"].value, limits["wellness_amber"].value
    if z > note:
        return None
    entry = "wellness_amber" if z <= far else "wellness_info"
    return by_limit(
        limits,
        entry,
        rule="W1",
        level=AMBER if z <= far else INFO,
        says=f"Wellness {total:g} is {-z:.1f} SD below own normal {usual:.1f}",
        value=z,
        threshold=f"{-far:g} SD or more below" if z <= far else f"{-note:g} to {-far:g} SD below",
        rows=morning.read("check_in", "wellness"),
    )


def wellness_stands(morning: Morning, limits: Limits) -> Input:
    """Whether wellness was answered today and the own usual rests on enough scores."""
    needed = limits["wellness_scores_needed"].value
    if morning.wellness_scores < needed:
        return Input(False, f"wellness: building baseline ({morning.wellness_scores} of {needed:g})")
    if morning.wellness_total is None:
        return Input(False, "wellness: not answered")
    if morning.wellness_z is None or morning.wellness_mean is None:
        return Input(False, "wellness: own usual not known")
    return Input(True, "wellness as usual")
