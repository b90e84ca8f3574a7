"""Every measure the morning board needs, counted once for the whole squad."""

import datetime as dt
from typing import Any

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.morning import Morning
from teamback.measures.load import USUAL_WEEKS, monotony, usual_week, week_change, week_load
from teamback.measures.pain import week_means
from teamback.measures.reporting import reporting
from teamback.measures.wellness import usual_before, z_score
from teamback.measures.window import WEEK
from teamback.rounds.about import About
from teamback.rounds.evidence import Evidence
from teamback.rounds.facts import Facts
from teamback.rounds.last_sessions import LastSessions


def known(value: float) -> float | None:
    """A figure, or None where it is not known."""
    return None if value != value else float(value)


LOOKS_BACK = dt.timedelta(days=62)
"""Enough for every rule: 4 usual weeks before this one, 28 scores, 14 expected check-ins between days off."""
_WEEKS_BACK = (USUAL_WEEKS + 1) * WEEK


def each_known(line: np.ndarray) -> list[float | None]:
    """The figures of a line, each None where it is not known."""
    return [None if value != value else value for value in line.tolist()]


def _last(grid: np.ndarray) -> list[float | None]:
    """Each athlete's figure on the last day, or None where it is not known."""
    return each_known(grid[:, -1])


class Counted:
    """The measures of a squad on the last day of its facts, and each athlete's morning made of them.

    They are those of the last LOOKS_BACK days, however long the facts are.
    """

    def __init__(self, facts: Facts, limits: Limits, moment: dt.datetime, present: bool) -> None:
        self.facts = facts = facts.lately(LOOKS_BACK.days + 1)
        self.limits = limits
        self.sessions = LastSessions(facts, limits, moment, present)
        self.figures = _wellness(facts, limits) | _pain(facts, limits) | _reporting(facts, limits)
        self.figures |= _load(facts, limits)
        self.usual_load, self.usual_load_sd = _usual_load(facts, limits)

    def morning(self, i: int, day: dt.date, about: About) -> Morning:
        """What the rules read about the athlete at place `i`."""
        return Morning(
            day=day,
            response=self.sessions.response(i),
            review_on=about.decision.event.review_on if about.decision else None,
            red_flag_open=about.red_flag.open > 0,
            baseline_on=about.tested.baseline_on,
            stale_tests=about.tested.stale_tests,
            ostrc=about.ostrc.reported if about.ostrc else None,
            ostrc_asked=about.ostrc_asked,
            rows=Evidence(self.facts, i, self.sessions, about),
            **{name: figures[i] for name, figures in self.figures.items()},
        )


Figures = dict[str, list[Any]]
"""By the name of a field of Morning: one value an athlete."""


def _wellness(facts: Facts, limits: Limits) -> Figures:
    days = int(limits["wellness_window_days"].value)
    total = facts.wellness[:, -1 - days :]
    usual = usual_before(total, days=days, at_least=int(limits["wellness_scores_needed"].value))
    z = z_score(total, usual.mean, usual.sd, sd_floor=limits["wellness_sd_floor"].value)
    return {
        "wellness_total": _last(total),
        "wellness_answered": (~np.isnan(facts.items[:, :, -1])).sum(axis=0).tolist(),
        "wellness_mean": _last(usual.mean),
        "wellness_sd": _last(usual.sd),
        "wellness_scores": _last(usual.n),
        "wellness_z": _last(z),
        "yesterday_wellness": _last(total[:, :-1]),
    }


def _pain(facts: Facts, limits: Limits) -> Figures:
    pain = facts.pain[:, -2 * WEEK :]
    trend = week_means(pain, at_least=int(limits["pain_trend_entries"].value))
    flares = _last(facts.scores("flare"))
    return {
        "pain_now": _last(pain),
        "flare": [None if flare is None else bool(flare) for flare in flares],
        "yesterday_pain": _last(pain[:, :-1]),
        "pain_last7": _last(trend.now),
        "pain_last7_entries": _last(trend.n_now),
        "pain_prev7": _last(trend.before),
        "pain_prev7_entries": _last(trend.n_before),
    }


def _reporting(facts: Facts, limits: Limits) -> Figures:
    reported, window = facts.reported, int(limits["reporting_window_days"].value)
    counted = reporting(reported, facts.expected(), window=window)
    return {
        "checked_in": _last(reported),
        "expected_check_ins": _last(counted.expected),
        "given_check_ins": _last(counted.answered),
    }


def _load(facts: Facts, limits: Limits) -> Figures:
    needed = int(limits["load_known_days"].value)
    load = _until_yesterday(facts)[:, -2 * WEEK :]
    week = week_load(load, at_least=needed)
    change = week_change(load, at_least=needed, week_from=limits["load_week_from"].value)
    return {
        "week_load": _last(week.total),
        "week_known_days": _last(week.known),
        "prev_week_load": _last(week.total[:, :-WEEK]),
        "prev_week_known_days": _last(week.known[:, :-WEEK]),
        "load_change": _last(change.percent),
        "monotony": _last(monotony(load[:, -WEEK:], at_least=needed)),
    }


def _usual_load(facts: Facts, limits: Limits) -> tuple[list[float | None], list[float | None]]:
    load = _until_yesterday(facts)[:, -_WEEKS_BACK:]
    needed, weeks = int(limits["load_known_days"].value), int(limits["usual_weeks_needed"].value)
    usual = usual_week(load, at_least=needed, weeks_at_least=weeks)
    return _last(usual.mean), _last(usual.sd)


def _until_yesterday(facts: Facts) -> np.ndarray:
    """The morning's load figures end with the day before: today's training has not happened yet."""
    return facts.load[:, :-1]
