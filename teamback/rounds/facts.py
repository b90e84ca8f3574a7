"""The plain rows of a group of athletes, laid out as [athlete, day] arrays: what every measure reads."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from teamback.measures.grid import Ints, at_rows, last_row, spread
from teamback.measures.load import daily_load, session_load
from teamback.measures.wellness import wellness_total
from teamback.record.events import CalendarEntry, CheckIn, RestDay, Session
from teamback.record.kept import Numbered, RosterAthlete
from teamback.record.scales import WELLNESS_ITEMS
from teamback.record.scope import Scope
from teamback.rounds.days_off import DaysOff
from teamback.store import Store
from teamback.store.engine import Columns
from teamback.store.queries.daily import daily_columns

EPOCH = dt.date(1970, 1, 1)
_SCORES = ("low_back_now", *WELLNESS_ITEMS, "flare")
_SESSION = ("start", "minutes", "rpe", "pain_before", "pain_during", "pain_after")


@dataclass(frozen=True)
class Facts:
    """What was written down about some athletes from a first day to a last.

    Arrays are [athlete, day] in the order of `people`, float64, NaN where nothing was said. `check_ins` and
    `sessions` are the rows behind them, with `row` and `column` as their place in the arrays, sessions in the
    order they took place. `rest_seq` is the journal number of a planned rest, NaN where none was entered;
    `days_off` are those of the squads they were on. `session_words` reads, for whoever puts sessions into
    words, one text of theirs (such as the type) by their number in the journal.
    """

    people: Sequence[RosterAthlete]
    first: dt.date
    last: dt.date
    check_ins: Columns
    sessions: Columns
    rest_seq: np.ndarray
    days_off: DaysOff
    session_words: Callable[[str], Mapping[int, str | None]]

    @property
    def shape(self) -> tuple[int, int]:
        """Athletes and days."""
        return len(self.people), (self.last - self.first).days + 1

    def scores(self, field: str) -> np.ndarray:
        """One answer of the check-in as an [athlete, day] array, NaN where it was not answered."""
        return at_rows(self.check_ins[field], self._check_in)

    @cached_property
    def _check_in(self) -> Ints:
        """Which of the check-ins stands in each cell, -1 for none: an [athlete, day] array."""
        return last_row(self.check_ins["row"], self.check_ins["column"], self.shape)

    @cached_property
    def check_in_seq(self) -> np.ndarray:
        """The journal number of each check-in, NaN where there is none: an [athlete, day] array."""
        return self.scores("seq")

    @cached_property
    def reported(self) -> np.ndarray:
        """Where there is a check-in: a boolean [athlete, day] array."""
        return np.asarray(self._check_in >= 0)

    @cached_property
    def rest(self) -> np.ndarray:
        """Where a rest was entered, the athlete's own or a squad day off: a boolean [athlete, day] array."""
        return np.asarray(~np.isnan(self.rest_seq) | ~np.isnan(self.days_off.seq))

    @cached_property
    def items(self) -> np.ndarray:
        """The five wellness items: [item, athlete, day]."""
        return np.stack([self.scores(item) for item in WELLNESS_ITEMS])

    @cached_property
    def pain(self) -> np.ndarray:
        """Low back pain of the morning, NRS 0 to 10."""
        return self.scores("low_back_now")

    @cached_property
    def wellness(self) -> np.ndarray:
        """The wellness total of the five items, 5 to 25, NaN unless all were answered."""
        return wellness_total(self.items)

    @cached_property
    def load(self) -> np.ndarray:
        """Daily load in AU: the day's sessions, 0 on an entered rest, NaN where nothing was said."""
        rows = self.sessions
        return daily_load(rows["load"], rows["row"], rows["column"], self.rest, self.shape)

    def lately(self, days: int) -> "Facts":
        """The same of the last so many days alone: years need not be laid out for what looks back a month."""
        skipped = max(self.shape[1] - days, 0)
        if not skipped:
            return self
        return replace(
            self,
            first=self.first + dt.timedelta(days=skipped),
            check_ins=_since(skipped, self.check_ins),
            sessions=_since(skipped, self.sessions),
            rest_seq=self.rest_seq[:, skipped:],
            days_off=self.days_off.lately(self.shape[1] - skipped),
        )

    def expected(self) -> np.ndarray:
        """Where a check-in was expected: on a squad (or reporting before that), and no squad day off."""
        reported, off = self.reported, self.days_off
        reporting = off.before & np.logical_or.accumulate(reported, axis=1)
        return np.asarray((off.on | reporting) & np.isnan(off.seq))


