"""Criteria of rts_gates.csv told in scenes: those of stages 4 to 7, and of bone stress."""

from collections.abc import Callable

from teamback.record.event import Event
from teamback.record.events import Programme, RiskAssessed, SignedOff
from teamback.record.programme import ProgrammeLine
from tests.rounds.gate_scenes import Her, Scene
from tests.rounds.gate_tellers import (
    OWN_BEST,
    judged,
    own,
    pain_in,
    pains,
    peaks,
    scene,
    silent,
    tests,
    totals,
)
from tests.squads import DAY, MONDAY, decided

TWO_WEEKS = "0 " * 14
_LINE = ProgrammeLine("maintenance_strength").as_text()


def _sprint(now: str, ago: int = 0, best: int = OWN_BEST) -> Callable[[Her], list[Event]]:
    return lambda her: her.test(best, sprint="10") + her.test(ago, sprint=now)


def _risk(
    her: Her, ago: int = 0, health: str = "acceptable", shared: str = "athlete", minutes: float | None = 30
) -> list[Event]:
    steps = {"tissue_health": health, "tissue_stress": "acceptable", "risk_tolerance": "acceptable"}
    agreed = {"decided_with": (shared,) if shared else (), "match_minutes": minutes}
    return [RiskAssessed(day=MONDAY - ago * DAY, **her.about, **steps, **agreed)]


def _plan(her: Her, ago: int = 0, lines: tuple[str, ...] = (_LINE,), checked: bool = True) -> list[Event]:
    when = MONDAY + 30 * DAY if checked else None
    plan = Programme(
        day=MONDAY - ago * DAY,
        **her.about,
        purpose="maintenance",
        lines=lines,
        next_check_in=when,
    )
    return [plan]


def _signed(her: Her, what: str = "consultant", ago: int = 0) -> list[Event]:
    return [SignedOff(day=MONDAY - ago * DAY, **her.about, what=what, given_by="Dr Bone")]


def _full(her: Her, ago: int, training: str = "full") -> list[Event]:
    return [decided(her.athlete, training, MONDAY - ago * DAY)]


