"""What keeps the squad well over a season, as data/demo/upkeep.toml plants it: plans, changes, reviews."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from teamback.demo.club import Club, at
from teamback.demo.entries import entry
from teamback.demo.people import Person, read
from teamback.demo.writing import Writing
from teamback.record.event import Event
from teamback.record.events import (
    InterventionEnded,
    Programme,
    SeasonPhase,
    SelfManagement,
    SessionExercise,
    TaskAct,
)

_PHYSIO, _PLANNER = "Maya Ortiz", "Tom Becker"
_LOGGED = 90
"""Days back from which exercises done were logged."""


def phases(club: Club) -> Iterator[Writing]:
    """The phases of the season, each written down for both squads on the Monday on which it begins."""
    monday = club.last - dt.timedelta(days=club.last.weekday())
    for line in read("upkeep.toml")["phase"]:
        first = max(club.first, monday - dt.timedelta(weeks=line["from"]))
        phase = {
            "day": first,
            "phase": line["phase"],
            "name": line["name"],
            "last_day": monday - dt.timedelta(weeks=line["to"]) + dt.timedelta(days=6),
            "load_from": line["load_from"],
            "load_to": line["load_to"],
        }
        begun = [SeasonPhase(squad=squad.squad, **phase) for squad in club.squads]
        yield Writing(at(first, "06:52"), club.staff[_PLANNER], begun)


def plans_of(club: Club, person: Person) -> list[SelfManagement]:
    """An athlete's self-management plans, oldest first."""
    lines = (line for line in _lines(person) if line["kind"] == SelfManagement.kind)
    found = (entry(line, _about(club, person, line), club.last) for line in lines)
    return sorted((e for e in found if isinstance(e, SelfManagement)), key=lambda plan: plan.day)


def upkeep(club: Club) -> Iterator[Writing]:
    """Every planted entry, in a batch with what the same person wrote at that time; then what follows."""
    batches: dict[tuple[dt.datetime, str], list[Event]] = defaultdict(list)
    for person in club.people:
        for line in _lines(person):
            planted = entry(line, _about(club, person, line), club.last)
            moment, by = _moment(club, line), line.get("by", _PHYSIO)
            follows = line.get("follows", ())
            if by == "athlete":
                yield Writing(moment, person.scope, [planted])
            elif follows:
                yield Writing(moment, club.staff[by], [planted])
            else:
                batches[moment, by].append(planted)
            for later in follows:
                act = _that_follows(club, person, later)
                yield Writing(
                    _moment(club, later), club.staff[later.get("by", _PHYSIO)], [act], cites=planted
                )
    for (moment, by), events in batches.items():
        yield Writing(moment, club.staff[by], events)


def exercises_done(club: Club, person: Person, seed: int) -> Iterator[SessionExercise]:
    """What was logged of a maintenance plan: on its days, as often as the file says."""
    rng = random.Random(f"{seed}/{person.known_as}/maintenance")
    for line in _lines(person):
        if line["kind"] != Programme.kind:
            continue
        for ago in range(min(line["ago"] - 1, _LOGGED), 0, -1):
            day = club.ago(ago)
            if not person.reports_on(day):
                continue
            for text in line["lines"]:
                if day.weekday() in text.get("days", range(7)) and rng.random() < line["done"]:
                    yield _done(person, day, text)


def _done(person: Person, day: dt.date, line: Mapping[str, Any]) -> SessionExercise:
    dose = {name: line[name] for name in ("sets", "reps", "hold_s", "load_kg", "minutes") if name in line}
    return SessionExercise(
        day=day,
        athlete=person.athlete,
        exercise=line["exercise"],
        programme="maintenance",
        quality="good",
        **dose,
    )


def _that_follows(club: Club, person: Person, line: Mapping[str, Any]) -> Event:
    """What is done about an entry; the pen puts in the number of that entry."""
    day = club.ago(line["ago"])
    if line["kind"] == InterventionEnded.kind:
        return InterventionEnded(
            day=day,
            athlete=person.athlete,
            intervention=0,
            kept_for_good=line["kept_for_good"],
            outcome=line["outcome"],
        )
    said = {name: line[name] for name in ("rule", "act", "outcome", "note") if name in line}
    return TaskAct(day=day, athlete=person.athlete, cause=0, **said)


def _lines(person: Person) -> Sequence[Mapping[str, Any]]:
    return [line for line in read("upkeep.toml")["entry"] if line["athlete"] == person.known_as]


def _about(club: Club, person: Person, line: Mapping[str, Any]) -> dict[str, Any]:
    return {"day": club.ago(line["ago"]), "athlete": person.athlete}


def _moment(club: Club, line: Mapping[str, Any]) -> dt.datetime:
    return at(club.ago(line["ago"]), line.get("at", "12:00"))
