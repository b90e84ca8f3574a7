"""What is planned for a squad."""

import datetime as dt
from typing import TypeVar

from teamback.record.events import CalendarEntry, SeasonPhase
from teamback.record.kept import Kept, Numbered
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import kept, numbered
from teamback.store.reach import refuse_outsider

N = TypeVar("N", bound=Numbered[CalendarEntry])
_BETWEEN = "t.squad = $2::text and t.day between $3::date and $4::date"
_DAYS_OFF = f"select t.day, t.seq from calendar t where {_BETWEEN} and t.what = 'day_off' and {LIVE}"


def calendar(
    store: Store, scope: Scope, squad: str, since: dt.date, until: dt.date, known_at: int | None = None
) -> list[Kept[CalendarEntry]]:
    """A squad's entries between two days, by day and time, with who entered them."""
    return _in_order(kept(store, CalendarEntry, scope, _BETWEEN, [squad, since, until], known_at))


def planned(
    store: Store, scope: Scope, squad: str, since: dt.date, until: dt.date, known_at: int | None = None
) -> list[Numbered[CalendarEntry]]:
    """The same where nobody asks who entered them: for every board and sheet."""
    return _in_order(numbered(store, CalendarEntry, scope, _BETWEEN, [squad, since, until], known_at))


def squad_days_off(
    store: Store, scope: Scope, squad: str, since: dt.date, until: dt.date, known_at: int | None = None
) -> list[tuple[dt.date, int]]:
    """Of these only the squad's days off, with their numbers: for figures, which may look back over years."""
    refuse_outsider(scope)
    if not scope.serves(squad):
        return []
    version = EVERYTHING_KNOWN if known_at is None else known_at
    return sorted(store.engine.read(_DAYS_OFF, [version, squad, since, until]))


def season_phases(
    store: Store, scope: Scope, squad: str, known_at: int | None = None
) -> list[Kept[SeasonPhase]]:
    """The phases of a squad's seasons, by their first day, with who entered them."""
    found = kept(store, SeasonPhase, scope, "t.squad = $2::text", [squad], known_at)
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def _in_order(found: list[N]) -> list[N]:
    return sorted(found, key=lambda item: (item.event.day, item.event.start or "", item.seq))
