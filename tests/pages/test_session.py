import datetime as dt
from collections.abc import Callable

import pytest
from answering import answer, labels, press, questions, said
from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import CalendarEntry, RestDay, Session
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

OpenPage = Callable[..., AppTest]
TYPE, HARD = "What was it?", "How hard was it?"
DURING, AFTER = "Any pain during it, at its worst?", "And after it?"
PLAN = CalendarEntry(day=MONDAY, squad="first", what="training", start="17:30", planned_minutes=75.0)


def recorded(store: Store, athlete: int, day: dt.date = MONDAY) -> list[Session]:
    found = daily_entries(store, Session, PROGRAM, [athlete], ["first"], day, day)
    return [entry.event for entry in found]


def minutes(at: AppTest, value: float) -> None:
    (asked,) = [number for number in at.number_input if number.label == "How many minutes?"]
    asked.set_value(value)


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola Per")[0]


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    """Kari's own page after training."""
    return open_page("athlete/session", who="athlete")


@pytest.fixture
def one(open_page: OpenPage, kari: int) -> AppTest:
    """The physio's page about Kari."""
    return open_page("athlete/session", who="physio", athlete=str(kari))


def test_after_training_an_athlete_answers_a_short_form(phone: AppTest, store: Store, kari: int) -> None:
    minutes(phone, 75.0)
    answer(phone, {TYPE: "training", HARD: 6, DURING: 2, AFTER: 1})
    press(answer(phone, {"Where was the pain?": "low_back"}), "Save")
    (session,) = recorded(store, kari)
    assert (session.type, session.minutes, session.rpe) == ("training", 75, 6)
    assert (session.pain_during, session.pain_after, session.pain_site) == (2, 1, "low_back")
    assert (session.pain_before, session.participation, session.rated_at) == (None, None, store.clock())
    assert labels(phone).count("Save") == 0
    assert "Enter another session" in labels(phone)


def test_the_site_is_asked_only_where_there_was_pain(phone: AppTest) -> None:
    site = "Where was the pain?"
    assert site not in questions(answer(phone, {DURING: 0, AFTER: 0}))
    assert site in questions(answer(phone, {AFTER: 1}))


def test_yesterdays_session_can_be_told_a_day_late(phone: AppTest, store: Store, kari: int) -> None:
    answer(phone, {"Which day?": MONDAY - DAY})
    minutes(phone, 60.0)
    press(answer(phone, {HARD: 5}), "Save")
    assert [session.minutes for session in recorded(store, kari, MONDAY - DAY)] == [60]


def test_the_rest_of_a_session_is_optional_and_kept(one: AppTest, store: Store, kari: int) -> None:
    minutes(one, 60.0)
    one.time_input[0].set_value(dt.time(17, 30))
    boxes = {box.label: box for box in one.selectbox}
    boxes["Surface"].set_value("Grass")
    boxes["Footwear"].set_value("Trainers")
    numbers = {number.label: number for number in one.number_input}
    numbers["Warm-up (min)"].set_value(15.0)
    one.text_area[0].set_value("=1+1")
    well = "How well could you do things after it?"
    answer(one, {HARD: 5, "Took part": "modified", "Pain before it?": 0, well: 8})
    press(answer(one, {"What was in it?": ["run", "lift"]}), "Save")
    (session,) = recorded(store, kari)
    assert (session.start, session.surface, session.footwear) == ("17:30", "Grass", "Trainers")
    assert (session.warm_up, session.cool_down, session.participation) == (15, None, "modified")
    assert (session.pain_before, session.function_after, session.activities) == (0, 8, ("run", "lift"))
    assert session.note == "=1+1"


def test_the_plan_is_filled_in_only_on_demand(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([PLAN], PHYSIO)
    phone = open_page("athlete/session", who="athlete")
    assert phone.number_input[0].value is None
    press(phone, "Fill in from the plan: Training 17:30, 75 min")
    press(answer(phone, {HARD: 6}), "Save")
    (session,) = recorded(store, kari)
    assert (session.type, session.start, session.minutes) == ("training", "17:30", 75)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (-5.0, "Minutes is -5, but must lie between 0 and 1440."),
        (2000.0, "Minutes is 2000, but must lie between 0 and 1440."),
    ],
)
def test_impossible_minutes_are_refused_and_stay_as_typed(
    one: AppTest, store: Store, kari: int, typed: float, says: str
) -> None:
    minutes(one, typed)
    press(answer(one, {HARD: 5}), "Save")
    assert says in said(one)
    assert one.number_input[0].value == typed
    assert recorded(store, kari) == []


