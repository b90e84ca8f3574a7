"""Who is on this squad, since when, and under which names other systems know them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from teamback.record.events import AthleteNamed, Joined, Left, SquadNamed
from teamback.record.kept import Kept, Move
from teamback.record.own_data_words import OF_AGE
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries.intake import squad_moves
from teamback.store.queries.roster import athletes_named, moves_of, squads


@dataclass(frozen=True)
class Stay:
    """One stay on a squad, by its name: from a day on, until a day or still."""

    squad: str
    name: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True)
class Person:
    """An athlete of the squad: who they are, the move that brought or took them, and all their stays."""

    named: Kept[AthleteNamed]
    move: Kept[Joined] | Kept[Left]
    stays: tuple[Stay, ...]
    age: int | None

    @property
    def athlete(self) -> int:
        """Their number."""
        return self.named.event.athlete

    @property
    def known_as(self) -> str:
        """What everybody calls them."""
        return self.named.event.known_as

    @property
    def is_here(self) -> bool:
        """Whether they are on the squad's roster."""
        return isinstance(self.move.event, Joined)

    @property
    def loan(self) -> bool:
        """Whether they are here for a time, from another squad or club."""
        return isinstance(self.move.event, Joined) and self.move.event.loan

    @property
    def is_minor(self) -> bool | None:
        """Whether they are under age; None where nobody knows."""
        return None if self.age is None else self.age < OF_AGE

    @property
    def squads_now(self) -> frozenset[str]:
        """The keys of all squads they are on."""
        return frozenset(stay.squad for stay in self.stays if stay.until is None)


@dataclass(frozen=True)
class People:
    """Everybody who is on a squad's roster on a day, and everybody who was, by name; and the other squads."""

    here: tuple[Person, ...]
    gone: tuple[Person, ...]
    others: tuple[SquadNamed, ...]

    def who(self, athlete: int | None) -> Person | None:
        """The person of this number, if they are or were on the squad."""
        return next((one for one in (*self.here, *self.gone) if one.athlete == athlete), None)


def people(store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope) -> People:
    """The people of a squad as the record has them on a day."""
    last: dict[int, Kept[Joined] | Kept[Left]] = {}
    for kept in squad_moves(store, scope, squad):
        if kept.event.day <= day:
            last[kept.event.athlete] = kept
    named = athletes_named(store, scope, list(last), known_at)
    moves = moves_of(store, scope, list(last), known_at)
    serving = squads(store, scope, known_at)
    names = {item.squad: item.name for item in serving}
    found = [
        Person(named[number], move, _stays(moves[number], names), age_on(named[number].event, day))
        for number, move in last.items()
    ]
    found.sort(key=lambda person: (person.known_as.casefold(), person.athlete))
    here = tuple(person for person in found if person.is_here)
    gone = tuple(person for person in found if not person.is_here)
    return People(here, gone, tuple(item for item in serving if item.squad != squad))


def _stays(moves: Sequence[Move], names: dict[str, str]) -> tuple[Stay, ...]:
    """Each stay on a squad that the person looking serves, oldest first."""
    stays: list[Stay] = []
    since: dict[str, dt.date] = {}
    for move in moves:
        if move.here:
            since.setdefault(move.squad, move.day)
        elif move.squad in since:
            stays.append(Stay(move.squad, names.get(move.squad, ""), since.pop(move.squad), move.day))
    stays += [Stay(squad, names.get(squad, ""), day) for squad, day in since.items()]
    return tuple(sorted((stay for stay in stays if stay.squad in names), key=lambda stay: stay.since))


def age_on(athlete: AthleteNamed, day: dt.date) -> int | None:
    """The age in years on a day; None where the date of birth is not known."""
    born = athlete.date_of_birth
    if born is None:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
