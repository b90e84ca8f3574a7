"""A record in which nothing stands in the way any more, whatever the stage."""

from collections.abc import Iterator

from teamback.clinic.return_to_sport.pathway import Pathway, Stage
from teamback.record.event import Event
from teamback.record.events import (
    CheckIn,
    InstrumentTotal,
    Observation,
    Programme,
    RestDay,
    RiskAssessed,
    Session,
    SignedOff,
)
from teamback.record.programme import ProgrammeLine
from tests.rounds.gate_scenes import BASELINE, Her
from tests.rounds.telling_red_flags import screen
from tests.squads import DAY, MONDAY, decided

DAYS = 45
"""How long the case has lasted."""
WEEK = (1, 2, 4, 5, 7)
"""Days back on which there was a session; the other two were rests."""
_ITEMS = dict.fromkeys(("fatigue", "sleep_quality", "soreness", "stress", "mood"), 4.0)
_TESTS = BASELINE | {
    "single_leg_bridge": "30/30",
    "single_leg_hop": "150/150",
    "knee_flexor_strength": "300/300",
    "straight_leg_raise": "80/80",
    "walk_20": "20",
    "run_20": "20",
    "sprint": "9.5",
    "biering_sorensen": "150",
    "breathing_control": "1",
    "cutting_control": "1",
    "fever_free": "1",
}
REFERENCE = 2000.0


def everything(her: Her, pathway: Pathway, stage: Stage, until: int = 0) -> Iterator[Event]:
    """All that is written about her in the case, the last of it so many days ago."""
    today = MONDAY - until * DAY
    days = [today - n * DAY for n in range(DAYS + 1)]
    for day in reversed(days):
        yield CheckIn(day=day, athlete=her.athlete, low_back_now=0.0, flare=False, **_ITEMS)
        if pathway.regions == ("T",):
            yield Observation(day=day, athlete=her.athlete, scale="morning_pain", site="thigh", value=0.0)
    yield from _week(her, stage, until)
    yield from her.test(60 + until, sprint="10")
    yield from her.test(1 + until, 0.0, **_TESTS)
    for name, total in (("iprrs", 60.0), ("rmdq", 0.0)):
        yield from her.total(name, until, total=total)
    yield InstrumentTotal(day=today, athlete=her.athlete, instrument="ostrc", q1=0.0, q2=0.0, q3=0.0, q4=0.0)
    yield screen(her.athlete, day=today)
    yield from her.assessed(until, hypothesis="facet")
    steps = dict.fromkeys(("tissue_health", "tissue_stress", "risk_tolerance"), "acceptable")
    yield RiskAssessed(day=today, **her.about, **steps, decided_with=("athlete",), match_minutes=45)
    line = ProgrammeLine("maintenance_strength").as_text()
    plan = {"purpose": "maintenance", "lines": (line,), "next_check_in": MONDAY + 30 * DAY}
    yield Programme(day=today, **her.about, **plan)
    yield SignedOff(day=today, **her.about, what="consultant", given_by="Dr Bone")
    yield decided(her.athlete, "full", days[-1])


def _week(her: Her, stage: Stage, until: int) -> Iterator[Event]:
    """Five sessions of 9 tenths of the stage's ceiling, as its availability says, and two rests."""
    ceiling = stage.load_ceiling or 100.0
    for back in range(1, 8):
        day = MONDAY - (back + until) * DAY
        if back not in WEEK:
            yield RestDay(day=day, athlete=her.athlete)
            continue
        yield Session(
            day=day,
            athlete=her.athlete,
            start="10:00",
            minutes=0.9 * ceiling / 100 * REFERENCE / len(WEEK) / 5,
            rpe=5.0,
            pain_before=0.0,
            pain_during=1.0,
            pain_after=1.0,
            participation="rehab" if stage.availability == "out" else stage.availability,
        )
