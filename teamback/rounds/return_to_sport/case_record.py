"""Everything that the criteria of one case read: mornings, sessions, load, tests and what people decided."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from teamback.clinic.assessment.results import Reading
from teamback.clinic.limits import Limits
from teamback.clinic.response import Response
from teamback.clinic.return_to_sport.pathway import CHECK_INS, DAYS, NOW, SESSIONS, Pathway, Window
from teamback.measures.grid import Floats, spread
from teamback.record.clinical_words import site_of
from teamback.record.events import (
    Assessment,
    Availability,
    CriterionWaived,
    InstrumentTotal,
    Observation,
    Programme,
    RiskAssessed,
    SignedOff,
)
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.rounds.cases import CaseNow
from teamback.rounds.counted import known
from teamback.rounds.facts import EPOCH, Facts
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.urgent.red_flags import Standing
from teamback.store import Store
from teamback.store.queries.daily import daily_columns

LOW_BACK = "low_back"


@dataclass(frozen=True)
class SessionSeen:
    """One session of the case in which the athlete took part, and how the site of the case took it."""

    day: dt.date
    seq: int
    participation: str | None
    peak: float | None
    response: Response
    row: RowRead


@dataclass(frozen=True)
class MorningSeen:
    """One morning of the case on which there was a check-in; `score` is None where pain was not answered."""

    day: dt.date
    seq: int
    score: float | None
    flare: bool | None
    row: RowRead


@dataclass(frozen=True)
class CaseRecord:
    """What is known about one case on a day. Mornings and sessions are those since it began, oldest first.

    `pain`, `worst`, `load` and `wellness_z` are one value a day from `first` on, before the case too; NaN is
    not known.
    Readings of tests, totals and the like are all there are, oldest day first; measures apply the windows.
    `moment` and `screened_at` (of the last complete red-flag screen) are in the squad's own time.
    """

    case: CaseNow
    pathway: Pathway
    day: dt.date
    moment: dt.datetime
    limits: Limits
    first: dt.date
    pain: Floats
    worst: Floats
    load: Floats
    mornings: tuple[MorningSeen, ...]
    sessions: tuple[SessionSeen, ...]
    wellness_z: Floats
    readings: tuple[Reading, ...] = ()
    totals: tuple[Kept[InstrumentTotal], ...] = ()
    assessments: tuple[Kept[Assessment], ...] = ()
    programmes: tuple[Kept[Programme], ...] = ()
    risks: tuple[Kept[RiskAssessed], ...] = ()
    sign_offs: tuple[Kept[SignedOff], ...] = ()
    decisions: tuple[Kept[Availability], ...] = ()
    waived: tuple[Kept[CriterionWaived], ...] = ()
    red_flags: Standing = Standing()
    screened_at: dt.datetime | None = None

    def since(self, window: Window) -> dt.date:
        """The first day that counts in a window."""
        start = self.case.stage_since if window.in_stage else self.case.began
        if window.of == DAYS:
            return max(start, self.day - dt.timedelta(days=window.last - 1))
        return start

    def sessions_in(self, window: Window) -> tuple[SessionSeen, ...]:
        """The sessions of a window; of the day a stage began only those recorded after the change."""
        start = self.since(window)
        found = [s for s in self.sessions if s.day >= start]
        if window.in_stage:
            begun, change = self.case.stage_since, self.case.since_seq
            found = [s for s in found if s.day > begun or s.seq > change]
        return tuple(found[-window.last :] if window.of == SESSIONS else found)

    def mornings_in(self, window: Window) -> tuple[MorningSeen, ...]:
        """The mornings of a window on which there was a check-in."""
        found = [m for m in self.mornings if m.day >= self.since(window)]
        count = {CHECK_INS: window.last, NOW: 1}.get(window.of)
        return tuple(found if count is None else found[-count:])

    def column(self, day: dt.date) -> int:
        """The place of a day in the arrays."""
        return (day - self.first).days


def at_site(store: Store, facts: Facts, region: str, asked: tuple[Any, ...]) -> Facts:
    """The facts with the morning's score at the site of a case in place of that of the low back.

    `asked` is scope, homes, first, last and known_at. A region without a site of its own keeps the low back.
    """
    site = site_of(region)
    if site in (None, LOW_BACK):
        return facts
    scope, homes, first, last, known_at = asked
    found = daily_columns(store, Observation, ("scale", "site", "value"), scope, homes, first, last, known_at)
    wanted = np.flatnonzero((found["scale"] == "morning_pain") & (found["site"] == site))
    place = {person.athlete: row for row, person in enumerate(facts.people)}
    rows = np.array([place.get(int(found["athlete"][i]), -1) for i in wanted], dtype=np.int64)
    columns = found["day"][wanted] - (facts.first - EPOCH).days
    blank = np.full(len(wanted), np.nan)
    scores = {
        name: blank for name in facts.check_ins if name not in ("seq", "row", "column", "day", "athlete")
    }
    scores["low_back_now"] = found["value"][wanted]
    kept = {"seq": found["seq"][wanted], "row": rows, "column": columns}
    inside = rows >= 0
    return replace(facts, check_ins={k: v[inside] for k, v in (scores | kept).items()})


def sessions_seen(facts: Facts, past: LastSessions, row: int, began: dt.date) -> tuple[SessionSeen, ...]:
    """The sessions of one athlete since a case began."""
    took_part = facts.session_words("participation")
    seen = []
    for i, place in enumerate(past.past):
        if facts.sessions["row"][place] != row:
            continue
        day = facts.first + dt.timedelta(days=int(facts.sessions["column"][place]))
        if day < began:
            continue
        response, peak = past.judged(i), known(past.responses.peak[i])
        seq = int(facts.sessions["seq"][place])
        pain = "pain not scored" if peak is None else f"peak pain {peak:g}/10"
        minutes = known(facts.sessions["minutes"][place])
        said = f"{'minutes not said' if minutes is None else f'{minutes:g} min'}, {pain}; {response.says}"
        row_read = RowRead(seq, "session", day, said)
        seen.append(SessionSeen(day, seq, took_part.get(seq), peak, response, row_read))
    return tuple(seen)


def mornings_seen(facts: Facts, own: Facts, row: int, began: dt.date) -> tuple[MorningSeen, ...]:
    """The mornings of one athlete since a case began; the flare is that of the check-in itself (`own`)."""
    flares = own.scores("flare")
    seen = []
    for column in range(max((began - facts.first).days, 0), facts.shape[1]):
        seq = facts.check_in_seq[row, column]
        if seq != seq:
            continue
        day = facts.first + dt.timedelta(days=column)
        score, flare = known(facts.pain[row, column]), known(flares[row, column])
        said = "pain not answered" if score is None else f"morning pain {score:g}/10"
        entry = RowRead(int(seq), "check_in", day, said)
        seen.append(MorningSeen(day, int(seq), score, None if flare is None else bool(flare), entry))
    return tuple(seen)


def worst_of_days(facts: Facts, past: LastSessions) -> Floats:
    """The worst score of each day, morning or session: an [athlete, day] array."""
    places = past.past
    rows, columns = facts.sessions["row"][places], facts.sessions["column"][places]
    order = np.argsort(np.nan_to_num(past.responses.peak, nan=-1.0), kind="stable")
    peaks = spread(past.responses.peak[order], rows[order], columns[order], facts.shape, "last")
    return np.asarray(np.fmax(facts.pain, peaks))


def latest(entries: Sequence[Kept[Any]], since: dt.date | None = None) -> Kept[Any] | None:
    """The newest of some entries, from a day on."""
    found = [entry for entry in entries if since is None or entry.event.day >= since]
    return found[-1] if found else None
