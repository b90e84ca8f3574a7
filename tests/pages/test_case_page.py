"""The case page, as physio and doctor meet it."""

from typing import Any

import pytest
from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided
from streamlit.testing.v1 import AppTest

from teamback.record.events import Assessment, CaseClosed, CaseOpened, Medication, Note
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.rounds.cases import cases_of
from teamback.rounds.keeping import keep
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on
from tests.cases import a_case, measured, screened

PAGE = "athlete/case"


def said(page: AppTest) -> str:
    """Everything the page shows in words."""
    html = " ".join(part.proto.body for part in page.get("html"))
    texts = [*page.markdown, *page.caption, *page.error, *page.info, *page.warning]
    return html + " ".join(text.value for text in texts).replace("\\", "")


def opened(open_page: Any, athlete: int, case: int | None = None, who: str = "physio") -> AppTest:
    address = {"athlete": str(athlete)} | ({"case": str(case)} if case else {})
    page: AppTest = open_page(PAGE, who=who, **address)
    return page


def test_a_link_opens_the_case_with_stage_criteria_and_what_may_be_done(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY, side="right")
    measured(store, kari, "side_bridge", right=52, left=70)
    words = said(opened(open_page, kari, number))
    for expected in (
        "<h2>Kari</h2>",
        "Low back, right",
        "Controlled loading",
        "4 days, 3 needed",
        "Not allowed",
    ):
        assert expected in words
    assert "Signed by" in words
    assert "doctor or physio" in words
    assert "G2-3" in words
    assert "74.3 %" in words
    assert "house rule" in words
    assert not [text for text in ("None", "nan", "2026-11") if text in words]


