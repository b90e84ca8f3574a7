"""The warning signs in the check-in: one tap when there are none, a second one before anything acts."""

from collections.abc import Callable

import pytest
from answering import answer, html, labels, press, questions, said
from check_in_answers import ALL_WELL, NO_SIGNS, PAIN, SIGNS, WORST, check_ins
from squads import DAY, DOCTOR, MONDAY, PHYSIO, Clock, a_squad, decided, mornings, oneself
from streamlit.testing.v1 import AppTest

from teamback import app
from teamback.app import opening
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.events import CaseClosed, CaseOpened, Observation, RedFlagScreen
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.rounds.urgent.tasks import squad_tasks
from teamback.settings import Settings
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on
from teamback.ui.urgent.red_flag_form import CONFIRM

OpenPage = Callable[..., AppTest]
SADDLE = "Numb between the legs or around the buttocks"
FEVER = "Fever or chills"
KNEE = "Pain at the knee this morning"
REST = {"All others": "no"}


@pytest.fixture
def kari(store: Store) -> int:
    kari = a_squad(store, "Kari Ola")[0]
    store.keep([decided(kari, "full")], DOCTOR)
    return kari


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    return open_page("athlete/check_in", who="athlete")


def screens(store: Store, athlete: int) -> list[Kept[RedFlagScreen]]:
    return clinical_entries(store, RedFlagScreen, PROGRAM, [athlete], MONDAY, None, ["first"])


def pains(store: Store, athlete: int) -> list[tuple[str | None, float]]:
    found = clinical_entries(store, Observation, PROGRAM, [athlete], MONDAY, None, ["first"])
    return [(kept.event.site, kept.event.value) for kept in found]


def training(store: Store, athlete: int) -> tuple[str, str]:
    kept = availability_on(store, PHYSIO, [athlete], MONDAY)[athlete]
    return kept.event.training, kept.recorded_by


def hurting(phone: AppTest) -> AppTest:
    return answer(phone, ALL_WELL | {PAIN: 5})


def with_yes(phone: AppTest, item: str = SADDLE) -> AppTest:
    answer(hurting(phone), {SIGNS: "some"})
    return answer(phone, {item: "yes"} | REST)


def test_the_signs_are_asked_only_when_the_back_hurts_and_nothing_is_chosen(phone: AppTest) -> None:
    assert SIGNS not in questions(answer(phone, ALL_WELL))
    asked = next(group for group in hurting(phone).button_group if group.label == SIGNS)
    assert asked.value is None
    assert all(item.says in html(phone) for item in in_force().items)


def test_one_tap_answers_all_no(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(hurting(phone), NO_SIGNS), "Save")
    (kept,) = screens(store, kari)
    assert set(kept.event.no) == {item.key for item in in_force().items}
    assert (kept.event.yes, kept.event.unknown, kept.event.raised) == ((), (), ())
    assert kept.batch == check_ins(store, kari)[0].batch
    assert "<dt>New warning signs</dt><dd>None</dd>" in html(phone)
    assert squad_tasks(store, "first", MONDAY, None, PHYSIO).open == ()


def test_a_second_tap_saves_at_once_sets_out_and_says_plainly_what_to_do(
    phone: AppTest, store: Store, kari: int
) -> None:
    assert CONFIRM not in labels(hurting(phone))
    press(with_yes(phone), CONFIRM)
    (screen,) = screens(store, kari)
    assert (screen.event.yes, screen.event.raised, screen.event.confirmed) == (("saddle",), ("ES1",), True)
    assert check_ins(store, kari)[0].batch == screen.batch
    assert training(store, kari) == ("out", PROGRAM.signature)
    text = said(phone)
    assert "Go to hospital now" in text
    assert "call the emergency number" in text
    assert "Nobody may be watching this screen. Ring the team doctor now." in text


def test_what_a_warning_sign_changed_is_not_told_as_following_from_the_report_before(
    phone: AppTest, store: Store, kari: int, clock: Clock
) -> None:
    store.keep(mornings(kari, MONDAY - DAY, low_back_now="2"), oneself(kari))
    clock.later(minutes=5)
    press(with_yes(phone.run()), CONFIRM)
    text = said(phone)
    assert (
        "A warning sign that you confirmed set your training to Out, until a clinician has seen you." in text
    )
    assert "After your back pain" not in text


