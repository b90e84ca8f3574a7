"""`teamback board`: the return-to-sport board without a browser."""

import json
from pathlib import Path

import pytest

from teamback.record.events import StageChange
from teamback.store import open_store
from tests.cases import a_case, measured
from tests.commands import refused, teamback
from tests.squads import DAY, DOCTOR, MONDAY, Clock, a_squad


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Kari in stage 2 of the low back pathway, Ola in the short one."""
    place = tmp_path / "store.duckdb"
    made = open_store(str(place), Clock())
    kari, ola = a_squad(made, "Kari Ola")
    a_case(made, kari, "low_back", 2, MONDAY - 4 * DAY, side="right", reference_load=2000.0)
    a_case(made, ola, "low_back_minor", 1, MONDAY - DAY)
    measured(made, kari, "side_bridge", right=52, left=60)
    made.close()
    return place


def board(store: Path, *words: str) -> str:
    said: str = teamback(
        "board", "--squad", "first", "--day", MONDAY.isoformat(), "--store", store, *words
    ).stdout
    return said


def test_json_gives_each_case_with_every_criterion_its_value_and_threshold(store: Path) -> None:
    kari, ola = sorted(json.loads(board(store, "--format", "json")), key=lambda case: case["athlete"])
    assert (kari["pathway"], kari["stage"], kari["stage_name"]) == ("low_back", 2, "Controlled loading")
    assert (kari["days_in_stage"], kari["min_days"], kari["ceiling"]) == (4, 3, 50)
    assert (kari["ready"], kari["override"], kari["load_share"]) == (False, False, None)
    by_id = {one["id"]: one for one in kari["criteria"]}
    assert by_id["G2-3"] == {
        "id": "G2-3",
        "verdict": "met",
        "value": "86.7 %",
        "threshold": by_id["G2-3"]["threshold"],
        "on": MONDAY.isoformat(),
    }
    assert "85 %" in by_id["G2-3"]["threshold"]
    assert by_id["G-ALL-1"]["verdict"] == "no_data"
    assert ola["pathway"] == "low_back_minor"


def test_a_table_says_days_criteria_and_what_is_missing(store: Path) -> None:
    said = board(store, "--pathway", "low_back")
    assert "1 open" in said
    (line,) = [line for line in said.splitlines() if line.startswith("Kari")]
    assert "2 Controlled loading" in line
    assert "4 of 3" in line
    assert "G-ALL-1" in line
    assert "Ola" not in said


def test_a_pathway_that_nobody_follows_is_refused_with_those_in_use(store: Path) -> None:
    said = refused("board", "--squad", "first", "--store", store, "--pathway", "knee", "--day", str(MONDAY))
    assert "No open case follows knee. In use here: low_back, low_back_minor." in said


def test_an_override_is_told_until_what_it_passed_over_is_met(store: Path) -> None:
    made = open_store(str(store), Clock())
    (change,) = made.engine.read("select case_id, athlete from stage_change where to_stage = 2")
    over = StageChange(
        day=MONDAY,
        case_id=change[0],
        athlete=change[1],
        decision="progress",
        from_stage=2,
        to_stage=3,
        stage_name="Strength and unilateral work",
        override=True,
        reason="final",
        unmet=("G-ALL-1",),
    )
    made.keep([over], DOCTOR)
    made.close()
    (kari,) = json.loads(board(store, "--format", "json", "--pathway", "low_back"))
    assert (kari["stage"], kari["override"]) == (3, True)
