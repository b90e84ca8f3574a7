"""One athlete's nine months: every morning's check-in and every session, by chance and by script."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from teamback.demo.body import Body
from teamback.demo.people import Person
from teamback.demo.script import Act, Script
from teamback.demo.season import Plan
from teamback.demo.sessions import Standing, planned_for, session
from teamback.record.events import CheckIn, RestDay, Session

_FORGETS_TO_RATE = 0.06
_HOLIDAY_REPORTS = 0.2

Report = CheckIn | Session | RestDay


@dataclass(frozen=True)
class Told:
    """What an athlete's season is made of: the squad's plan of each day, and what is planted."""

    last: dt.date
    plans: Mapping[dt.date, Plan]
    scripts: tuple[Script, ...]
    zone: ZoneInfo

    def ago(self, day: dt.date) -> int:
        """Days before the last one."""
        return (self.last - day).days

    def at(self, day: dt.date, time: str) -> dt.datetime:
        """A moment in the squad's own time."""
        return dt.datetime.combine(day, dt.time.fromisoformat(time), self.zone)

    @property
    def decisions(self) -> list[Act]:
        """Every decision about the athlete, oldest first."""
        acts = [act for script in self.scripts for act in script.decisions]
        return sorted(acts, key=lambda act: (-act.ago, act.at))


def season(person: Person, told: Told, seed: int) -> Iterator[Report]:
    """Every report of one athlete, day by day."""
    rng = random.Random(f"{seed}/{person.known_as}")
    body = Body(rng, person.stiff_back)
    calm = max((script.calm for script in told.scripts), default=0)
    back = [told.ago(d) for d, p in told.plans.items() if d < told.last and not p.rests]
    sessions_back = sorted(back)
    for day, plan in told.plans.items():
        body.night(told.ago(day) < calm)
        if not person.reports_on(day) and day != person.joined:
            continue
        if person.reports_on(day):
            yield from _check_in(person, body, told, day, sessions_back)
        if day < told.last:
            yield from _sessions(person, body, told, day, plan, sessions_back)


def _check_in(
    person: Person, body: Body, told: Told, day: dt.date, sessions_back: list[int]
) -> Iterator[CheckIn]:
    ago, plan = told.ago(day), told.plans[day]
    answers = body.morning()
    time = f"{6 + (minute := body.rng.randint(50, 139)) // 60:02}:{minute % 60:02}"
    reports = body.answers_on(plan.rests) or body.calm or ago == 0
    if plan.title == "Holiday" and not body.calm:
        reports = body.rng.random() < _HOLIDAY_REPORTS
    planted = _planted([s.on(ago, sessions_back) for x in told.scripts for s in x.mornings])
    if planted.pop("silent", not reports):
        return
    body.pain = max(body.pain, round(planted.get("low_back_now") or 0))
    worst = max(answers["low_back_worst"], planted.get("low_back_now") or 0)
    answers |= {"low_back_worst": worst} | planted
    time = answers.pop("at", time)
    yield CheckIn(day=day, athlete=person.athlete, rated_at=told.at(day, time), **answers)


def _sessions(
    person: Person, body: Body, told: Told, day: dt.date, plan: Plan, sessions_back: list[int]
) -> Iterator[Session | RestDay]:
    standing = Standing.of(told.decisions, told.ago(day), plan.start)
    if plan.rests:
        return
    if standing.training == "out":
        yield RestDay(day=day, athlete=person.athlete)
        return
    planted = _planted([s.on(told.ago(day), sessions_back) for x in told.scripts for s in x.sessions])
    extra = planted.pop("extra", None)
    done = planned_for(plan, standing, body)
    rating = body.session(done)
    if body.rng.random() >= _FORGETS_TO_RATE or body.calm:
        yield session(person, told.at(day, done.start or "12:00"), done, standing, rating | planted)
    if extra:
        more = Plan(extra["type"], "", extra["start"], extra["minutes"], extra["rpe"])
        rated = body.session(more) | planted | {name: extra[name] for name in ("rpe", "activities")}
        yield session(person, told.at(day, extra["start"]), more, Standing(), rated)


def _planted(found: list[dict[str, Any]]) -> dict[str, Any]:
    planted: dict[str, Any] = {}
    for values in found:
        planted |= values
    unsaid = planted.pop("not_answered", ())
    return {k: v or None if isinstance(v, str) else v for k, v in planted.items()} | dict.fromkeys(unsaid)
