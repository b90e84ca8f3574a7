"""The calendar page, as the staff meet it."""

import datetime as dt
from collections.abc import Callable

from answering import said
from squads import DAY, MONDAY, S_AND_C, a_squad, sessions
from streamlit.testing.v1 import AppTest

from teamback.record.events import CalendarEntry
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.calendar import calendar

OpenPage = Callable[..., AppTest]
HEADER = "athlete,day,what,start,place,planned_minutes,planned_load,title"


def there(store: Store) -> list[Kept[CalendarEntry]]:
    return calendar(store, PROGRAM, "first", MONDAY - 60 * DAY, MONDAY + 400 * DAY)


def entries(page: AppTest) -> list[str]:
    """The entries in view, in words."""
    words = ("Training", "Match", "Travel", "Squad day off", "Appointment")
    labels = [button.label.replace("\\", "") for button in page.button]
    return [label for label in labels if label.startswith(words)]


def add(page: AppTest, what: str, batch: int = 0) -> str:
    """Opens the form for a kind of entry; gives its key."""
    page.button(key="calendar-add").click().run()
    key = f"calendar--1-{batch}"
    page.segmented_control(key=f"{key}-what").set_value(what).run()
    return key


def save(page: AppTest, key: str) -> AppTest:
    return page.button(key=f"tb-go-{key}").click().run()


