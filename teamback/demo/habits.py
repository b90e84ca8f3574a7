"""What check-in and session say besides: the day's sitting and work, ticks, boots, warm-up and cool-down."""

import random
from collections.abc import Sequence
from typing import Any

from teamback.demo.days import Report
from teamback.demo.people import Person
from teamback.record.events import CheckIn, RestDay, SelfManagement, Session

_TELLS = 0.35
"""Share of the squad that says how long they sat, travelled and worked with their hands."""
_TICKS = {"breathing": 0.8, "mobilisation": 0.7, "activity_change": 0.6}
_THURSDAY = 3
_PARTS = {15: (6, 5, 4), 20: (8, 6, 6)}
"""Light cardio, dynamic stretch and activation of a warm-up of so many minutes."""
_SAYS_THE_PARTS = 0.8
_LEAVES_OUT = 0.18


def with_habits(
    person: Person, days: Sequence[Report], plans: Sequence[SelfManagement], seed: int
) -> list[Report]:
    """The same reports with what is told besides; a chance of its own, so that nothing else moves."""
    rng = random.Random(f"{seed}/{person.known_as}/habits")
    usual = _usual_day(rng) if rng.random() < _TELLS else None
    found: list[Report] = []
    for event in days:
        if isinstance(event, RestDay):
            found.append(event)
        elif isinstance(event, CheckIn):
            said = _day(rng, usual, event) | _ticks(rng, plans, event)
            found.append(CheckIn(**vars(event) | said) if said else event)
        else:
            found.append(Session(**vars(event) | _kit(event) | _parts(rng, event)))
    return found


def _usual_day(rng: random.Random) -> dict[str, float]:
    """Minutes on a working day: some study or sit at work, a few work with their hands."""
    manual = 120 if rng.random() < 0.25 else 0
    return {
        "sitting": rng.choice((150, 240, 300, 360)),
        "commute": rng.choice((20, 40, 60)),
        "manual_work": manual,
    }


def _day(rng: random.Random, usual: dict[str, float] | None, event: CheckIn) -> dict[str, Any]:
    if usual is None:
        return {}
    free = event.day.weekday() in (0, 6)
    return {name: _minutes(rng, value * (0.5 if free else 1)) for name, value in usual.items()}


def _minutes(rng: random.Random, about: float) -> float:
    return 0 if not about else max(0, round(rng.gauss(about, about / 5) / 15) * 15)


def _ticks(rng: random.Random, plans: Sequence[SelfManagement], event: CheckIn) -> dict[str, Any]:
    """Which parts of the plan in force were done."""
    in_force = [plan for plan in plans if plan.day < event.day]
    if not in_force:
        return {}
    return {part: rng.random() < share for part, share in _TICKS.items() if getattr(in_force[-1], part)}


def _kit(event: Session) -> dict[str, Any]:
    if event.surface == "Gym floor":
        lifts = event.type == "strength"
        return {"footwear": "Trainers", "equipment": "Barbell" if lifts else None}
    if event.day.weekday() == _THURSDAY and event.type == "training":
        return {"surface": "Artificial grass", "footwear": "Turf shoes"}
    return {"footwear": "Trainers" if event.type == "conditioning" else "Firm-ground boots"}


def _parts(rng: random.Random, event: Session) -> dict[str, Any]:
    """The parts of warm-up and cool-down; 0 is a part that was left out, and some do not say."""
    warm_up = _PARTS.get(round(event.warm_up or 0))
    if warm_up is None or rng.random() > _SAYS_THE_PARTS:
        return {}
    cardio, stretch, activation = (
        0 if rng.random() < _LEAVES_OUT / (n + 1) else m for n, m in _last(warm_up)
    )
    gentle, mobility = (0 if rng.random() < _LEAVES_OUT else 5 for _ in range(2))
    return {
        "warm_up_cardio": cardio,
        "warm_up_stretch": stretch,
        "warm_up_activation": activation,
        "warm_up": cardio + stretch + activation,
        "cool_down_stretch": gentle,
        "cool_down_mobility": mobility,
        "cool_down": gentle + mobility,
    }


def _last(parts: Sequence[int]) -> list[tuple[int, int]]:
    """Each part with its place from the end: the last one is left out most easily."""
    return [(len(parts) - 1 - place, minutes) for place, minutes in enumerate(parts)]
