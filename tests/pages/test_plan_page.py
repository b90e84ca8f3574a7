"""What an athlete is to do: ticked off by the athlete, planned by staff, refused where the clinic says so."""

from collections.abc import Callable
from typing import Any

import pytest
from answering import answer, html, labels, press, said
from squads import DAY, MONDAY, PHYSIO, S_AND_C, a_squad, mornings, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import AtHand, Programme, SessionExercise
from teamback.record.programme import ProgrammeLine
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

OpenPage = Callable[..., AppTest]
DEAD_BUG = ProgrammeLine("dead_bug", sets=3, reps=6, side="both", pillar="stability")
HINGE = ProgrammeLine("loaded_hinge", days=(1, 3), sets=3, reps=8, load_kg=20, pillar="strength")


def planned(athlete: int, *lines: ProgrammeLine, purpose: str = "week", **more: Any) -> Programme:
    texts = tuple(line.as_text() for line in lines)
    return Programme(
        **{"day": MONDAY - 7 * DAY, "athlete": athlete, "purpose": purpose, "lines": texts} | more
    )


def entries(store: Store, athlete: int) -> list[SessionExercise]:
    asked = (PROGRAM, [athlete], MONDAY, None, ["first"])
    return [kept.event for kept in clinical_entries(store, SessionExercise, *asked)]


def programmes(store: Store, athlete: int) -> list[Programme]:
    return [kept.event for kept in clinical_entries(store, Programme, PROGRAM, [athlete], MONDAY)]


def settled(athlete: int) -> list[Any]:
    """A session yesterday that the back took well."""
    yesterday = sessions(athlete, until=MONDAY - DAY, minutes="60", pain_during="1", pain_after="1")
    return [*mornings(athlete, low_back_now="1 1"), *yesterday]


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def phone(open_page: OpenPage, store: Store, kari: int) -> AppTest:
    store.keep([planned(kari, DEAD_BUG, HINGE)], PHYSIO)
    return open_page("athlete/plan", who="athlete")


def desk(open_page: OpenPage, athlete: int, view: str, who: str = "physio") -> AppTest:
    return answer(open_page("athlete/plan", who=who, athlete=str(athlete)), {"View": view})


def typed(at: AppTest, label: str, value: float | None) -> None:
    (asked,) = [number for number in at.number_input if number.label == label]
    asked.set_value(value)


def test_an_athlete_sees_today_alone_and_ticks_it_off(phone: AppTest, store: Store, kari: int) -> None:
    shown = "\n".join(text.value for text in phone.markdown).replace("\\", "")
    assert "Dead bug" in shown
    assert "3 × 6, each side" in shown
    assert "Loaded hip hinge" not in shown  # Tuesday and Thursday
    press(phone, "Done as planned")
    (entry,) = entries(store, kari)
    assert (entry.exercise, entry.programme, entry.sets, entry.reps, entry.side) == (
        *("dead_bug", "week", 3, 6, "both"),
    )
    assert (entry.quality, entry.compensations, entry.paused_for_pain) == (None, (), None)
    assert "Done as planned" not in labels(phone)


def test_quality_and_compensations_go_along(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(phone, {"How did it go?": "fair", "What was seen?": ["twist"]}), "Done as planned")
    (entry,) = entries(store, kari)
    assert (entry.quality, entry.compensations) == ("fair", ("twist",))


