"""Clinical entries of several athletes, of one kind or about their cases, oldest day first."""

import datetime as dt
from collections.abc import Sequence
from typing import TypeVar

from teamback.record.event import Event
from teamback.record.events import RedFlagScreen
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.queries.entries import kept

E = TypeVar("E", bound=Event)


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
    where, parameters = "t.athlete = any($2::bigint[]) and t.day <= $3::date", [list(athletes), until]
    if kind.daily:
        where += " and t.home = any($4::text[])"
        parameters.append(sorted(set(homes)))
    found = kept(store, kind, scope, where, parameters, known_at)
    return sorted(found, key=lambda item: (item.event.day, item.seq))


def confirmed_screens(
    store: Store, scope: Scope, homes: Sequence[str], known_at: int | None = None
) -> list[Kept[RedFlagScreen]]:
    """The red-flag screens with a confirmed yes of every athlete with one of these home squads."""
    where = "t.home = any($2::text[]) and t.confirmed"
    return kept(store, RedFlagScreen, scope, where, [sorted(set(homes))], known_at)