LATE: dict[str, tuple[Scene, ...]] = {
    "G4-1": peaks(2, 3),
    "G4-2": tests("100/90", "100/89", "single_leg_hop", 14),
    "G4-3": (
        *tests("100/90", "100/89", "side_bridge", 14),
        scene("met at the other end", "met", lambda her: her.test(0, side_bridge="100/110")),
        scene("just missed at the other end", "not_met", lambda her: her.test(0, side_bridge="100/111")),
    ),
    "G4-4": own("120", "90", "119"),
    "G4-5": pain_in("run_20", 2, 7),
    "G4-6": (
        scene("met", "met", _sprint("9", 6)),
        scene("just missed", "not_met", _sprint("8.99")),
        scene("no own best", "no_data", lambda her: her.test(0, sprint="9")),
        scene("best since the onset", "no_data", lambda h: h.test(15, sprint="10") + h.test(0, sprint="9")),
        scene("a day too old", "too_old", _sprint("9", 7)),
        silent(),
    ),
    "G4-7": judged("cutting_control"),
    "G5-1": (
        scene("met", "met", lambda her: her.settled("1 3 1", participation="modified")),
        scene("just missed", "not_met", lambda her: her.settled("1 6 1", participation="modified")),
        scene("not modified", "not_met", lambda her: her.settled("1 1 1", participation="full")),
        scene("before", "not_met", lambda her: her.settled("1 1 1", ago=11, participation="modified")),
        silent("not_met"),
    ),
    "G5-2": (
        scene("met", "met", lambda her: her.week("60 60 60 0 60 60 0"), reference_load=2000.0),
        scene("just missed", "not_met", lambda her: her.week("59 60 60 0 60 60 0"), reference_load=2000.0),
        scene("before the case", "no_data", lambda her: her.week("60 60 60", 11), reference_load=2000.0),
        silent(reference_load=2000.0),
    ),
    "G5-3": pains(1, 5),
    "G5-4": totals("iprrs", 50, 49),
    "G6-1": (
        scene("met", "met", lambda her: her.sessions("1 1 1 1 1", participation="full")),
        scene("just missed", "not_met", lambda her: her.sessions("1 1 1 1", participation="full")),
        scene("modified", "not_met", lambda her: her.sessions("1 1 1 1 1", participation="modified")),
        scene("before", "not_met", lambda her: her.sessions("1 1 1 1 1", ago=11, participation="full")),
        silent("not_met"),
    ),
    "G6-2": (
        scene("met", "met", lambda h: h.mornings(TWO_WEEKS, flare="n " * 14), days=14),
        scene("reported", "not_met", lambda h: h.mornings(TWO_WEEKS, flare="y " + "n " * 13), days=14),
        scene("by pain", "not_met", lambda h: h.mornings("0 " * 13 + "3", flare="n " * 14), days=14),
        scene("9 of 14 reported", "no_data", lambda h: h.mornings("0 " * 9, flare="n " * 9), days=14),
        scene("left open", "no_data", lambda h: h.mornings("? " * 14, fatigue=4.0), days=14),
        scene("a case of 9 days", "no_data", lambda h: h.mornings(TWO_WEEKS, flare="n " * 14), days=8),
        silent(),
    ),
    "G6-3": (
        scene("met", "met", lambda her: her.total("ostrc", 8, q1=0.0)),
        scene("just missed", "not_met", lambda her: her.total("ostrc", 0, q1=8.0)),
        scene("a day too old", "too_old", lambda her: her.total("ostrc", 9, q1=0.0)),
        silent(),
    ),
    "G6-4": totals("rmdq", 2, 3),
    "G6-5": (
        scene("met", "met", lambda her: _risk(her, 9)),
        scene("just missed", "not_met", lambda her: _risk(her, health="not acceptable")),
        scene("not shared", "no_data", lambda her: _risk(her, shared="")),
        scene("no match minutes", "no_data", lambda her: _risk(her, minutes=None)),
        scene("of 0 match minutes", "met", lambda her: _risk(her, minutes=0)),
        scene("before the stage", "no_data", lambda her: _risk(her, 11)),
        silent(),
    ),
    "G7-1": (
        scene("met", "met", lambda her: _full(her, 28), days=28),
        scene("just missed", "not_met", lambda her: _full(her, 27), days=28),
        scene("before the stage", "not_met", lambda her: _full(her, 40), days=27),
        silent("not_met", days=28),
    ),
    "G7-2": (
        scene("met", "met", lambda her: her.mornings("1 . . . " + "1 " * 26), days=40),
        scene("just missed", "not_met", lambda her: her.mornings("2 " + "1 " * 29), days=40),
        scene("gap of 4", "not_met", lambda her: her.mornings("1 . . . . " + "1 " * 25), days=40),
        scene("before the case", "not_met", lambda her: her.mornings("1 " * 30), days=28),
        silent(days=40),
    ),
    "G7-3": (
        scene("met", "met", lambda her: _plan(her, 9)),
        scene("just missed", "no_data", lambda her: _plan(her, checked=False)),
        scene("an empty plan", "no_data", lambda her: _plan(her, lines=())),
        scene("before the case", "no_data", lambda her: _plan(her, 11)),
        silent(),
    ),
}

OF_BONE: dict[str, tuple[Scene, ...]] = {
    "G-BS-1": (
        scene("met", "met", lambda her: _signed(her, ago=9)),
        scene("just missed", "no_data", lambda her: _signed(her, what="physio")),
        scene("before the case", "no_data", lambda her: _signed(her, ago=11)),
        silent(),
    ),
    "G-BS-2": (
        scene("met", "met", diagnosed_on=MONDAY - 84 * DAY),
        scene("just missed", "not_met", diagnosed_on=MONDAY - 83 * DAY),
        scene("met as the consultant set", "met", diagnosed_on=MONDAY - 56 * DAY, days_set=56.0),
        scene("just missed what was set", "not_met", diagnosed_on=MONDAY - 99 * DAY, days_set=100.0),
        silent(),
    ),
}
