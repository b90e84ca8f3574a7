"""What a check-in brings besides the same questions: the journal of a back that hurts, the OSTRC, the day."""

from collections.abc import Callable

import pytest
from answering import answer, html, labels, press, questions, said
from check_in_answers import ALL_WELL, NO_SIGNS, PAIN, check_ins, on_the_map
from squads import DAY, MONDAY, PHYSIO, a_squad
from streamlit.testing.v1 import AppTest

from teamback.record.events import InstrumentTotal, PainEntry, SelfManagement, SquadNamed
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM
from teamback.store import Store
from teamback.store.queries.daily import daily_entries

OpenPage = Callable[..., AppTest]
TRIGGER = "Which position or movement brings it on?"
BEFORE = "What did you do before it began or got worse?"
EASES, SPREADS = "What eases it?", "Does it spread down a leg?"
TOOK_PART = "Taking part in the last 7 days"
OTHERS = ["Training or matches were changed because of it", "Performance suffered", "Symptoms were felt"]


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    return open_page("athlete/check_in", who="athlete")


@pytest.fixture
def weekly(open_page: OpenPage, store: Store, kari: int) -> AppTest:
    """Kari's check-in on the club's day of the OSTRC."""
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", ostrc_on="monday")], PHYSIO)
    return open_page("athlete/check_in", who="athlete")


def journal(store: Store, athlete: int) -> list[Kept[PainEntry]]:
    return daily_entries(store, PainEntry, PROGRAM, [athlete], ["first"], MONDAY, MONDAY)


def totals(store: Store, athlete: int) -> list[Kept[InstrumentTotal]]:
    return daily_entries(store, InstrumentTotal, PROGRAM, [athlete], ["first"], MONDAY - 7 * DAY, MONDAY)


def number(page: AppTest, label: str, value: float) -> None:
    (box,) = [box for box in page.number_input if box.label == label]
    box.set_value(value)


def hurting(phone: AppTest) -> AppTest:
    answer(phone, ALL_WELL | {PAIN: 4})
    answer(phone, NO_SIGNS | {TRIGGER: "flexion", BEFORE: "lift", EASES: "heat", SPREADS: "no"})
    return on_the_map(phone, "low_back_right")


def test_the_journal_is_kept_in_one_batch_with_the_check_in(phone: AppTest, store: Store, kari: int) -> None:
    press(hurting(phone), "Save")
    (entry,) = journal(store, kari)
    told = entry.event
    assert (told.area, told.site, told.side, told.pain) == ("low_back_right", "low_back", "right", 4)
    assert (told.position_trigger, told.preceding_activity, told.easing_factor) == ("flexion", "lift", "heat")
    assert (told.spread_to_leg, told.with_check_in) == (False, True)
    (check_in,) = check_ins(store, kari)
    assert (check_in.batch, check_in.event.side) == (entry.batch, "right")
    assert "<dt>Where</dt><dd>Low back, right</dd>" in html(phone)
    assert "<dt>Eased by</dt><dd>Warmth</dd>" in html(phone)


def test_a_correction_shows_the_place_and_takes_its_place(phone: AppTest, store: Store, kari: int) -> None:
    press(hurting(phone), "Save")
    (first,) = journal(store, kari)
    press(phone, "Correct my answers")
    assert [box.value for box in phone.selectbox if (box.key or "").startswith("tb-area-")] == [
        "low_back_right"
    ]
    press(answer(on_the_map(phone, "sacrum"), {TRIGGER: "sitting"}), "Save")
    (second,) = journal(store, kari)
    assert (second.replaces, second.event.area, second.event.position_trigger) == (
        first.seq,
        "sacrum",
        "sitting",
    )
    assert second.event.easing_factor == "heat"


