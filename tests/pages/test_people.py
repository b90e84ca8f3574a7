"""The people page, as a physio meets it."""

import datetime as dt
from collections.abc import Callable

from squads import DAY, LEAD, MONDAY, a_squad
from streamlit.testing.v1 import AppTest

from teamback.record.events import Left, SquadNamed
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.roster import athletes_named, roster, squads

OpenPage = Callable[..., AppTest]


def listed(page: AppTest) -> list[str]:
    return list(page.dataframe[0].value["known_as"]) if page.dataframe else []


def form_of(page: AppTest) -> str:
    """The key of the form in the panel."""
    (known,) = [field.key for field in page.text_input if field.label == "Known as"]
    return known.removesuffix("-known")


def add(page: AppTest, known_as: str, ids: str = "") -> AppTest:
    """Opens the form, types, and presses Save once."""
    page.button(key="people-add").click().run()
    form = form_of(page)
    page.text_input(key=f"{form}-known").set_value(known_as)
    page.text_area(key=f"{form}-ids").set_value(ids).run()
    return page.button(key=f"tb-go-{form}").click().run()


def opened(page: AppTest, athlete: int) -> AppTest:
    page.session_state["people-open"] = (athlete, 0)
    return page.run()


def test_an_empty_store_makes_its_first_squad_and_athlete_here(store: Store, open_page: OpenPage) -> None:
    page = open_page("desk/people")
    assert "There is no squad yet" in page.info[0].value
    page.button(key="tb-go-squad").click().run()
    said = [error.value for error in page.error]
    assert "Give the squad a name\\." in said
    page.text_input(key="squad-0-name").set_value("U21 <b>")
    page.selectbox(key="squad-0-zone").set_value("Europe/Oslo")
    page.selectbox(key="squad-0-sport").set_value("rugby")
    page.button(key="tb-go-squad").click().run()
    (made,) = squads(store, PROGRAM)
    assert made == SquadNamed(
        day=MONDAY, squad="u21-b", name="U21 <b>", sport="rugby", time_zone="Europe/Oslo"
    )
    assert "Nobody is on this squad yet" in page.info[0].value
    add(page, "Kari")
    assert listed(page) == ["Kari"]
    assert page.dataframe[0].value["sport"][0] == "Rugby"


def test_a_name_is_required_and_what_was_typed_stays(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    head, page = store.head(), open_page("desk/people")
    add(page, "", "gps:7")
    assert store.head() == head
    assert page.error[0].value == "Say what everybody calls the athlete\\."
    assert page.text_area(key=f"{form_of(page)}-ids").value == "gps:7"


def test_a_second_kari_is_asked_about_once_and_then_saved(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    head, page = store.head(), open_page("desk/people")
    add(page, "kari")
    assert store.head() == head
    assert "Kari is on record already" in page.warning[0].value
    page.button(key=f"tb-anyway-{form_of(page)}").click().run()
    assert listed(page) == ["Kari", "kari"]


def test_an_external_id_that_another_athlete_has_is_refused(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Ola")
    page = open_page("desk/people")
    add(page, "Kari", "gps:7")
    add(page, "Ida", "gps:7")
    assert "gps:7 belongs to another athlete" in page.error[0].value.replace("\\", "")
    assert listed(page) == ["Kari", "Ola"]


def test_details_are_corrected_in_place(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    page = opened(open_page("desk/people"), kari)
    form = f"people-{kari}-0-details"
    page.text_input(key=f"{form}-position").set_value("Wing")
    page.date_input(key=f"{form}-born").set_value(dt.date(2000, 1, 1)).run()
    page.button(key=f"tb-go-{form}").click().run()
    row = page.dataframe[0].value.iloc[0]
    assert (row["position"], row["age"]) == ("Wing", 26)
    assert not page.text_input


def test_a_move_takes_the_athlete_to_the_other_squad(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    a_squad(store, "Ola", squad="second")
    page = opened(open_page("desk/people", squad="first"), kari)
    page.segmented_control(key=f"people-{kari}-0-side").set_value("Squads").run()
    form = f"people-{kari}-0-squads"
    page.radio(key=f"{form}-what").set_value("move").run()
    page.checkbox(key=f"{form}-loan").check().run()
    page.button(key=f"tb-go-{form}").click().run()
    assert "Nobody is on this squad yet" in page.info[0].value
    assert [who.known_as for who in roster(store, LEAD, "second", MONDAY) if who.loan] == ["Kari"]


def test_who_left_stands_below_and_can_come_back(store: Store, open_page: OpenPage) -> None:
    kari, _ = a_squad(store, "Kari Ola")
    store.keep([Left(day=MONDAY - DAY, athlete=kari, squad="first", reason="Transfer")], LEAD)
    page = open_page("desk/people")
    assert listed(page) == ["Ola"]
    assert page.expander[0].label == "Left this squad (1)"
    page = opened(page, kari)
    form = f"people-{kari}-0-squads"
    page.button(key=f"tb-go-{form}").click().run()
    assert listed(page) == ["Kari", "Ola"]


def test_of_two_who_correct_one_athlete_one_is_told_who_was_first(store: Store, open_page: OpenPage) -> None:
    (kari,) = a_squad(store, "Kari")
    mine, theirs = (opened(open_page("desk/people", who=who), kari) for who in ("physio", "doctor"))
    form = f"people-{kari}-0-details"
    for page, position in ((mine, "Wing"), (theirs, "Back")):
        page.text_input(key=f"{form}-position").set_value(position).run()
    mine.button(key=f"tb-go-{form}").click().run()
    theirs.button(key=f"tb-go-{form}").click().run()
    assert "Maya Ortiz, physio was first" in theirs.error[0].value
    assert theirs.text_input(key=f"{form}-position").value == "Back"
    theirs.button(key=f"tb-go-{form}").click().run()
    assert [k.event.position for k in athletes_named(store, PROGRAM, [kari]).values()] == ["Back"]


def test_names_are_shown_as_typed(store: Store, open_page: OpenPage) -> None:
    typed = ["<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李", "🙂"]
    a_squad(store, " ".join(typed))
    assert sorted(listed(open_page("desk/people"))) == sorted(typed)


def test_performance_and_coach_do_not_have_this_page(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    for who in ("s_and_c", "coach"):
        try:
            open_page("desk/people", who=who)
        except ValueError:
            continue
        raise AssertionError(f"{who} reaches the people page")


def test_the_day_of_the_weekly_questions_is_chosen_for_the_squad(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("desk/people")
    page.button(key="people-squad").click().run()
    assert page.text_input(key="this-squad-0-name").value == "First"
    page.selectbox(key="this-squad-0-weekly").set_value("monday")
    page.text_input(key="this-squad-0-name").set_value("Seniors").run()
    page.button(key="tb-go-this-squad").click().run()
    (made,) = squads(store, PROGRAM)
    assert (made.squad, made.name, made.ostrc_on, made.time_zone) == ("first", "Seniors", "monday", "UTC")
