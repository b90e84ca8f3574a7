"""Phases in the calendar, the season on the load page, upkeep on plan and assess, as people meet them."""

import datetime as dt
from collections.abc import Callable

import pytest
from squads import DAY, MONDAY, PHYSIO, S_AND_C, a_squad, mornings, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import (
    ClinicianCheckIn,
    Intervention,
    Programme,
    SeasonPhase,
    SelfManagement,
    TechniqueReview,
)
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.calendar import season_phases
from teamback.store.queries.clinical import clinical_entries
from tests.pages.answering import html, labels, press, said

OpenPage = Callable[..., AppTest]


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari")[0]


def text(page: AppTest) -> str:
    """What the page says in markdown and small print, as it is read."""
    return "\n".join(part.value for part in [*page.markdown, *page.caption]).replace("\\", "")


def fill_phase(page: AppTest, key: str, first: dt.date, last: dt.date) -> AppTest:
    page.selectbox(key=f"{key}-what").set_value("competition")
    page.date_input(key=f"{key}-first").set_value(first)
    page.date_input(key=f"{key}-last").set_value(last).run()
    return page.button(key=f"tb-go-{key}").click().run()


def test_a_phase_is_planned_refused_corrected_and_set_aside(
    store: Store, open_page: OpenPage, kari: int
) -> None:
    page = press(open_page("desk/calendar", who="s_and_c"), "Add a phase")
    key = "calendar-('phase', 0)-0"
    fill_phase(page, key, MONDAY, MONDAY - DAY)
    assert "It ends before it begins" in said(page)
    page.number_input(key=f"{key}-from").set_value(1500.0)
    page.number_input(key=f"{key}-to").set_value(2000.0)
    fill_phase(page, key, MONDAY, MONDAY + 27 * DAY)
    (kept,) = season_phases(store, PROGRAM, "first")
    assert (kept.event.phase, kept.event.load_to) == ("competition", 2000.0)
    assert any("1,500 to 2,000 AU a week" in label.replace("\\", "") for label in labels(page))
    page = press(open_page("desk/calendar"), "Add a phase")
    fill_phase(page, key, MONDAY + 20 * DAY, MONDAY + 40 * DAY)
    assert "It overlaps Competition" in said(page)
    page.session_state["calendar-open"] = (("phase", kept.seq), 0)
    page.run()
    key = f"calendar-('phase', {kept.seq})-0"
    page.text_input(key=f"{key}-reason").set_value("The league was moved").run()
    page.button(key=f"{key}-out").click().run()
    assert season_phases(store, PROGRAM, "first") == []


def test_the_season_says_what_to_do_without_a_plan_and_holds_weeks_against_one(
    store: Store, open_page: OpenPage, kari: int
) -> None:
    page = open_page("squad/load", who="s_and_c")
    page.segmented_control(key="load-view").set_value("season").run()
    assert "Add phases with their weekly load under Calendar" in said(page)
    first = MONDAY - 14 * DAY
    last = MONDAY + 13 * DAY
    phase = SeasonPhase(
        day=first, squad="first", phase="pre_season", last_day=last, load_from=100.0, load_to=900.0
    )
    store.keep([phase, *sessions(kari, until=MONDAY - DAY, rpe="4 4 4 4 4", minutes=60.0)], S_AND_C)
    page = open_page("squad/load", who="s_and_c")
    page.segmented_control(key="load-view").set_value("season").run()
    weeks, athletes = (frame.value for frame in page.dataframe)
    assert weeks["Over"].iloc[-1] == 1
    assert weeks["Not known"].iloc[-2] == 1
    assert athletes["Mon 16 Nov"].iloc[0] == "1,200 ↑"
    assert athletes["Rests"].iloc[0] == "0, 2 d not known"


def test_pillars_and_warm_up_of_the_squad(store: Store, open_page: OpenPage, kari: int) -> None:
    store.keep(sessions(kari, rpe="4 4", minutes="60 60", warm_up="15 0"), S_AND_C)
    page = open_page("squad/load", who="physio")
    page.segmented_control(key="load-view").set_value("maintenance").run()
    assert "Maintenance plan <b>0</b> of 1" in html(page)
    page.segmented_control(key="load-view").set_value("routines").run()
    assert "1 of 2 sessions answered, 2 in all" in html(page)


def look_after(open_page: OpenPage, kari: int, who: str = "physio") -> AppTest:
    page = open_page("athlete/plan", who=who, athlete=str(kari))
    (views,) = [group for group in page.button_group if group.label == "View"]
    return views.set_value("upkeep").run()


def test_a_self_management_plan_is_made_and_read_by_the_athlete(
    store: Store, open_page: OpenPage, kari: int
) -> None:
    page = press(look_after(open_page, kari, "s_and_c"), "Make a plan")
    key = f"alone-{kari}-0"
    page.button(key=f"tb-go-{key}").click().run()
    assert "at least one of the three sections" in said(page)
    page.text_area(key=f"{key}-breathing").set_value("Five *slow* breaths").run()
    page.button(key=f"tb-go-{key}").click().run()
    (plan,) = clinical_entries(store, SelfManagement, PROGRAM, [kari], MONDAY)
    assert plan.event.breathing == "Five *slow* breaths"
    store.keep(mornings(kari, breathing="y", low_back_now="0"), PHYSIO)
    assert "1 of 1 days" in html(look_after(open_page, kari))
    assert "**Breathing** Five *slow* breaths" in text(open_page("athlete/plan", who="athlete"))


