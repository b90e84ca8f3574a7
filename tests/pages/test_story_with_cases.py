"""The story of an athlete with a case: stage, tests, notes, and the mark of an override."""

from typing import Any

from squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, mornings
from streamlit.testing.v1 import AppTest

from teamback.record.events import Note
from teamback.rounds.return_to_sport.stage_moves import decision
from teamback.store import Store
from tests.cases import a_case, measured, reviewed


def a_story(store: Store) -> int:
    """Kari in a case with a test, a note, and an override whose criteria are open."""
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 2 3"), PHYSIO)
    number = a_case(store, kari, "low_back", 2, MONDAY - 2 * DAY)
    measured(store, kari, "side_bridge", right=52, left=60)
    store.keep([Note(day=MONDAY, athlete=kari, case_id=number, subjective="private <i>words</i>")], DOCTOR)
    over = decision(reviewed(store, number, kari), "progress", 3, "final", override=True)
    store.keep([over], DOCTOR)
    return kari


def said(page: AppTest) -> str:
    html = " ".join(part.proto.body for part in page.get("html"))
    tables = " ".join(table.value.to_csv() for table in page.dataframe)
    return html + tables + " ".join(text.value for text in page.warning)


def figure(page: AppTest) -> str:
    (chart,) = page.get("plotly_chart")
    return str(chart.proto.spec)


def test_a_clinician_sees_stage_tests_notes_and_the_override(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", athlete=str(a_story(store)))
    words = said(page)
    assert "Stage 3 Strength and unilateral work" in figure(page)
    assert "Side bridge" in words
    assert "private &lt;i&gt;words&lt;/i&gt;" in words
    assert "**Override** by" in words


def test_performance_sees_stage_and_tests_and_no_note(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", who="s_and_c", athlete=str(a_story(store)))
    assert "Stage 2 Controlled loading" in figure(page)
    assert "Side bridge" in said(page)
    assert "private" not in said(page)
    assert [tab.label for tab in page.tabs] == ["Journal", "Sessions", "Availability", "Tests"]


def test_an_athlete_sees_their_own_stage_and_tests_and_no_note(store: Store, open_page: Any) -> None:
    a_story(store)
    page = open_page("athlete/story", who="athlete", athlete="1")
    assert "Stage 3 Strength and unilateral work" in figure(page)
    assert "Side bridge" in said(page)
    for clinical in ("private", "Override", "final"):
        assert clinical not in said(page)