def test_a_back_that_is_well_after_all_counts_as_0_in_the_journal(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(hurting(phone), "Save")
    press(answer(press(phone, "Correct my answers"), {PAIN: 0}), "Save")
    (entry,) = journal(store, kari)
    assert (entry.event.pain, entry.event.area, entry.event.position_trigger) == (0, None, None)


def test_a_score_alone_makes_no_entry_of_the_journal(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(answer(phone, ALL_WELL | {PAIN: 2}), NO_SIGNS), "Save")
    assert (len(check_ins(store, kari)), journal(store, kari)) == (1, [])


def test_who_took_part_without_a_complaint_has_one_tap_more(weekly: AppTest, store: Store, kari: int) -> None:
    assert questions(weekly) == [*ALL_WELL, TOOK_PART]
    press(answer(weekly, ALL_WELL | {TOOK_PART: "0"}), "Save")
    (week,) = totals(store, kari)
    assert (week.event.instrument, week.event.q1, week.event.q2, week.event.total) == ("ostrc", 0, None, None)
    assert week.batch == check_ins(store, kari)[0].batch
    assert "<dt>Last 7 days</dt><dd>As usual, no complaint</dd>" in html(weekly)


def test_a_complaint_brings_the_other_three(weekly: AppTest, store: Store, kari: int) -> None:
    answer(weekly, ALL_WELL | {TOOK_PART: "17"})
    press(answer(weekly, dict(zip(OTHERS[:2], ("8", "0"), strict=True))), "Save")
    assert "You have not answered: some of your last 7 days." in said(weekly)
    press(answer(weekly, {OTHERS[2]: "17"}), "Save")
    assert [kept.event.total for kept in totals(store, kari)] == [42]
    assert "Less than usual (severity 42 of 100)" in html(weekly)


def test_the_week_is_corrected_with_its_check_in(weekly: AppTest, store: Store, kari: int) -> None:
    press(answer(weekly, ALL_WELL | {TOOK_PART: "0"}), "Save")
    answer(press(weekly, "Correct my answers"), {TOOK_PART: "25"})
    press(answer(weekly, dict.fromkeys(OTHERS, "25")), "Save")
    assert [kept.event.total for kept in totals(store, kari)] == [100]


def test_a_week_that_is_answered_is_not_asked_again(open_page: OpenPage, store: Store, kari: int) -> None:
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", ostrc_on="monday")], PHYSIO)
    friday = InstrumentTotal(day=MONDAY - 3 * DAY, athlete=kari, instrument="ostrc", q1=0.0)
    store.keep([friday], PHYSIO)
    assert TOOK_PART not in questions(open_page("athlete/check_in", who="athlete"))


def test_performance_staff_are_not_asked_what_they_could_not_read(
    weekly: AppTest, open_page: OpenPage, kari: int
) -> None:
    assert TOOK_PART in questions(weekly)
    assert TOOK_PART not in questions(open_page("athlete/check_in", who="s_and_c", athlete=str(kari)))
    assert TOOK_PART in questions(open_page("athlete/check_in", who="physio", athlete=str(kari)))


def test_the_day_and_self_management_are_optional(open_page: OpenPage, store: Store, kari: int) -> None:
    plan = SelfManagement(day=MONDAY - DAY, athlete=kari, breathing="5 min lying, <hands> on the ribs")
    store.keep([plan], PHYSIO)
    phone = open_page("athlete/check_in", who="athlete")
    assert any("5 min lying" in text.value for text in phone.markdown)
    number(phone, "Sitting (min)", 240.0)
    (breathing,) = [box for box in phone.checkbox if box.label == "Breathing exercise"]
    breathing.check()
    press(answer(phone, ALL_WELL), "Save")
    report = check_ins(store, kari)[0].event
    assert (report.sitting, report.commute) == (240, None)
    assert (report.breathing, report.mobilisation, report.activity_change) == (True, False, False)
    assert "<dt>Sitting</dt><dd>240 min</dd>" in html(phone)


def test_without_a_tick_self_management_is_not_answered_and_none_is_a_no(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(answer(phone, ALL_WELL), "Save")
    assert check_ins(store, kari)[0].event.breathing is None
    press(phone, "Correct my answers")
    (none,) = [box for box in phone.checkbox if box.label == "None of these"]
    none.check()
    press(phone, "Save")
    report = check_ins(store, kari)[0].event
    assert (report.breathing, report.mobilisation) == (False, False)


def test_performance_staff_correct_a_check_in_and_keep_its_journal(
    open_page: OpenPage, phone: AppTest, store: Store, kari: int
) -> None:
    press(hurting(phone), "Save")
    page = open_page("athlete/check_in", who="s_and_c", athlete=str(kari))
    press(answer(press(page, "Correct this check-in"), {PAIN: 5}), "Save")
    assert [(kept.event.pain, kept.event.area) for kept in journal(store, kari)] == [(5, "low_back_right")]
    assert "Save" not in labels(page)
