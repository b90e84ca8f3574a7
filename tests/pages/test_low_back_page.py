"""The squad's low-back page, as clinicians and performance staff meet it."""

from collections.abc import Callable

import pytest
from squads import DAY, MONDAY, PHYSIO, SquadNamed, a_squad, mornings, oneself
from streamlit.testing.v1 import AppTest

from teamback.record.events import InstrumentTotal
from teamback.store import Store
from tests.pages.answering import html

OpenPage = Callable[..., AppTest]


def headings(page: AppTest) -> list[str]:
    return [box.label.replace("\\", "") for box in page.expander]


def test_who_needs_a_look_stands_first_with_every_reason(store: Store, open_page: OpenPage) -> None:
    kari, ola, per = a_squad(store, "Kari <b>Ola</b> Per")
    store.keep(mornings(ola, low_back_now=" ".join("4" * 20)), PHYSIO)
    store.keep(mornings(per, low_back_now=" ".join("0" * 20)), PHYSIO)
    page = open_page("squad/low_back")
    strip = html(page)
    assert "To look at <b>1</b>" in strip
    assert "No score in 7 days <b>1</b>" in strip
    assert "Referral clocks running <b>1</b>" in strip
    assert "<b>Ola</b>" not in strip, "a name is text"
    first, *_ = headings(page)
    assert "Ola" in first
    assert "assessment due" in first
    assert "limit: from 14 days · Symptoms beyond two weeks" in strip
    assert kari


def test_the_answers_of_a_squad_that_gave_none_are_gaps_not_green(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("squad/low_back")
    assert "No score in 7 days <b>1</b>" in html(page)
    assert "Nothing found <b>0</b>" in html(page)
    assert "who answered" not in headings(page)


def test_the_heatmap_looks_back_28_or_90_days(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, MONDAY - 60 * DAY, low_back_now="6"), PHYSIO)
    page = open_page("squad/low_back")
    page.segmented_control(key="low_back_days").set_value(90).run()
    assert not page.exception
    assert page.segmented_control(key="low_back_days").value == 90


@pytest.mark.parametrize(("who", "reads"), [("physio", True), ("s_and_c", False)])
def test_the_weekly_questions_are_for_clinicians(
    store: Store, open_page: OpenPage, who: str, reads: bool
) -> None:
    (kari,) = a_squad(store, "Kari")
    bad = InstrumentTotal(
        day=MONDAY, athlete=kari, instrument="ostrc", total=50.0, q1=17.0, q2=17.0, q3=8.0, q4=8.0
    )
    store.keep([bad], oneself(kari))
    page = open_page("squad/low_back", who=who)
    assert ("Health problems week by week (OSTRC)" in headings(page)) == reads
    assert any("OSTRC" in head for head in headings(page)) == reads


def test_an_empty_squad_says_what_to_do(store: Store, open_page: OpenPage) -> None:
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First")], PHYSIO)
    page = open_page("squad/low_back")
    assert not page.expander


@pytest.mark.parametrize("who", ["coach", "athlete"])
def test_nobody_else_has_such_a_page(store: Store, open_page: OpenPage, who: str) -> None:
    a_squad(store, "Kari")
    with pytest.raises(ValueError, match="low_back"):
        open_page("squad/low_back", who=who)
