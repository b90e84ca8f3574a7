"""The low-back view of the story, as physio and athlete meet it."""

import datetime as dt
from typing import Any

from squads import DAY, MONDAY, PHYSIO, a_squad, mornings, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import Intervention, PainEntry
from teamback.store import Store


def kari_of(store: Store) -> int:
    kari, _ = a_squad(store, "Kari Ola")
    store.keep(mornings(kari, low_back_now=" ".join("1" * 28 + "4" * 7)), PHYSIO)
    store.keep(sessions(kari, pain_during="2 0", surface="Grass"), PHYSIO)
    began = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
    about = {"day": MONDAY - DAY, "athlete": kari, "started": began, "note": "private words"}
    back = PainEntry(**about, site="low_back", pain=3.0, position_trigger="sitting")  # type: ignore[arg-type]
    knee = PainEntry(**about, site="knee", pain=2.0)  # type: ignore[arg-type]
    made = Intervention(
        day=MONDAY - 7 * DAY, athlete=kari, what="footwear", change="<b>Turf</b> shoes", reason="private why"
    )
    store.keep([back, knee, made], PHYSIO)
    return kari


def said(page: AppTest) -> str:
    html = " ".join(part.proto.body for part in page.get("html"))
    return html + " ".join(table.value.to_csv() for table in page.dataframe)


def test_the_low_back_view_draws_three_figures_and_says_what_came_with_it(
    store: Store, open_page: Any
) -> None:
    page = open_page("athlete/story", athlete=str(kari_of(store)), view="low_back")
    assert len(page.get("plotly_chart")) == 3
    words = said(page)
    assert "More pain, a change that matters" in words
    assert "1.00 to 4.00 (+3.00 points)" in words
    assert "Sitting" in words
    assert "&lt;b&gt;Turf&lt;/b&gt; shoes" in words
    assert "since: 4.0 (n = 7)" in words
    assert "private words" in words
    assert "<span>Low-back days</span><b>7</b><small>of 35 mornings answered</small>" in words
    assert not [text for text in ("None", "nan", "NaN", "cause") if text in words]


def test_an_athlete_with_a_journal_alone_gets_no_empty_figures(store: Store, open_page: Any) -> None:
    (ola,) = a_squad(store, "Ola")
    began = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
    entry = PainEntry(day=MONDAY - DAY, athlete=ola, started=began, site="low_back", pain=3.0)
    store.keep([entry], PHYSIO)
    page = open_page("athlete/story", athlete=str(ola), view="low_back")
    assert len(page.get("plotly_chart")) == 1
    assert any("No check-in and no session" in caption.value for caption in page.caption)


def test_another_site_of_the_journal_can_be_chosen(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", athlete=str(kari_of(store)), view="low_back")
    page.segmented_control(key="journal_site").set_value("knee").run()
    assert list(page.dataframe[0].value["Where"]) == ["Knee"]


def test_performance_reads_the_journal_without_its_notes(store: Store, open_page: Any) -> None:
    page = open_page("athlete/story", who="s_and_c", athlete=str(kari_of(store)), view="low_back")
    assert "private" not in said(page)
    assert "Turf" in said(page)


def test_an_athlete_sees_their_own_low_back(store: Store, open_page: Any) -> None:
    kari_of(store)
    page = open_page("athlete/story", who="athlete", view="low_back")
    assert "private words" in said(page)
    assert len(page.get("plotly_chart")) == 3


def test_nothing_written_down_is_said_as_such(store: Store, open_page: Any) -> None:
    (kari,) = a_squad(store, "Kari")
    page = open_page("athlete/story", athlete=str(kari), view="low_back")
    words = " ".join(info.value for info in page.info)
    assert "No entry in these days" in words
    assert not [text for text in ("None", "nan", "NaN") if text in said(page)]
