"""The check-in tablet: a name, a PIN, an empty form, and the next athlete."""

from pathlib import Path

import pytest
from answering import answer, html, labels, press, said
from argon2 import PasswordHasher
from check_in_answers import ALL_WELL, MOOD, PAIN, check_ins
from squads import DAY, LEAD, MONDAY, PHYSIO, Clock, a_squad, oneself
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.access import passwords
from teamback.access.self_check_in import set_pin
from teamback.access.throttle import Throttle
from teamback.app import door, opening
from teamback.record.events import CheckIn, InstrumentTotal, Left, SquadNamed
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM, Scope
from teamback.settings import Settings
from teamback.store import Store
from teamback.store.queries.daily import daily_entries
from teamback.ui.urgent.red_flag_form import CONFIRM
from tests.pages.test_warning_signs import screens, training, with_yes
from tests.pages.test_who_is_signed_in import everything

MAIN = Path(__file__).parents[2] / "teamback" / "main.py"
TABLET = Scope("Changing room", "check-in tablet", "kiosk", frozenset({"first"}))
KARI, OLA, PER = 1, 2, 3
ODD = {"low_back_now": 7.0, "sleep_h": 3.25, "morning_stiffness": 173.5, "note": "CANARY", "sitting": 611.5}


@pytest.fixture
def pin(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """Kari's; Boje is on another squad, and Per has left."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    monkeypatch.setattr(door, "THROTTLE", Throttle())
    monkeypatch.setattr(app, "signed_in", lambda: TABLET)
    served = Settings(demo=False)
    for room in (app, opening):
        monkeypatch.setattr(room, "settings", lambda: served)
    a_squad(store, "Kari Ola Per")
    a_squad(store, "Boje", "second")
    store.keep([Left(day=MONDAY, athlete=PER, squad="first")], PHYSIO)
    return set_pin(store, KARI, PHYSIO)


@pytest.fixture
def tablet(store: Store, pin: str) -> AppTest:
    return AppTest.from_file(str(MAIN), default_timeout=30).run()


def give(tablet: AppTest, pin: str) -> AppTest:
    (field,) = [field for field in tablet.text_input if field.label == "PIN"]
    field.set_value(pin)
    return press(tablet, "Go on")


def test_the_names_of_its_squads_are_all_it_offers(tablet: AppTest) -> None:
    assert labels(tablet) == ["Kari", "Ola"]
    assert [link.label for link in tablet.get("page_link")] in ([], ["Check-in tablet"])
    assert "Your account" not in everything(tablet)


def test_a_name_a_pin_the_answers_saved_and_the_next(tablet: AppTest, store: Store, pin: str) -> None:
    give(press(tablet, "Kari"), pin)
    assert [group.value for group in tablet.button_group] == [None] * len(ALL_WELL)
    press(answer(tablet, ALL_WELL), "Save")
    assert "Thank you, Kari. Saved." in said(tablet)
    assert "<dt>" not in html(tablet)
    (entry,) = check_ins(store, KARI)
    assert (entry.event.mood, entry.event.asked_by, entry.recorded_by) == (5, None, "Kari, athlete")
    press(tablet, "Next athlete")
    assert labels(tablet) == ["Kari", "Ola"]


def test_a_wrong_pin_opens_nothing_and_says_one_sentence(tablet: AppTest, pin: str) -> None:
    give(press(tablet, "Kari"), f"{(int(pin) + 1) % 10**6:06}")
    assert said(tablet) == "This PIN is not right, or none is set. Ask the medical staff."
    assert not tablet.button_group
    give(press(press(tablet, "Back to the names"), "Ola"), pin)
    assert not tablet.button_group


def test_nothing_that_was_said_before_is_shown_and_the_second_takes_its_place(
    tablet: AppTest, store: Store, pin: str
) -> None:
    for day in (MONDAY - DAY, MONDAY):
        store.keep([CheckIn(day=day, athlete=KARI, **ODD)], oneself(KARI))  # type: ignore[arg-type]
    give(press(tablet, "Kari"), pin)
    answer(tablet, {PAIN: 2})
    for value in ("CANARY", "173.5", "611.5", "3.25"):
        assert value not in everything(tablet), value
    assert {group.value for group in tablet.button_group} == {None, 2}
    press(answer(tablet, ALL_WELL), "Save")
    (entry,) = check_ins(store, KARI)
    assert (entry.event.low_back_now, entry.event.note, entry.event.sleep_h) == (0, None, 7.5)


def test_weekly_answers_of_that_morning_are_not_asked_again_and_stay(
    tablet: AppTest, store: Store, pin: str
) -> None:
    weekly = SquadNamed(day=MONDAY, squad="first", name="First", ostrc_on="monday")
    said_before = {"q1": 17.0, "q2": 17.0, "q3": 8.0, "q4": 8.0}
    answers = InstrumentTotal(day=MONDAY, athlete=KARI, instrument="ostrc", total=50.0, **said_before)
    store.keep([weekly], LEAD)
    store.keep([answers], oneself(KARI))
    give(press(tablet, "Kari"), pin)
    press(answer(tablet, ALL_WELL), "Save")
    assert "Thank you, Kari. Saved." in said(tablet)
    assert [kept.event.q1 for kept in totals(store)] == [17.0]


def totals(store: Store) -> list[Kept[InstrumentTotal]]:
    return daily_entries(store, InstrumentTotal, PROGRAM, [KARI], ["first"], MONDAY, MONDAY)


def test_after_a_minute_the_names_come_back_and_what_was_typed_is_gone(
    tablet: AppTest, store: Store, pin: str, clock: Clock
) -> None:
    answer(give(press(tablet, "Kari"), pin), ALL_WELL)
    clock.later(seconds=59)
    tablet.run()
    assert tablet.button_group
    clock.later(seconds=61)
    press(tablet, "Save")
    assert labels(tablet) == ["Kari", "Ola"]
    assert check_ins(store, KARI) == []
    give(press(tablet, "Kari"), pin)
    assert [group.value for group in tablet.button_group] == [None] * len(ALL_WELL)
    assert MOOD in [group.label for group in tablet.button_group]


def test_a_confirmed_warning_sign_acts_at_once_and_says_whom_to_call(
    tablet: AppTest, store: Store, pin: str
) -> None:
    with_yes(give(press(tablet, "Kari"), pin))
    press(tablet, CONFIRM)
    (screen,) = screens(store, KARI)
    assert (screen.event.confirmed, screen.recorded_by) == (True, "Kari, athlete")
    assert training(store, KARI)[0] == "out"
    assert "emergency" in said(tablet)
    press(tablet, "Next athlete")
    assert "emergency" not in said(tablet)
