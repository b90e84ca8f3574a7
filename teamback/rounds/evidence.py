"""The rows of the record behind a morning, put into words only when a rule asks for them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from teamback.measures.window import WEEK
from teamback.record.flag import RowRead
from teamback.record.words import CALENDAR, SESSION_TYPES, TRAINING, decided_by
from teamback.rounds.about import About
from teamback.rounds.facts import Facts
from teamback.rounds.last_sessions import LastSessions
from teamback.rounds.low_back.weekly_answers import row_read

Read = Iterable[RowRead]


class Evidence(Mapping[str, tuple[RowRead, ...]]):
    """The rows behind each topic of one athlete's morning (see clinic.Morning.rows)."""

    def __init__(
        self,
        facts: Facts,
        row: int,
        sessions: LastSessions,
        about: About,
    ) -> None:
        self._facts, self._row, self._sessions, self._decision = facts, row, sessions, about.decision
        self._today = facts.shape[1] - 1
        self._topics: dict[str, Callable[[], Read]] = {
            "check_in": lambda: self._check_ins([self._today]),
            "yesterday": lambda: self._check_ins([self._today - 1]),
            "pain_trend": lambda: self._check_ins(self._until_today(2 * WEEK)),
            "wellness": lambda: self._check_ins(self._until_today(self._limit("wellness_window_days") + 1)),
            "reporting": lambda: self._check_ins(self._expected()),
            "session": self._last_session,
            "load": lambda: self._load(2 * WEEK),
            "week_load": lambda: self._load(WEEK),
            "availability": self._availability,
            "red_flag": lambda: about.red_flag.rows,
            "tests": about.tested.baseline_rows,
            "ostrc": lambda: [row_read(about.ostrc)] if about.ostrc else [],
        }

    def __getitem__(self, topic: str) -> tuple[RowRead, ...]:
        return tuple(self._topics[topic]())

    def __iter__(self) -> Iterator[str]:
        return iter(self._topics)

    def __len__(self) -> int:
        return len(self._topics)

    def _limit(self, name: str) -> int:
        return int(self._sessions.limits[name].value)

    def _day(self, column: int) -> dt.date:
        return self._facts.first + dt.timedelta(days=int(column))

    def _until_today(self, days: int) -> range:
        return range(max(self._today + 1 - days, 0), self._today + 1)

    def _expected(self) -> Iterable[int]:
        """The last mornings on which a check-in was expected."""
        columns: list[int] = np.flatnonzero(self._facts.expected()[self._row]).tolist()
        return columns[-self._limit("reporting_window_days") :]

    def _check_ins(self, columns: Iterable[int]) -> Read:
        seqs, pain = self._facts.check_in_seq[self._row], self._facts.pain[self._row]
        wellness = self._facts.wellness[self._row]
        for c in columns:
            if c <= self._today and seqs[c] == seqs[c]:
                yield RowRead(int(seqs[c]), "check_in", self._day(c), _answers(pain[c], wellness[c]))

    def _session(self, index: int) -> RowRead:
        rows = self._facts.sessions
        seq = int(rows["seq"][index])
        said = [
            SESSION_TYPES.get(self._facts.session_words("type").get(seq) or "", "Session"),
            f"{_number(rows['minutes'][index])} min",
            f"RPE {_number(rows['rpe'][index])}",
            f"{_number(rows['load'][index])} AU",
        ]
        pains = [rows[name][index] for name in ("pain_before", "pain_during", "pain_after")]
        said.append("pain before, during, after: " + ", ".join(_number(pain) for pain in pains))
        return RowRead(seq, "session", self._day(rows["column"][index]), "; ".join(said))

    def _last_session(self) -> Read:
        """The last session and the one of an earlier day, each with its own morning and the next."""
        for index in self._sessions.pair(self._row):
            column = int(self._facts.sessions["column"][index])
            yield self._session(index)
            yield from self._check_ins([column, column + 1])

    def _load(self, days: int) -> Read:
        """The sessions and the rests of so many days up to yesterday: the morning's load ends there."""
        rows, facts = self._facts.sessions, self._facts
        own, column = rows["row"] == self._row, rows["column"]
        span = range(max(self._today - days, 0), self._today)
        for index in np.flatnonzero(own & (column >= span.start) & (column < span.stop)):
            yield self._session(int(index))
        for c in set(span) - set(column[own].tolist()):
            planned, off = facts.rest_seq[self._row, c], facts.days_off.seq[self._row, c]
            if planned == planned:
                yield RowRead(int(planned), "rest_day", self._day(c), "Planned rest; 0 AU")
            elif off == off:
                yield RowRead(int(off), "calendar", self._day(c), f"{CALENDAR['day_off']}; 0 AU")

    def _availability(self) -> Read:
        decision = self._decision
        if decision is not None:
            said = f"{TRAINING[decision.event.training]}, {decided_by(decision.by())}"
            yield RowRead(decision.seq, "availability", decision.event.day, said)


def _number(value: float) -> str:
    return "not said" if value != value else f"{value:g}"


def _answers(pain: float, wellness: float) -> str:
    said = "not answered" if wellness != wellness else f"{wellness:g}"
    return f"Back pain {'not answered' if pain != pain else f'{pain:g}/10'}, wellness {said}"