def test_opening_it_is_written_down_once(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    page = opened(open_page, kari, a_case(store, kari))
    page.run()
    read = store.engine.read("select person, page from read_log order by number")
    assert [tuple(row) for row in read] == [("Maya Ortiz, physio", "case")]


def test_a_case_is_opened_at_the_stage_that_is_picked_with_availability_in_the_same_save(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    page = opened(open_page, kari)
    page.button(key="open-a-case").click().run()
    key = f"open-{kari}-0"
    page.button(key=f"{key}-save").click().run()
    assert "Choose what it is" in said(page)
    page.selectbox(key=f"{key}-nature").set_value("injury").run()
    page.selectbox(key=f"{key}-region").set_value("L").run()
    page.date_input(key=f"{key}-onset").set_value(MONDAY - 2 * DAY).run()
    assert "relation: **New**. No earlier case of this site (low back)" in " ".join(
        c.value for c in page.caption
    )
    page.selectbox(key=f"{key}-pathway-injury-L").set_value("low_back_minor").run()
    page.selectbox(key=f"{key}-stage-low_back_minor").set_value(1).run()
    page.text_input(key=f"{key}-reason").set_value("no red flag, moves well :red[x]").run()
    page.number_input(key=f"{key}-reference").set_value(2000).run()
    form = f"{key}-modified-{kari}"
    page.segmented_control(key=f"{form}-match").set_value("not_available").run()
    page.button(key=f"{key}-save").click().run()
    assert "Modified needs at least one restriction" in said(page)
    assert cases_of(store, PROGRAM, [kari], MONDAY) == []
    page.button_group(key=f"{form}-restrictions").set_value(["lift_and_hinge"]).run()
    page.button(key=f"{key}-save").click().run()
    (case,) = cases_of(store, PROGRAM, [kari], MONDAY)
    assert (case.stage, case.case.pathway, case.case.reference_load) == (1, "low_back_minor", 2000)
    assert case.number > 0
    decision = availability_on(store, DOCTOR, [kari], MONDAY)[kari]
    assert (decision.event.training, decision.batch) == ("modified", case.opened.batch)
    assert "no red flag, moves well :red[x]" in said(page)


def test_a_criterion_is_waived_with_a_reason_that_stays_in_view(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY, side="right")
    page = opened(open_page, kari, number)
    key = f"waiver-{number}-0"
    offered = page.selectbox(key=f"{key}-criterion").options
    assert not [option for option in offered if "red flag" in option]
    page.selectbox(key=f"{key}-criterion").set_value("G2-3").run()
    page.button(key=f"{key}-save").click().run()
    assert "Give the reason: it is shown for ever." in said(page)
    page.text_input(key=f"{key}-reason").set_value("arm in plaster").run()
    page.button(key=f"{key}-save").click().run()
    assert "Waived by Maya Ortiz, physio: arm in plaster" in said(page)


def test_what_is_written_stays_in_the_case_and_a_refusal_loses_nothing(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 1)
    page = opened(open_page, kari, number)
    page.button(key=f"note-{number}-0-save").click().run()
    assert "Write at least one part of the note." in said(page)
    page.text_area(key=f"note-{number}-0-s").set_value("*x* <i>y</i>").run()
    page.selectbox(key=f"assessment-{number}-0-sure").set_value("high").run()
    page.button(key=f"assessment-{number}-0-save").click().run()
    assert "Choose the hypothesis that you are this sure of." in said(page)
    page.selectbox(key=f"assessment-{number}-0-hypothesis").set_value("facet").run()
    assert page.text_area(key=f"note-{number}-0-s").value == "*x* <i>y</i>"
    page.button(key=f"assessment-{number}-0-save").click().run()
    (found,) = clinical_entries(store, Assessment, DOCTOR, [kari], MONDAY)
    assert found.event.hypothesis == "facet"
    batch = page.session_state["_kept"][0]
    page.text_area(key=f"note-{number}-{batch}-s").set_value("*x* <i>y</i>").run()
    page.button(key=f"note-{number}-{batch}-save").click().run()
    assert len(clinical_entries(store, Note, DOCTOR, [kari], MONDAY)) == 1
    assert "<b>S</b> *x* &lt;i&gt;y&lt;/i&gt;" in said(page)


def test_medication_is_written_by_a_doctor_alone(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 1)
    key = f"medication-{number}-0"
    physio = opened(open_page, kari, number)
    assert f"{key}-given" not in [field.key for field in physio.text_input]
    with pytest.raises(Refusal, match="Medication is written by a doctor"):
        keep(store, [Medication(day=MONDAY, athlete=kari, given="x", case_id=number)], PHYSIO, None)
    page = opened(open_page, kari, number, "doctor")
    page.text_input(key=f"{key}-given").set_value("ibuprofen with food").run()
    page.button(key=f"{key}-save").click().run()
    assert len(clinical_entries(store, Medication, DOCTOR, [kari], MONDAY)) == 1
    assert "ibuprofen with food" in said(page)


def test_what_is_known_better_later_takes_the_place_of_what_was_typed(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 1, side="left")
    page = opened(open_page, kari, number)
    key = f"better-{number}-0"
    page.button(key=f"{key}-save").click().run()
    assert "Change something first" in said(page)
    page.text_input(key=f"{key}-diagnosis").set_value("facet joint").run()
    page.button(key=f"{key}-save").click().run()
    (case,) = cases_of(store, DOCTOR, [kari], MONDAY)
    assert (case.case.diagnosis, case.case.side) == ("facet joint", "left")


def test_a_closed_case_stays_listed_with_its_decisions(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back_minor", 1, MONDAY - 9 * DAY)
    store.keep([CaseClosed(day=MONDAY - DAY, case_id=number, athlete=kari, outcome="left")], DOCTOR)
    page = opened(open_page, kari)
    words = said(page)
    assert "closed Sun 22 Nov" in page.selectbox(key=f"case-{kari}").options[0]
    assert "Closed: Left the club" in words
    assert "Entered: 1 Train modified" in words
    assert f"note-{number}-0-save" not in [button.key for button in page.button]


def test_a_case_with_stages_is_closed_here_only_when_it_did_not_get_to_the_end(
    store: Store, open_page: Any
) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back_minor", 1)
    page = opened(open_page, kari, number)
    key = f"closing-{number}-0"
    assert "Recovered" not in page.selectbox(key=f"{key}-outcome").options
    page.button(key=f"{key}-save").click().run()
    assert "Say how the case ended." in said(page)
    page.selectbox(key=f"{key}-outcome").set_value("mistaken").run()
    page.button(key=f"{key}-save").click().run()
    assert "Closed: Opened by mistake" in said(page)


def test_a_move_from_the_case_page_is_the_same_dialog(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    number = a_case(store, kari, "low_back", 2, MONDAY - 4 * DAY)
    screened(store, kari)
    store.keep([decided(kari, "rehab", MONDAY - 4 * DAY, reason="injury", review_on=MONDAY + DAY)], PHYSIO)
    page = opened(open_page, kari, number)
    page.button(key="move").click().run()
    key = f"move-{number}-0"
    page.segmented_control(key=f"{key}-what").set_value("hold").run()
    page.text_input(key=f"{key}-reason").set_value("one more week").run()
    page.button(key=f"{key}-save").click().run()
    (case,) = cases_of(store, PROGRAM, [kari], MONDAY)
    assert [change.event.decision for change in case.changes] == ["enter", "hold"]
    assert "one more week" in said(page)


def test_a_case_without_a_pathway_is_kept_without_stages(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "<b>")
    case = CaseOpened(day=MONDAY, case_id=99, athlete=kari, nature="absence", region="Z", onset=MONDAY)
    store.keep([case], DOCTOR)
    words = said(opened(open_page, kari, 99))
    assert "<h2>&lt;b&gt;</h2>" in words
    assert "no pathway" in words
    assert "Other absence" in words
