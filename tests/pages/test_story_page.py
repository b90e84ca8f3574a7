"""The story page, as physio, S&C coach and athlete meet it."""

from dataclasses import replace
from typing import Any

from squads import DAY, MONDAY, PHYSIO, a_squad, decided, mornings, of, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import CheckIn
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.daily import daily_entries

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}


def kari_of(store: Store) -> int:
    """A flare, a decision with a note, and a corrected entry; Ola is somebody else."""
    kari, _ = a_squad(store, "Kari Ola")
    store.keep(mornings(kari, low_back_now="1 2 6", note="private words", **WELL), PHYSIO)
    store.keep(sessions(kari, MONDAY - DAY, minutes="60", rpe=5.0, pain_during=4.0), PHYSIO)
    limits = {"restrictions": ("contact",), "review_on": MONDAY, "reason": "injury"}
    store.keep([decided(kari, "modified", clinical_note="private note", **limits)], PHYSIO)
    newest = daily_entries(store, CheckIn, of(PHYSIO, "first"), [kari], ["first"], MONDAY, MONDAY)[0]
    store.keep([Entry(replace(newest.event, stress=2.0), newest.seq)], PHYSIO)
    return kari


def said(page: AppTest) -> str:
    html = " ".join(part.proto.body for part in page.get("html"))
    return html + " ".join(table.value.to_csv() for table in page.dataframe)


def readings(store: Store) -> list[tuple[str, str]]:
    rows = store.engine.read("select person, page from read_log order by number")
    return [(str(person), str(page)) for person, page in rows]


def test_nobody_is_opened_until_somebody_is_chosen(store: Store, open_page: Any) -> None:
    kari_of(store)
    page = open_page("athlete/story")
    assert "Choose an athlete" in page.info[0].value
    assert not page.get("plotly_chart")
    assert readings(store) == []


def test_a_link_opens_the_story_with_flag_decision_and_figure(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", athlete=str(kari_of(store)))
    words = said(page)
    assert "<h2>Kari</h2>" in words
    assert "See first" in words
    assert "Back pain 6/10 this morning (above 5)" in words
    assert "Modified" in words
    assert "No: contact" in words
    assert len(page.get("plotly_chart")) == 1


def test_a_corrected_entry_is_shown_as_such_with_old_and_new(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", athlete=str(kari_of(store)))
    assert list(page.dataframe[0].value["mark"]) == ["corrected", "", ""]
    assert "Stress: 4 → 2 (Dana Berg, physio, Mon 23 Nov)" in said(page)


def test_opening_a_story_is_written_down_once_a_visit(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", athlete=str(kari_of(store)))
    page.segmented_control(key="days").set_value("28").run()
    assert readings(store) == [("Maya Ortiz, physio", "story")]


def test_performance_reads_figures_and_no_notes(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", who="s_and_c", athlete=str(kari_of(store)))
    words = said(page)
    assert "private" not in words
    assert "Reason" not in words
    assert "No: contact" in words
    assert list(page.dataframe[0].value["low_back_now"]) == [6, 2, 1]


def test_a_clinician_reads_note_and_reason(store: Store, open_page: Any) -> None:
    words = said(open_page("athlete/story", athlete=str(kari_of(store))))
    assert "Clinical note: private note" in words
    assert "Reason: injury" in words
    assert "private words" in words


def test_an_athlete_sees_their_own_story_and_no_chooser(store: Store, open_page: Any) -> None:
    kari = kari_of(store)
    page = open_page("athlete/story", who="athlete", athlete="2")
    words = said(page)
    assert "<h2>Kari</h2>" in words
    assert page.session_state["who"] == kari
    assert "athlete" not in [box.key for box in page.selectbox]
    assert "private words" in words
    assert "private note" not in words
    assert "See first" not in words
    assert readings(store) == []


def test_two_sessions_of_a_day_are_two_rows(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    for start in ("10:00", "16:00"):
        store.keep(sessions(kari, minutes="60", rpe=5.0, start=start), PHYSIO)
    page = open_page("athlete/story", athlete=str(kari))
    table = next(table.value for table in page.dataframe if "Start" in table.value)
    assert list(table["Start"]) == ["10:00", "16:00"]
    assert list(table["Day"]) == ["Mon 23 Nov"] * 2


def test_a_story_without_any_entry_says_so(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    page = open_page("athlete/story", athlete=str(kari))
    words = " ".join(info.value for info in page.info)
    assert "No check-in in these days" in words
    assert "Nobody has decided about this athlete yet" in words
    assert not [text for text in ("None", "nan", "NaN") if text in said(page)]


def test_what_people_typed_is_shown_as_typed(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "<b>K</b>")
    store.keep([decided(kari, "full", text_to_coach="*x* <i>y</i>", can_do="=1+1")], PHYSIO)
    words = said(open_page("athlete/story", athlete=str(kari)))
    assert "<h2>&lt;b&gt;K&lt;/b&gt;</h2>" in words
    assert "To the coach: *x* &lt;i&gt;y&lt;/i&gt;" in words
    assert "Can do: =1+1" in words
