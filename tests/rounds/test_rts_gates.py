"""Every criterion of rts_gates.csv, played through a real store: met, just missed, never met by silence."""

import csv
import re
from pathlib import Path

import pytest

from teamback.clinic.return_to_sport.moves import missing
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.scope import Scope
from teamback.record.verdict import MET, NOT_MET, Verdict
from teamback.rounds.return_to_sport.stage_moves import against, decision
from teamback.store import open_store
from tests.cases import a_case, reviewed
from tests.rounds.gate_scenes import Scene, played
from tests.rounds.gate_tellers import SILENCE
from tests.rounds.gates_early import EARLY, EVERYWHERE
from tests.rounds.gates_late import LATE, OF_BONE
from tests.squads import COACH, DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, oneself

ORACLE = Path(__file__).parents[1] / "oracles" / "rts_gates.csv"
GATES = {row["gate_id"]: row for row in csv.DictReader(ORACLE.open(encoding="utf-8"))}
THE_MOVE = "G-ALL-8"
SCENES: dict[str, tuple[Scene, ...]] = {**EVERYWHERE, **EARLY, **LATE, **OF_BONE}
LOW_BACK = all_pathways()["low_back"]
Played = dict[str, dict[str, Verdict]]


def stage_of(gate: str) -> int:
    """The stage at which a criterion is told: its own, or stage 2 for those of every stage."""
    from_stage = GATES[gate]["from_stage"]
    return 2 if from_stage == "all" else int(from_stage)


@pytest.fixture(scope="module")
def verdicts() -> Played:
    """What became of each criterion in each of its scenes, all in one store."""
    clock = Clock()
    store = open_store(":memory:", clock)
    told = [
        (gate, ("low_back_bone_stress" if gate in OF_BONE else "low_back", stage_of(gate), scene))
        for gate, scenes in SCENES.items()
        for scene in scenes
    ]
    found: Played = {gate: {} for gate in SCENES}
    for (gate, (_, _, scene)), judged in zip(told, played(store, clock, [t for _, t in told]), strict=True):
        found[gate][scene.called] = judged[gate]
    store.close()
    return found


@pytest.mark.parametrize("gate", [gate for gate in GATES if gate != THE_MOVE])
def test_a_criterion_is_met_at_its_threshold_just_missed_and_never_met_by_silence(
    gate: str, verdicts: Played
) -> None:
    scenes = SCENES[gate]
    assert {scene.called: verdicts[gate][scene.called].verdict for scene in scenes} == {
        scene.called: scene.becomes for scene in scenes
    }
    becomes = [scene.becomes for scene in scenes]
    assert MET in becomes
    assert {"not_met", "no_data"} & set(becomes[1:])
    assert next(scene.becomes for scene in scenes if scene.called == SILENCE) != MET


@pytest.mark.parametrize("gate", [gate for gate in GATES if gate != THE_MOVE])
def test_a_verdict_says_its_threshold_as_the_table_gives_it(gate: str, verdicts: Played) -> None:
    met = verdicts[gate]["met"]
    numbers = re.findall(r"\d+(?:\.\d+)?", GATES[gate]["threshold"].split("(")[0])
    if gate == "G-ALL-7":
        numbers = [str(LOW_BACK[2].sessions)]
    said = {float(text) for text in re.findall(r"\d+(?:\.\d+)?", met.threshold)}
    assert {float(number) for number in numbers[:2]} - said <= {80.0, 90.0}
    assert met.value
    assert met.on is not None
    assert met.source


def test_every_row_of_the_table_is_told() -> None:
    assert set(SCENES) == set(GATES) - {THE_MOVE}


def test_an_advisory_criterion_is_shown_and_never_in_the_way(verdicts: Played) -> None:
    assert GATES["G3-6"]["type"] == "advisory"
    assert {verdict.verdict for verdict in verdicts["G3-6"].values()} >= {MET, NOT_MET, "no_data"}
    assert all(verdict.passes for verdict in verdicts["G3-6"].values())


def test_the_change_itself_is_approved_by_who_may_with_a_reason() -> None:
    """G-ALL-8: the decision is the clinician's, and it has a reason."""
    assert GATES[THE_MOVE]["metric"] == "approve stage change, with reason"
    clock = Clock()
    store = open_store(":memory:", clock)
    (kari,) = a_squad(store, "Kari")
    review = reviewed(store, a_case(store, kari, "low_back", 2, MONDAY - 5 * DAY), kari)
    store.close()
    back = decision(review, "step_back", 1, "too early")
    assert against(review, back, PHYSIO, MONDAY) == ()
    silent = decision(review, "step_back", 1, "  ")
    assert [r.field for r in against(review, silent, PHYSIO, MONDAY)] == ["reason"]
    strangers: list[Scope] = [S_AND_C, COACH, oneself(kari), Scope("", "doctor", "clinician")]
    for person in strangers:
        (refused,) = missing(back, 2, LOW_BACK, (), person, MONDAY, 0)
        assert refused.sentence == "Only a named doctor or physio of the medical staff moves a case."
    only_doctors = decision(review, "progress", 3, "fit")
    assert missing(only_doctors, 6, LOW_BACK, (), PHYSIO, MONDAY, 0)[0].sentence == (
        "Leaving this stage is signed by: doctor."
    )
    assert DOCTOR.decides_availability()
