"""Criteria of rts_gates.csv told in scenes: those of every stage, and of stages 0 to 3."""

from teamback.record.event import Event
from tests.rounds.gate_scenes import Her, Scene
from tests.rounds.gate_tellers import flagged, judged, own, pain_in, pains, peaks, scene, silent, tests
from tests.rounds.telling_red_flags import screen
from tests.squads import DAY, MONDAY


def _hips(her: Her, internal: str, ago: int) -> list[Event]:
    return her.test(ago, hip_internal_rotation=internal, hip_external_rotation="40/40")


EVERYWHERE: dict[str, tuple[Scene, ...]] = {
    "G-ALL-1": (
        scene("met", "met", lambda her: [screen(her.athlete, day=MONDAY - 9 * DAY)]),
        scene("just missed", "not_met", flagged),
        scene("an item not known", "no_data", lambda her: [screen(her.athlete, unknown="saddle")]),
        scene("before the case", "too_old", lambda her: [screen(her.athlete, day=MONDAY - 11 * DAY)]),
        silent(),
    ),
    "G-ALL-2": (
        scene("met", "met", lambda her: her.settled("6 1 1 1")),
        scene("just missed", "not_met", lambda her: her.settled("6 1 1")),
        scene("before the stage", "no_data", lambda her: her.settled("1 1 1", ago=11)),
        silent(),
    ),
    "G-ALL-3": (
        scene("met", "met", lambda her: her.sessions("1 1", 2) + her.mornings("0 0 0", ago=1)),
        scene("pending", "not_met", lambda her: her.sessions("1 1", 1) + her.mornings("0 0", ago=1)),
        scene("unknown", "not_met", lambda her: her.sessions("1 1", 3)),
        scene("before the case", "no_data", lambda her: her.settled("1 1", ago=11)),
        silent(),
    ),
    "G-ALL-4": (
        scene("met", "met", days=3),
        scene("just missed", "not_met", days=2),
        silent("not_met", days=0),
    ),
    "G-ALL-5": (
        scene("met", "met", lambda her: her.week("40 40 40 0 40 40 0"), reference_load=2000.0),
        scene("just missed", "not_met", lambda her: her.week("41 40 40 0 40 40 0"), reference_load=2000.0),
        scene("4 of 7 known", "no_data", lambda her: her.week("40 . . 40 . 40 0"), reference_load=2000.0),
        scene("no reference", "no_data", lambda her: her.week("40 40 40 0 40 40 0")),
        scene("before the case", "no_data", lambda her: her.week("40 40 0 40", 11), reference_load=2000.0),
        silent(reference_load=2000.0),
    ),
    "G-ALL-6": (
        scene("met", "met", lambda her: her.mornings("1 1 1 1 1 1 1 2 2 2 1 2 2 2"), days=20),
        scene("just missed", "not_met", lambda her: her.mornings("1 1 1 1 1 1 1 2 2 2 2 2 2 2"), days=20),
        scene("too few", "no_data", lambda her: her.mornings("1 1 1 . . . . 1 1 1 1 1 1 1"), days=20),
        scene("before the case", "no_data", lambda her: her.mornings("1 1 1 1 1 1 1", ago=15), days=14),
        silent(days=14),
    ),
    "G-ALL-7": (
        scene("met", "met", lambda her: her.sessions("1 1")),
        scene("just missed", "not_met", lambda her: her.sessions("1")),
        scene("took no part", "not_met", lambda her: her.sessions("1 1", minutes=0.0)),
        scene("before the stage", "not_met", lambda her: her.sessions("1 1", ago=11)),
        silent("not_met"),
    ),
}
"""Asked at every stage; told at stage 2."""

EARLY: dict[str, tuple[Scene, ...]] = {
    "G0-1": (
        scene("met", "met", screens={48: ""}),
        scene("just missed", "not_met", screens={48.2: ""}),
        scene("an item not known", "no_data", screens={1: "saddle"}),
        scene("before the case", "too_old", screens={24: ""}, days=0),
        silent(),
    ),
    "G0-2": pains(5, 2),
    "G0-3": pain_in("walk_20", 3, 3),
    "G0-4": (
        scene("met", "met", lambda her: her.baseline(9)),
        scene("one waived", "met", lambda h: h.baseline(0, "side_bridge") + h.waived("G0-4", "side_bridge")),
        scene("just missed", "no_data", lambda her: her.baseline(0, "side_bridge")),
        scene("before the case", "no_data", lambda her: her.baseline(11)),
        silent(),
    ),
    "G0-5": (
        scene("met", "met", lambda her: her.assessed(9, hypothesis="unclear")),
        scene("just missed", "no_data", lambda her: her.assessed(0, findings="stiff")),
        scene("before the case", "no_data", lambda her: her.assessed(11, hypothesis="facet")),
        silent(),
    ),
    "G1-1": pains(3, 3),
    "G1-2": peaks(3, 2),
    "G1-3": judged("breathing_control"),
    "G2-1": peaks(2, 3),
    "G2-2": (
        *tests("30/60", "29.9/60", "side_bridge", 14),
        scene("one side", "no_data", lambda her: her.test(0, side_bridge="60/.")),
    ),
    "G2-3": tests("51/60", "50.9/60", "side_bridge", 14),
    "G2-4": (
        scene("met", "met", lambda her: her.baseline(9)),
        scene("just missed", "not_met", lambda her: her.baseline(9) + her.test(0, movement_squat="1")),
        scene("one item missing", "no_data", lambda her: her.baseline(9, "movement_hinge")),
        scene("before the case", "too_old", lambda her: her.baseline(11)),
        silent(),
    ),
    "G3-1": peaks(2, 3),
    "G3-2": own("90", "80", "89"),
    "G3-3": tests("20/30", "19/30", "single_leg_bridge", 14),
    "G3-4": (
        *tests("100/85", "100/84", "single_leg_bridge", 14),
        scene("no side involved", "met", lambda h: h.test(0, single_leg_bridge="30/26"), side=None),
        scene(
            "no side involved, uneven", "not_met", lambda h: h.test(0, single_leg_bridge="30/25"), side=None
        ),
    ),
    "G3-5": (
        scene("met", "met", lambda h: _hips(h, "30/20", 27), days=60),
        scene("just missed", "not_met", lambda h: _hips(h, "31/20", 0)),
        scene("one half of it", "no_data", lambda h: h.test(0, hip_internal_rotation="30/30")),
        scene("a day too old", "too_old", lambda h: _hips(h, "30/30", 28), days=60),
        silent(),
    ),
    "G3-6": (
        scene("met", "met", lambda h: h.test(27, flexor_endurance="89", biering_sorensen="90"), days=60),
        scene("just missed", "not_met", lambda h: h.test(0, flexor_endurance="90", biering_sorensen="90")),
        scene("one of two", "no_data", lambda h: h.test(0, flexor_endurance="80")),
        silent(),
    ),
}
