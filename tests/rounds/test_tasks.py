"""What has to be done is derived from the record, and closes with an outcome of a named person."""

import datetime as dt
from dataclasses import replace

import pytest

from teamback.clinic.urgent.escalation import RULES
from teamback.clinic.urgent.signs import next_working_day
from teamback.record.event import Event
from teamback.record.events import CaseClosed, CaseOpened, Referral
from teamback.record.refusal import ChangedSince, Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.urgent.tasks import squad_tasks
from teamback.store import Store
from tests.rounds.telling_red_flags import act, answered, tasks_of, the_task
from tests.squads import COACH, DAY, DOCTOR, LEAD, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, mornings, oneself

FRIDAY = MONDAY + 4 * DAY
PSYCHOLOGIST = Scope("Pia Li", "psychologist", "clinician")


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def case(athlete: int, day: dt.date = MONDAY, number: int = 1) -> CaseOpened:
    return CaseOpened(
        day=day, case_id=number, athlete=athlete, nature="injury", region="L", pathway="low_back", onset=day
    )


def referral(athlete: int, to: str = "consultant", due: dt.date = FRIDAY, reason: str = "MRI") -> Referral:
    return Referral(day=MONDAY, athlete=athlete, to_role=to, reason=reason, due=due)


def test_every_rule_opens_with_its_id() -> None:
    ids = [rule.__doc__.split(":")[0] for rule in RULES if rule.__doc__]
    assert ids == [*(f"ES{n}" for n in range(1, 16)), "REF", "R3"]


def test_nothing_recorded_is_nothing_to_do(store: Store, kari: int) -> None:
    assert tasks_of(store).open == tasks_of(store).closed == ()


@pytest.mark.parametrize("by", [S_AND_C, COACH, oneself(1)])
def test_tasks_are_for_the_medical_staff(store: Store, kari: int, by: Scope) -> None:
    answered(store, kari, "saddle", confirmed=True)
    with pytest.raises(Refusal, match="Tasks are read by the medical staff only"):
        squad_tasks(store, "first", MONDAY, None, by)


@pytest.mark.parametrize("by", [S_AND_C, COACH, oneself(1)])
def test_only_the_medical_staff_acts_on_them(store: Store, kari: int, by: Scope) -> None:
    answered(store, kari, "saddle", confirmed=True)
    for what in ("acknowledged", "closed"):
        with pytest.raises(Refusal):
            keep(store, [act(the_task(store), what, outcome="well again")], by, None)
    assert the_task(store).state == "open"


def test_a_task_goes_from_acknowledged_to_acted_to_closed_and_keeps_who_and_when(
    store: Store, kari: int, clock: Clock
) -> None:
    answered(store, kari, "saddle", confirmed=True)
    states = []
    for by, what, outcome in (
        (PHYSIO, "acknowledged", None),
        (DOCTOR, "acted", None),
        (LEAD, "closed", "MRI clear"),
    ):
        clock.later(minutes=5)
        keep(store, [act(the_task(store), what, outcome=outcome)], by, None)
        states += [item.task.state for item in (*tasks_of(store).open, *tasks_of(store).closed)]
    assert states == ["acknowledged", "acted", "closed"]
    (done,) = tasks_of(store).closed
    assert [kept.recorded_by for kept in done.task.acts] == [p.signature for p in (PHYSIO, DOCTOR, LEAD)]
    assert done.task.closing is not None
    assert done.task.closing.event.outcome == "MRI clear"
    assert len(tasks_of(store, MONDAY + 14 * DAY).closed) == 1
    assert tasks_of(store, MONDAY + 15 * DAY).closed == ()


@pytest.mark.parametrize("outcome", [None, "", "   "])
def test_a_task_closes_only_with_an_outcome(store: Store, kari: int, outcome: str | None) -> None:
    answered(store, kari, "weight_loss")
    with pytest.raises(Refusal, match="a task closes only with an outcome") as refused:
        keep(store, [act(the_task(store), "closed", outcome=outcome)], DOCTOR, None)
    assert refused.value.field == "outcome"
    assert the_task(store).is_open


def test_a_red_flag_is_closed_by_a_doctor_or_physio_other_tasks_by_any_clinician(
    store: Store, kari: int
) -> None:
    answered(store, kari, "fever weight_loss", confirmed=True)
    first, second = (item.task for item in tasks_of(store).open)
    assert (first.rule, second.rule) == ("ES4", "ES5")
    with pytest.raises(Refusal, match="Only a named doctor or physio closes a red flag"):
        keep(store, [act(first, "closed", outcome="well")], PSYCHOLOGIST, None)
    keep(store, [act(first, "acknowledged")], PSYCHOLOGIST, None)
    keep(store, [act(second, "closed", outcome="diet, known")], PSYCHOLOGIST, None)
    assert the_task(store).rule == "ES4"


def test_of_two_who_acknowledge_at_once_the_second_is_told_who_was_first(store: Store, kari: int) -> None:
    answered(store, kari, "saddle", confirmed=True)
    seen, task = store.head(), the_task(store)
    keep(store, [act(task, "acknowledged")], DOCTOR, seen)
    with pytest.raises(Refusal, match="Erik Vold, doctor was first: this task is acknowledged"):
        keep(store, [act(task, "acknowledged")], PHYSIO, seen)
    with pytest.raises(ChangedSince, match="Erik Vold, doctor was first"):
        store.keep([act(task, "acknowledged")], PHYSIO, seen=seen)
    assert len(the_task(store).acts) == 1


