"""Scenes for criteria: an athlete with one case and what is written about her; all in one store.

Scene("met", "met", lambda kari: kari.test(13, side_bridge="30/30"))

tells that the criterion is to be met for a case opened ten days ago at the stage of its criterion.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import Assessment, CheckIn, CriterionWaived, InstrumentTotal, RestDay, Session
from teamback.record.verdict import Verdict
from teamback.rounds.cases import open_cases
from teamback.rounds.limits_now import limits_at
from teamback.rounds.return_to_sport.case_reading import looking_at
from teamback.rounds.return_to_sport.case_review import review_cases
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster
from tests import tested
from tests.cases import opening
from tests.rounds.telling_red_flags import screen
from tests.squads import DAY, DOCTOR, MONDAY, Clock, a_squad, mornings, sessions

BASELINE = {
    "hip_internal_rotation": "30/30",
    "hip_external_rotation": "40/40",
    "hip_extension": "5/5",
    "biering_sorensen": "100",
    "side_bridge": "60/60",
    "flexor_endurance": "90",
    "movement_hinge": "2",
    "movement_squat": "2",
    "movement_dead_bug": "2",
    "movement_bird_dog": "2",
}


@dataclass(frozen=True)
class Her:
    """The athlete of a scene and her case; days are counted back from Monday."""

    athlete: int
    case: int

    @property
    def about(self) -> dict[str, int]:
        return {"athlete": self.athlete, "case_id": self.case}

    def mornings(self, scores: str, ago: int = 0, **fields: Any) -> list[CheckIn]:
        """Check-ins, the last so many days ago."""
        return mornings(self.athlete, MONDAY - ago * DAY, low_back_now=scores, **fields)

    def sessions(self, peaks: str, ago: int = 1, **fields: Any) -> list[Session]:
        """One session a day, each with the same pain during and after."""
        done = {"minutes": 60.0, "rpe": 5.0, "participation": "rehab", "pain_before": 0.0} | fields
        return sessions(
            self.athlete, MONDAY - ago * DAY, pain_during=peaks, pain_after=peaks, start="10:00", **done
        )

    def settled(self, peaks: str, ago: int = 1, **fields: Any) -> list[Event]:
        """Sessions after each of which the next morning was at 0."""
        done = self.sessions(peaks, ago, **fields)
        days = {d for s in done for d in (s.day, s.day + DAY)}
        zero = (CheckIn(day=day, athlete=self.athlete, low_back_now=0.0) for day in sorted(days))
        return [*done, *zero]

    def week(self, minutes: str, ago: int = 1) -> list[Event]:
        """Sessions at 5 of 10 on the days with minutes, planned rests on those with 0."""
        found: list[Event] = []
        for back, word in enumerate(reversed(minutes.split())):
            day = MONDAY - (ago + back) * DAY
            if word == "0":
                found.append(RestDay(day=day, athlete=self.athlete))
            elif word != ".":
                found.append(Session(day=day, athlete=self.athlete, minutes=float(word), rpe=5.0))
        return found

    def test(self, ago: int = 0, pain: float | None = None, **values: str) -> list[Event]:
        """Results of tests, as tests.tested tells them."""
        return [*tested.measured(self.athlete, MONDAY - ago * DAY, pain=pain, **values)]

    def total(self, instrument: str, ago: int = 0, **values: float) -> list[Event]:
        """A questionnaire."""
        return [
            InstrumentTotal(day=MONDAY - ago * DAY, athlete=self.athlete, instrument=instrument, **values)
        ]

    def assessed(self, ago: int = 0, **said: Any) -> list[Event]:
        """A clinical assessment."""
        return [Assessment(day=MONDAY - ago * DAY, athlete=self.athlete, **said)]

    def baseline(self, ago: int = 0, without: str = "") -> list[Event]:
        """The whole baseline set, one test left out where it is named."""
        return self.test(ago, **{test: said for test, said in BASELINE.items() if test != without})

    def waived(self, criterion: str, item: str | None = None) -> list[Event]:
        """A waiver by the doctor."""
        return [CriterionWaived(day=MONDAY, **self.about, criterion=criterion, reason="wrist", item=item)]


Tell = Callable[[Her], Sequence[Event]]


@dataclass(frozen=True)
class Scene:
    """One scene: what it is called, what has to become of the criterion, and what is written.

    `screens` are red-flag screens by the hours before Monday 08:30 at which they were answered; `case` are
    fields of the case: its stage, the `days` since it began, its pathway, side and so on.
    """

    called: str
    becomes: str
    tell: Tell = lambda _: ()
    screens: Mapping[float, str] = field(default_factory=dict)
    case: Mapping[str, Any] = field(default_factory=dict)


def played(store: Store, clock: Clock, scenes: Sequence[tuple[str, int, Scene]]) -> list[dict[str, Verdict]]:
    """What became of each criterion in each scene; a scene comes with its pathway and stage."""
    now = clock.at
    clock.at = now - dt.timedelta(hours=max((h for *_, scene in scenes for h in scene.screens), default=0))
    athletes = a_squad(store, " ".join(f"a{place}" for place in range(len(scenes))))
    early: list[Event] = []
    late: list[Event] = []
    hers: list[Her] = []
    screens: list[tuple[float, Her, str]] = []
    for (pathway, stage, scene), athlete in zip(scenes, athletes, strict=True):
        said = {"days": 10, "onset": MONDAY - 20 * DAY, "side": "right", **scene.case}
        day = MONDAY - said.pop("days") * DAY
        opened = opening(athlete, pathway, stage, day, **said)
        her = Her(athlete, opened[0].case_id)
        hers.append(her)
        (early if scene.screens and day < MONDAY - 2 * DAY else late).extend(opened)
        late += scene.tell(her)
        screens += [(hours, her, unknown) for hours, unknown in scene.screens.items()]
    store.keep(early, DOCTOR)
    for hours, her, unknown in sorted(screens, key=lambda one: -one[0]):
        clock.at = now - dt.timedelta(hours=hours)
        store.keep([screen(her.athlete, unknown=unknown, day=clock.at.date())], DOCTOR)
    clock.at = now
    store.keep(late, DOCTOR)
    return list(_verdicts(store, hers))


def _verdicts(store: Store, hers: Sequence[Her]) -> Iterator[dict[str, Verdict]]:
    squad = squad_named(store, DOCTOR, "first")
    people = roster(store, DOCTOR, "first", MONDAY)
    cases = open_cases(store, DOCTOR, [her.athlete for her in hers], MONDAY)
    looked = looking_at(store, squad, MONDAY)
    found = review_cases(store, DOCTOR, people, cases, all_pathways(), limits_at(store, None), looked)
    by_number = {review.case.number: review for review in found}
    for her in hers:
        yield {verdict.criterion: verdict for verdict in by_number[her.case].verdicts}
