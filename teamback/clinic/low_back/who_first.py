"""Whose back needs somebody this week: each rule finds or is silent; they stand in the order of urgency."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from teamback.clinic.limits import Limit, Limits
from teamback.clinic.low_back.change import WORSE, change_of_pain
from teamback.clinic.low_back.referral_clock import ReferralClock
from teamback.record.words import how_many, short_day

_OSTRC = "Clarsen 2020, Br J Sports Med (doi 10.1136/bjsports-2019-101337)"


@dataclass(frozen=True)
class BackOfTheWeek:
    """What is known of one athlete's low back up to a day; None is not known, never 0.

    `worst` is the highest score of the last 7 days, mornings and sessions; `week` the mean of `week_n`
    mornings of these days; `usual`, `usual_sd` and `usual_n` those of the days before. Flares are counted in
    days of the last 7. `problem` is what the newest OSTRC comes to in words, where it was substantial and the
    reader may know.
    """

    day: dt.date
    clock: ReferralClock | None = None
    worst: float | None = None
    week: float | None = None
    week_n: int = 0
    usual: float | None = None
    usual_sd: float | None = None
    usual_n: int = 0
    flares_reported: int = 0
    flares_by_pain: int = 0
    problem: str | None = None


@dataclass(frozen=True)
class Finding:
    """What a rule found: its sentence, threshold, source and whether that is a house rule."""

    says: str
    threshold: str
    source: str
    status: str


def assessment_is_due(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """The referral clock has run out: pain days that span two weeks ask for a formal assessment."""
    if back.clock is None or not back.clock.refers:
        return None
    since = short_day(back.clock.first, back.day)
    says = f"Back pain for {back.clock.runs_for} days, since {since}: assessment due"
    return _found(says, limits["referral_days"])


def back_hurt_much(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """The worst score of the last 7 days lies above the upper limit of morning pain."""
    limit = limits["low_back_red"]
    if back.worst is None or back.worst <= limit.value:
        return None
    return _found(f"Worst of the week {back.worst:g}/10 (above {limit.value:g})", limit)


def pain_rose_by_what_matters(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """The week's mean of mornings lies a minimal important change above the own days before it."""
    if not _comparable(back, limits) or back.week is None or back.usual is None:
        return None
    change = change_of_pain(back.usual, back.week, limits)
    if change.standing != WORSE:
        return None
    return _found(f"{change.says}, week against own usual", limits["change_points"])


def week_lies_above_own_usual(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """The week's mean of mornings lies more than one sd (at least 1 point) above the own usual."""
    if not _comparable(back, limits) or back.week is None or back.usual is None or back.usual_sd is None:
        return None
    off = round(back.week - back.usual, 9)
    if off <= back.usual_sd or pain_rose_by_what_matters(back, limits):
        return None
    says = f"Week's mean {back.week:.1f} above own usual {back.usual:.1f} ± {back.usual_sd:.1f}"
    return _found(says, limits["pain_usual_sd_floor"])


def back_flared(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """A flare in the last 7 days, reported by the athlete or defined by pain: two things, both shown."""
    if not back.flares_reported and not back.flares_by_pain:
        return None
    reported = (
        f"reported on {how_many(back.flares_reported, 'day')}" if back.flares_reported else "none reported"
    )
    by_pain = f"by pain on {how_many(back.flares_by_pain, 'day')}" if back.flares_by_pain else "none by pain"
    return _found(
        f"Flare in the last 7 days: {reported}, {by_pain}",
        limits["flare_above_median"],
    )


def problem_is_substantial(back: BackOfTheWeek, limits: Limits) -> Finding | None:
    """The newest OSTRC answers come to a substantial problem, or to no taking part."""
    if not back.problem:
        return None
    lately = f"answered at most {limits['ostrc_fresh_days'].value:g} days ago"
    return Finding(back.problem, lately, _OSTRC, limits["ostrc_fresh_days"].status)


WHO_FIRST: tuple[Callable[[BackOfTheWeek, Limits], Finding | None], ...] = (
    assessment_is_due,
    back_hurt_much,
    pain_rose_by_what_matters,
    week_lies_above_own_usual,
    back_flared,
    problem_is_substantial,
)
"""Most urgent first."""


def findings(back: BackOfTheWeek, limits: Limits) -> tuple[tuple[int, Finding], ...]:
    """What was found, most urgent first, each with the place of its rule."""
    asked = ((place, rule(back, limits)) for place, rule in enumerate(WHO_FIRST))
    return tuple((place, found) for place, found in asked if found)


def _comparable(back: BackOfTheWeek, limits: Limits) -> bool:
    enough = back.week_n >= limits["pain_trend_entries"].value
    return enough and back.usual_n >= limits["pain_usual_scores"].value


def _found(says: str, limit: Limit) -> Finding:
    unit, _, side = limit.unit.partition(", ")
    return Finding(says, f"{side} {limit.value:g} {unit}".strip(), limit.cited, limit.status)
