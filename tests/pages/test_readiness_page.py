"""The readiness page, as a physio meets it."""

import re
from html import unescape
from typing import Any

import squads
from squads import DAY, MONDAY, PHYSIO, a_squad, decided, mornings
from streamlit.testing.v1 import AppTest

from teamback.store import Store

WELL = {"fatigue": 4, "sleep_quality": 4, "soreness": 4, "stress": 4, "mood": 4}


def a_morning(store: Store) -> dict[str, int]:
    """Kari hurts, Ola is well, Per did not answer, Ida is out with an overdue review."""
    kari, ola, per, ida = a_squad(store, "Kari Ola Per Ida")
    store.keep(mornings(kari, low_back_now="0 0 6", **WELL), PHYSIO)
    store.keep(mornings(ola, low_back_now="0 0 0", **WELL), PHYSIO)
    store.keep(mornings(ida, low_back_now="0 0 1", **WELL), PHYSIO)
    decisions = [decided(kari, "full"), decided(ola, "full"), decided(per, "full")]
    out = decided(ida, "out", MONDAY - 5 * DAY, review_on=MONDAY - DAY, reason="injury")
    store.keep([*decisions, out], PHYSIO)
    return {"Kari": kari, "Ola": ola, "Per": per, "Ida": ida}


def names(at: AppTest) -> list[list[str]]:
    """The athletes of each table, from the top."""
    return [list(map(unescape, re.findall("<th scope=row>(.*?)<td", table))) for table in tables(at)]


def tables(at: AppTest) -> list[str]:
    """The tables of the board as HTML."""
    return [html.proto.body for html in at.get("html") if 'class="tb-board"' in html.proto.body]


def cells(at: AppTest, athlete: str) -> list[str]:
    """What an athlete's row says, cell by cell."""
    (row,) = [row for table in tables(at) for row in table.split("<tr>") if f">{athlete}<td" in row]
    each = re.split("<td>|<th scope=row>", row.replace("</i>", " "))[1:]
    return [unescape(re.sub("<.*?>", "", cell)) for cell in each]


def test_the_roster_stands_worst_first_and_those_out_apart(store: Store, open_page: Any) -> None:
    a_morning(store)
    assert names(open_page("squad/readiness")) == [["Kari", "Per", "Ola"], ["Ida"]]


def test_who_did_not_answer_is_there_and_not_green(store: Store, open_page: Any) -> None:
    a_morning(store)
    flag, _, training, why, *_ = cells(open_page("squad/readiness"), "Per")
    assert (flag, training) == ("○ Not reported", "✓ Full")
    assert why.startswith("No check-in today")


def test_an_overdue_review_stands_above_the_board(store: Store, open_page: Any) -> None:
    a_morning(store)
    page = open_page("squad/readiness")
    assert any("Decide first" in html.proto.body and "Ida" in html.proto.body for html in page.get("html"))


def test_the_filters_and_the_search_keep_the_order(store: Store, open_page: Any) -> None:
    a_morning(store)
    page = open_page("squad/readiness")
    page.segmented_control(key="show").set_value("Needs a look").run()
    assert names(page) == [["Kari"]]
    page.segmented_control(key="show").set_value("All").run()
    page.text_input(key="find").set_value("ol").run()
    assert names(page) == [["Ola"]]
    page.text_input(key="find").set_value("nobody").run()
    assert names(page) == []
    assert "No athlete matches" in page.info[0].value


def look_at(page: AppTest, athlete: int) -> AppTest:
    return page.segmented_control(key="readiness-0-0-today").set_value(athlete).run()


def test_the_panel_gives_sentence_limit_source_and_the_entries_read(store: Store, open_page: Any) -> None:
    people = a_morning(store)
    page = look_at(open_page("squad/readiness"), people["Kari"])
    said = " ".join(html.proto.body for html in page.get("html"))
    assert "Back pain 6/10 this morning (above 5)" in said
    assert "Rule P1" in said
    assert "(practice)" in said
    assert "<td>Mon 23 Nov<td>" in said


def test_modified_needs_a_restriction_before_it_can_be_saved(store: Store, open_page: Any) -> None:
    kari = a_morning(store)["Kari"]
    page = look_at(open_page("squad/readiness"), kari)
    page.segmented_control(key=f"availability-{kari}-training").set_value("modified").run()
    save = page.button(key=f"save-{kari}")
    assert save.disabled
    assert save.proto.help == "Modified needs at least one restriction: choose what is limited."
    head = store.head()
    page.button_group(key=f"availability-{kari}-restrictions").set_value(["contact"]).run()
    page.date_input(key=f"availability-{kari}-review").set_value(MONDAY + DAY).run()
    page.selectbox(key=f"availability-{kari}-reason").set_value("injury").run()
    page.button(key=f"save-{kari}").click().run()
    assert store.head() == head + 1
    assert cells(page, "Kari")[2] == "◐ Modified"


def test_of_two_who_decide_at_once_one_is_told_who_was_first(store: Store, open_page: Any) -> None:
    people = a_morning(store)
    kari = people["Kari"]
    mine, theirs = (look_at(open_page("squad/readiness", who=who), kari) for who in ("physio", "doctor"))
    for page in (mine, theirs):
        page.segmented_control(key=f"availability-{kari}-match").set_value("not_available").run()
    mine.button(key=f"save-{kari}").click().run()
    head = store.head()
    theirs.button(key=f"save-{kari}").click().run()
    assert store.head() == head
    assert "Maya Ortiz, physio was first" in theirs.error[0].value
    assert theirs.segmented_control(key=f"availability-{kari}-match").value == "not_available"
    theirs.button(key=f"save-{kari}").click().run()
    assert store.head() == head + 1


def test_a_check_in_of_another_athlete_in_between_refuses_nobody(store: Store, open_page: Any) -> None:
    people = a_morning(store)
    kari = people["Kari"]
    page = look_at(open_page("squad/readiness"), kari)
    store.keep(mornings(people["Per"], low_back_now="0", **WELL), PHYSIO)
    page.segmented_control(key=f"availability-{kari}-match").set_value("not_available").run()
    page.button(key=f"save-{kari}").click().run()
    assert not page.error


def test_performance_sees_the_board_and_decides_nothing(store: Store, open_page: Any) -> None:
    people = a_morning(store)
    page = look_at(open_page("squad/readiness", who="s_and_c"), people["Kari"])
    assert names(page)[0][0] == "Kari"
    assert f"save-{people['Kari']}" not in [button.key for button in page.button]


def test_a_past_day_is_shown_with_all_known_or_as_it_stood(
    store: Store, open_page: Any, clock: squads.Clock
) -> None:
    (kari,) = a_squad(store, "Kari")
    clock.later(hours=1)
    store.keep(mornings(kari, MONDAY - DAY, low_back_now="7", **WELL), PHYSIO)
    sunday = (MONDAY - DAY).isoformat()
    page = open_page("squad/readiness", day=sunday)
    assert cells(page, "Kari")[0] == "▲ See first"
    page.toggle(key="then").set_value(True).run()
    assert not tables(page)
    assert "Nobody was on this roster" in page.info[0].value


def test_a_name_is_shown_as_typed(store: Store, open_page: Any) -> None:
    typed = ["<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李", "🙂"]
    a_squad(store, " ".join(typed))
    page = open_page("squad/readiness")
    assert sorted(names(page)[0]) == sorted(typed)


def test_an_empty_store_says_what_to_do(store: Store, open_page: Any) -> None:
    page = open_page("squad/readiness")
    assert "There is no squad yet" in page.info[0].value
