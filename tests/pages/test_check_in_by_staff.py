from collections.abc import Callable

import pytest
from answering import answer, html, press, questions, said
from check_in_answers import ALL_WELL, PAIN, check_ins
from squads import DAY, MONDAY, a_squad, mornings, of, oneself
from streamlit.testing.v1 import AppTest

from teamback.record.events import CheckIn
from teamback.store import Store

OpenPage = Callable[..., AppTest]
ITEMS = {"fatigue": 3, "sleep_quality": 3, "soreness": 3, "stress": 3, "mood": 3}


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def test_staff_choose_whom_they_enter_it_for(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep(mornings(kari + 1, low_back_now="0", **ITEMS), oneself(kari + 1, "Ola"))
    page = open_page("athlete/check_in", who="physio")
    assert questions(page) == []
    assert page.selectbox(key="athlete").options == ["Kari", "Ola (checked in)"]
    page.selectbox(key="athlete").set_value(kari).run()
    press(answer(page, ALL_WELL), "Save")
    assert check_ins(store, kari)[0].event.asked_by == "Maya Ortiz, physio"
    assert "Check-in entered by Maya Ortiz, physio at 08:30." in said(page)
    own = open_page("athlete/check_in", who="athlete")
    assert "Your check-in was entered by Maya Ortiz, physio at 08:30." in said(own)
    assert "Thank you" not in said(own)


def test_a_link_names_the_athlete_and_staff_may_choose_a_past_day(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    friday = MONDAY - 3 * DAY
    page = open_page("athlete/check_in", who="physio", athlete=str(kari), day=friday.isoformat())
    press(answer(page, ALL_WELL), "Save")
    assert len(check_ins(store, kari, friday)) == 1
    assert "at 08:30 on Mon 23 Nov." in said(page)


def test_who_may_not_read_the_note_neither_writes_nor_erases_it(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    report = CheckIn(day=MONDAY, athlete=kari, low_back_now=4.0, note="worse since the bus", **ITEMS)
    store.keep([report], of(oneself(kari), "first"))
    page = open_page("athlete/check_in", who="s_and_c", athlete=str(kari))
    assert "worse since the bus" not in html(page)
    press(page, "Correct this check-in")
    assert not page.text_area
    press(answer(page, {PAIN: 2}), "Save")
    press(page, "Save without it")
    report = check_ins(store, kari)[0].event
    assert (report.low_back_now, report.note) == (2, "worse since the bus")
