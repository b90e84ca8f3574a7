"""How a squad comes to be: its name, its sport, the time zone that decides its day, its weekly questions."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.roster import squads


@dataclass(frozen=True)
class TypedSquad:
    """A squad as typed; `weekly` is the day on which the check-in asks the OSTRC, None: never."""

    name: str
    sport: str
    time_zone: str | None
    weekly: str | None = None


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


def refusals(typed: TypedSquad, store: Store, was: SquadNamed | None = None) -> Iterator[Refusal]:
    """Everything that refuses a squad as typed; `was` is the squad that is corrected."""
    others = {s.name.casefold() for s in squads(store, PROGRAM) if was is None or s.squad != was.squad}
    if not typed.name:
        yield Refusal("Give the squad a name.", "name")
    elif typed.name.casefold() in others:
        yield Refusal(f"There is a squad {typed.name} already: choose another name.", "name")
    if typed.time_zone is None:
        yield Refusal("Choose the time zone: it decides which day it is for the squad.", "time_zone")


def as_squad(typed: TypedSquad, store: Store, was: SquadNamed | None = None) -> SquadNamed:
    """The squad, named on the present day of its own time zone; a corrected one keeps its key."""
    zone = typed.time_zone or "UTC"
    key = was.squad if was else key_for(typed.name, {squad.squad for squad in squads(store, PROGRAM)})
    return SquadNamed(
        day=store.clock().astimezone(ZoneInfo(zone)).date(),
        squad=key,
        name=typed.name,
        sport=typed.sport,
        time_zone=zone,
        ostrc_on=typed.weekly,
    )
