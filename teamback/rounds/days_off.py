"""Which days off were an athlete's own: those of the squad they were on that day, not of one joined later."""

import datetime as dt
from collections.abc import Iterator, Sequence
from copy import copy
from typing import Self

import numpy as np

from teamback.measures.grid import Floats, Ints
from teamback.record.events import CalendarEntry
from teamback.record.kept import Move, Numbered, RosterAthlete
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.calendar import squad_days_off


class DaysOff:
    """Squad days off of some athletes from a first day to a last, as [athlete, day] arrays.

    `seq` is the journal number of the day off, NaN where there is none; `on` is where the athlete was on any
    squad, `before` where on none yet. Before joining, the squad's days off count from the column `began` of
    the first entry on: history that was imported. Between leaving and joining nothing is known. `calendar`
    is that of the squad itself where whoever asks has read it.
    """

    def __init__(
        self,
        store: Store,
        squad: str,
        people: Sequence[RosterAthlete],
        first: dt.date,
        last: dt.date,
        known_at: int | None,
        began: Ints,
        calendar: Sequence[Numbered[CalendarEntry]] | None = None,
    ) -> None:
        self._asked = (store, first, last, known_at)
        self._seqs: dict[str, Floats] = {}
        if calendar is not None:
            off = [(item.event.day, item.seq) for item in calendar if item.event.what == "day_off"]
            self._seqs[squad] = self._laid_out(off)
        here = self._of(squad)
        self.seq = np.tile(here, (len(people), 1))
        self.on = np.ones(self.seq.shape, dtype=bool)
        for i, person in enumerate(people):
            for start, stop, squads in _stays(person.moves, first, len(here)):
                self.on[i, start:stop] = bool(squads)
                if squads - {squad}:
                    self.seq[i, start:stop] = self._of_all(squads)[start:stop]
        self.before = ~np.logical_or.accumulate(self.on, axis=1)
        history = self.before & (np.arange(len(here)) >= began[:, None])
        self.seq[~(self.on | history)] = np.nan

    def lately(self, days: int) -> Self:
        """The same of the last so many days alone."""
        late = copy(self)
        late.seq, late.on, late.before = (grid[:, -days:] for grid in (self.seq, self.on, self.before))
        return late

    def _of_all(self, squads: frozenset[str]) -> Floats:
        """Who is on two squads rests on the days off of both."""
        return np.asarray(np.max([self._of(squad) for squad in squads], axis=0), dtype=np.float64)

    def _of(self, squad: str) -> Floats:
        """The days off of one squad; whoever looks, the figures are the same, so no Scope leaves any out."""
        if squad not in self._seqs:
            store, first, last, known_at = self._asked
            self._seqs[squad] = self._laid_out(squad_days_off(store, PROGRAM, squad, first, last, known_at))
        return self._seqs[squad]

    def _laid_out(self, off: Sequence[tuple[dt.date, int]]) -> Floats:
        _, first, last, _ = self._asked
        seqs = np.full((last - first).days + 1, np.nan)
        for day, seq in off:
            if first <= day <= last:
                seqs[(day - first).days] = seq
        return seqs


def _stays(moves: Sequence[Move], first: dt.date, days: int) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Stretches of columns, and the squads an athlete was on in each."""
    start, squads = 0, frozenset[str]()
    for move in moves:
        stop = min(max((move.day - first).days, 0), days)
        yield start, stop, squads
        start = stop
        squads = squads | {move.squad} if move.here else squads - {move.squad}
    yield start, days, squads
