"""The rows of the record behind a morning, put into words only when a rule asks for them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from teamback.record.events import Availability
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.record.words import SESSION_TYPES, TRAINING
from teamback.rounds.facts import Facts


class Evidence(Mapping[str, tuple[RowRead, ...]]):
    """The rows behind each topic of one athlete's morning (see clinic.Morning.rows)."""

    def __init__(
        self, facts: Facts, row: int, sessions: np.ndarray, last: int, decision: Kept[Availability] | None
    ) -> None:
        self._facts, self._row = facts, row
        self._sessions, self._last, self._decision = sessions, last, decision
        self._topics: dict[str, Callable[[], tuple[RowRead, ...]]] = {
            "check_in": lambda: self._check_ins(1),
            "pain_trend": lambda: self._check_ins(14),
            "wellness": lambda: self._check_ins(29),
            "reporting": lambda: self._check_ins(14),
            "session": self._last_session,
            "load": self._load,
            "availability": self._availability,
        }

    def __getitem__(self, topic: str) -> tuple[RowRead, ...]:
        return self._topics[topic]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._topics)

    def __len__(self) -> int:
        return len(self._topics)

    def _day(self, column: int) -> dt.date:
        return self._facts.first + dt.timedelta(days=int(column))

    def _check_ins(self, days: int) -> tuple[RowRead, ...]:
        seqs = self._facts.check_in_seq[self._row]
        pain = self._facts.pain[self._row]
        wellness = self._facts.wellness[self._row]
        columns = range(max(0, len(seqs) - days), len(seqs))
        return tuple(
            RowRead(int(seqs[c]), "check_in", self._day(c), _answers(pain[c], wellness[c]))
            for c in columns
            if seqs[c] == seqs[c]
        )

    def _session(self, index: int) -> RowRead:
        rows = self._facts.sessions
        said = [
            SESSION_TYPES.get(rows["type"][index], "Session"),
            f"{_number(rows['minutes'][index])} min",
            f"RPE {_number(rows['rpe'][index])}",
            f"{_number(rows['load'][index])} AU",
        ]
        pains = [rows[name][index] for name in ("pain_before", "pain_during", "pain_after")]
        said.append("pain before, during, after: " + ", ".join(_number(pain) for pain in pains))
        return RowRead(int(rows["seq"][index]), "session", self._day(rows["column"][index]), "; ".join(said))

    def _last_session(self) -> tuple[RowRead, ...]:
        if self._last < 0:
            return ()
        column = int(self._facts.sessions["column"][self._last])
        return (self._session(self._last), *self._check_ins(len(self._facts.check_in_seq[0]) - column))

    def _load(self) -> tuple[RowRead, ...]:
        fortnight = self._sessions[
            self._facts.sessions["column"][self._sessions] >= self._facts.shape[1] - 15
        ]
        return tuple(self._session(int(index)) for index in fortnight)

    def _availability(self) -> tuple[RowRead, ...]:
        if self._decision is None:
            return ()
        word = TRAINING[self._decision.event.training]
        said = f"{word}, decided by {self._decision.recorded_by}"
        return (RowRead(self._decision.seq, "availability", self._decision.event.day, said),)


def _number(value: float) -> str:
    return "not said" if value != value else f"{value:g}"


def _answers(pain: float, wellness: float) -> str:
    said = "not answered" if wellness != wellness else f"{wellness:g}"
    return f"Back pain {'not answered' if pain != pain else f'{pain:g}/10'}, wellness {said}"
