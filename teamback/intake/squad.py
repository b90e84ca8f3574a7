"""Which squad a file is for: the one there is, or a new one."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from teamback.intake.preset import Preset
from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, STAFF, Scope
from teamback.rounds.new_squad import key_for
from teamback.store import Store
from teamback.store.queries.roster import squads

_DEFAULT_ZONE = "UTC"


@dataclass(frozen=True)
class Target:
    """The squad that rows are brought to; `is_new` when the import makes it."""

    squad: str
    name: str
    zone: ZoneInfo
    today: dt.date
    is_new: bool

    def named_on(self, day: dt.date) -> SquadNamed:
        """The event that makes the squad."""
        return SquadNamed(day=day, squad=self.squad, name=self.name, time_zone=self.zone.key)


def target(store: Store, by: Scope, name: str, preset: Preset, time_zone: str | None) -> Target:
    """The squad of this name or key, or a new one in the time zone given (or declared by the preset)."""
    if not by.may_read(STAFF) or by.athlete is not None:
        raise Refusal("Your role does not bring files in. Ask the medical or performance staff.")
    if not (name := name.strip()):
        raise Refusal("The squad has no name. Say which squad the file is for.", "squad")
    there = squads(store, PROGRAM)
    found = next((s for s in there if name.casefold() in (s.name.casefold(), s.squad)), None)
    if found and not by.serves(found.squad):
        raise Refusal(f"You do not work with {name}. Ask somebody who does.", "squad")
    if found and time_zone not in (None, found.time_zone):
        stands = f"{found.name} is there already, and its time zone is {found.time_zone}"
        raise Refusal(f"{stands}. Leave the time zone out.", "time_zone")
    if not found and by.squads is not None:
        raise Refusal(f"There is no squad {name} among yours, and only the lead makes a new one.", "squad")
    zone = ZoneInfo(found.time_zone if found else _known(time_zone or preset.time_zone or _DEFAULT_ZONE))
    today = store.clock().astimezone(zone).date()
    if found:
        return Target(found.squad, found.name, zone, today, is_new=False)
    return Target(key_for(name, {squad.squad for squad in there}), name, zone, today, is_new=True)


def _known(time_zone: str) -> str:
    try:
        return ZoneInfo(time_zone).key
    except (KeyError, ValueError, OSError) as error:
        raise Refusal(f"There is no time zone {time_zone}. Write it such as Europe/Oslo.") from error
