"""What is written down about the club itself: who is there, the calendar, the decisions, the limits."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from teamback.demo.people import Person, Squad
from teamback.demo.script import Act, Script, review_day
from teamback.demo.season import calendar_entries
from teamback.demo.writing import Writing
from teamback.record.event import Event
from teamback.record.events import Availability, CalendarEntry, CheckIn, LimitsInForce
from teamback.record.scope import PROGRAM, Scope

TIME_ZONE = ZoneInfo("Europe/London")
_LIMITS = Path(__file__).parents[2] / "data" / "limits.toml"
_DOCTOR, _PHYSIO, _PLANNER = "Dr Lee", "Maya Ortiz", "Tom Becker"
_SUNDAY = 6


def at(day: dt.date, time: str) -> dt.datetime:
    """A moment in the club's own time."""
    return dt.datetime.combine(day, dt.time.fromisoformat(time), TIME_ZONE)


@dataclass(frozen=True)
class Club:
    """Everybody of the club, from the first day to the last."""

    squads: list[Squad]
    staff: Mapping[str, Scope]
    people: list[Person]
    first: dt.date
    last: dt.date

    def ago(self, days: int) -> dt.date:
        """The day so many days before the last one."""
        return self.last - dt.timedelta(days=days)

    def opening(self) -> Iterator[Writing]:
        """The first day: limits, squads, athletes, and everybody seen by the physio and Full."""
        text = _LIMITS.read_text(encoding="utf-8")
        limits = LimitsInForce(day=self.first, version=tomllib.loads(text)["version"], text=text)
        yield Writing(at(self.first, "06:20"), PROGRAM, [limits])
        there = [person for person in self.people if not person.newcomer]
        named = [squad.named(self.first, TIME_ZONE.key) for squad in self.squads]
        joining = [event for person in there for event in person.named()]
        yield Writing(at(self.first, "06:30"), self.staff[_DOCTOR], [*named, *joining])
        yield Writing(at(self.first, "06:40"), self.staff[_PHYSIO], [_full(p, self.first) for p in there])

    def comings_and_goings(self) -> Iterator[Writing]:
        """Who joins, moves up or leaves on the way."""
        for person in self.people:
            if person.newcomer:
                seen = [] if person.undecided else [_full(person, person.joined)]
                yield Writing(at(person.joined, "09:00"), self.staff[_DOCTOR], [*person.named(), *seen])
            for event in person.moves():
                yield Writing(at(event.day, "06:30"), self.staff[_DOCTOR], [event])

    def calendar(self) -> Iterator[Writing]:
        """Each Sunday evening the week after next is planned; on the first day the two weeks until then."""
        upto = self.first
        for days in range((self.last - self.first).days):
            day = self.first + dt.timedelta(days=days)
            if days and day.weekday() != _SUNDAY:
                continue
            until = day + dt.timedelta(days=14 + (_SUNDAY - day.weekday()) % 7)
            span = [upto + dt.timedelta(days=n) for n in range((until - upto).days + 1)]
            upto = until + dt.timedelta(days=1)
            planned = [e for s in self.squads for d in span for e in calendar_entries(s, d, self.last)]
            yield Writing(at(day, "18:00" if days else "06:50"), self.staff[_PLANNER], planned)

    def acts(self, person: Person, script: Script, check_ins: Mapping[dt.date, CheckIn]) -> Iterator[Writing]:
        """The decisions, corrections and appointments that are planted for an athlete."""
        for act in script.decisions:
            yield self._by(act, self._decision(person, act))
        for act in script.corrections:
            first = check_ins[self.ago(act.day_ago or 0)]
            answers = {**vars(first), **act.values, "asked_by": act.by}
            yield self._by(act, CheckIn(**answers), corrects=True)
        for act in script.appointments:
            day = self.ago(act.ago)
            made = min(day, self.last) - dt.timedelta(days=2)
            visit = CalendarEntry(
                day=day,
                squad=person.squad_on(day),
                what="appointment",
                title=act.by,
                place="Treatment room",
                athlete=person.athlete,
                **act.values,
            )
            yield Writing(at(made, "12:10"), self.staff[_PHYSIO], [visit])

    def _by(self, act: Act, event: Event, corrects: bool = False) -> Writing:
        return Writing(at(self.ago(act.ago), act.at), self.staff[act.by], [event], corrects)

    def _decision(self, person: Person, act: Act) -> Availability:
        return Availability(
            day=self.ago(act.ago), athlete=person.athlete, review_on=review_day(act, self.last), **act.values
        )


def _full(person: Person, day: dt.date) -> Availability:
    return Availability(day=day, athlete=person.athlete, training="full", match="available")
