"""Beside the tasks: whether alerts leave, appointments, referrals, inflammatory pain, what ES11 holds."""

import datetime as dt
from collections.abc import Callable

import pytest
from answering import answer, html, press, said
from squads import A_YEAR_AGO, DAY, DOCTOR, LEAD, MONDAY, PHYSIO, Clock, a_squad, decided, mornings, oneself
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.app import opening
from teamback.app.alert_watch import look
from teamback.clinic.urgent.inflammatory import CRITERIA
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CalendarEntry,
    InflammatoryScreen,
    PainEntry,
    RedFlagScreen,
    Referral,
    TaskAct,
)
from teamback.record.scope import PROGRAM
from teamback.rounds.keeping import keep
from teamback.settings import Settings
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on

OpenPage = Callable[..., AppTest]
BORN = dt.date(2003, 5, 1)


@pytest.fixture
def kari(store: Store) -> int:
    kari = a_squad(store, "Kari Ola")[0]
    who = AthleteNamed(day=A_YEAR_AGO, athlete=kari, home="first", known_as="Kari", date_of_birth=BORN)
    store.keep([who], LEAD)
    return kari


def captions(page: AppTest) -> str:
    return " ".join(caption.value for caption in page.caption)


def test_where_no_alert_leaves_the_page_says_so(open_page: OpenPage, kari: int) -> None:
    assert "No alert leaves this program" in captions(open_page("squad/tasks"))


