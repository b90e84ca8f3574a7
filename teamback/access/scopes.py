"""From an account to the Scope that every query takes."""

from teamback.record.account import Account
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.record.words import PROFESSIONS
from teamback.store import Store
from teamback.store.queries.roster import athlete_named


def scope_of(store: Store, account: Account) -> Scope:
    """What an account may reach; an athlete is on their home squad, whichever that is by now."""
    squads = account.squads
    if account.athlete is not None:
        squads = frozenset({_home(store, account.athlete)})
    profession = PROFESSIONS[account.profession]
    return Scope(account.person, profession, account.role, squads, account.athlete)


def _home(store: Store, athlete: int) -> str:
    named = athlete_named(store, PROGRAM, athlete)
    if named is None:
        raise Refusal("The record holds no such athlete any more. Ask the medical staff.")
    return named.event.home
