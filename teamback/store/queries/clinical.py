"""Clinical entries of several athletes, of one kind or about their cases, oldest day first."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeVar

from teamback.record.event import Event
from teamback.record.events import RedFlagScreen
from teamback.record.kept import Kept, Numbered
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import in_homes, kept, numbered, up_to

E = TypeVar("E", bound=Event)
N = TypeVar("N", bound=Numbered[Any])


def clinical_entries(
    store: Store,
    kind: type[E],
    scope: Scope,
    athletes: Sequence[int],
    until: dt.date,
    known_at: int | None = None,
    homes: Sequence[str] = (),
) -> list[Kept[E]]:
    """Live entries of a kind about these athletes up to a day.

    Daily facts want the athletes' home squads in `homes`, by which their tables are always filtered.
    """
    return _by_day(kept(store, kind, scope, *up_to(athletes, until, homes if kind.daily else ()), known_at))


def clinical_numbered(
    store: Store,
    kind: type[E],
    scope: Scope,
    athletes: Sequence[int],
    until: dt.date,
    known_at: int | None = None,
    homes: Sequence[str] = (),
) -> list[Numbered[E]]:
    """The same for whoever reads several kinds, and then asks `as_recorded` who recorded them."""
    return _by_day(
        numbered(store, kind, scope, *up_to(athletes, until, homes if kind.daily else ()), known_at)
    )


def _by_day(found: list[N]) -> list[N]:
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def confirmed_screens(
    store: Store, scope: Scope, homes: Sequence[str], known_at: int | None = None
) -> list[Kept[RedFlagScreen]]:
    """The red-flag screens with a confirmed yes of every athlete with one of these home squads."""
    where, value = in_homes(homes, 2)
    return kept(store, RedFlagScreen, scope, f"{where} and t.confirmed", [value], known_at)
