"""A squad's session as typed in one grid: which rows may be saved, and what stands against the others."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields

from teamback.clinic import reports
from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.words import SESSION_TYPES


@dataclass(frozen=True)
class Row:
    """One athlete's row: minutes, RPE (0 to 10), pain (0 to 10); None is an empty cell."""

    athlete: int
    known_as: str
    participation: str | None = None
    minutes: float | None = None
    rpe: float | None = None
    pain_before: float | None = None
    pain_during: float | None = None
    pain_after: float | None = None
    note: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed: such a row is not written."""
        return all(getattr(self, name) is None for name in CELLS)

    @property
    def took_part(self) -> bool:
        """Whether the athlete was there."""
        return self.participation not in (None, "none")


CELLS = tuple(f.name for f in fields(Row))[2:]
_NEEDED = {"participation": "Took part", "minutes": "Minutes", "rpe": "RPE"}


@dataclass(frozen=True)
class Heading:
    """What is the same for every row: the day, the type, and the start as HH:MM."""

    day: dt.date
    type: str | None
    start: str | None
    planned: bool | None = None


@dataclass(frozen=True)
class Checked:
    """The sessions of the rows that were filled, what refuses them, and what has to be confirmed first."""

    sessions: tuple[Session, ...]
    refusals: tuple[Refusal, ...]
    to_confirm: tuple[str, ...]


def check(
    rows: Sequence[Row], heading: Heading, today: dt.date, now: dt.datetime, there: Iterable[Kept[Session]]
) -> Checked:
    """Every filled row as a session rated now; a refusal names the athlete and the column.

    `there` are the sessions already recorded that day: one more that could be the same asks first.
    """
    filled = [row for row in rows if not row.is_empty]
    there, sessions, refusals, asked = list(there), [], list(_heading(heading, filled)), []
    for row in filled:
        typed = _session(row, heading, now)
        sessions.append(typed)
        against = [*_cells_missing(row), *reports.session(typed, today, heading.day, confirmed=True)]
        refusals += [Refusal(f"{row.known_as}: {refusal.sentence}", refusal.field) for refusal in against]
        questions = [*unusual(typed, today), *could_be_the_same(typed, there)]
        asked += [f"{row.known_as}: {question}" for question in questions]
    return Checked(tuple(sessions), tuple(refusals), tuple(asked))


def unusual(typed: Session, today: dt.date) -> list[str]:
    """What is possible but has to be confirmed, as more than 300 minutes."""
    firm = {refusal.sentence for refusal in reports.session(typed, today, typed.day, confirmed=True)}
    asking = [refusal.sentence for refusal in reports.session(typed, today, typed.day)]
    return [sentence for sentence in asking if sentence not in firm]


def could_be_the_same(typed: Session, there: Iterable[Kept[Session]]) -> list[str]:
    """Sessions recorded for this athlete that day whose type and start, where known, do not differ."""
    return [
        f"{described(entry.event)} is recorded already."
        for entry in there
        if entry.event.athlete == typed.athlete
        and _alike(entry.event.type, typed.type)
        and _alike(entry.event.start, typed.start)
    ]


def by_athlete(there: Iterable[Kept[Session]]) -> dict[int, str]:
    """What is recorded for each athlete that day: Training 10:30; Strength 15:00."""
    said: dict[int, list[str]] = {}
    for entry in there:
        said.setdefault(entry.event.athlete, []).append(_named(entry.event))
    return {athlete: "; ".join(names) for athlete, names in said.items()}


def described(session: Session) -> str:
    """A session in a few words: Training 10:30, 75 min, RPE 6."""
    said = [_named(session)]
    if session.minutes is not None:
        said.append(f"{session.minutes:g} min")
    if session.rpe is not None:
        said.append(f"RPE {session.rpe:g}")
    return ", ".join(said)


def _named(session: Session) -> str:
    return " ".join(filter(None, (SESSION_TYPES.get(session.type or "", "Session"), session.start)))


def _alike(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _heading(heading: Heading, filled: Sequence[Row]) -> Iterator[Refusal]:
    if not filled:
        yield Refusal("No row is filled: there is nothing to save.")
    elif heading.type is None:
        yield Refusal("Choose the type of the session.", "type")


def _cells_missing(row: Row) -> Iterator[Refusal]:
    needed = ("participation",) if row.participation == "none" else tuple(_NEEDED)
    missing = [name for name in needed if getattr(row, name) is None]
    if missing:
        columns = " and ".join(_NEEDED[name] for name in missing)
        yield Refusal(f"{columns} missing: fill in, or empty the row.", missing[0])


def _session(row: Row, heading: Heading, now: dt.datetime) -> Session:
    typed = {name: getattr(row, name) for name in CELLS}
    if row.participation == "none" and row.minutes is None:
        typed["minutes"] = 0.0  # who took no part did none of it
    return Session(
        day=heading.day,
        athlete=row.athlete,
        type=heading.type,
        start=heading.start,
        planned=heading.planned,
        rated_at=now,
        **typed,
    )
