"""What the check-in tablet may know of a squad: numbers and names."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.store.journal import Store
from teamback.store.queries.roster import roster
from teamback.store.queries.roster import squads as all_squads


@dataclass(frozen=True)
class NameToTap:
    """One athlete on the tablet, and nothing else about them."""

    athlete: int
    known_as: str


def squads_of_tablet(store: Store, scope: Scope) -> list[SquadNamed]:
    """The squads that a tablet serves, by name."""
    _refuse_others(scope)
    return [squad for squad in all_squads(store, PROGRAM) if scope.serves(squad.squad)]


def names_on_tablet(store: Store, scope: Scope, squad: str, day: dt.date) -> list[NameToTap]:
    """The roster of a squad on a day, by name."""
    _refuse_others(scope)
    if not scope.serves(squad):
        raise Refusal("This tablet does not serve this squad.")
    return [NameToTap(one.athlete, one.known_as) for one in roster(store, PROGRAM, squad, day)]


def _refuse_others(scope: Scope) -> None:
    if scope.role != "kiosk":
        raise Refusal("This is asked by the check-in tablet alone.")
