"""How the back took a session: its peak pain, and the next morning against the morning of the session."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from teamback.clinic.limits import Limits
from teamback.record.flag import AMBER, GREEN, RED

PENDING, UNKNOWN = "pending", "unknown"


def must_not_be_nan(what: object) -> None:
    """Unknown is None: comparisons with NaN are all false, so it would pass every limit as good."""
    for name, value in vars(what).items():
        if isinstance(value, float) and value != value:
            raise ValueError(f"{name} is NaN: what is not known is None")


@dataclass(frozen=True)
class SessionPain:
    """Pain around one session (NRS 0 to 10, decimals allowed; None where nobody scored).

    `peak` is the higher of during and after, `base` that morning's check-in or else the score before the
    session, `next_morning` the check-in dated the following day, `hours_since` the hours from its end.
    """

    peak: float | None
    base: float | None
    next_morning: float | None
    hours_since: float

    def __post_init__(self) -> None:
        must_not_be_nan(self)

    @cached_property
    def rise(self) -> float | None:
        """Points by which the next morning lies above baseline; None while either is unknown."""
        if self.base is None or self.next_morning is None:
            return None
        return round(self.next_morning - self.base, 9)


@dataclass(frozen=True)
class Response:
    """What a session did to the back: RED, AMBER, GREEN, PENDING (not due yet) or UNKNOWN.

    `value` is the figure that decided (the peak in rules 2 and 6, else the rise), `settled` is True only
    where the next morning is known to be back at baseline, `not_settled` only where it is known not to be.
    """

    level: str
    says: str
    hours_since: float
    value: float | None = None
    threshold: str = ""
    source: str = ""
    status: str = ""
    settled: bool = False
    not_settled: bool = False


def judge_response(pain: SessionPain, limits: Limits, previous: SessionPain | None = None) -> Response:
    """The first of STEPS that applies; `previous` is the last session of an earlier day (house rule)."""
    for step in STEPS:
        response = step(pain, previous, limits)
        if response:
            known = pain.rise is not None and response.level != UNKNOWN
            above = known and (pain.rise or 0) >= limits["response_rise_repeated"].value
            return replace(response, settled=known and not above, not_settled=above)
    raise AssertionError("the last step always answers")


def _answer(
    pain: SessionPain, limits: Limits, entry: str, level: str, says: str, threshold: str, value: float | None
) -> Response:
    limit = limits[entry]
    return Response(level, says, pain.hours_since, value, threshold, limit.cited, limit.status)


def nobody_scored_the_session(pain: SessionPain, _: SessionPain | None, limits: Limits) -> Response | None:
    """Without a score during or after the session its response is not known."""
    if pain.peak is not None:
        return None
    says = "no pain score during or after the session"
    return _answer(pain, limits, "response_peak_amber", UNKNOWN, says, "", None)


def peak_lies_in_the_upper_zone(pain: SessionPain, _: SessionPain | None, limits: Limits) -> Response | None:
    """A peak above the middle zone is red."""
    top = limits["response_peak_red"].value
    if pain.peak is None or pain.peak <= top:
        return None
    says = f"peak pain {pain.peak:g}/10 is above {top:g}"
    return _answer(pain, limits, "response_peak_red", RED, says, f"above {top:g}", pain.peak)


def next_morning_is_far_above(pain: SessionPain, _: SessionPain | None, limits: Limits) -> Response | None:
    """A next morning far above baseline, and itself in the middle zone or above, is red."""
    far, floor = limits["response_rise_red"].value, limits["response_rise_red_from"].value
    if pain.rise is None or pain.next_morning is None or pain.rise < far or pain.next_morning < floor:
        return None
    says = f"next-morning pain {pain.next_morning:g} is {pain.rise:g} above baseline {pain.base:g}"
    threshold = f"{far:g} or more above baseline, at {floor:g} or more"
    return _answer(pain, limits, "response_rise_red", RED, says, threshold, pain.rise)


def next_morning_is_above(pain: SessionPain, _: SessionPain | None, limits: Limits) -> Response | None:
    """A next morning above baseline and not slight has not settled: amber."""
    above, floor = limits["response_rise_amber"].value, limits["response_rise_amber_from"].value
    if pain.rise is None or pain.next_morning is None or pain.rise < above or pain.next_morning < floor:
        return None
    says = f"not back to baseline next morning ({pain.next_morning:g} vs {pain.base:g})"
    threshold = f"{above:g} or more above baseline, at {floor:g} or more"
    return _answer(pain, limits, "response_rise_amber", AMBER, says, threshold, pain.rise)


def next_morning_is_above_again(
    pain: SessionPain, previous: SessionPain | None, limits: Limits
) -> Response | None:
    """A slight rise next morning after two sessions running has not settled: amber."""
    above = limits["response_rise_repeated"].value
    if (
        pain.rise is None
        or previous is None
        or previous.rise is None
        or min(pain.rise, previous.rise) < above
    ):
        return None
    says = f"{pain.rise:g} above baseline next morning, twice running"
    threshold = f"{above:g} or more above baseline, twice running"
    return _answer(pain, limits, "response_rise_repeated", AMBER, says, threshold, pain.rise)


def peak_lies_in_the_middle_zone(
    pain: SessionPain, previous: SessionPain | None, limits: Limits
) -> Response | None:
    """A peak in the middle zone is amber, whether it settled, is not due yet, or is not known."""
    low, top = limits["response_peak_amber"].value, limits["response_peak_red"].value
    if pain.peak is None or pain.peak < low:
        return None
    says = f"peak pain {pain.peak:g}/10"
    if pain.rise is not None:
        says += f" in the acceptable zone{_how_it_settled(pain.rise, previous, limits)}"
    elif _is_pending(pain, limits):
        says += ", next-morning score not due yet"
    else:
        lacks = _within(limits) if pain.next_morning is None else "before the session"
        says += f", not known whether it settled: no score {lacks}"
    return _answer(pain, limits, "response_peak_amber", AMBER, says, f"{low:g} to {top:g}", pain.peak)


def next_morning_is_missing(pain: SessionPain, _: SessionPain | None, limits: Limits) -> Response | None:
    """Without the next morning, or without a baseline, nobody knows whether it settled."""
    if pain.rise is not None:
        return None
    says, level = f"peak pain {pain.peak:g}/10; ", UNKNOWN
    if _is_pending(pain, limits):
        says, level = says + "next-morning score not due yet", PENDING
    elif pain.next_morning is None:
        says += f"no next-morning score {_within(limits)}"
    else:
        says += "not known whether it settled: no score before the session"
    return _answer(pain, limits, "response_wait_hours", level, says, f"a score {_within(limits)}", None)


def it_settled(pain: SessionPain, previous: SessionPain | None, limits: Limits) -> Response:
    """Low pain during and after, and a known next morning back at baseline, or slightly above it once."""
    assert pain.rise is not None
    limit = limits["response_rise_amber"]
    return Response(
        level=GREEN,
        says=f"peak pain {pain.peak:g}/10{_how_it_settled(pain.rise, previous, limits)}",
        hours_since=pain.hours_since,
        value=pain.rise,
        threshold=f"{limit.value:g} or more above baseline",
        source=limit.cited,
        status=limit.status,
    )


def _is_pending(pain: SessionPain, limits: Limits) -> bool:
    return pain.next_morning is None and pain.hours_since < limits["response_wait_hours"].value


def _within(limits: Limits) -> str:
    return f"within {limits['response_wait_hours'].value:g} h"


def _how_it_settled(rise: float, previous: SessionPain | None, limits: Limits) -> str:
    if rise < limits["response_rise_repeated"].value:
        return ", settled by next morning"
    says = f"; {rise:g} above baseline next morning"
    if previous is not None and previous.rise is None:
        lacks = "next morning" if previous.next_morning is None else "baseline"
        return f"{says}; the session before has no known {lacks}"
    slight = f", below {limits['response_rise_amber_from'].value:g}/10"
    return says + slight + (", first time" if previous else "")


Step = Callable[[SessionPain, SessionPain | None, Limits], Response | None]

STEPS: tuple[Step, ...] = (
    nobody_scored_the_session,
    peak_lies_in_the_upper_zone,
    next_morning_is_far_above,
    next_morning_is_above,
    next_morning_is_above_again,
    peak_lies_in_the_middle_zone,
    next_morning_is_missing,
    it_settled,
)
"""In the order in which they are asked: the first that applies answers."""
