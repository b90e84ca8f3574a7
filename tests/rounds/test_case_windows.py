"""What counts for a criterion: nothing taken back, nothing from before, in a stage only what is its."""

from collections.abc import Iterator

import pytest

from teamback.record.events import SetAside, TestResult
from teamback.record.verdict import MET, NO_DATA, NOT_MET
from teamback.rounds.cases import leading, open_cases
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import against, decision, proposed_training
from teamback.store import Store, open_store
from teamback.store.appending import Entry
from tests.cases import a_case, measured, reviewed
from tests.rounds.cases_moved import began, now, ready
from tests.rounds.gate_scenes import Her
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, Clock, a_squad


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    made = open_store(":memory:", Clock())
    yield made
    made.close()


def verdicts(review: CaseReview) -> dict[str, str]:
    return {verdict.criterion: verdict.verdict for verdict in review.verdicts}


def hold(store: Store, her: Her) -> tuple[str, str]:
    """What became of the side bridge: how long, and how alike the sides are."""
    found = verdicts(now(store, her))
    return found["G2-2"], found["G2-3"]


def test_one_result_corrected_away_is_no_data_and_never_met(store: Store) -> None:
    her = ready(store, test="side_bridge")
    left, right = measured(store, her.athlete, "side_bridge", left=60, right=60)
    assert hold(store, her) == (MET, MET)
    gone = SetAside(day=MONDAY, whom=str(her.athlete), reason="another athlete's")
    store.keep([Entry(gone, replaces=right)], DOCTOR)
    assert hold(store, her) == (NO_DATA, NO_DATA)
    assert not now(store, her).ready
    measured(store, her.athlete, "side_bridge", right=58)
    assert hold(store, her) == (MET, MET)
    assert left < right


def test_a_corrected_value_counts_in_place_of_the_first(store: Store) -> None:
    her = ready(store, test="side_bridge")
    _, right = measured(store, her.athlete, "side_bridge", left=60, right=60)
    mended = TestResult(
        day=MONDAY, athlete=her.athlete, test="side_bridge", side="right", value=29.0, unit="s"
    )
    store.keep([Entry(mended, replaces=right)], PHYSIO)
    assert hold(store, her) == (NOT_MET, NOT_MET)


def test_a_batch_that_was_undone_counts_no_longer(store: Store) -> None:
    her = ready(store, test="side_bridge")
    batch, _ = measured(store, her.athlete, "side_bridge", left=60, right=60)
    assert hold(store, her) == (MET, MET)
    store.undo(batch, DOCTOR, "the wrong athlete")
    assert hold(store, her) == (NO_DATA, NO_DATA)


def test_of_the_day_a_stage_began_only_sessions_recorded_after_the_change_count(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    her = Her(kari, a_case(store, kari, "low_back", 1, MONDAY - 5 * DAY, reference_load=2000.0))
    store.keep(her.sessions("1 1 6", ago=0), PHYSIO)
    assert [len(now(store, her).stage_sessions), verdicts(now(store, her))["G-ALL-2"]] == [3, NOT_MET]
    began(store, her, 2, ago=0, what="progress")
    assert now(store, her).stage.number == 2
    assert [len(now(store, her).stage_sessions), verdicts(now(store, her))["G-ALL-2"]] == [0, NO_DATA]
    store.keep(her.sessions("1", ago=0, type="strength"), PHYSIO)
    assert [len(now(store, her).stage_sessions), verdicts(now(store, her))["G-ALL-2"]] == [1, MET]
    assert now(store, her).record.sessions[-2].peak == 6


def test_windows_that_are_not_of_the_stage_reach_back_to_the_start_of_the_case(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    her = Her(kari, a_case(store, kari, "low_back", 1, MONDAY - 5 * DAY))
    store.keep(her.sessions("1 1 1", ago=1), PHYSIO)
    began(store, her, 2, ago=0, what="progress")
    assert verdicts(now(store, her))["G2-1"] == MET
    assert verdicts(now(store, her))["G-ALL-7"] == NOT_MET


def test_several_stages_in_one_move_ask_what_is_of_the_stage_once_and_all_else_of_each(store: Store) -> None:
    her = ready(store, stage=1)
    began(store, her, 1, ago=3)
    review = now(store, her)
    ids = [verdict.criterion for verdict in review.verdicts_to(3)]
    assert len(ids) == len(set(ids))
    assert {"G1-1", "G1-2", "G1-3", "G2-1", "G2-2", "G2-3", "G2-4", "G-ALL-6"} <= set(ids)
    found = {verdict.criterion: verdict for verdict in review.verdicts_to(3)}
    assert (found["G-ALL-4"].threshold, found["G-ALL-4"].verdict) == ("at least 2 days", MET)
    assert found["G-ALL-5"].threshold.startswith("at most 30 %")
    assert [verdict.criterion for verdict in review.verdicts_to(3) if not verdict.passes] == []
    assert against(review, decision(review, "progress", 3, "does all of it"), PHYSIO, MONDAY) == ()
    assert "G3-2" in {verdict.criterion for verdict in review.verdicts_to(4)}


def test_a_move_over_a_stage_needs_what_that_stage_asks(store: Store) -> None:
    her = ready(store, stage=1, test="side_bridge")
    review = now(store, her)
    assert {v.criterion for v in review.verdicts_to(3) if not v.passes} == {"G2-2", "G2-3"}
    refused = against(review, decision(review, "progress", 3, "strong"), PHYSIO, MONDAY)
    assert refused[0].sentence.startswith("Side bridge held for 30 s or more on each side: no data")
    assert against(review, decision(review, "progress", 2, "fine"), PHYSIO, MONDAY) == ()


@pytest.mark.parametrize(("stage", "to"), [(3, 6), (5, 7), (4, 6)])
def test_stages_from_5_on_are_never_passed_over(store: Store, stage: int, to: int) -> None:
    review = now(store, ready(store, stage))
    refused = against(review, decision(review, "progress", to, "all good"), DOCTOR, MONDAY)
    assert "One move does not lead from" in refused[0].sentence
    assert against(review, decision(review, "progress", stage + 1, "all good"), DOCTOR, MONDAY) == ()


def test_of_several_cases_the_most_limiting_leads_whatever_its_number(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    back = a_case(store, kari, "low_back", 3)
    minor = a_case(store, kari, "low_back_minor", 1)
    full = a_case(store, kari, "illness", 3, nature="illness", region="Z")
    cases = open_cases(store, DOCTOR, [kari], MONDAY)
    first = leading(cases)
    assert first is not None
    assert first.number == back
    assert leading([case for case in cases if case.number != back]).number == minor  # type: ignore[union-attr]
    assert leading([]) is None
    reviews = [reviewed(store, number, kari) for number in (back, minor, full)]
    assert proposed_training(reviews, minor, 2) == "rehab"
    assert proposed_training(reviews, back, 5) == "modified"
    assert proposed_training(reviews[2:], full, 3, cleared=True) == "full"