def test_the_number_of_the_club_is_named_when_it_is_set(
    open_page: OpenPage, store: Store, kari: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (app, opening):
        monkeypatch.setattr(room, "settings", lambda: Settings(demo=True, club_phone="0800 12 34"))
    page = press(with_yes(open_page("athlete/check_in", who="athlete"), FEVER), CONFIRM)
    assert "See a doctor today" in said(page)
    assert "Call 0800 12 34 now" in said(page)


def test_a_yes_that_is_not_confirmed_is_kept_so_and_makes_a_task(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(with_yes(phone), "Save")
    (screen,) = screens(store, kari)
    assert not screen.event.confirmed
    assert training(store, kari)[0] == "full"
    (task,) = squad_tasks(store, "first", MONDAY, None, PHYSIO).open
    assert task.task.says == "Yes, but not confirmed: saddle numbness. Ask again"


def test_a_sign_is_saved_even_when_the_check_in_cannot_be(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(with_yes(phone), {WORST: 2}), CONFIRM)
    assert check_ins(store, kari) == []
    assert training(store, kari) == ("out", PROGRAM.signature)
    assert "Go to hospital now" in said(phone)


def test_not_answering_the_signs_is_named_and_is_never_a_no(phone: AppTest, store: Store, kari: int) -> None:
    press(hurting(phone), "Save")
    assert "You have not answered: new warning signs." in said(phone)
    press(phone, "Save without it")
    assert len(screens(store, kari)[0].event.unknown) == len(in_force().items)
    (task,) = squad_tasks(store, "first", MONDAY, None, PHYSIO).open
    assert (task.task.rule, task.task.says) == ("ES15", "The warning signs were not answered. Ask again")


def test_a_correction_asks_nothing_twice(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(hurting(phone), NO_SIGNS), "Save")
    press(press(phone, "Correct my answers"), "Save")
    assert len(screens(store, kari)) == 1


def test_performance_staff_neither_ask_nor_read_the_signs(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = open_page("athlete/check_in", who="s_and_c", athlete=str(kari))
    assert SIGNS not in questions(hurting(page))
    press(page, "Save")
    assert len(check_ins(store, kari)) == 1
    assert screens(store, kari) == []


def test_a_clinician_who_enters_it_is_told_what_has_to_happen(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = open_page("athlete/check_in", who="physio", athlete=str(kari))
    answer(hurting(page), {"Is any of this new?": "some"})
    press(answer(page, {SADDLE: "yes"} | REST), CONFIRM)
    assert screens(store, kari)[0].event.asked_by == "Maya Ortiz, physio"
    assert "Hospital now, seen within hours" in said(page)


def test_an_open_case_elsewhere_is_asked_for_its_pain(open_page: OpenPage, store: Store, kari: int) -> None:
    about = {"day": MONDAY, "athlete": kari, "nature": "injury", "pathway": "hamstring", "onset": MONDAY}
    store.keep(
        [CaseOpened(case_id=1, region="K", **about), CaseOpened(case_id=2, region="L", **about)], DOCTOR
    )
    page = open_page("athlete/check_in", who="athlete")
    assert questions(page) == [KNEE, *ALL_WELL]
    press(answer(page, ALL_WELL), "Save")
    assert "You have not answered: pain at the knee." in said(page)
    press(answer(page, {KNEE: 3}), "Save")
    assert pains(store, kari) == [("knee", 3)]
    assert "<dt>Pain at the knee</dt><dd>3 of 10</dd>" in html(page)
    press(answer(press(page, "Correct my answers"), {KNEE: 2}), "Save")
    assert pains(store, kari) == [("knee", 2)]
    store.keep([CaseClosed(day=MONDAY, case_id=1, athlete=kari, outcome="recovered")], DOCTOR)
    assert KNEE not in questions(press(open_page("athlete/check_in", who="athlete"), "Correct my answers"))