def read_facts(
    store: Store,
    scope: Scope,
    squad: str,
    people: Sequence[RosterAthlete],
    first: dt.date,
    last: dt.date,
    known_at: int | None = None,
    calendar: Sequence[Numbered[CalendarEntry]] | None = None,
) -> Facts:
    """Two plain selects a home squad, and the rests that were entered, laid out by athlete and day.

    `calendar` is that of the squad over these days, where whoever asks has read it. A text costs as much to
    read as five numbers, so those of the sessions are left to who asks for them.
    """
    homes = sorted({person.home for person in people})
    asked = (store, scope, homes, first, last, known_at)
    check_ins = _placed(people, first, CheckIn, _SCORES, *asked)
    sessions = _in_order(_placed(people, first, Session, _SESSION, *asked))
    rests = _placed(people, first, RestDay, (), *asked)
    shape = (len(people), (last - first).days + 1)
    rest_seq = spread(rests["seq"].astype(np.float64), rests["row"], rests["column"], shape, how="last")
    began = _began(shape, check_ins, sessions, rests)
    days_off = DaysOff(store, squad, people, first, last, known_at, began, calendar)

    @cache
    def words(field: str) -> Mapping[int, str | None]:
        found = daily_columns(store, Session, (field,), scope, homes, first, last, known_at)
        return dict(zip(found["seq"].tolist(), found[field].tolist(), strict=True))

    return Facts(people, first, last, check_ins, sessions, rest_seq, days_off, words)


def _since(column: int, rows: Columns) -> Columns:
    """The rows from a column on, which becomes the first."""
    late = np.flatnonzero(rows["column"] >= column)
    rows = {name: values[late] for name, values in rows.items()}
    return rows | {"column": rows["column"] - column}


def _began(shape: tuple[int, int], *entered: Columns) -> np.ndarray:
    """The day of each athlete's first entry of any kind; past the last day for none."""
    began = np.full(shape[0], shape[1], dtype=np.int64)
    for rows in entered:
        np.minimum.at(began, rows["row"], rows["column"])
    return began


def _in_order(sessions: Columns) -> Columns:
    """Sessions by day and start (h), with load (AU); those without a time come first in their day."""
    sessions = sessions | {"load": session_load(sessions["rpe"], sessions["minutes"])}
    began = 25.0 * sessions["column"] + np.nan_to_num(sessions["start"], nan=-1.0)
    if np.all(began[1:] >= began[:-1]):
        return sessions
    order = np.argsort(began, kind="stable")
    return {name: column[order] for name, column in sessions.items()}


def _placed(
    people: Sequence[RosterAthlete],
    first: dt.date,
    kind: type[CheckIn] | type[Session] | type[RestDay],
    fields: Sequence[str],
    store: Store,
    scope: Scope,
    homes: Sequence[str],
    since: dt.date,
    until: dt.date,
    known_at: int | None,
) -> Columns:
    """Rows of the people asked for, in the order recorded, with their place in the arrays."""
    if not people:
        empty = np.zeros(0)
        return dict.fromkeys(fields, empty) | dict.fromkeys(("seq", "row", "column"), empty.astype(int))
    found = daily_columns(store, kind, fields, scope, homes, since, until, known_at)
    numbers = np.array([person.athlete for person in people])
    order = np.argsort(numbers)
    place = np.searchsorted(numbers, found["athlete"], sorter=order).clip(max=len(people) - 1)
    row = order[place]
    wanted = numbers[row] == found["athlete"]
    seq = found["seq"]
    if not (np.all(wanted) and np.all(seq[1:] > seq[:-1])):
        keep = np.flatnonzero(wanted)
        keep = keep[np.argsort(seq[keep], kind="stable")]
        found, row = {name: column[keep] for name, column in found.items()}, row[keep]
    return found | {"row": row, "column": found["day"] - (first - EPOCH).days}
