"""The pain journal and the diary of progress: where and after what it hurt, and how sure of what one is."""

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from teamback.demo.days import Report, Told
from teamback.demo.people import Person, read
from teamback.record.events import CheckIn, ManoeuvreScore, PainEntry, Session
from teamback.record.pain_words import AREAS

_SAYS_WHERE = {1: 0.3, 2: 0.85}
"""How likely the body map is filled in with so much pain in the morning; with more, nearly always."""
_WRITES_AFTER_SESSION = 0.5
_ELSEWHERE = 0.004
_ELSEWHERE_LASTS = (2, 3, 4, 6)
_SITES = ("knee_left", "knee_right", "ankle_left", "ankle_right", "calf_left", "thigh_back_right", "neck")
_BY_SIDE = {
    "left": ("low_back_left", "low_back_left", "buttock_left"),
    "right": ("low_back_right", "low_back_right", "buttock_right"),
    "centre": ("low_back_centre", "sacrum"),
    "both": ("low_back_centre",),
}
_USUAL = (
    {"preceding": ["sitting_long", "travel"], "position": ["sitting", "flexion"], "easing": ["walking"]},
    {"preceding": ["lift", "manual_work"], "position": ["lifting", "flexion"], "easing": ["rest", "heat"]},
    {"preceding": ["run", "sprint"], "position": ["running", "standing"], "easing": ["gentle_movement"]},
    {"preceding": ["jump", "cut"], "position": ["extension", "rotation"], "easing": ["lying_down", "rest"]},
)
"""What hurts one hurts the same one again."""


@dataclass
class _Journal:
    """One athlete's journal: what usually sets it off, and the chance of what is written down."""

    person: Person
    told: Told
    rng: random.Random
    usual: Mapping[str, Sequence[str]]

    def morning(self, event: CheckIn) -> Iterator[PainEntry]:
        """What the check-in asks about a back that hurts."""
        pain, rng = event.low_back_now or 0, self.rng
        if pain and rng.random() < _SAYS_WHERE.get(round(pain), 0.97):
            area = rng.choice(_BY_SIDE[event.side or "centre"])
            began = event.rated_at or self.told.at(event.day, "07:30")
            yield self._entry(
                event.day,
                area,
                pain=pain,
                started=began - dt.timedelta(minutes=rng.choice((10, 20, 40, 540))),
                spread_to_leg=event.spread_to_leg,
                preceding_activity=self._one_of("preceding", "sleep"),
                position_trigger=self._one_of("position", None),
                easing_factor=self._one_of("easing", "nothing"),
                with_check_in=True,
            )

    def session(self, event: Session) -> Iterator[PainEntry]:
        """What is written down later on a day whose session hurt."""
        pain, rng = event.pain_during or 0, self.rng
        if pain < 2 or event.pain_site != "low_back" or rng.random() > _WRITES_AFTER_SESSION:
            return
        ended = event.rated_at or self.told.at(event.day, event.start or "12:00")
        likely = [a for a in event.activities if a in self.usual["preceding"]] or list(event.activities)
        yield self._entry(
            event.day,
            rng.choice(("low_back_left", "low_back_right", "low_back_centre")),
            pain=pain,
            started=ended - dt.timedelta(minutes=rng.choice((30, 45, 60))),
            ended=ended + dt.timedelta(minutes=30 * rng.randint(1, 8)),
            preceding_activity=rng.choice(likely) if likely else None,
            position_trigger=self._one_of("position", None),
            easing_factor=self._one_of("easing", "rest"),
        )

    def elsewhere(self, day: dt.date, area: str, pain: int) -> PainEntry:
        """Pain at another place, which the check-in does not ask for."""
        began = self.told.at(day, f"{self.rng.randint(15, 18)}:00")
        ended = began + dt.timedelta(hours=self.rng.randint(1, 4))
        return self._entry(day, area, pain=pain, started=began, ended=ended)

    def _entry(self, day: dt.date, area: str, **said: Any) -> PainEntry:
        place = AREAS[area]
        return PainEntry(
            day=day, athlete=self.person.athlete, site=place.site, side=place.side, area=area, **said
        )

    def _one_of(self, what: str, other: str | None) -> str | None:
        found = self.rng.choice(tuple(self.usual[what]))
        return found if self.rng.random() < 0.7 else other


def journal(person: Person, told: Told, days: Sequence[Report], seed: int) -> Iterator[PainEntry]:
    """What an athlete writes into the pain journal, in the check-in and on other occasions."""
    rng = random.Random(f"{seed}/{person.known_as}/journal")
    planted = [line for line in read("upkeep.toml")["pattern"] if line["athlete"] == person.known_as]
    own = _Journal(person, told, rng, planted[0] if planted else rng.choice(_USUAL))
    area, pains = "", [0]
    for event in days:
        if isinstance(event, CheckIn):
            yield from own.morning(event)
        elif isinstance(event, Session):
            yield from own.session(event)
            if rng.random() < _ELSEWHERE:
                lasts = rng.choice(_ELSEWHERE_LASTS)
                area, pains = rng.choice(_SITES), [max(1, 4 - n) for n in range(lasts)]
            if area and pains:
                yield own.elsewhere(event.day, area, pains.pop(0))


def manoeuvres(person: Person, told: Told, days: Sequence[Report]) -> Iterator[ManoeuvreScore]:
    """How sure an athlete is of what she finds hard, once a week while the file says so."""
    for line in read("upkeep.toml")["manoeuvre"]:
        if line["athlete"] != person.known_as:
            continue
        rng = random.Random(f"{person.known_as}/manoeuvres")
        given = [e.day for e in days if isinstance(e, CheckIn) and told.ago(e.day) <= line["from"]]
        for day in given[::7]:
            part = 1 - told.ago(day) / line["from"]
            for name in line["names"]:
                yield ManoeuvreScore(
                    day=day,
                    athlete=person.athlete,
                    manoeuvre=name,
                    confidence=_between(line["confidence"], part, rng),
                    performance=_between(line["performance"], part, rng),
                )


def _between(ends: Sequence[float], part: float, rng: random.Random) -> float:
    return float(max(0, min(10, round(ends[0] + (ends[1] - ends[0]) * part + rng.choice((-1, 0, 0, 0, 1))))))
