"""Who the invented club is: squads, staff and athletes, as data/demo/squad.toml names them."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from teamback.record.event import Event
from teamback.record.events import AthleteNamed, Joined, Left, SquadNamed
from teamback.record.scope import Scope

FOLDER = Path(__file__).parents[2] / "data" / "demo"
FIRST_TEAM = "first-team"
OSTRC_ON = "monday"
"""The day of the week on which the check-in asks about health problems of the last seven days."""
_NUMBERS = range(1000, 10000)


@dataclass(frozen=True)
class Squad:
    """One squad of the club and where it plays."""

    squad: str
    name: str
    ground: str
    opponents: tuple[str, ...]

    def named(self, day: dt.date, time_zone: str) -> SquadNamed:
        """The event that makes the squad exist."""
        return SquadNamed(day=day, squad=self.squad, name=self.name, time_zone=time_zone, ostrc_on=OSTRC_ON)


@dataclass(frozen=True, kw_only=True)
class Person:
    """One athlete; `joined`, `moved_up` and `left` are days, `home` the squad first joined."""

    athlete: int
    known_as: str
    name: str
    position: str
    born: dt.date
    home: str
    joined: dt.date
    moved_up: dt.date | None
    left: dt.date | None
    loan: bool
    stiff_back: bool
    newcomer: bool
    undecided: bool
    external_ids: tuple[str, ...]

    @property
    def scope(self) -> Scope:
        """The athlete at their own check-in."""
        return Scope(self.known_as, "athlete", "athlete", frozenset({self.home}), self.athlete)

    def squad_on(self, day: dt.date) -> str:
        """Whose calendar the athlete follows that day."""
        return FIRST_TEAM if self.moved_up and day >= self.moved_up else self.home

    def reports_on(self, day: dt.date) -> bool:
        """Whether the athlete reports that day; who joins on the way begins with the next morning."""
        begins = self.joined + dt.timedelta(days=self.newcomer)
        return begins <= day and (self.left is None or day < self.left)

    def named(self) -> Iterator[Event]:
        """The events by which the athlete comes to the club."""
        yield AthleteNamed(
            day=self.joined,
            athlete=self.athlete,
            home=self.home,
            known_as=self.known_as,
            name=self.name,
            date_of_birth=self.born,
            sex="female",
            position=self.position,
            sport="football",
            external_ids=self.external_ids,
        )
        yield Joined(day=self.joined, athlete=self.athlete, squad=self.home, loan=self.loan)

    def moves(self) -> Iterator[Event]:
        """The events by which the athlete moves up, or leaves."""
        if self.moved_up:
            yield Left(day=self.moved_up, athlete=self.athlete, squad=self.home, reason="moved up")
            yield Joined(day=self.moved_up, athlete=self.athlete, squad=FIRST_TEAM)
        if self.left:
            yield Left(day=self.left, athlete=self.athlete, squad=self.home, reason="joined another club")


def squads() -> list[Squad]:
    """The squads of the club."""
    tables = read("squad.toml")["squad"]
    return [Squad(**table | {"opponents": tuple(table["opponents"])}) for table in tables]


def staff() -> dict[str, Scope]:
    """The people, and the one device, that write for the athletes, by name."""
    return {table["person"]: Scope(**table) for table in read("squad.toml")["staff"]}


def people(first: dt.date, last: dt.date, seed: int) -> list[Person]:
    """The athletes, with the numbers and days that the seed and the last day give them."""
    tables = read("squad.toml")["athlete"]
    numbers = random.Random(f"{seed}/numbers").sample(_NUMBERS, len(tables))
    return [_person(table, number, first, last) for table, number in zip(tables, numbers, strict=True)]


def _person(table: Mapping[str, Any], number: int, first: dt.date, last: dt.date) -> Person:
    def back(name: str) -> dt.date | None:
        return last - dt.timedelta(days=table[name]) if name in table else None

    return Person(
        athlete=number,
        known_as=table["known_as"],
        name=table["name"],
        position=table["position"],
        born=table["born"],
        home=table.get("squad", FIRST_TEAM),
        joined=back("joined") or first,
        moved_up=back("moved_up"),
        left=back("left"),
        loan=table.get("loan", False),
        stiff_back=table.get("stiff_back", False),
        newcomer="joined" in table,
        undecided=table.get("undecided", False),
        external_ids=tuple(table.get("external_ids", ())),
    )


@cache
def read(name: str) -> dict[str, Any]:
    """One of the demo's files."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