def test_a_pause_for_pain_asks_how_much_and_offers_a_pain_free_substitute(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(phone, "Pause for pain")
    assert any("(pain-free)" in option for option in phone.radio[0].options)
    press(phone, "Save the pause")
    assert "Tap how much it hurt" in said(phone)
    assert entries(store, kari) == []
    phone.radio[0].set_value("heel_slide")
    press(answer(phone, {"How much did it hurt?": 4}), "Save the pause")
    (entry,) = entries(store, kari)
    assert (entry.exercise, entry.paused_for_pain, entry.substitute) == ("dead_bug", 4, "heel_slide")
    assert (entry.sets, entry.reps) == (None, None)


def test_an_entry_is_undone_or_corrected(phone: AppTest, store: Store, kari: int) -> None:
    press(phone, "Done as planned")
    press(phone, "Undo")
    assert entries(store, kari) == []
    press(phone, "Done as planned")
    press(phone, "Correct")
    press(answer(phone, {"How did it go?": "good"}), "Done as planned")
    assert [entry.quality for entry in entries(store, kari)] == ["good"]


def test_an_athlete_plans_nothing(phone: AppTest) -> None:
    (views,) = [group for group in phone.button_group if group.label == "View"]
    assert list(views.options) == ["Today", "Week and log"]


def test_a_coach_has_no_such_page(open_page: OpenPage, kari: int) -> None:
    with pytest.raises(ValueError, match="plan"):
        open_page("athlete/plan", who="coach")


def test_a_flare_puts_gentle_motion_first(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([planned(kari, DEAD_BUG), *mornings(kari, low_back_now="4", flare="y")], PHYSIO)
    assert "gentle, pain-free motion first" in said(open_page("athlete/plan", who="athlete"))


@pytest.mark.parametrize("who", ["physio", "s_and_c"])
def test_staff_build_a_week_from_the_library(open_page: OpenPage, store: Store, kari: int, who: str) -> None:
    page = desk(open_page, kari, "week", who)
    press(page, "Save")
    assert "There is no exercise yet" in said(page)
    for name in ("bodyweight_squat", "dead_bug"):
        (library,) = [box for box in page.selectbox if box.label.startswith("Exercise (")]
        library.set_value(name).run()
        press(page, "Add to the plan")
    assert any("**Hinge – none**" in text.value for text in page.markdown)
    press(page, "Save")
    (programme,) = programmes(store, kari)
    assert programme.purpose == "week"
    assert [ProgrammeLine.from_text(line).exercise for line in programme.lines] == [
        *("bodyweight_squat", "dead_bug"),
    ]


def test_a_line_gets_harder_in_one_thing_after_a_settled_session(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep([planned(kari, DEAD_BUG), *settled(kari)], PHYSIO)
    page = desk(open_page, kari, "week")
    typed(page, "Sets", 4.0)
    typed(page, "Reps", 8.0)
    press(page, "Save")
    assert "changes 2 things at once: sets from 3 to 4 and repetitions from 6 to 8" in said(page)
    assert [number.value for number in page.number_input if number.label == "Sets"] == [4.0]
    typed(page, "Sets", 3.0)
    press(page, "Save")
    assert ProgrammeLine.from_text(programmes(store, kari)[-1].lines[0]).reps == 8


def test_without_a_session_nothing_gets_harder(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([planned(kari, DEAD_BUG)], PHYSIO)
    page = desk(open_page, kari, "week")
    typed(page, "Reps", 8.0)
    press(page, "Save")
    assert "no session of the last 60 days shows" in said(page)
    assert len(programmes(store, kari)) == 1


def test_a_dose_off_its_scale_is_refused(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([planned(kari, DEAD_BUG)], PHYSIO)
    page = desk(open_page, kari, "week")
    typed(page, "Sets", 21.0)
    press(page, "Save")
    assert "Dead bug: Sets is 21, but must lie between 0 and 20." in said(page)


def test_a_home_programme_is_proposed_from_what_is_at_hand(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    page = desk(open_page, kari, "home")
    press(answer(page, {"At hand at home (bodyweight always is)": ["band"]}), "Save equipment")
    (hand,) = [kept.event for kept in clinical_entries(store, AtHand, PROGRAM, [kari], MONDAY)]
    assert hand.equipment == ("band",)
    press(page, "Propose a programme")
    why = "\n".join(text.value for text in page.markdown).replace("\\", "")
    assert "may be done from stage" in why
    press(page, "Save")
    (programme,) = programmes(store, kari)
    assert (programme.purpose, 3 <= len(programme.lines) <= 5) == ("home", True)


def test_a_maintenance_plan_needs_three_pillars_and_a_next_check_in(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep([planned(kari, DEAD_BUG, purpose="maintenance")], PHYSIO)
    page = desk(open_page, kari, "maintenance")
    press(page, "Save")
    assert "Hip mobility has no exercise" in said(page)
    assert "Choose the day of the next check-in with a clinician." in said(page)


def test_the_sheet_shows_the_week_the_share_done_and_the_log(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    done = [
        SessionExercise(day=MONDAY - n * DAY, athlete=kari, exercise="dead_bug", programme="week")
        for n in (1, 2, 4)
    ]
    store.keep([planned(kari, DEAD_BUG), *done], S_AND_C)
    page = desk(open_page, kari, "sheet")
    assert "3 of 6 done · 2 days running" in html(page)
    assert 'class="tb-plan"' in html(page)
    assert len(page.dataframe[0].value) == 3


def test_that_staff_opened_a_plan_is_written_down(open_page: OpenPage, store: Store, kari: int) -> None:
    open_page("athlete/plan", who="physio", athlete=str(kari))
    assert ("plan", str(kari)) in store.engine.read("select page, subject from read_log")


def test_saving_the_equipment_keeps_what_was_typed(open_page: OpenPage, kari: int) -> None:
    page = press(desk(open_page, kari, "home"), "Propose a programme")
    shown = [number.value for number in page.number_input]
    press(answer(page, {"At hand at home (bodyweight always is)": ["step"]}), "Save equipment")
    assert [number.value for number in page.number_input] == shown != []


def test_after_leaving_the_page_the_form_begins_with_the_plan_in_force(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep([planned(kari, DEAD_BUG)], PHYSIO)
    page = desk(open_page, kari, "week")
    store.keep([planned(kari, HINGE, day=MONDAY)], S_AND_C)
    page.switch_page("../pages/squad/load.py").run()
    page.switch_page("../pages/athlete/plan.py").run()
    answer(page, {"View": "week"})
    assert [number.value for number in page.number_input if number.label == "Load (kg)"] == [20]


def test_who_was_first_is_named_and_what_was_typed_stays(
    open_page: OpenPage, store: Store, kari: int
) -> None:
    store.keep([planned(kari, DEAD_BUG)], PHYSIO)
    page = desk(open_page, kari, "week")
    store.keep([planned(kari, HINGE)], S_AND_C)
    typed(page, "Reps", 5.0)
    press(page, "Save")
    assert "Ben Roe, S&C was first" in said(page)
    assert [number.value for number in page.number_input if number.label == "Reps"] == [5.0]
    press(page, "Save")
    assert ProgrammeLine.from_text(programmes(store, kari)[-1].lines[0]).reps == 5
