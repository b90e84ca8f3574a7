"""A line to the athlete: what refuses it, which report it answers, and what the athlete is told."""

import pytest
from squads import (
    COACH,
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    of,
    oneself,
)

from teamback.record.events import Answer
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.reports_of_day import person
from teamback.rounds.since_last_report import answered, to_be_answered, told_to
from teamback.store import Store


def line(athlete: int, ago: int = 1, said: str = "No lifts from the floor this week.") -> Answer:
    return Answer(day=MONDAY, athlete=athlete, report_of=MONDAY - ago * DAY, said=said)


def test_the_line_is_told_with_the_report_it_answers_and_the_decision_that_followed(
    store: Store, clock: Clock
) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="4 3 ."), oneself(kari))
    clock.later(hours=1)
    keep(store, [line(kari)], PHYSIO, None)
    store.keep([decided(kari, "modified", restrictions=("contact",))], DOCTOR)
    answer = answered(store, oneself(kari), person(store, oneself(kari), kari), MONDAY)
    assert answer is not None
    assert (answer.report_of, answer.pain, answer.said_by) == (MONDAY - DAY, 3, "Dana Berg, physio")
    assert answer.said == "No lifts from the floor this week."
    assert answer.decision is not None
    assert answer.decision.training == "modified"


def test_a_line_written_today_about_todays_report_is_told_today(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="5"), oneself(kari))
    who = person(store, PHYSIO, kari)
    report = to_be_answered(store, PHYSIO, who, MONDAY)
    assert report is not None
    assert report.day == MONDAY
    keep(store, [line(kari, ago=0)], of(S_AND_C, "first"), None)
    answer = answered(store, oneself(kari), who, MONDAY)
    assert answer is not None
    assert (answer.pain, answer.decision) == (5, None)


def test_the_story_keeps_every_line_and_the_check_in_those_of_a_week(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, until=MONDAY - 9 * DAY, low_back_now="2"), oneself(kari))
    keep(store, [line(kari, ago=9)], PHYSIO, None)
    who = person(store, PHYSIO, kari)
    assert answered(store, oneself(kari), who, MONDAY) is None
    (told,) = told_to(store, oneself(kari), who, MONDAY)
    assert (told.pain, told.report_of) == (2, MONDAY - 9 * DAY)
    assert to_be_answered(store, PHYSIO, who, MONDAY) is None


@pytest.mark.parametrize(
    ("said", "ago", "sentence"),
    [("  ", 1, "Write in one line"), ("x" * 241, 1, "Keep it to one line"), ("x", -1, "has not come yet")],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(
    store: Store, said: str, ago: int, sentence: str
) -> None:
    (kari,) = a_squad(store, "Kari")
    with pytest.raises(Refusal, match=sentence):
        keep(store, [line(kari, ago, said)], PHYSIO, None)


@pytest.mark.parametrize("who", [oneself(1), COACH], ids=["athlete", "coach"])
def test_neither_athlete_nor_coach_writes_one(store: Store, who: Scope) -> None:
    a_squad(store, "Kari")
    with pytest.raises(Refusal):
        keep(store, [line(1)], who, None)