def test_what_is_closed_or_was_never_there_is_not_acted_on(store: Store, kari: int) -> None:
    answered(store, kari, "weight_loss")
    task = the_task(store)
    keep(store, [act(task, "closed", outcome="diet")], PHYSIO, None)
    with pytest.raises(Refusal, match="Dana Berg, physio closed this task"):
        keep(store, [act(task, "acted")], DOCTOR, None)
    with pytest.raises(Refusal, match="not there any more"):
        keep(store, [replace(act(task, "acted"), rule="ES1")], DOCTOR, None)


def test_a_referral_is_a_task_of_whom_it_is_for_until_it_has_an_outcome(store: Store, kari: int) -> None:
    keep(store, [referral(kari), referral(kari + 1, "physio", MONDAY)], DOCTOR, None)
    first, second = tasks_of(store).open
    assert (first.who.known_as, first.task.owner, first.task.urgency(MONDAY)) == ("Ola", ("physio",), "today")
    assert (second.task.owner, second.task.due, second.task.urgency(MONDAY)) == (
        ("doctor", "physio"),
        FRIDAY,
        "later",
    )
    assert second.task.says == "Referred to Consultant: MRI"
    assert tasks_of(store, FRIDAY + DAY).open[0].task.urgency(FRIDAY + DAY) == "overdue"
    keep(store, [act(second.task, "closed", outcome="Disc, no surgery")], DOCTOR, None)
    assert the_task(store) == first.task


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (referral(1, to="sorcerer"), "Choose to whom"),
        (referral(1, reason=" "), "Write why"),
        (referral(1, due=MONDAY - DAY), "has passed"),
        (referral(1, due=dt.date.min), "Choose by when"),
    ],
)
def test_a_referral_says_to_whom_why_and_by_when(
    store: Store, kari: int, typed: Referral, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        keep(store, [typed], DOCTOR, None)


@pytest.mark.parametrize(
    ("day", "due"), [(MONDAY, MONDAY + DAY), (FRIDAY, MONDAY + 7 * DAY), (FRIDAY + DAY, MONDAY + 7 * DAY)]
)
def test_r3_a_flare_in_an_open_case_is_looked_at_within_one_working_day(
    store: Store, kari: int, clock: Clock, day: dt.date, due: dt.date
) -> None:
    store.keep([case(kari)], DOCTOR)
    clock.later(days=(day - MONDAY).days)
    store.keep(mornings(kari, day, low_back_now="5", flare="y"), oneself(kari))
    task = the_task(store, day)
    assert (task.rule, task.level, task.since, task.due) == ("R3", "review", day, due)
    assert next_working_day(day) == due


def test_flares_that_go_on_are_one_task_until_it_is_closed(store: Store, kari: int, clock: Clock) -> None:
    store.keep([case(kari, MONDAY - DAY)], DOCTOR)
    for _ in range(2):
        store.keep(mornings(kari, clock.at.date(), low_back_now="5", flare="y"), oneself(kari))
        clock.later(days=1)
    tuesday = MONDAY + DAY
    task = the_task(store, tuesday)
    assert task.since == MONDAY
    keep(store, [act(task, "closed", MONDAY + 2 * DAY, outcome="Plan changed")], PHYSIO, None)
    store.keep(mornings(kari, MONDAY + 2 * DAY, low_back_now="5", flare="y"), oneself(kari))
    assert the_task(store, MONDAY + 2 * DAY).since == MONDAY + 2 * DAY


@pytest.mark.parametrize(
    "before", [[], [case(1, MONDAY), CaseClosed(day=MONDAY, case_id=1, athlete=1, outcome="recovered")]]
)
def test_a_flare_without_an_open_case_is_no_task(store: Store, kari: int, before: list[Event]) -> None:
    store.keep(before, DOCTOR)
    store.keep(mornings(kari, low_back_now="5", flare="y"), oneself(kari))
    assert tasks_of(store).open == ()


def test_a_flare_reported_before_the_case_was_opened_is_what_it_was_opened_for(
    store: Store, kari: int
) -> None:
    store.keep(mornings(kari, low_back_now="5", flare="y"), oneself(kari))
    store.keep([case(kari)], DOCTOR)
    assert tasks_of(store).open == ()


def test_the_list_stands_in_the_order_of_urgency(store: Store, kari: int, clock: Clock) -> None:
    keep(store, [referral(kari, due=FRIDAY), referral(kari, "physio", MONDAY)], DOCTOR, None)
    clock.later(days=1)
    answered(store, kari, "saddle", unknown="fever", confirmed=True, day=MONDAY + DAY)
    today = MONDAY + DAY
    found = [(item.task.rule, item.task.urgency(today)) for item in tasks_of(store, today).open]
    assert found == [("ES1", "now"), ("REF", "overdue"), ("ES15", "today"), ("REF", "later")]


def test_as_it_stood_then(store: Store, kari: int) -> None:
    answered(store, kari, "saddle", confirmed=True)
    known = store.head()
    keep(store, [act(the_task(store), "acknowledged")], PHYSIO, None)
    assert [item.task.state for item in tasks_of(store, MONDAY, known).open] == ["open"]
    assert tasks_of(store, MONDAY - DAY).open == ()
