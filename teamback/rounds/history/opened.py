"""Who opened what of whom in a squad, newest first."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.scope import Scope
from teamback.rounds.history.written import moments, of_squad
from teamback.store import Store
from teamback.store.queries.audit import openings
from teamback.store.queries.roster import athletes_named


@dataclass(frozen=True)
class Reading:
    """One line of the log of readings: when in squad time, who, which page, of whom."""

    at: dt.datetime
    by: str
    page: str
    athlete: int
    of_whom: str


def opened(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, days: int
) -> tuple[Reading, ...]:
    """The readings of so many days up to a day, of the athletes who are or were on the squad."""
    since, until = moments(store, scope, squad, day, days)
    lines = openings(store, of_squad(scope, squad), since, until)
    named = athletes_named(store, scope, sorted({int(line.subject) for line in lines}))
    names = {number: kept.event.known_as for number, kept in named.items()}

    def name(number: str) -> str:
        return names.get(int(number), f"Athlete {number}")

    def person(signature: str) -> str:
        word, _, number = signature.partition(" ")
        oneself = word == "athlete" and number.isdigit()
        return f"{name(number)}, athlete" if oneself else signature

    return tuple(
        Reading(
            line.read_at.astimezone(until.tzinfo).replace(tzinfo=None),
            person(line.person),
            line.page,
            int(line.subject),
            name(line.subject),
        )
        for line in lines
    )
