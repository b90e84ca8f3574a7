"""Warm-up and cool-down in the session form: a template fills the parts, a wrong total is refused."""

from collections.abc import Callable

import pytest
from answering import answer, press, said
from squads import MONDAY, a_squad
from streamlit.testing.v1 import AppTest

from teamback.record.events import Session
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

OpenPage = Callable[..., AppTest]
HARD, TEMPLATE = "How hard was it?", "Before training, 15 min"


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    return open_page("athlete/session", who="athlete")


def kept(store: Store, athlete: int) -> list[Session]:
    found = daily_entries(store, Session, PROGRAM, [athlete], ["first"], MONDAY, MONDAY)
    return [entry.event for entry in found]


def give(page: AppTest, label: str, minutes: float | None) -> None:
    (box,) = [box for box in page.number_input if box.label == label]
    box.set_value(minutes)


def test_one_tap_fills_in_the_parts_of_a_template(phone: AppTest, store: Store, kari: int) -> None:
    press(phone, TEMPLATE)
    (equipment,) = [box for box in phone.selectbox if box.label == "Equipment"]
    equipment.set_value("Lifting belt")
    press(answer(phone, {HARD: 5}), "Save")
    (session,) = kept(store, kari)
    parts = (session.warm_up_cardio, session.warm_up_stretch, session.warm_up_activation)
    assert (session.warm_up, parts, session.equipment) == (15, (5, 5, 5), "Lifting belt")
    assert (session.cool_down, session.cool_down_stretch) == (None, None)


def test_parts_alone_make_the_whole(phone: AppTest, store: Store, kari: int) -> None:
    give(phone, "Gentle stretch", 6.0)
    give(phone, "Mobility", 4.0)
    press(answer(phone, {HARD: 5}), "Save")
    assert [(session.cool_down, session.cool_down_mobility) for session in kept(store, kari)] == [(10, 4)]


def test_a_whole_that_is_not_its_parts_is_refused_beside_it(phone: AppTest, store: Store, kari: int) -> None:
    press(phone, TEMPLATE)
    give(phone, "Activation", 1.0)
    press(answer(phone, {HARD: 5}), "Save")
    assert "Warm-up is 15 min, but its parts make 11 min: change one of them." in said(phone)
    assert kept(store, kari) == []
    give(phone, "Warm-up (min)", None)
    press(phone, "Save")
    assert [session.warm_up for session in kept(store, kari)] == [11]
