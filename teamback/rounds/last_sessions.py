"""The last session of each athlete before a moment, and how the back took it."""

import datetime as dt

import numpy as np

from teamback.clinic.limits import Limits
from teamback.clinic.response import PENDING, UNKNOWN, Response, SessionPain, judge_response
from teamback.measures.response import last_session, session_before, session_responses
from teamback.record.flag import AMBER, GREEN, RED
from teamback.rounds.facts import Facts

_JOINED = ("row", "column", "pain_before", "pain_during", "pain_after")
_MOST_URGENT_LAST = (GREEN, PENDING, UNKNOWN, AMBER, RED)


class LastSessions:
    """Sessions that had ended by a moment (in the present: all that are recorded), joined to the mornings.

    Who took no part, 0 minutes, had no session for the back to respond to.
    """

    def __init__(self, facts: Facts, limits: Limits, moment: dt.datetime, present: bool) -> None:
        self.limits = limits
        hours = _hours_since_the_end(facts, limits["session_default_hour"].value, moment)
        if present:
            hours = np.maximum(hours, 0.0)
        took_part = facts.sessions["minutes"] != 0
        self.past = np.flatnonzero((hours >= 0) & took_part)
        athlete, day, before, during, after = (facts.sessions[name][self.past] for name in _JOINED)
        self.hours = hours[self.past]
        self.responses = session_responses(athlete, day, before, during, after, facts.pain)
        self.before = session_before(athlete, day, facts.shape)
        # rows stand in order: laid on one column, the last of each athlete is the last of all days
        self.last = last_session(athlete, np.zeros_like(day), (len(facts.people), 1))[:, 0].tolist()
        same_day = day == np.append(day, -1)[self.last][athlete]
        for i, j in zip(athlete[same_day].tolist(), np.flatnonzero(same_day).tolist(), strict=True):
            if j != self.last[i]:
                self.last[i] = max(self.last[i], j, key=self._urgency)

    def _urgency(self, i: int) -> tuple[int, int]:
        """Of a day's sessions the worst speaks: a later one, scored or not, hides no pain; then the later."""
        return _MOST_URGENT_LAST.index(self.judged(i).level), i

    def pair(self, athlete: int) -> list[int]:
        """The places, among all sessions, of an athlete's last session and of the one of an earlier day."""
        last = self.last[athlete]
        both = [last, int(self.before[last])] if last >= 0 else []
        return [int(self.past[i]) for i in both if i >= 0]

    def response(self, athlete: int) -> Response | None:
        """How the back took the athlete's last session."""
        last = self.last[athlete]
        return self.judged(last) if last >= 0 else None

    def judged(self, i: int) -> Response:
        """How the back took a session, by its place in `past`, beside the session of an earlier day."""
        earlier = int(self.before[i])
        return judge_response(self._pain(i), self.limits, self._pain(earlier) if earlier >= 0 else None)

    def _pain(self, i: int) -> SessionPain:
        peak, base, following = (None if a[i] != a[i] else float(a[i]) for a in self.responses)
        return SessionPain(peak, base, following, float(self.hours[i]))


def _hours_since_the_end(facts: Facts, default_hour: float, moment: dt.datetime) -> np.ndarray:
    """Hours from each session's end to a moment; a session without a start counts from the default hour."""
    rows = facts.sessions
    minutes = np.nan_to_num(rows["minutes"])
    end = np.where(np.isnan(rows["start"]), default_hour, rows["start"] + minutes / 60)
    since_first = (moment - dt.datetime.combine(facts.first, dt.time())) / dt.timedelta(hours=1)
    return np.asarray(since_first - (rows["column"] * 24 + end))
