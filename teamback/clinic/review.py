"""The rule about a decision whose review date has passed: it still holds, and somebody has to look at it."""

from teamback.clinic.limits import Limits
from teamback.clinic.morning import HOUSE_RULE, Morning
from teamback.record.flag import INFO, Reason
from teamback.record.words import short_day


def review_date_has_passed(morning: Morning, limits: Limits) -> Reason | None:
    """V1: the review date of availability or restrictions has passed: it holds until someone decides."""
    if morning.review_on is None or morning.review_on >= morning.day:
        return None
    return Reason(
        rule="V1",
        level=INFO,
        says=f"Review of availability was due {short_day(morning.review_on, morning.day)}",
        value=float((morning.day - morning.review_on).days),
        threshold="review date before today",
        source="Availability never changes because a date passed",
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("availability"),
    )
