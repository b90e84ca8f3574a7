"""How an athlete is from one day to the next: chance with a memory, within what a healthy squad shows."""

import random
from typing import Any

from teamback.demo.season import Plan
from teamback.record.scales import WELLNESS_ITEMS

_NIGGLE = 0.009
"""Chance a day that the back begins to hurt by itself for some days."""
_NIGGLES = ((2, 1), (3, 2, 1), (3, 3, 2, 1, 1), (4, 3, 2, 2, 1))
_MATCH_TIRES = 0.7


class Body:
    """One athlete's wellness and back; `night` takes them to the next morning.

    Wellness is a total of 5 to 25 around an own usual with sd about 1.2 and a small autocorrelation; the
    back is 0 nearly always, or 1 on most mornings where it is stiff. A calm day has no chance events.
    """

    def __init__(self, rng: random.Random, stiff: bool) -> None:
        self.rng = rng
        self.stiff = stiff
        self.usual = rng.choice((17, 17, 18, 18, 19))
        self.reports = rng.uniform(0.9, 0.97)
        self.pain = 1 if stiff else 0
        self.peak = 0
        self._drift = 0.0
        self._niggle: list[int] = []
        self._tired = 0.0
        self.calm = False

    def night(self, calm: bool) -> None:
        """Sleeps: the next morning's back pain and wellness."""
        rng, self.calm, niggled = self.rng, calm, bool(self._niggle)
        self._drift = 0.3 * self._drift + rng.gauss(0, 0.5 if calm else 1.15)
        if calm:
            self._drift, self._tired = max(-0.7, min(0.7, self._drift)), 0.0
            self._niggle = []
        elif not self._niggle and rng.random() < _NIGGLE:
            self._niggle = list(rng.choice(_NIGGLES))
        if self._niggle:
            self.pain = self._niggle.pop(0)
        elif self.stiff and not calm:
            stays = rng.random() < 0.85 and not niggled
            self.pain = self.pain if stays else rng.choice((1,) * 16 + (0, 0, 0, 2))
        else:
            self.pain = 0 if calm else rng.choice((0,) * 39 + (1,))

    def morning(self) -> dict[str, Any]:
        """The answers of a check-in, every question answered."""
        rng = self.rng
        total = round(self.usual + self._drift - self._tired)
        sleep = rng.gauss(8 if self.calm else 7.8 + 0.25 * self._drift, 0.5)
        self._tired = 0.0
        answers: dict[str, Any] = dict(zip(WELLNESS_ITEMS, self._items(total), strict=True))
        answers |= {
            "low_back_now": self.pain,
            "low_back_worst": max(self.pain, self.peak),
            "sleep_h": max(4.0, min(10.5, round(2 * sleep) / 2)),
            "flare": False,
        }
        if self.pain:
            answers |= {
                "side": rng.choice(("left", "right", "both", "centre")),
                "spread_to_leg": False,
                "morning_stiffness": 5 * rng.randint(0, 3),
                "confidence": 10 - self.pain,
            }
        self.peak = 0
        return answers

    def session(self, plan: Plan) -> dict[str, Any]:
        """How a session was rated: RPE 1 to 10 and the back before, during and after."""
        rng = self.rng
        rpe = max(1, min(10, round(rng.gauss(plan.rpe, 0.5 if self.calm else 0.9))))
        more = 0 if self.calm else rng.choices((0, 1, 2), (0.88, 0.1, 0.02))[0]
        if not self.calm and rng.random() < 0.008:
            more = 3
        during = self.pain + more
        after = max(0, during - rng.choice((0, 1)))
        self.peak = max(self.peak, during)
        self._tired = 0.0 if self.calm else max(self._tired, _MATCH_TIRES if rpe >= 8 else 0.0)
        return {
            "rpe": rpe,
            "pain_before": self.pain,
            "pain_during": during,
            "pain_after": after,
            "pain_site": "low_back" if during else None,
            "function_after": 10 - min(3, during) if during else 10,
        }

    def answers_on(self, rests: bool) -> bool:
        """Whether the athlete thinks of the check-in that morning; on days off fewer do."""
        return self.rng.random() < (self.reports - 0.12 if rests else self.reports)

    def _items(self, total: int) -> list[int]:
        """Five items of 1 to 5 with this total, not all alike."""
        low, more = divmod(max(6, min(24, total)), 5)
        items = [low + (place < more) for place in range(5)]
        self.rng.shuffle(items)
        up, down = self.rng.sample(range(5), 2)
        if self.rng.random() < 0.4 and items[up] < 5 and items[down] > 1:
            items[up], items[down] = items[up] + 1, items[down] - 1
        return items