def test_an_alert_that_did_not_leave_is_a_sentence_on_its_task(
    open_page: OpenPage, store: Store, kari: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = Settings(demo=True, alert_webhook="http://127.0.0.1:9/")
    monkeypatch.setattr(app, "settings", lambda: by)
    monkeypatch.setattr(opening, "settings", lambda: by)
    keep(
        store, [RedFlagScreen(day=MONDAY, athlete=kari, yes=("fever",), confirmed=True)], oneself(kari), None
    )
    look(store, by)
    page = open_page("squad/tasks")
    words = (
        "Webhook: alert not sent at 08:30. The webhook could not be reached (URLError). It is tried again."
    )
    assert words in html(page)
    assert "No alert leaves" not in captions(page)


def test_todays_appointments_stand_on_top(open_page: OpenPage, store: Store, kari: int) -> None:
    plans = [
        {"start": "14:00", "athlete": kari, "title": "MRI", "place": "City clinic"},
        {"start": "09:15", "athlete": kari + 1, "title": "Blood test <now>"},
    ]
    known = {"squad": "first", "what": "appointment"}
    store.keep([CalendarEntry(day=MONDAY, **known, **plan) for plan in plans], PHYSIO)
    store.keep([CalendarEntry(day=MONDAY + DAY, **known, title="Later")], PHYSIO)
    text = html(open_page("squad/tasks"))
    first, second = "09:15 Ola: Blood test &lt;now&gt;", "14:00 Kari: MRI, City clinic"
    assert 0 < text.index(first) < text.index(second)
    assert "Later" not in text


def test_referrals_open_and_done_with_what_came_of_them(open_page: OpenPage, store: Store, kari: int) -> None:
    for to, due in (("imaging", MONDAY), ("consultant", MONDAY + 3 * DAY)):
        keep(store, [Referral(day=MONDAY, athlete=kari, to_role=to, reason="Pars", due=due)], DOCTOR, None)
    first = clinical_entries(store, Referral, PROGRAM, [kari], MONDAY)[0].seq
    done = TaskAct(day=MONDAY, athlete=kari, rule="REF", cause=first, act="closed", outcome="No fracture")
    keep(store, [done], DOCTOR, None)
    page = open_page("squad/tasks")
    page.segmented_control(key="tasks_shown").set_value("Referrals").run()
    rows = page.dataframe[0].value.to_dict("records")
    assert [row["To"] for row in rows] == ["Consultant", "Imaging"]
    assert rows[1] == {
        "Athlete": "Kari",
        "To": "Imaging",
        "Why": "Pars",
        "Referred": "Mon 23 Nov",
        "Due": "Mon 23 Nov",
        "How far": "Closed",
        "Outcome": "No fracture",
    }


def test_the_questions_of_ng65_say_at_once_what_they_ask_for_and_open_a_task(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = press(open_page("squad/tasks"), "Inflammatory pain")
    page.selectbox(key="athlete").set_value(kari).run()
    assert page.button(key=f"inflammatory-{kari}-save").disabled
    page.date_input(key=f"inflammatory-{kari}-onset").set_value(dt.date(2026, 3, 1)).run()
    answer(page, {says: "yes" if n < 3 else "no" for n, says in enumerate(CRITERIA.values())})
    assert "4 of 9 criteria: rheumatology referral proposed." in page.info[-1].value
    page.button(key=f"inflammatory-{kari}-save").click().run()
    (kept,) = clinical_entries(store, InflammatoryScreen, PROGRAM, [kari], MONDAY)
    assert kept.event.yes == tuple(CRITERIA)[:3]
    assert "rheumatology referral proposed (4 criteria)" in html(page)


def test_without_a_date_of_birth_the_questions_say_what_to_do_first(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = press(open_page("squad/tasks"), "Inflammatory pain")
    page.selectbox(key="athlete").set_value(kari + 1).run()
    assert "enter it under People first" in captions(page)


@pytest.mark.parametrize("who", ["doctor", "physio"])
def test_what_es11_proposes_is_set_only_when_a_clinician_confirms_it(
    open_page: OpenPage, store: Store, kari: int, who: str
) -> None:
    store.keep([decided(kari, "full")], DOCTOR)
    hurt = PainEntry(
        day=MONDAY,
        athlete=kari,
        site="low_back",
        pain=4.0,
        position_trigger="extension",
        preceding_activity="throw",
    )
    store.keep([hurt], oneself(kari))
    page = press(open_page("squad/tasks", who=who), "Close, refer or look")
    assert "Hold until reviewed" in str(page.segmented_control(key=f"task-ES11-{store.head()}-what").options)
    assert in_force(store, kari).training == "full"
    press(page, "Confirm and save")
    now = in_force(store, kari)
    assert (now.training, now.restrictions) == ("modified", ("extension", "rotation", "jump_and_land"))
    assert now.review_on == MONDAY + 3 * DAY
    assert "acted on by" in html(page)


def in_force(store: Store, athlete: int) -> Availability:
    return availability_on(store, PHYSIO, [athlete], MONDAY)[athlete].event


ATHLETES = ["athlete/check_in", "athlete/session", "athlete/story", "athlete/plan"]


@pytest.mark.parametrize("file", ATHLETES)
def test_an_athlete_with_severe_pain_is_told_whom_to_call_on_every_page_of_that_day(
    open_page: OpenPage, store: Store, kari: int, file: str, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    monkeypatch.setattr(opening, "settings", lambda: Settings(demo=True, club_phone="0800 12 34"))
    store.keep(mornings(kari, low_back_now="3", low_back_worst="8"), oneself(kari))
    page = open_page(file, who="athlete")
    words = "You reported pain of 8/10 or more. Nobody may be watching this screen. Call 0800 12 34 today"
    assert words in said(page)
    clock.later(days=1)
    assert "You reported pain" not in said(open_page(file, who="athlete"))


@pytest.mark.parametrize("file", ATHLETES)
def test_an_open_red_flag_stands_on_every_page_of_the_athlete_once(
    open_page: OpenPage, store: Store, kari: int, file: str
) -> None:
    keep(
        store, [RedFlagScreen(day=MONDAY, athlete=kari, yes=("saddle",), confirmed=True)], oneself(kari), None
    )
    assert said(open_page(file, who="athlete")).count("Go to hospital now") == 1