def test_a_training_is_added_and_stands_on_its_day(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("desk/calendar", who="s_and_c")
    key = add(page, "training")
    page.time_input(key=f"{key}-start").set_value(dt.time(10, 30))
    page.text_input(key=f"{key}-place").set_value("Pitch *1*")
    page.number_input(key=f"{key}-minutes").set_value(90.0).run()
    save(page, key)
    assert entries(page) == ["Training · 10:30 · Pitch *1* · 90 min"]
    (kept,) = there(store)
    assert kept.event == CalendarEntry(
        day=MONDAY, squad="first", what="training", start="10:30", place="Pitch *1*", planned_minutes=90.0
    )
    assert kept.recorded_by == "Sam Carter, S&C"


def test_weekly_until_a_day_is_one_batch_that_can_be_undone(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("desk/calendar")
    key = add(page, "training")
    page.checkbox(key=f"{key}-repeat").check().run()
    save(page, key)
    assert "Choose the day until which it repeats" in page.error[0].value
    page.date_input(key=f"{key}-until").set_value(MONDAY + 28 * DAY).run()
    save(page, key)
    assert len(there(store)) == 5
    (undo,) = [button for button in page.button if button.label == "Undo"]
    undo.click().run()
    assert there(store) == []


def test_an_appointment_is_for_one_athlete(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari <b>")
    page = open_page("desk/calendar")
    key = add(page, "appointment")
    save(page, key)
    assert "choose who" in page.error[0].value
    page.selectbox(key=f"{key}-athlete").set_value(1)
    page.text_input(key=f"{key}-title").set_value("Scan").run()
    save(page, key)
    assert entries(page) == ["Appointment · Kari · Scan"]


def test_a_day_off_where_sessions_are_recorded_says_so_before_it_is_saved(
    store: Store, open_page: OpenPage
) -> None:
    a_squad(store, "Kari")
    store.keep(sessions(1, minutes="60", rpe="5"), S_AND_C)
    head, page = store.head(), open_page("desk/calendar")
    key = add(page, "day_off")
    save(page, key)
    assert store.head() == head
    assert "1 session is recorded for Mon 23 Nov" in page.warning[0].value
    page.button(key=f"tb-anyway-{key}").click().run()
    assert entries(page) == ["Squad day off"]


def planned(store: Store, **about: object) -> int:
    told = {"day": MONDAY, "squad": "first", "what": "training", "start": "10:30"} | about
    return store.keep([CalendarEntry(**told)], S_AND_C).start  # type: ignore[arg-type]


def opened(page: AppTest, what: object) -> AppTest:
    page.session_state["calendar-open"] = (what, 0)
    return page.run()


def test_an_entry_is_corrected_in_its_place(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    seq = planned(store, planned_minutes=62.5)
    page = opened(open_page("desk/calendar"), seq)
    key = f"calendar-{seq}-0"
    page.time_input(key=f"{key}-start").set_value(dt.time(17, 0)).run()
    save(page, key)
    (kept,) = there(store)
    assert (kept.event.start, kept.event.planned_minutes, kept.replaces) == ("17:00", 62.5, seq)


def test_a_whole_series_can_be_taken_out_from_a_day_on(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    weeks = [MONDAY + n * 7 * DAY for n in range(4)]
    series = [CalendarEntry(day=day, squad="first", what="training", start="10:30") for day in weeks]
    seq = store.keep(series, S_AND_C).start + 1
    page = opened(open_page("desk/calendar"), seq)
    key = f"calendar-{seq}-0"
    page.checkbox(key=f"{key}-later").check().run()
    assert page.button(key=f"{key}-out").disabled
    page.text_input(key=f"{key}-reason").set_value("Camp abroad").run()
    page.button(key=f"{key}-out").click().run()
    assert [kept.event.day for kept in there(store)] == [MONDAY]


def test_of_two_who_plan_for_one_squad_one_is_told_who_was_first(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    mine, theirs = (open_page("desk/calendar", who=who) for who in ("physio", "s_and_c"))
    key = add(mine, "training"), add(theirs, "match")
    save(mine, key[0])
    save(theirs, key[1])
    assert "Maya Ortiz, physio was first" in theirs.error[0].value
    assert theirs.segmented_control(key=f"{key[1]}-what").value == "match"
    save(theirs, key[1])
    assert sorted(kept.event.what for kept in there(store)) == ["match", "training"]


def test_the_days_in_view_move_by_two_weeks_and_come_back(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    planned(store, day=MONDAY + 15 * DAY)
    page = open_page("desk/calendar")
    assert entries(page) == []
    page.button(key="calendar-Later").click().run()
    assert entries(page) == ["Training · 10:30"]
    page.button(key="calendar-now").click().run()
    assert entries(page) == []


def upload(page: AppTest, *rows: str, header: str = HEADER) -> AppTest:
    page.button(key="calendar-file").click().run()
    text = "\n".join([header, *rows]) + "\n"
    page.file_uploader[0].set_value(("my plan.csv", text.encode(), "text/csv")).run()
    return page


def test_a_file_is_previewed_then_let_in_as_one_batch_that_can_be_undone(
    store: Store, open_page: OpenPage
) -> None:
    a_squad(store, "Kari")
    head, page = store.head(), open_page("desk/calendar")
    upload(page, ",2026-11-24,training,10:30,Pitch 1,90,450,", "Kari,2026-11-25,appointment,09:00,,,,Scan")
    assert "**2 new**" in [text.value for text in page.markdown]
    assert store.head() == head
    (let_in,) = [button for button in page.button if button.label == "Let 2 rows in"]
    let_in.click().run()
    assert entries(page) == [
        "Training · 10:30 · Pitch 1 · 90 min · 450 AU",
        "Appointment · 09:00 · Kari · Scan",
    ]
    (undo,) = [button for button in page.button if button.label == "Undo"]
    undo.click().run()
    assert there(store) == []


def test_an_invalid_row_is_named_by_its_line_and_nothing_comes_in(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    head, page = store.head(), open_page("desk/calendar")
    upload(page, ",2026-11-24,training,25:00,,,,", ",2026-11-25,training,10:30,,,,")
    (faults,) = [html.proto.body for html in page.get("html") if 'class="tb-faults"' in html.proto.body]
    assert faults.count("<li>") == 1
    assert "<b>Line 2</b> start: &quot;25:00&quot; is not a time of day" in faults
    (let_in,) = [button for button in page.button if button.label.startswith("Let ")]
    assert let_in.disabled
    assert store.head() == head


def test_a_file_of_another_kind_is_refused(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("desk/calendar")
    upload(page, "Kari,2026-11-20,3", header="athlete,day,low_back_now")
    assert "my plan.csv holds other entries than those of the calendar" in said(page)


def test_a_file_that_is_no_csv_is_refused_in_one_sentence(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    page = open_page("desk/calendar")
    upload(page, header="\x00\x01PK")
    assert len(page.error) == 1
    assert "my plan.csv" in said(page)


def test_a_coach_does_not_have_this_page(store: Store, open_page: OpenPage) -> None:
    a_squad(store, "Kari")
    try:
        open_page("desk/calendar", who="coach")
    except ValueError:
        return
    raise AssertionError("a coach reaches the calendar")
