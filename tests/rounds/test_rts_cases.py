"""Every worked case of clinical.md, played through a real store: who is ready, who is not, and why."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from teamback.record.events import CaseUpdated, CheckIn, InstrumentTotal, RestDay, Session, SignedOff
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.store import Store
from tests.cases import a_case, measured, reviewed, screened
from tests.fresh_stores import in_memory
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, Clock, a_squad

ORACLE = Path(__file__).parents[1] / "oracles" / "rts_cases.csv"
CASES = {row["case"]: row for row in csv.DictReader(ORACLE.open(encoding="utf-8"))}
PATHWAYS = {"general": "low_back", "bone stress": "low_back_bone_stress"}


@dataclass(frozen=True)
class Told:
    """One row of the oracle: its inputs by name."""

    row: dict[str, str]

    @property
    def inputs(self) -> dict[str, str]:
        parts = (part.strip() for part in self.row["inputs"].split(";"))
        return dict(part.split("=", 1) for part in parts if "=" in part)

    def numbers(self, name: str) -> list[float]:
        return [float(text) for text in self.inputs[name].split(",")]

    def number(self, name: str) -> float | None:
        return float(self.inputs[name].split()[0]) if name in self.inputs else None


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory(Clock()) as made:
        yield made


def played(store: Store, told: Told) -> CaseReview:
    """The case as the oracle tells it, on MONDAY."""
    (kari,) = a_squad(store, "Kari")
    stage, days = int(told.row["from_stage"]), int(told.number("days_in_stage") or 0)
    began = MONDAY - max(days, 20) * DAY
    measured(store, kari, "sprint", began - 90 * DAY, value=10)
    number = a_case(
        store,
        kari,
        PATHWAYS[told.row["pathway"]],
        stage,
        MONDAY - days * DAY,
        side="right",
        onset=began,
        reference_load=told.number("ref"),
    )
    screened(store, kari)
    store.keep(_mornings(told, kari), PHYSIO)
    store.keep(_sessions(told, kari), PHYSIO)
    _tests(store, told, kari)
    return reviewed(store, number, kari)


def _mornings(told: Told, kari: int) -> list[CheckIn]:
    given = told.numbers("morning") if "morning" in told.inputs else [1.0]
    last = ([given[0]] * 7 + given)[-7:]
    before = sum(last) / 7 - (told.number("weekdelta") or 0.0)
    scores = [before] * 7 + last
    flat = dict.fromkeys(("fatigue", "sleep_quality", "soreness", "stress", "mood"), 4.0)
    return [
        CheckIn(day=MONDAY - (13 - i) * DAY, athlete=kari, low_back_now=score, flare=False, **flat)
        for i, score in enumerate(scores)
    ]


def _peaks(told: Told, count: int) -> Sequence[float]:
    if "peaks" in told.inputs:
        peaks = told.numbers("peaks")
        return ([peaks[0]] * count + peaks)[-count:]
    words = told.inputs.get("responses", "GREEN").split(",")
    found = [3.0 if "AMBER" in word else 1.0 for word in words]
    return ([1.0] * count + found)[-count:]


def _sessions(told: Told, kari: int) -> list[Session | RestDay]:
    """The sessions on the last days before MONDAY, the days of the week besides as entered rests."""
    count = int(told.number("sessions") or 3)
    load = (told.number("load7") or 900.0) / count
    days = [MONDAY - (count - i) * DAY for i in range(count)]
    modified = "modified" in told.inputs.get("sessions", "")
    done: list[Session | RestDay] = [
        Session(
            day=day,
            athlete=kari,
            start="10:00",
            type="training",
            minutes=load / 5,
            rpe=5.0,
            pain_during=peak,
            pain_after=peak,
            participation="modified" if modified else "rehab",
        )
        for day, peak in zip(days, _peaks(told, count), strict=True)
    ]
    rests = [MONDAY - back * DAY for back in range(1, 8)]
    return [*done, *(RestDay(day=day, athlete=kari) for day in rests if day not in days)]


def _tests(store: Store, told: Told, kari: int) -> None:
    if "sideR" in told.inputs:
        measured(store, kari, "side_bridge", right=told.number("sideR"), left=told.number("sideL"))
    if "hop" in told.inputs:
        involved, other = told.inputs["hop"].split("/")
        measured(store, kari, "single_leg_hop", right=involved, left=other)
    for name, test in (("sorensen", "biering_sorensen"), ("sprint", "sprint")):
        if name in told.inputs:
            value = told.number(name) or 0.0
            measured(store, kari, test, value=value / 10 if name == "sprint" else value)
    if "run20" in told.inputs:
        measured(store, kari, "run_20", value=20, pain=told.number("run20"))
    if told.inputs.get("quality") == "pass":
        for item in ("hinge", "squat", "dead_bug", "bird_dog"):
            measured(store, kari, f"movement_{item}", value=3)
        measured(store, kari, "cutting_control", value=1)
    if "iprrs" in told.inputs:
        total = InstrumentTotal(day=MONDAY, athlete=kari, instrument="iprrs", total=told.number("iprrs"))
        store.keep([total], DOCTOR)


def gates(text: str) -> set[str]:
    """The criteria that a sentence of the oracle names."""
    return set(re.findall(r"G-?[A-Z]*\d?-?[A-Z]*-?\d", text))


@pytest.mark.parametrize("case", ["T1", "T3"])
def test_nothing_but_the_decision_is_missing(store: Store, case: str) -> None:
    told = Told(CASES[case])
    assert told.row["expected"] == "ELIGIBLE"
    review = played(store, told)
    assert [f"{v.criterion} {v.verdict} {v.value}" for v in review.unmet] == []
    assert review.ready


@pytest.mark.parametrize("case", ["T2", "T6"])
def test_the_criteria_that_the_case_names_and_no_others_are_in_the_way(store: Store, case: str) -> None:
    told = Told(CASES[case])
    assert told.row["expected"] == "BLOCKED"
    review = played(store, told)
    assert not review.ready
    named = {"T2": {"G-ALL-5", "G2-3"}, "T6": {"G5-4"}}[case]
    assert named <= gates(told.row["why"])
    assert {v.criterion: v.verdict for v in review.unmet} == dict.fromkeys(named, "not_met")


def test_a_red_response_proposes_one_stage_down_and_blocks_progress(store: Store) -> None:
    told = Told(CASES["T4"])
    assert told.row["expected"] == "REGRESS to 3 (proposed)"
    review = played(store, told)
    assert review.stage.number == 4
    first = review.setbacks[0]
    assert (first.rule, first.proposes, first.counted_anew) == ("R1", "step_back", True)
    assert "peak pain 6/10 is above 5" in first.says
    assert review.stage_sessions[-1].response.level == "red"
    assert not review.ready
    assert "G-ALL-2" in {v.criterion for v in review.unmet}


def test_a_bone_stress_case_waits_for_the_consultant_and_for_84_days(store: Store) -> None:
    told = Told(CASES["T5"])
    assert told.row["expected"] == "BLOCKED"
    (kari,) = a_squad(store, "Kari")
    number = a_case(
        store,
        kari,
        "low_back_bone_stress",
        3,
        MONDAY - 20 * DAY,
        side="right",
        onset=MONDAY - 70 * DAY,
        diagnosed_on=MONDAY - 60 * DAY,
        reference_load=2000.0,
    )
    gates_of_stage = {v.criterion: v.verdict for v in reviewed(store, number, kari).verdicts}
    assert gates_of_stage["G-BS-1"] == "no_data"
    assert gates_of_stage["G-BS-2"] == "not_met"
    consultant = SignedOff(
        day=MONDAY, case_id=number, athlete=kari, what="consultant", given_by="Dr Bone, spine clinic"
    )
    store.keep([consultant, CaseUpdated(day=MONDAY, case_id=number, athlete=kari, days_set=56)], DOCTOR)
    afterwards = {v.criterion: v for v in reviewed(store, number, kari).verdicts}
    assert afterwards["G-BS-1"].verdict == "met"
    assert (afterwards["G-BS-2"].verdict, afterwards["G-BS-2"].threshold) == ("met", "at least 56 days")
