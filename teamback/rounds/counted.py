"""Every measure the morning board needs, counted once for the whole squad."""

import datetime as dt

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.morning import Morning
from teamback.measures.load import monotony, usual_week, week_change, week_load
from teamback.measures.pain import week_means
from teamback.measures.reporting import reporting
from teamback.measures.wellness import usual_before, z_score
from teamback.record.events import Availability
from teamback.record.kept import Kept
from teamback.rounds.evidence import Evidence
from teamback.rounds.facts import Facts
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.tested import NEVER, Tested


def known(value: float) -> float | None:
    """A figure, or None where it is not known."""
    return None if value != value else float(value)


class Counted:
    """The measures of a squad up to the last day of its facts, and each athlete's morning made of them."""

    def __init__(self, facts: Facts, limits: Limits, moment: dt.datetime, present: bool) -> None:
        known_days = int(limits["load_known_days"].value)
        self.facts = facts
        self.flare = facts.scores("flare")
        self.usual = usual_before(
            facts.wellness,
            days=int(limits["wellness_window_days"].value),
            at_least=int(limits["wellness_scores_needed"].value),
        )
        floor = limits["wellness_sd_floor"].value
        self.z = z_score(facts.wellness, self.usual.mean, self.usual.sd, sd_floor=floor)
        self.trend = week_means(facts.pain, at_least=int(limits["pain_trend_entries"].value))
        window = int(limits["reporting_window_days"].value)
        self.reporting = reporting(facts.reported, facts.expected(), window=window)
        # The morning's load figures end with the day before: today's training has not happened yet.
        load = facts.load[:, :-1]
        self.week = week_load(load, at_least=known_days)
        self.change = week_change(load, at_least=known_days, week_from=limits["load_week_from"].value)
        usual_weeks = int(limits["usual_weeks_needed"].value)
        self.usual_week = usual_week(load, at_least=known_days, weeks_at_least=usual_weeks)
        self.monotony = monotony(load, at_least=known_days)
        self.sessions = LastSessions(facts, limits, moment, present)

    def morning(
        self, i: int, day: dt.date, decision: Kept[Availability] | None, tested: Tested = NEVER
    ) -> Morning:
        """What the rules read about the athlete at place `i`."""
        facts, week = self.facts, self.week
        pain, wellness, flare = facts.pain[i], facts.wellness[i], known(self.flare[i, -1])
        return Morning(
            day=day,
            checked_in=bool(facts.reported[i, -1]),
            pain_now=known(pain[-1]),
            flare=None if flare is None else bool(flare),
            wellness_total=known(wellness[-1]),
            wellness_answered=int((~np.isnan(facts.items[:, i, -1])).sum()),
            wellness_mean=known(self.usual.mean[i, -1]),
            wellness_sd=known(self.usual.sd[i, -1]),
            wellness_scores=int(self.usual.n[i, -1]),
            wellness_z=known(self.z[i, -1]),
            yesterday_pain=known(pain[-2]),
            yesterday_wellness=known(wellness[-2]),
            response=self.sessions.response(i),
            pain_last7=known(self.trend.now[i, -1]),
            pain_last7_entries=int(self.trend.n_now[i, -1]),
            pain_prev7=known(self.trend.before[i, -1]),
            pain_prev7_entries=int(self.trend.n_before[i, -1]),
            week_load=known(week.total[i, -1]),
            week_known_days=int(week.known[i, -1]),
            prev_week_load=known(week.total[i, -8]),
            prev_week_known_days=int(week.known[i, -8]),
            load_change=known(self.change.percent[i, -1]),
            monotony=known(self.monotony[i, -1]),
            expected_check_ins=int(self.reporting.expected[i, -1]),
            given_check_ins=int(self.reporting.answered[i, -1]),
            review_on=decision.event.review_on if decision else None,
            baseline_on=tested.baseline_on,
            stale_tests=tested.stale_tests,
            rows=Evidence(facts, i, self.sessions, decision, tested),
        )
