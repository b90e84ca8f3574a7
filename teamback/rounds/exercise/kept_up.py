"""How much of a plan was done, by programme and by pillar, with the numbers behind each figure."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from teamback.clinic.exercise.exercises import Library
from teamback.clinic.exercise.programmes import lines_of
from teamback.measures.adherence import adherence, streak
from teamback.record.clinical_words import PILLARS, PURPOSES
from teamback.record.events import Programme, SessionExercise
from teamback.record.programme import ProgrammeLine

WINDOW = 28
HOW_COUNTED = (
    f"Of the exercises planned in the last {WINDOW} days. Without an entry one counts as not done; a "
    "substitute counts as done; paused for pain without a substitute is left out. Today, and the day a plan "
    "begins, count only what was done. Days running: planned days with everything done. House rule."
)


@dataclass(frozen=True)
class KeptUp:
    """Exercises done of those planned, for a programme or a pillar (a key of PURPOSES or PILLARS)."""

    of: str
    done: int
    planned: int
    streak: int
    paused: int

    @property
    def title(self) -> str:
        """The word for what was counted."""
        return PURPOSES.get(self.of) or PILLARS[self.of]

    @property
    def of_a_programme(self) -> bool:
        """Whether it was counted for a programme, and not for a pillar over all of them."""
        return self.of in PURPOSES

    @property
    def percent(self) -> float | None:
        """The share done; None where nothing was planned."""
        return 100 * self.done / self.planned if self.planned else None


def due(lines: Sequence[ProgrammeLine], day: dt.date) -> tuple[ProgrammeLine, ...]:
    """The lines that stand on a day: those of its weekday and those of every day."""
    return tuple(line for line in lines if not line.days or day.weekday() in line.days)


def in_force(versions: Sequence[Programme], purpose: str, day: dt.date) -> Programme | None:
    """The programme of a purpose on a day: the newest up to it; `versions` come oldest first."""
    until = [version for version in versions if version.purpose == purpose and version.day <= day]
    return until[-1] if until else None


def kept_up(
    versions: Sequence[Programme],
    entries: Sequence[SessionExercise],
    library: Library,
    today: dt.date,
    window: int = WINDOW,
) -> tuple[KeptUp, ...]:
    """One figure a programme and one a pillar, of those ever planned, over the last so many days."""
    cells = list(_cells(versions, entries, library, today))
    names = [name for name in (*PURPOSES, *PILLARS) if any(name in cell.of for cell in cells)]
    if not names:
        return ()
    first = min(cell.day for cell in cells)
    shape = (len(names), (today - first).days + 1)
    planned, done, paused, unfinished = (np.zeros(shape, dtype=np.int64) for _ in range(4))
    for cell in cells:
        for name in cell.of:
            at = names.index(name), (cell.day - first).days
            planned[at] += cell.counts
            done[at] += cell.done
            paused[at] += cell.paused
            unfinished[at] += cell.still_open and not cell.done
    share, runs = adherence(planned, done, window=window), streak(np.where(unfinished, 0, planned), done)
    return tuple(
        KeptUp(
            name,
            int(share.done[row, -1]),
            int(share.planned[row, -1]),
            int(runs[row, -1]),
            int(paused[row, -window:].sum()),
        )
        for row, name in enumerate(names)
    )


@dataclass(frozen=True)
class _Cell:
    """One planned exercise of one day; `still_open` on the day its plan began, and today."""

    of: tuple[str, ...]
    day: dt.date
    done: bool
    paused: bool
    still_open: bool

    @property
    def counts(self) -> bool:
        """Whether it counts as planned: not when it was paused for pain, nor while it may still be done."""
        return self.done or not (self.paused or self.still_open)


def _cells(
    versions: Sequence[Programme], entries: Sequence[SessionExercise], library: Library, today: dt.date
) -> Iterator[_Cell]:
    told: dict[tuple[dt.date, str], list[SessionExercise]] = {}
    for entry in entries:
        told.setdefault((entry.day, entry.exercise), []).append(entry)
    for purpose in PURPOSES:
        began = min((version.day for version in versions if version.purpose == purpose), default=None)
        days = range((today - began).days + 1) if began else ()
        for day in (began + dt.timedelta(days=n) for n in days if began):
            for line in due(_lines(in_force(versions, purpose, day)), day):
                those = [e for e in told.get((day, line.exercise), ()) if e.programme in (None, purpose)]
                done = any(was_done(entry) for entry in those)
                pillar = line.pillar or (library[line.exercise].pillar if line.exercise in library else None)
                of = (purpose, pillar) if pillar else (purpose,)
                yield _Cell(of, day, done, bool(those) and not done, day in (began, today))


def was_done(entry: SessionExercise) -> bool:
    """Whether an entry says that the exercise, or a substitute for it, was done."""
    return entry.paused_for_pain is None or entry.substitute is not None


@lru_cache(maxsize=256)
def _lines(version: Programme | None) -> tuple[ProgrammeLine, ...]:
    return lines_of(version) if version else ()
