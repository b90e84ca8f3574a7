"""The load page, as an S&C coach meets it."""

from typing import Any

from squads import DAY, MONDAY, PHYSIO, a_squad, sessions

from teamback.store import Store

YESTERDAY = MONDAY - DAY
EVEN = "60 " * 28


def a_fortnight_of(store: Store) -> dict[str, int]:
    """Kari did more than usual, Per as usual, Ida entered nothing."""
    kari, per, ida = a_squad(store, "Kari Per Ida")
    for athlete, week in ((kari, "90 "), (per, "60 ")):
        store.keep(sessions(athlete, YESTERDAY, minutes=EVEN + week * 7, rpe=5.0), PHYSIO)
    return {"Kari": kari, "Per": per, "Ida": ida}


def said(page: Any) -> str:
    return " ".join(html.proto.body for html in page.get("html"))


def test_the_whole_roster_stands_there_far_from_usual_first(store: Store, open_page: Any) -> None:
    a_fortnight_of(store)
    page = open_page("squad/load", who="s_and_c")
    table = page.dataframe[0].value
    assert list(table["athlete"]) == ["Kari", "Ida", "Per"]
    assert list(table["standing"]) == ["↑ Above usual", "? Week: 0 of 7 days", "= Within usual"]
    assert list(table["known"]) == ["7 of 7, 0 rest", "0 of 7, 0 rest", "7 of 7, 0 rest"]
    assert "7 days to Sun 22 Nov" in said(page)


def test_a_link_opens_one_athlete_with_figure_and_sessions(store: Store, open_page: Any) -> None:
    kari = a_fortnight_of(store)["Kari"]
    page = open_page("squad/load", who="s_and_c", athlete=str(kari))
    words = " ".join(text.value for text in page.markdown)
    assert "7 days to Sun 22 Nov: **3,150 AU**" in words
    assert "usual 2,100 ± 0 (+50 %)" in words
    assert len(page.get("plotly_chart")) == 1
    assert list(page.dataframe[-1].value["Load (AU)"])[:7] == [450] * 7


def test_the_window_is_in_the_address_and_changes_what_is_listed(store: Store, open_page: Any) -> None:
    kari = a_fortnight_of(store)["Kari"]
    page = open_page("squad/load", athlete=str(kari), days="28")
    assert len(page.dataframe[-1].value) == 27
    page.segmented_control(key="days").set_value("all").run()
    assert len(page.dataframe[-1].value) == 35
    assert page.query_params["days"] == "all"


def test_descriptive_figures_say_what_they_cannot_say(store: Store, open_page: Any) -> None:
    people = a_fortnight_of(store)
    page = open_page("squad/load", athlete=str(people["Kari"]))
    words = " ".join(text.value for text in page.expander[0].markdown)
    assert "they do not predict injury" in words
    figures = list(page.expander[0].table[0].value["Figure"])
    assert figures == ["Monotony", "Strain (AU)", "ACWR, 7 to 28 days"]
    newcomer = open_page("squad/load", athlete=str(people["Ida"]))
    assert not newcomer.expander[0].table
    words = " ".join(text.value for text in newcomer.expander[0].markdown)
    assert "Shown from 28 days of data on: 0 so far." in words


def test_a_number_in_the_address_that_is_nobody_opens_nothing(store: Store, open_page: Any) -> None:
    a_fortnight_of(store)
    assert not open_page("squad/load", athlete="999").get("plotly_chart")


def test_an_empty_squad_says_what_to_do(store: Store, open_page: Any) -> None:
    a_squad(store, "Kari", joined=MONDAY)
    page = open_page("squad/load", day=YESTERDAY.isoformat())
    assert not page.dataframe
    assert "Nobody is on this roster" in page.info[0].value
