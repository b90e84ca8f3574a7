"""What an athlete has to be told on every page of their own: an open red flag, severe pain reported today."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.refusal import Refusal
from teamback.record.scope import SELF, Scope
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import home_of, now_in
from teamback.rounds.urgent.pain_evidence import Read, severe
from teamback.rounds.urgent.red_flags import open_red_flags
from teamback.store import Store


@dataclass(frozen=True)
class ToOneself:
    """The rules of open red flags, and from which score on pain was severe where some of today was."""

    rules: tuple[str, ...] = ()
    severe_from: float | None = None


def to_oneself(store: Store, scope: Scope) -> ToOneself:
    """Read for the athlete who is here, and for nobody else."""
    if scope.audience != SELF or scope.athlete is None:
        raise Refusal("This is told to the athlete alone.")
    home = home_of(store, scope.athlete)
    if home is None:
        return ToOneself()
    today, limit = now_in(store, home).date(), limits_at(store, None)["severe_pain"].value
    asked = ([scope.athlete], [home.squad], today)
    read = Read(store, *asked, None, looks_back=dt.timedelta(0))
    flags = open_red_flags(store, scope, *asked)[scope.athlete]
    return ToOneself(flags.rules, limit if severe(read, limit) else None)
