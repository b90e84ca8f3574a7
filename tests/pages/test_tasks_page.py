"""The tasks, as a physio and a doctor meet them, and the banner that goes only when somebody has heard."""

from collections.abc import Callable

import pytest
from answering import answer, html, labels, press, said
from squads import DOCTOR, MONDAY, a_squad, decided, oneself
from streamlit.testing.v1 import AppTest

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.events import RedFlagScreen, Referral, TaskAct
from teamback.record.pages import CLINICIANS, MENU
from teamback.record.scope import PROGRAM
from teamback.rounds.keeping import keep
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.ui.urgent.red_flag_form import CONFIRM, TO_STAFF

OpenPage = Callable[..., AppTest]
BANNER = "**Kari**: red flag not acknowledged, emergency"


@pytest.fixture
def kari(store: Store) -> int:
    """Kari confirmed saddle numbness this morning."""
    kari = a_squad(store, "Kari Ola")[0]
    store.keep([decided(kari, "full"), decided(kari + 1, "full")], DOCTOR)
    screen = RedFlagScreen(day=MONDAY, athlete=kari, yes=("saddle",), confirmed=True)
    keep(store, [screen], oneself(kari), None)
    return kari


def acts(store: Store, athlete: int) -> list[tuple[str, str, str | None]]:
    found = clinical_entries(store, TaskAct, PROGRAM, [athlete], MONDAY)
    return [(kept.event.act, kept.recorded_by, kept.event.outcome) for kept in found]


def look(page: AppTest) -> AppTest:
    return press(page, "Close, refer or look")


def test_an_empty_list_says_what_to_do(open_page: OpenPage, store: Store) -> None:
    a_squad(store, "Kari")
    page = open_page("squad/tasks")
    assert "Nothing is open. Red flags, referrals and flare-ups" in said(page)
    assert "Screen an athlete" in labels(page)


def test_each_task_says_who_what_by_whom_by_when_and_how_far(open_page: OpenPage, kari: int) -> None:
    text = html(open_page("squad/tasks"))
    assert "<b>Kari</b><div>Saddle numbness. Hospital now, seen within hours: emergency MRI</div>" in text
    assert "Emergency" in text
    assert "For doctor or physio · due now · not acknowledged" in text


def test_acknowledged_and_acted_are_one_press_each(open_page: OpenPage, store: Store, kari: int) -> None:
    page = press(open_page("squad/tasks"), "Acknowledge")
    assert "acknowledged by Maya Ortiz, physio 08:30" in html(page)
    press(page, "Acted on")
    assert [what for what, *_ in acts(store, kari)] == ["acknowledged", "acted"]


def test_who_comes_second_sees_who_was_first_and_adds_nothing(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    mine, theirs = open_page("squad/tasks"), open_page("squad/tasks", who="doctor")
    press(theirs, "Acknowledge")
    press(mine, "Acknowledge")
    assert [(what, by) for what, by, _ in acts(store, kari)] == [("acknowledged", "Dr Lee, doctor")]
    assert "acknowledged by Dr Lee, doctor 08:30" in html(mine)


def test_it_closes_with_an_outcome_only_and_full_may_be_decided_then(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    board = open_page("squad/readiness")
    board.session_state["readiness-open"] = (kari, 0)
    board.run()
    board.segmented_control(key=f"availability-{kari}-training").set_value("full").run()
    sentence = "A red flag is open: close its task with an outcome first, and Out until then."
    assert any(sentence in caption.value.replace("\\", "") for caption in board.caption)
    page = look(open_page("squad/tasks"))
    answer(page, {"What do you want to do?": "Close"})
    (close,) = [button for button in page.button if button.label == "Close with this outcome"]
    assert close.disabled
    assert "a task closes only with an outcome" in close.help
    page.text_area[0].set_value("Seen in hospital, MRI clear").run()
    press(page, "Close with this outcome")
    assert acts(store, kari) == [("closed", "Maya Ortiz, physio", "Seen in hospital, MRI clear")]
    assert "Nothing is open" in said(page)
    page.segmented_control(key="tasks_shown").set_value("Closed in 14 days").run()
    assert "<b>Outcome:</b> Seen in hospital, MRI clear" in html(page)
    board.run()
    assert not any(sentence in caption.value for caption in board.caption)


def test_a_referral_is_written_with_to_whom_why_and_by_when(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = look(open_page("squad/tasks"))
    answer(page, {"What do you want to do?": "Refer on"})
    form = f"task-ES1-{cause_of(store, kari)}"
    page.selectbox(key=f"{form}-to").set_value("hospital")
    page.text_input(key=f"{form}-why").set_value("MRI")
    page.date_input(key=f"{form}-due").set_value(MONDAY).run()
    press(page, "Refer on")
    (kept,) = clinical_entries(store, Referral, PROGRAM, [kari], MONDAY)
    assert (kept.event.to_role, kept.event.reason, kept.event.due) == ("hospital", "MRI", MONDAY)
    assert "Referred to Hospital: MRI" in html(page)


def cause_of(store: Store, athlete: int) -> int:
    return clinical_entries(store, RedFlagScreen, PROGRAM, [athlete], MONDAY, None, ["first"])[0].seq


def test_staff_screen_an_athlete_with_background_outside_the_check_in(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = press(open_page("squad/tasks"), "Screen an athlete")
    page.selectbox(key="athlete").set_value(kari + 1).run()
    answer(page, {TO_STAFF: "some", "History of cancer": "yes"})
    answer(page, {in_force().items[0].says: "yes", "All others": "no"})
    press(page, CONFIRM)
    screen, background = (
        kept.event
        for kept in clinical_entries(store, RedFlagScreen, PROGRAM, [kari + 1], MONDAY, None, ["first"])
    )
    assert (screen.yes, screen.raised, screen.confirmed) == (("bladder",), ("ES1",), True)
    assert (background.background, background.yes, background.raised) == (True, ("cancer",), ())
    assert html(page).count("Emergency") == 2


CLINICAL_PAGES = [
    entry.file for entry in MENU if entry.roles >= CLINICIANS and not entry.file.startswith("coach/")
]


@pytest.mark.parametrize("file", CLINICAL_PAGES)
def test_the_banner_stands_on_every_page_of_a_clinician(open_page: OpenPage, kari: int, file: str) -> None:
    assert BANNER in said(open_page(file))
    assert BANNER in said(open_page(file, who="doctor"))


@pytest.mark.parametrize(
    ("who", "file"),
    [("coach", "coach/training_sheet"), ("physio", "coach/training_sheet")]
    + [("s_and_c", entry.file) for entry in MENU if "performance" in entry.roles]
    + [("athlete", entry.file) for entry in MENU if "athlete" in entry.roles],
)
def test_the_banner_is_on_nobody_elses_page(open_page: OpenPage, kari: int, who: str, file: str) -> None:
    assert "red flag not acknowledged" not in said(open_page(file, who=who))


def test_the_banner_goes_when_somebody_has_heard(open_page: OpenPage, store: Store, kari: int) -> None:
    page = press(open_page("squad/tasks"), "Acknowledge")
    assert BANNER not in said(page)
    assert BANNER not in said(open_page("squad/readiness", who="doctor"))


def test_performance_staff_see_red_with_the_sentence_only(open_page: OpenPage, kari: int) -> None:
    page = open_page("squad/readiness", who="s_and_c")
    page.session_state["readiness-open"] = (kari, 0)
    page.run()
    assert "Red flag open: no training until reviewed" in html(page)
    assert "addle" not in html(page) + said(page)
    assert not any("addle" in str(table.value.to_dict()) for table in page.dataframe)
