"""The return-to-sport board, as doctor, physio, S&C coach and coach meet it."""

from typing import Any

import pytest
from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided, mornings, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import CaseClosed, Session, StageChange
from teamback.record.scope import PROGRAM
from teamback.rounds.cases import cases_of
from teamback.store import Store
from teamback.store.queries.status import availability_on
from tests.cases import a_case, screened

PAGE = "squad/return_to_sport"
WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4, "flare": False}


def said(page: AppTest) -> str:
    """Everything the page shows in words."""
    html = " ".join(part.proto.body for part in page.get("html"))
    texts = [*page.markdown, *page.caption, *page.error, *page.info]
    return html + " ".join(text.value for text in texts)


def settled(store: Store, kari: int, stage: int = 1, pathway: str = "low_back_minor") -> int:
    """A minor case, modified since four days, with two sessions that settled: ready for the last stage."""
    number = a_case(store, kari, pathway, stage, MONDAY - 4 * DAY, reference_load=2000.0)
    screened(store, kari)
    store.keep(mornings(kari, low_back_now="1 1 1 1 1 1 1", **WELL), PHYSIO)
    rows = {"minutes": "30 30 30 30 30 30 30", "rpe": "4 4 4 4 4 4 4", "pain_during": "1 1 1 1 1 1 1"}
    done = sessions(kari, MONDAY - DAY, type="training", participation="modified", start="10:00", **rows)
    store.keep(done, PHYSIO)
    store.keep([decided(kari, "modified", MONDAY - 4 * DAY, **LIMITED)], PHYSIO)
    return number


LIMITED = {"restrictions": ("contact",), "review_on": MONDAY + 2 * DAY, "reason": "injury"}


def stage_now(store: Store, athlete: int) -> StageChange:
    return cases_of(store, PROGRAM, [athlete], MONDAY)[0].changes[-1].event


