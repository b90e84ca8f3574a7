"""Who wrote what of whom in a squad: every entry with what became of it, newest first."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from teamback.record.event import Event
from teamback.record.events import KINDS, Erased, SetAside, Undone
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.audit import Fate, entries_numbered, fates, in_batches, kinds_of, recorded
from teamback.store.queries.history import known_at_the_end_of
from teamback.store.queries.roster import athletes_named
from teamback.store.read_log import note_opened

_OF_OTHERS = (SetAside, Undone, Erased)
"""They are about other entries: whoever may see those sees these; a removal stands with the backups."""


FILE = "history_file"
"""How the log of readings names the entries of an athlete that left as a file."""


@dataclass(frozen=True)
class Line:
    """One entry: when in squad time, about whom (None: the squad or the club), and what became of it."""

    kept: Kept[Event]
    at: dt.datetime
    athlete: int | None
    of_whom: str
    fate: Fate | None

    @property
    def kind(self) -> str:
        """What was written."""
        return self.kept.event.kind

    @property
    def by(self) -> str:
        """Who wrote it, as the journal signs them."""
        return self.kept.recorded_by


def of_squad(scope: Scope, squad: str) -> Scope:
    """The same person, looking at one of their squads."""
    return replace(scope, squads=frozenset({squad}))


def moments(
    store: Store, scope: Scope, squad: str, day: dt.date, days: int
) -> tuple[dt.datetime, dt.datetime]:
    """The beginning of a period of so many days and the end of its last one, in the squad's own time."""
    zone = ZoneInfo(squad_named(store, scope, squad).time_zone)
    until = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
    return until - dt.timedelta(days=days), until


def written(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, days: int
) -> tuple[Line, ...]:
    """The entries recorded in so many days up to a day, of the athletes who are or were on the squad.

    Fields of other audiences stay empty, and kinds of other audiences away.
    """
    since, until = moments(store, scope, squad, day, days)
    after, last = known_at_the_end_of(store, since), known_at_the_end_of(store, until)
    look = of_squad(scope, squad)
    found = list(_entries(store, look, after, last))
    about = {kept.seq: _athlete(kept.event) for kept in found}
    for kept, athlete in [*_set_aside(store, look, after, last), *_undone(store, look, after, last)]:
        found.append(kept)
        about[kept.seq] = athlete
    became = fates(store, scope, list(about))
    named = athletes_named(store, scope, sorted({n for n in about.values() if n is not None}))
    names = {number: kept.event.known_as for number, kept in named.items()}
    zone = until.tzinfo
    return tuple(
        Line(
            kept,
            kept.recorded_at.astimezone(zone).replace(tzinfo=None),
            number := about[kept.seq],
            "" if number is None else names.get(number, f"Athlete {number}"),
            became.get(kept.seq),
        )
        for kept in sorted(found, key=lambda kept: -kept.seq)
    )


def handed_out(store: Store, scope: Scope, lines: Sequence[Line]) -> None:
    """Notes in the log of readings that these lines left as a file, once an athlete."""
    for athlete in dict.fromkeys(line.athlete for line in lines):
        if athlete is not None:
            note_opened(store, scope, FILE, str(athlete))


def entry(store: Store, look: Scope, number: int) -> Kept[Event] | None:
    """One entry by its number, as far as this person may see it."""
    kind = kinds_of(store, look, [number]).get(number)
    return next(iter(_numbered(store, look, kind, [number])), None) if kind else None


def _entries(store: Store, look: Scope, after: int, last: int) -> Iterator[Kept[Event]]:
    for kind in KINDS.values():
        if kind not in _OF_OTHERS:
            try:
                yield from recorded(store, kind, look, after, last)
            except Refusal:  # kinds of other audiences
                continue


def _set_aside(
    store: Store, look: Scope, after: int, last: int
) -> Iterator[tuple[Kept[SetAside], int | None]]:
    for kept in recorded(store, SetAside, look, after, last):
        if kept.replaces and (old := entry(store, look, kept.replaces)):
            yield kept, _athlete(old.event)


def _undone(store: Store, look: Scope, after: int, last: int) -> Iterator[tuple[Kept[Undone], int | None]]:
    undone = recorded(store, Undone, look, after, last)
    batches = in_batches(store, look, [kept.event.undone_batch for kept in undone]) if undone else {}
    for kept in undone:
        by_kind: dict[str, list[int]] = {}
        for kind, seq in batches[kept.event.undone_batch]:
            by_kind.setdefault(kind, []).append(seq)
        within = [one for kind, seqs in by_kind.items() for one in _numbered(store, look, kind, seqs)]
        athletes = {_athlete(one.event) for one in within}
        if within:
            yield kept, athletes.pop() if len(athletes) == 1 else None


def _numbered(store: Store, look: Scope, kind: str, numbers: Sequence[int]) -> list[Kept[Event]]:
    try:
        return entries_numbered(store, KINDS[kind], look, numbers)
    except Refusal:
        return []


def _athlete(event: Event) -> int | None:
    number: int | None = getattr(event, "athlete", None)
    return number
