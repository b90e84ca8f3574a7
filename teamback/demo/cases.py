"""The cases that data/demo/cases.toml plants, as the staff would have written them down."""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from teamback.demo.club import Club, at
from teamback.demo.entries import entry
from teamback.demo.people import Person, read
from teamback.demo.results import results
from teamback.demo.writing import Writing
from teamback.record.event import Event
from teamback.record.events import KINDS, CaseOpened, StageChange
from teamback.record.verdict import MET, Verdict

_DATA = Path(__file__).parents[2] / "data"
_NUMBERS = range(1000, 10000)
_WHEN = ("ago", "at", "by", "ahead")
_PHYSIO = "Maya Ortiz"


@dataclass(frozen=True)
class CaseStory:
    """One of the eight, as docs/demo.md tells it, and what its card has to show on the last day."""

    athlete: str
    title: str
    pathway: str
    stage: int
    missing: str
    look: str
    unmet: Sequence[str]
    mark: Sequence[str] = ()
    setback: str | None = None

    @property
    def stage_name(self) -> str:
        """The stage in the words of its pathway."""
        return str(_pathway(self.pathway)["stage"][self.stage]["name"])


def case_stories() -> list[CaseStory]:
    """The planted cases, in the order in which docs/demo.md tells them."""
    names = [f.name for f in fields(CaseStory)]
    return [
        CaseStory(**{name: table[name] for name in names if name in table})
        for table in read("cases.toml")["case"]
    ]


def case_writings(club: Club, seed: int) -> Iterator[Writing]:
    """Everything about the cases: opened, moved, assessed, tested, treated and planned."""
    tables = read("cases.toml")["case"]
    numbers = random.Random(f"{seed}/cases").sample(_NUMBERS, len(tables))
    people = {person.known_as: person for person in club.people}
    for number, table in zip(numbers, tables, strict=True):
        yield from _Planted(club, people[table["athlete"]], number, table).writings()


@dataclass(frozen=True)
class _Planted:
    """One case: whose it is, its number, and its table in the file."""

    club: Club
    person: Person
    number: int
    table: Mapping[str, Any]

    def writings(self) -> Iterator[Writing]:
        first, *moves = self.table["moves"]
        stage = None
        yield self._by(first, [self._opened(), self._move(first, None)])
        stage = first["to"]
        for line in moves:
            yield self._by(line, [self._move(line, stage)])
            stage = line["to"]
        for line in self.table.get("entries", ()):
            about = self._about(KINDS[line["kind"]], line)
            yield self._by(line, [entry(line, about, self.club.last)])
        for line in self.table.get("tests", ()):
            yield self._by(line, results(self.person.athlete, self._day(line), line))

    def _by(self, line: Mapping[str, Any], events: Sequence[Event]) -> Writing:
        moment = at(self._day(line), line.get("at", "09:40"))
        return Writing(moment, self.club.staff[line.get("by", _PHYSIO)], events)

    def _day(self, line: Mapping[str, Any]) -> dt.date:
        return self.club.ago(line["ago"])

    def _about(self, kind: type[Event], line: Mapping[str, Any]) -> dict[str, Any]:
        """Day, athlete and case, as far as this kind of entry has them."""
        about = {"day": self._day(line), "athlete": self.person.athlete, "case_id": self.number}
        return {f.name: about[f.name] for f in fields(kind) if f.name in about}

    def _opened(self) -> CaseOpened:
        line = self.table["opened"]
        said = {name: value for name, value in line.items() if name not in _WHEN}
        said |= {name: self.club.ago(line[name]) for name in ("onset", "diagnosed_on") if name in line}
        return CaseOpened(**self._about(CaseOpened, line), pathway=self.table["pathway"], **said)

    def _move(self, line: Mapping[str, Any], stage: int | None) -> StageChange:
        to = _pathway(self.table["pathway"])["stage"][line["to"]]
        return StageChange(
            **self._about(StageChange, line),
            decision=line["decision"],
            from_stage=stage,
            to_stage=line["to"],
            stage_name=to["name"],
            load_ceiling=to.get("load_ceiling"),
            reason=line["reason"],
            override=line.get("override", False),
            unmet=tuple(line.get("unmet", ())),
            criteria=tuple(self._verdict(*found) for found in line.get("found", ())),
        )

    def _verdict(self, criterion: str, value: str, threshold: str, verdict: str = MET) -> str:
        asked = _criteria(self.table["pathway"])[criterion]
        said = {name: asked[name] for name in ("says", "source", "status", "kind") if name in asked}
        return Verdict(
            criterion=criterion, verdict=verdict, value=value, threshold=threshold, **said
        ).as_text()


@cache
def _pathway(key: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / "pathways" / f"{key}.toml").read_text(encoding="utf-8"))


def _criteria(key: str) -> dict[str, dict[str, Any]]:
    """Every criterion of a pathway by its id."""
    said = _pathway(key)
    asked = [*said["every_stage"], *(one for stage in said["stage"] for one in stage.get("criterion", ()))]
    return {one["id"]: one for one in asked}
