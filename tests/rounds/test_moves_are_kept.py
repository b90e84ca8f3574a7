"""The write path of a stage change: refused in words, overridden by name, marked until it is made good."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from teamback.record.event import Event
from teamback.record.events import Availability, CaseClosed, StageChange
from teamback.record.kept import Kept
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.keeping import keep
from teamback.rounds.return_to_sport.case_review import CaseReview
from teamback.rounds.return_to_sport.stage_moves import decision
from teamback.store import Store, open_store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on
from tests.cases import measured, opening
from tests.rounds.cases_moved import now, ready
from tests.rounds.gate_scenes import Her
from tests.rounds.telling_red_flags import answered, tasks_of
from tests.rounds.test_rts_cases import CASES
from tests.squads import COACH, DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, decided, oneself

REHAB = {"review_on": MONDAY + 3 * DAY, "reason": "injury"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    made = open_store(":memory:", Clock())
    yield made
    made.close()


def progress(store: Store, her: Her, **more: bool) -> StageChange:
    review = now(store, her)
    return decision(review, "progress", review.stage.number + 1, "strong enough", **more)


def refused(store: Store, events: list[Event], by: Scope = PHYSIO, seen: int | None = None) -> str:
    head = store.head()
    with pytest.raises(Refusal) as refusal:
        keep(store, events, by, seen)
    assert store.head() == head
    return refusal.value.sentence


def changes(store: Store, her: Her) -> list[Kept[StageChange]]:
    return clinical_entries(store, StageChange, DOCTOR, [her.athlete], MONDAY)


def marked(review: CaseReview) -> list[list[str]]:
    return [[verdict.criterion for verdict in mark.unmet] for mark in review.override_marks]


def test_what_is_ready_is_moved_on_by_a_physio_with_every_verdict_kept(store: Store) -> None:
    her = ready(store)
    keep(store, [progress(store, her)], PHYSIO, store.head())
    change = changes(store, her)[-1]
    assert (change.event.to_stage, change.event.load_ceiling, change.recorded_by) == (
        3,
        65,
        "Dana Berg, physio",
    )
    assert len(change.event.criteria) == 11
    assert change.event.unmet == ()
    assert now(store, her).stage.number == 3


def test_progress_with_something_missing_is_refused_in_words(store: Store) -> None:
    her = ready(store, test="side_bridge")
    assert refused(store, [progress(store, her)], DOCTOR) == (
        "Side bridge held for 30 s or more on each side: no data, not tested"
        " (needs at least 30 s, last 14 days)."
    )


def test_an_override_is_the_doctors_has_a_reason_and_leaves_a_mark_until_it_is_made_good(
    store: Store,
) -> None:
    her = ready(store, test="side_bridge")
    override = progress(store, her, override=True)
    assert override.unmet == ("G2-2", "G2-3")
    assert refused(store, [override], PHYSIO) == "An override is signed by: doctor."
    assert "Give the reason" in refused(store, [replace(override, reason=None)], DOCTOR)
    assert "judged has changed" in refused(store, [replace(override, unmet=())], DOCTOR)
    keep(store, [override], DOCTOR, store.head())
    kept = changes(store, her)[-1].event
    assert (kept.override, kept.reason, kept.unmet) == (True, "strong enough", ("G2-2", "G2-3"))
    assert marked(now(store, her)) == [["G2-2", "G2-3"]]
    measured(store, her.athlete, "side_bridge", left=60, right=40)
    assert marked(now(store, her)) == [["G2-3"]]
    measured(store, her.athlete, "side_bridge", right=58)
    assert marked(now(store, her)) == []
    assert changes(store, her)[-1].event.override


def test_where_everything_is_met_there_is_nothing_to_override(store: Store) -> None:
    her = ready(store)
    assert "nothing to override" in refused(store, [progress(store, her, override=True)], DOCTOR)


def test_a_step_back_after_a_red_response_is_kept_with_its_availability_or_not_at_all(store: Store) -> None:
    her = ready(store, stage=4)
    store.keep(her.sessions("6", ago=0, type="rehab"), PHYSIO)
    review = now(store, her)
    assert (review.setbacks[0].rule, review.setbacks[0].proposes) == ("R1", "step_back")
    back = decision(review, "step_back", 3, "red after hops")
    rehab = decided(her.athlete, "rehab", **REHAB)
    assert refused(store, [back, replace(rehab, review_on=None)]) == "Rehab needs a review date."
    numbers = keep(store, [back, rehab], PHYSIO, store.head())
    assert len(numbers) == 2
    availability = availability_on(store, DOCTOR, [her.athlete], MONDAY)[her.athlete]
    batches = {changes(store, her)[-1].batch, availability.batch}
    assert batches == {numbers.start}
    after = now(store, her)
    assert (after.stage.number, after.case.days_in_stage(MONDAY), after.stage_sessions) == (3, 0, ())
    assert "R1" not in {setback.rule for setback in after.setbacks}


def test_a_change_whose_verdicts_are_not_those_of_the_record_at_saving_is_refused(store: Store) -> None:
    her = ready(store)
    move, hold = progress(store, her), decision(now(store, her), "hold", 2, "one more week")
    assert "judged has changed" in refused(store, [replace(move, criteria=())])
    assert "judged has changed" in refused(store, [replace(move, criteria=move.criteria[1:])])
    measured(store, her.athlete, "side_bridge", right=45)
    assert "the weaker side reaches 85 %" in refused(store, [move])
    assert "judged has changed" in refused(store, [hold])
    keep(store, [decision(now(store, her), "hold", 2, "one more week")], PHYSIO, None)


def test_an_age_that_grows_while_the_form_is_open_changes_nothing() -> None:
    clock = Clock()
    store = open_store(":memory:", clock)
    her = ready(store, stage=0)
    move = progress(store, her)
    clock.later(hours=1)
    keep(store, [move], PHYSIO, None)
    store.close()


def test_of_two_people_who_move_one_case_the_second_is_told_who_was_first(store: Store) -> None:
    her = ready(store)
    seen, first, second = store.head(), progress(store, her), progress(store, her)
    keep(store, [first], PHYSIO, seen)
    with pytest.raises(ChangedSince) as changed:
        keep(store, [second], DOCTOR, seen)
    assert changed.value.who == "Dana Berg, physio"
    assert refused(store, [second], DOCTOR)
    hold = replace(decision(now(store, her), "hold", 3, "wait"), from_stage=2)
    assert "moved meanwhile" in refused(store, [hold], DOCTOR)
    assert len(changes(store, her)) == 2


@pytest.mark.parametrize("by", [S_AND_C, COACH, PROGRAM], ids=lambda by: by.role)
def test_nobody_but_a_doctor_or_physio_moves_a_case(store: Store, by: Scope) -> None:
    her = ready(store)
    move = progress(store, her)
    for person in (by, oneself(her.athlete)):
        with pytest.raises(Refusal):
            keep(store, [move], person, None)
        with pytest.raises(Refusal):
            store.keep([move], person)
    assert len(changes(store, her)) == 1


def test_T7_a_confirmed_red_flag_acts_by_itself_and_leaves_the_stage_alone(store: Store) -> None:
    told = CASES["T7"]
    assert (told["inputs"], told["expected"]) == ("red_flag=saddle numbness new", "R4 automatic")
    her = ready(store, stage=0)
    assert now(store, her).ready
    answered(store, her.athlete, "saddle", confirmed=True)
    out = availability_on(store, DOCTOR, [her.athlete], MONDAY)[her.athlete]
    assert (out.event.training, out.event.until_reviewed, out.recorded_by) == ("out", True, PROGRAM.signature)
    (task,) = [t.task for t in tasks_of(store).open if t.task.athlete == her.athlete]
    assert (task.rule, task.level) == ("ES1", "emergency")
    review = now(store, her)
    assert (review.stage.number, review.setbacks[0].rule, review.setbacks[0].proposes) == (0, "R4", None)
    assert [v.criterion for v in review.unmet] == ["G-ALL-1"]
    for more in ({}, {"override": True}):
        says = refused(store, [progress(store, her, **more)], DOCTOR)
        assert says == "A red flag is open: nobody moves this case on before its task is closed."
    full: Availability = decided(her.athlete, "full")
    assert "red flag is open" in refused(store, [full], DOCTOR)


def test_a_case_is_opened_on_the_day_itself(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    for day in (MONDAY - DAY, MONDAY - 30 * DAY):
        assert "is not today" in refused(store, [*opening(kari, day=day)], DOCTOR)
    keep(store, [*opening(kari)], DOCTOR, None)


def test_recovered_is_said_by_clearing_from_the_last_stage_and_in_no_other_way(store: Store) -> None:
    her = ready(store, stage=6)
    closed = CaseClosed(day=MONDAY, **her.about, outcome="recovered")
    assert "clearing the case" in refused(store, [closed], DOCTOR)
    early = decision(now(store, her), "clear", 6, "done")
    assert "cleared from Return to performance" in refused(store, [early, closed], DOCTOR)
    done = ready(store, stage=7)
    clear = decision(now(store, done), "clear", 7, "a month without pain")
    assert "say how it ended" in refused(store, [clear], DOCTOR)
    closing = CaseClosed(day=MONDAY, **done.about, outcome="recovered")
    keep(store, [clear, closing], DOCTOR, store.head())
    with pytest.raises(Refusal, match="closed"):
        now(store, done)
    keep(store, [replace(closed, outcome="left")], DOCTOR, store.head())
