"""The write path of a stage change: judged once more when it is kept, whoever typed it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import CaseClosed, CaseOpened, StageChange
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.return_to_sport.case_file import case_file, week_before_onset
from teamback.rounds.return_to_sport.stage_moves import decision, first_stage, proposed_training
from teamback.store import Store
from tests.cases import a_case, reviewed, screened
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, sessions


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari")[0]


def refused(store: Store, events: Sequence[Event], by: Scope = DOCTOR) -> str:
    """The sentence that refuses a batch, of which nothing is kept."""
    head = store.head()
    with pytest.raises(Refusal) as caught:
        keep(store, events, by, None)
    assert store.head() == head
    return caught.value.sentence


def test_progress_past_what_is_not_met_is_refused_and_a_doctor_may_override(store: Store, kari: int) -> None:
    review = reviewed(store, a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY), kari)
    onward = decision(review, "progress", 3, "final")
    assert "needs" in refused(store, [onward])
    over = decision(review, "progress", 3, "final", override=True)
    assert refused(store, [over], PHYSIO) == "An override is signed by: doctor."
    assert "reason" in refused(store, [replace(over, reason=None)])
    keep(store, [over], DOCTOR, None)
    assert reviewed(store, review.case.number, kari).override_marks


def test_a_change_that_leaves_out_what_was_judged_is_refused(store: Store, kari: int) -> None:
    review = reviewed(store, a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY), kari)
    held = decision(review, "hold", 2, "as planned")
    assert "has changed meanwhile" in refused(store, [replace(held, criteria=())])
    screened(store, kari)
    assert "has changed meanwhile" in refused(store, [held])


def test_an_age_in_hours_that_moves_on_while_the_form_is_open_refuses_nobody(
    store: Store, clock: Clock, kari: int
) -> None:
    number = a_case(store, kari, "low_back", 0, MONDAY - 2 * DAY)
    screened(store, kari)
    clock.later(minutes=30)
    held = decision(reviewed(store, number, kari), "hold", 0, "wait")
    clock.later(minutes=30)
    keep(store, [held], DOCTOR, None)
    assert reviewed(store, number, kari).case.changes[-1].event.decision == "hold"


def test_clearing_closes_the_case_in_the_same_batch(store: Store, kari: int) -> None:
    number = a_case(store, kari, "low_back_minor", 2, MONDAY - 9 * DAY)
    clear = decision(reviewed(store, number, kari), "clear", 2, "back", override=True)
    assert refused(store, [clear]) == "Clearing a case closes it: say how it ended."
    closed = CaseClosed(day=MONDAY, case_id=number, athlete=kari, outcome="recovered")
    assert refused(store, [clear, replace(closed, outcome=None)]) == "Say how the case ended."
    keep(store, [clear, closed], DOCTOR, None)
    with pytest.raises(Refusal, match="This case is closed"):
        reviewed(store, number, kari)


def opening(kari: int, **said: object) -> tuple[CaseOpened, StageChange]:
    known = {"nature": "injury", "region": "L", "onset": MONDAY, "pathway": "low_back"} | said
    case = CaseOpened(day=MONDAY, case_id=77, athlete=kari, **known)  # type: ignore[arg-type]
    return case, first_stage(case, all_pathways()["low_back"], 2, "as found")


def test_a_case_is_opened_on_the_day_by_doctor_or_physio(store: Store, kari: int) -> None:
    case, entered = opening(kari)
    assert "is not today" in refused(store, [case, replace(entered, day=MONDAY - DAY)])
    assert "Only a named doctor or physio" in refused(store, [case, entered], S_AND_C)
    assert "Give the reason" in refused(store, [case, replace(entered, reason=None)])
    keep(store, [case, entered], PHYSIO, None)
    assert reviewed(store, 77, kari).stage.number == 2


def test_no_case_is_opened_on_a_pathway_whose_review_is_overdue(
    store: Store, clock: Clock, kari: int
) -> None:
    clock.later(days=400)
    today = MONDAY + 400 * DAY
    case, entered = (replace(event, day=today) for event in opening(kari))
    assert "the review of Low back was due" in refused(store, [case, entered])


def test_of_several_cases_the_most_limiting_proposes_the_availability(store: Store, kari: int) -> None:
    back, thigh = a_case(store, kari, "low_back", 5), a_case(store, kari, "hamstring", 1)
    reviews = [reviewed(store, number, kari) for number in (back, thigh)]
    assert proposed_training(reviews, back, 6) == reviews[1].stage.availability
    assert proposed_training(reviews, thigh, 1, cleared=True) == "modified"


def test_the_week_before_a_new_case_is_known_from_21_days_on(store: Store, kari: int) -> None:
    days = " ".join(["60"] * 28)
    store.keep(sessions(kari, MONDAY - DAY, minutes=days, rpe=" ".join(["5"] * 28)), PHYSIO)
    file = case_file(store, "first", MONDAY, None, DOCTOR, kari)
    assert week_before_onset(store, DOCTOR, file, MONDAY) == 2100
    assert week_before_onset(store, DOCTOR, file, MONDAY - 7 * DAY) == 1575
    assert week_before_onset(store, DOCTOR, file, MONDAY - 8 * DAY) is None


def test_the_case_file_is_read_by_the_medical_staff_alone(store: Store, kari: int) -> None:
    with pytest.raises(Refusal, match="medical staff"):
        case_file(store, "first", MONDAY, None, S_AND_C, kari)
    with pytest.raises(Refusal, match="not on the squad"):
        case_file(store, "first", MONDAY, None, DOCTOR, 999)
