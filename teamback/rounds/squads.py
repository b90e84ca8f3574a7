"""Which squads there are, what day it is there, and the moment from which a day is looked at."""

import datetime as dt
from zoneinfo import ZoneInfo

from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.store import Store
from teamback.store.queries.history import LastChange, known_at_the_end_of
from teamback.store.queries.roster import athlete_named, squads

_MORNING = dt.time(10)
"""A past day is looked at as at ten in the morning: its check-ins are in, its training is still to come."""


def squad_named(store: Store, scope: Scope, squad: str) -> SquadNamed:
    """The squad of this key, else of this name; Refusal when the person serves none such."""
    serving, asked = squads(store, scope), squad.strip()
    found = [s for s in serving if asked.casefold() in (s.squad.casefold(), s.name.casefold())]
    if found:
        return min(found, key=lambda s: (s.squad != asked, s.name != asked))
    names = ", ".join(item.name for item in serving) or "none yet"
    raise Refusal(f"There is no squad {squad}. Squads here: {names}.")


def now_in(store: Store, squad: SquadNamed) -> dt.datetime:
    """The present in a squad's own time zone, without the zone."""
    return store.clock().astimezone(ZoneInfo(squad.time_zone)).replace(tzinfo=None)


def today_at_home(store: Store, athlete: int) -> dt.date:
    """The day it is where an athlete's squad is: Sydney is ahead of UTC."""
    home = home_of(store, athlete)
    return now_in(store, home).date() if home else store.clock().date()


def home_of(store: Store, athlete: int) -> SquadNamed | None:
    """The squad that an athlete first joined."""
    named = athlete_named(store, PROGRAM, athlete)
    at_home = (squad for squad in squads(store, PROGRAM) if named and squad.squad == named.event.home)
    return next(at_home, None)


def looked_at(store: Store, squad: SquadNamed, day: dt.date) -> tuple[dt.datetime, bool]:
    """The moment a day is looked at, in the squad's own time, and whether it is the present."""
    now = now_in(store, squad)
    return (now, True) if day == now.date() else (dt.datetime.combine(day, _MORNING), False)


def as_it_stood_on(store: Store, squad: SquadNamed, day: dt.date) -> int:
    """The number of the newest entry recorded by the end of a day in the squad's own time."""
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(squad.time_zone))
    return known_at_the_end_of(store, end)


def local(squad: SquadNamed, change: LastChange) -> tuple[str, dt.datetime]:
    """Who made a change, and when in the squad's own time."""
    at = change.recorded_at.astimezone(ZoneInfo(squad.time_zone)).replace(tzinfo=None)
    return change.recorded_by, at