def test_a_case_that_is_ready_moves_on_in_two_presses_with_its_availability(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = settled(store, kari)
    page = open_page(PAGE)
    assert "Ready to progress" in said(page)
    head = store.head()
    page.button(key=f"move-{number}").click().run()
    page.button(key=f"move-{number}-0-save").click().run()
    assert not page.exception
    assert store.head() == head + 2
    change = stage_now(store, kari)
    assert (change.decision, change.from_stage, change.to_stage) == ("progress", 1, 2)
    assert change.criteria
    decision = availability_on(store, DOCTOR, [kari], MONDAY)[kari]
    assert (decision.event.training, decision.event.restrictions) == ("full", ())
    assert decision.batch == cases_of(store, PROGRAM, [kari], MONDAY)[0].changes[-1].batch


def test_what_is_not_met_refuses_in_words_and_a_doctor_overrides_with_a_reason(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY, side="right")
    page = open_page(PAGE, who="doctor")
    page.button(key=f"move-{number}").click().run()
    save = page.button(key=f"move-{number}-0-save")
    assert save.disabled
    assert "Give the reason" in save.proto.help
    page.text_input(key=f"move-{number}-0-reason").set_value("final in *three* days").run()
    save = page.button(key=f"move-{number}-0-save")
    assert save.disabled
    assert "no data" in said(page)
    page.checkbox(key=f"move-{number}-0-override").check().run()
    page.segmented_control(key=f"move-{number}-0-rehab-{kari}-match").set_value("not_available").run()
    page.button(key=f"move-{number}-0-save").click().run()
    change = stage_now(store, kari)
    assert change.override
    assert change.unmet
    assert "Override" in said(page)
    assert "Overrides 1" in page.segmented_control(key="rts-show").options


def test_a_physio_is_offered_no_override(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY)
    page = open_page(PAGE)
    page.button(key=f"move-{number}").click().run()
    assert f"move-{number}-0-override" not in [box.key for box in page.checkbox]
    assert "An override is signed by: doctor." in said(page)


def test_a_red_response_is_filled_in_by_one_tap_and_saved_with_availability(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 4, MONDAY - 6 * DAY, reference_load=2000.0)
    hurt = Session(
        day=MONDAY - DAY, athlete=kari, start="10:00", type="training", minutes=60, rpe=5, pain_during=7
    )
    store.keep([hurt, *mornings(kari, low_back_now="1 1 4", **WELL)], PHYSIO)
    store.keep([decided(kari, "modified", MONDAY - 6 * DAY, **LIMITED)], PHYSIO)
    page = open_page(PAGE)
    assert "Step back proposed" in said(page)
    page.button(key=f"move-{number}").click().run()
    page.button(key=f"move-{number}-0-R1").click().run()
    assert page.text_input(key=f"move-{number}-0-reason").value.startswith("Red response")
    page.button(key=f"move-{number}-0-save").click().run()
    change = stage_now(store, kari)
    assert (change.decision, change.to_stage) == ("step_back", 3)
    assert availability_on(store, DOCTOR, [kari], MONDAY)[kari].event.training == "rehab"


def test_of_two_who_move_a_case_the_second_is_told_who_was_first_and_keeps_what_was_typed(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = settled(store, kari)
    mine, theirs = (open_page(PAGE, who=who) for who in ("physio", "doctor"))
    key = f"move-{number}-0"
    for page in (mine, theirs):
        page.button(key=f"move-{number}").click().run()
        page.segmented_control(key=f"{key}-what").set_value("hold").run()
        page.text_input(key=f"{key}-reason").set_value("one more day").run()
    mine.button(key=f"{key}-save").click().run()
    head = store.head()
    theirs.button(key=f"{key}-save").click().run()
    assert store.head() == head
    assert "Maya Ortiz, physio was first" in theirs.error[0].value
    assert theirs.text_input(key=f"{key}-reason").value == "one more day"
    theirs.button(key=f"{key}-save").click().run()
    assert store.head() == head + 2


def test_clearing_the_last_stage_closes_the_case_once_it_is_said_how_it_ended(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back_minor", 2, MONDAY - 9 * DAY)
    page = open_page(PAGE, who="doctor")
    key = f"move-{number}-0"
    page.button(key=f"move-{number}").click().run()
    page.text_input(key=f"{key}-reason").set_value("back to the old level").run()
    page.checkbox(key=f"{key}-override").check().run()
    assert "Say how the case ended." in page.button(key=f"{key}-save").proto.help
    page.selectbox(key=f"{key}-outcome").set_value("recovered").run()
    page.button(key=f"{key}-save").click().run()
    (case,) = cases_of(store, PROGRAM, [kari], MONDAY)
    assert not case.open
    assert isinstance(case.closed.event if case.closed else None, CaseClosed)
    assert "Nobody of this squad has an open case" in said(page)


def test_performance_reads_stage_days_ceiling_and_restrictions_and_no_clinical_word(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    secret = {"diagnosis": "Secret word", "mechanism": "Secret way"}
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY, **secret)
    store.keep([decided(kari, "rehab", clinical_note="Secret note", **LIMITED)], PHYSIO)
    page = open_page(PAGE, who="s_and_c")
    words = said(page)
    assert "Controlled loading" in words
    assert "load up to 50 %" in words
    assert "no: contact" in words
    for clinical in ("Secret", "needs", "Low back, ordinary", "met"):
        assert clinical not in words
    assert f"move-{number}" not in [button.key for button in page.button]
    assert not page.get("page_link") or "Open case" not in str(page.get("page_link"))


def test_for_performance_a_stage_of_another_pathway_is_a_column_of_its_own(
    store: Store, open_page: Any
) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    a_case(store, kari, "low_back", 1)
    a_case(store, ola, "hamstring", 1)
    words = said(open_page(PAGE, who="s_and_c"))
    assert "Activation and motor control" in words
    assert "Strength through range" in words


def test_a_case_is_opened_from_the_board(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    page = open_page(PAGE)
    page.button(key="open-a-case").click().run()
    page.selectbox(key="athlete").set_value(kari).run()
    key = f"open-{kari}-0"
    page.selectbox(key=f"{key}-nature").set_value("absence").run()
    page.selectbox(key=f"{key}-region").set_value("Z").run()
    page.date_input(key=f"{key}-onset").set_value(MONDAY).run()
    page.segmented_control(key=f"{key}--{kari}-training").set_value("full").run()
    page.segmented_control(key=f"{key}--{kari}-match").set_value("available").run()
    page.button(key=f"{key}-save").click().run()
    (case,) = cases_of(store, PROGRAM, [kari], MONDAY)
    assert (case.case.nature, case.changes) == ("absence", ())
    assert "<b>Kari</b>" in said(page)


@pytest.mark.parametrize("who", ["coach", "athlete"])
@pytest.mark.parametrize("file", [PAGE, "athlete/case"])
def test_neither_coach_nor_athlete_has_these_pages(store: Store, open_page: Any, who: str, file: str) -> None:
    a_squad(store, "Kari")
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        open_page(file, who=who)


def test_the_filters_keep_those_they_name(store: Store, open_page: Any) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    settled(store, kari)
    a_case(store, ola, "low_back", 2, MONDAY - 20 * DAY)
    page = open_page(PAGE)
    page.segmented_control(key="rts-show").set_value("Ready to progress").run()
    assert "<b>Kari</b>" in said(page)
    assert "<b>Ola</b>" not in said(page)
    page.segmented_control(key="rts-show").set_value("Longer than planned").run()
    assert "<b>Ola</b>" in said(page)
    assert "<b>Kari</b>" not in said(page)


def test_a_pathway_is_in_the_address(store: Store, open_page: Any) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    a_case(store, kari, "low_back_minor", 1)
    a_case(store, ola, "hamstring", 1)
    page = open_page(PAGE, pathway="hamstring")
    assert "<b>Kari</b>" not in said(page)
    assert "<b>Ola</b>" in said(page)
    assert "draft: not reviewed by a clinician" in said(page)


def test_names_are_shown_as_typed(store: Store, open_page: Any) -> None:
    numbers = a_squad(store, "<b> *x* :red[x]")
    for number in numbers:
        a_case(store, number, "low_back", 1)
    words = said(open_page(PAGE))
    for typed in ("&lt;b&gt;", "*x*", ":red[x]"):
        assert f"<b>{typed}</b>" in words