def test_a_change_is_recorded_reminded_of_and_ended(store: Store, open_page: OpenPage, kari: int) -> None:
    begun = Intervention(
        day=MONDAY - 9 * DAY,
        athlete=kari,
        what="footwear",
        change="Insoles",
        until=MONDAY - DAY,
        reason="Pronation",
    )
    (seq,) = store.keep([begun], PHYSIO)
    page = look_after(open_page, kari)
    assert "1 day overdue" in html(page)
    assert "Pronation" in text(page)
    assert "Pronation" not in text(look_after(open_page, kari, "s_and_c"))
    key = f"{seq}-{kari}-0"
    press(page, "End or keep it")
    page.button(key=f"tb-go-{key}").click().run()
    assert "Say whether it was taken back or is kept for good" in said(page)
    page.segmented_control(key=f"{key}-how").set_value("kept").run()
    page.button(key=f"tb-go-{key}").click().run()
    assert "kept for good Mon 23 Nov" in text(page)
    assert "overdue" not in html(page)


def test_a_maintenance_plan_begins_with_three_pillars(store: Store, open_page: OpenPage, kari: int) -> None:
    page = open_page("athlete/plan", who="physio", athlete=str(kari))
    (views,) = [group for group in page.button_group if group.label == "View"]
    press(views.set_value("maintenance").run(), "Begin with the three pillars")
    assert "**Hip mobility** 2 · **Core stability** 2 · **Strength** 2" in text(page)
    (on,) = [box for box in page.date_input if box.label == "Next check-in with a clinician"]
    on.set_value(MONDAY + 28 * DAY).run()
    press(page, "Save")
    (plan,) = clinical_entries(store, Programme, PROGRAM, [kari], MONDAY)
    assert (plan.event.purpose, len(plan.event.lines)) == ("maintenance", 6)


def looked_at(open_page: OpenPage, kari: int, who: str = "physio") -> AppTest:
    page = open_page("athlete/assess", who=who, athlete=str(kari))
    page.segmented_control(key="tb-assess-view-0").set_value("reviews").run()
    return page


def test_a_check_in_is_entered_seen_and_withdrawn(store: Store, open_page: OpenPage, kari: int) -> None:
    page = press(looked_at(open_page, kari), "Check-in")
    key = f"check-in-{kari}-0"
    page.button(key=f"tb-go-{key}").click().run()
    assert "Judge at least one of mechanics, flexibility and endurance" in said(page)
    page.selectbox(key=f"{key}-mechanics").set_value("fair")
    page.date_input(key=f"{key}-next").set_value(MONDAY + 7 * DAY).run()
    page.button(key=f"tb-go-{key}").click().run()
    (seen,) = clinical_entries(store, ClinicianCheckIn, PROGRAM, [kari], MONDAY)
    assert (seen.event.mechanics, seen.event.next_on) == ("fair", MONDAY + 7 * DAY)
    assert "Check-in with a clinician" in html(page)
    press(press(page, "Withdraw"), "Yes, that is right")
    assert clinical_entries(store, ClinicianCheckIn, PROGRAM, [kari], MONDAY) == []


def test_performance_staff_review_technique_and_see_no_check_in(
    store: Store, open_page: OpenPage, kari: int
) -> None:
    seen = ClinicianCheckIn(day=MONDAY, athlete=kari, mechanics="poor", next_on=MONDAY + 3 * DAY)
    store.keep([seen], PHYSIO)
    page = looked_at(open_page, kari, "s_and_c")
    assert "Check-in" not in labels(page)
    assert "clinician" not in html(page)
    press(page, "Technique review")
    key = f"technique-{kari}-0"
    page.selectbox(key=f"{key}-technique").set_value("hinge")
    page.selectbox(key=f"{key}-quality").set_value("fair").run()
    page.text_input(key=f"{key}-cues").set_value("Ribs down").run()
    page.button(key=f"tb-go-{key}").click().run()
    (review,) = clinical_entries(store, TechniqueReview, PROGRAM, [kari], MONDAY)
    assert review.event.cues == "Ribs down"
    assert "**Hip hinge** Ribs down" in text(open_page("athlete/plan", who="athlete"))


def test_what_is_due_in_the_squad_stands_where_nobody_is_chosen(
    store: Store, open_page: OpenPage, kari: int
) -> None:
    review = TechniqueReview(
        day=MONDAY - 40 * DAY, athlete=kari, technique="squat", quality="fair", next_on=MONDAY - 4 * DAY
    )
    store.keep([review], PHYSIO)
    page = open_page("athlete/assess", who="physio")
    drawn = html(page)
    assert "4 days overdue" in drawn
    assert "<b>Kari</b> Technique review: squat" in drawn
    press(page, "Open")
    assert page.selectbox(key="athlete").value == kari
    assert "Squat, with small faults" in text(page)
