"""A squad's people as tests ask for them and change them."""

import datetime as dt
from dataclasses import replace
from typing import Any

from teamback.rounds import moving
from teamback.rounds.joining import Details
from teamback.rounds.moving import Moving
from teamback.rounds.people import People, Person, people
from teamback.store import Store
from teamback.store.queries.roster import roster
from tests.squads import LEAD, MONDAY


def everybody(store: Store, squad: str = "first") -> People:
    return people(store, squad, MONDAY, None, LEAD)


def one(store: Store, name: str, squad: str = "first") -> Person:
    found = everybody(store, squad)
    return next(who for who in (*found.here, *found.gone) if who.known_as == name)


def names(store: Store, squad: str, day: dt.date = MONDAY) -> list[str]:
    return [who.known_as for who in roster(store, LEAD, squad, day)]


def does(store: Store, who: Person, **typed: Any) -> None:
    move = Moving(**{"day": MONDAY} | typed)
    assert moving.refusals(move, who, MONDAY) == []
    store.keep(moving.events(move, who, everybody(store).others), LEAD)


def details_of(who: Person, **changed: Any) -> Details:
    e = who.named.event
    typed = Details(
        e.known_as,
        e.name,
        e.date_of_birth,
        e.sex,
        e.position,
        e.sport,
        e.external_ids,
        who.move.event.day,
        who.loan,
    )
    return replace(typed, **changed)
