"""How a squad comes to be: its name, its sport, and the time zone that decides which day it is there."""

import re
from collections.abc import Collection, Iterator
from zoneinfo import ZoneInfo, available_timezones

from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.roster import squads


def time_zones() -> list[str]:
    """The IANA names to choose from."""
    return sorted(name for name in available_timezones() if "/" in name or name == "UTC")


def key_for(name: str, taken: Collection[str]) -> str:
    """A short key for addresses: the name's letters and digits, and a number where that is taken."""
    stem = re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "squad"
    number = 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return key


def refusals(name: str, time_zone: str | None, store: Store) -> Iterator[Refusal]:
    """Everything that refuses a squad as typed."""
    if not name:
        yield Refusal("Give the squad a name.", "name")
    elif name.casefold() in {squad.name.casefold() for squad in squads(store, PROGRAM)}:
        yield Refusal(f"There is a squad {name} already: choose another name.", "name")
    if time_zone is None:
        yield Refusal("Choose the time zone: it decides which day it is for the squad.", "time_zone")


def new_squad(name: str, sport: str, time_zone: str, store: Store) -> SquadNamed:
    """The squad, named on the present day of its own time zone."""
    day = store.clock().astimezone(ZoneInfo(time_zone)).date()
    key = key_for(name, {squad.squad for squad in squads(store, PROGRAM)})
    return SquadNamed(day=day, squad=key, name=name, sport=sport, time_zone=time_zone)
