"""A worked case of clinical.md on the board: what is missing in words, and held in three presses."""

from typing import Any

from squads import DAY, MONDAY, PHYSIO, decided
from streamlit.testing.v1 import AppTest

from teamback.record.scope import PROGRAM
from teamback.rounds.cases import cases_of
from teamback.store import Store
from tests.rounds.test_rts_cases import CASES, Told, played

PAGE = "squad/return_to_sport"


def cards(page: AppTest) -> str:
    """What the page draws."""
    return " ".join(part.proto.body for part in page.get("html"))


def test_case_t2_is_not_ready_and_its_two_reasons_stand_on_the_card_in_words(
    store: Store, open_page: Any
) -> None:
    played(store, Told(CASES["T2"]))
    words = cards(open_page(PAGE))
    assert "<b>8 of 10</b> met, needs:" in words
    assert "Side bridge: the weaker side reaches 85 % of the stronger: <b>80 %</b>" in words
    assert "7-day load lies within the ceiling of the stage: <b>59 %</b>" in words
    assert "Ready to progress: " not in words


def test_a_case_that_is_not_ready_is_held_in_three_presses(store: Store, open_page: Any) -> None:
    review = played(store, Told(CASES["T2"]))
    page = open_page(PAGE)
    key = f"move-{review.case.number}"
    page.button(key=key).click().run()
    page.segmented_control(key=f"{key}-0-what").set_value("hold").run()
    page.button(key=f"{key}-0-save").click().run()
    change = cases_of(store, PROGRAM, [review.case.athlete], MONDAY)[0].changes[-1].event
    assert (change.decision, change.to_stage) == ("hold", 2)
    assert change.reason == "Not every criterion is met yet."


def test_a_step_back_that_nothing_proposed_takes_three_presses(store: Store, open_page: Any) -> None:
    review = played(store, Told(CASES["T2"]))
    limited = decided(review.case.athlete, "rehab", review_on=MONDAY + DAY, reason="injury")
    store.keep([limited], PHYSIO)
    page = open_page(PAGE)
    key = f"move-{review.case.number}"
    page.button(key=key).click().run()
    page.segmented_control(key=f"{key}-0-what").set_value("step_back").run()
    page.button(key=f"{key}-0-save").click().run()
    change = cases_of(store, PROGRAM, [review.case.athlete], MONDAY)[0].changes[-1].event
    assert (change.decision, change.to_stage, change.reason) == ("step_back", 1, "Clinical judgement.")
