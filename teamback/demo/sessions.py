"""One session of one athlete: what the squad's plan becomes for who may do all of it, some, or little."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from teamback.demo.body import Body
from teamback.demo.people import Person
from teamback.demo.script import Act
from teamback.demo.season import Plan
from teamback.record.events import Session

_ACTIVITIES = {
    "training": ("run", "sprint", "cut"),
    "match": ("run", "sprint", "jump", "cut", "contact"),
    "strength": ("lift",),
    "conditioning": ("run",),
    "rehab": ("run", "lift"),
}
_STARTS, _COMES_ON = 0.45, 0.65
_RATED_AFTER = dt.timedelta(minutes=25)


@dataclass(frozen=True)
class Standing:
    """What was decided about an athlete when a session began."""

    training: str = "full"
    minutes_cap: float | None = None

    @classmethod
    def of(cls, decisions: Sequence[Act], ago: int, start: str | None) -> "Standing":
        """The last decision before a session that began so many days back at `start`."""
        made = [act for act in decisions if (-act.ago, act.at) < (-ago, start or "12:00")]
        values = made[-1].values if made else {}
        return cls(values.get("training", "full"), values.get("minutes_cap"))


def planned_for(plan: Plan, standing: Standing, body: Body) -> Plan:
    """The squad's plan as this athlete does it: rehab, part of it, a match played in full or for minutes."""
    rng = body.rng
    if standing.training == "rehab":
        return replace(plan, what="rehab", start="10:00", minutes=rng.choice((40, 45, 50)), rpe=4)
    if standing.training == "modified":
        minutes = min(standing.minutes_cap or 50, plan.minutes)
        return replace(plan, what="training", start="10:30", minutes=minutes, rpe=min(plan.rpe, 5))
    if plan.what != "match":
        return replace(plan, minutes=plan.minutes + (0 if body.calm else rng.choice((-10, -5, 0, 0, 5))))
    part = 0.0 if body.calm else rng.random()
    if part < _STARTS:
        return replace(plan, minutes=90 if body.calm else rng.choice((65, 78, 90, 90, 94)))
    if part < _COMES_ON:
        return replace(plan, minutes=rng.randint(10, 35), rpe=6)
    return replace(plan, what="conditioning", start="10:30", minutes=50, rpe=6)


def session(
    person: Person, start: dt.datetime, done: Plan, standing: Standing, rating: dict[str, Any]
) -> Session:
    """The session as it is written down."""
    given: dict[str, Any] = {
        "type": done.what,
        "planned": True,
        "minutes": done.minutes,
        "activities": _ACTIVITIES[done.what],
        "surface": "Gym floor" if done.what in ("strength", "rehab") else "Grass",
        "warm_up": 20 if done.what == "match" else 15,
        "cool_down": 10,
        "participation": standing.training,
        "rated_at": start + dt.timedelta(minutes=done.minutes) + _RATED_AFTER,
    } | rating
    given["activities"] = tuple(given["activities"])
    return Session(day=start.date(), athlete=person.athlete, start=f"{start:%H:%M}", **given)