def test_a_very_long_session_is_saved_once_confirmed(one: AppTest, store: Store, kari: int) -> None:
    minutes(one, 320.0)
    press(answer(one, {HARD: 3}), "Save")
    assert "Minutes is 320, more than 300 min: mend it, or confirm it." in said(one)
    assert recorded(store, kari) == []
    minutes(one, 330.0)
    press(one, "It is right, save")
    assert "Minutes is 330" in said(one)
    assert recorded(store, kari) == []
    press(one, "It is right, save")
    assert [session.minutes for session in recorded(store, kari)] == [330]


def test_an_equal_session_is_a_second_one_only_once_confirmed(one: AppTest, store: Store, kari: int) -> None:
    for _ in range(2):
        if "Enter another session" in labels(one):
            press(one, "Enter another session")
        minutes(one, 75.0)
        press(answer(one, {TYPE: "training", HARD: 6}), "Save")
    assert "Training, 75 min, RPE 6 is recorded already." in said(one)
    assert len(recorded(store, kari)) == 1
    press(one, "It is right, save")
    assert len(recorded(store, kari)) == 2


def test_a_session_is_corrected_in_place(one: AppTest, store: Store, kari: int) -> None:
    minutes(one, 75.0)
    press(answer(one, {TYPE: "training", HARD: 6, DURING: 0}), "Save")
    press(one, "Correct")
    assert one.number_input[0].value == 75
    press(answer(one, {HARD: 8}), "Save")
    (session,) = recorded(store, kari)
    assert (session.minutes, session.rpe, session.pain_during) == (75, 8, 0)


def test_staff_remove_a_session_and_may_undo_it(one: AppTest, store: Store, kari: int) -> None:
    minutes(one, 75.0)
    press(answer(one, {HARD: 6}), "Save")
    press(one, "Remove")
    assert recorded(store, kari) == []
    press(one, "Undo")
    assert len(recorded(store, kari)) == 1


def test_an_athlete_removes_nothing_but_may_undo_what_was_just_saved(
    phone: AppTest, store: Store, kari: int
) -> None:
    minutes(phone, 75.0)
    press(answer(phone, {HARD: 6}), "Save")
    assert "Remove" not in labels(phone)
    press(phone, "Undo")
    assert recorded(store, kari) == []


def test_the_second_of_two_is_told_who_was_first_and_then_saves(
    one: AppTest, store: Store, kari: int
) -> None:
    minutes(one, 75.0)
    answer(one, {HARD: 6})
    store.keep([decided(kari, "full")], DOCTOR)
    press(one, "Save")
    assert "Erik Vold, doctor was first" in said(one)
    assert one.number_input[0].value == 75
    press(one, "Save")
    assert [session.minutes for session in recorded(store, kari)] == [75]


def test_what_is_typed_stays_when_another_enters_a_session_in_between(
    one: AppTest, store: Store, kari: int
) -> None:
    minutes(one, 75.0)
    answer(one, {TYPE: "training", HARD: 6})
    store.keep(sessions(kari, minutes="40", rpe="3", type="strength"), DOCTOR)
    press(one, "Save")
    assert "Erik Vold, doctor was first" in said(one)
    assert one.number_input[0].value == 75
    press(one, "Save")
    assert sorted(session.minutes or 0 for session in recorded(store, kari)) == [40, 75]


def test_a_planned_rest_takes_one_tap(one: AppTest, store: Store, kari: int) -> None:
    press(one, "Planned rest on Mon 23 Nov")
    assert len(daily_entries(store, RestDay, PROGRAM, [kari], ["first"], MONDAY, MONDAY)) == 1
    assert "A planned rest is entered for Mon 23 Nov: load 0." in said(one)


def test_a_rest_beside_a_session_asks_first(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep(sessions(kari, minutes="60", rpe="5"), PHYSIO)
    one = open_page("athlete/session", who="physio", athlete=str(kari))
    press(one, "Planned rest on Mon 23 Nov")
    assert "There is a session on Mon 23 Nov already." in said(one)
    press(one, "Yes, that is right")
    assert len(daily_entries(store, RestDay, PROGRAM, [kari], ["first"], MONDAY, MONDAY)) == 1


def test_an_athlete_sees_own_sessions_only(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep(sessions(kari + 1, minutes="90", rpe="9", note="CANARY"), PHYSIO)
    store.keep(sessions(kari, minutes="45", rpe="4"), PHYSIO)
    phone = open_page("athlete/session", who="athlete")
    drawn = [markdown.value for markdown in phone.markdown] + [said(phone)]
    assert any("45 min" in text for text in drawn)
    assert not any("90 min" in text or "CANARY" in text or "Ola" in text for text in drawn)
