"""From an account to the Scope that every query takes."""

from teamback.record.account import Account
from teamback.record.events import AthleteNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.record.words import PROFESSIONS
from teamback.store import Store
from teamback.store.queries.roster import athlete_named


def scope_of(store: Store, account: Account) -> Scope:
    """What an account may reach; an athlete is on their home squad, whichever that is by now."""
    squads, person = account.squads, account.person
    if account.athlete is not None:
        named = _named(store, account.athlete)
        squads = frozenset({named.home})
        person = named.known_as if account.role == "phone" else person
    profession = PROFESSIONS[account.profession]
    return Scope(person, profession, account.role, squads, account.athlete)


def _named(store: Store, athlete: int) -> AthleteNamed:
    named = athlete_named(store, PROGRAM, athlete)
    if named is None:
        raise Refusal("The record holds no such athlete any more. Ask the medical staff.")
    return named.event
