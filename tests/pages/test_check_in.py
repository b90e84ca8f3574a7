from collections.abc import Callable

import pytest
from answering import answer, html, labels, press, questions, said
from check_in_answers import ALL_WELL, MOOD, NO_SIGNS, PAIN, WORST, check_ins, on_the_map
from squads import DOCTOR, MONDAY, PHYSIO, Clock, a_squad, decided, mornings, oneself
from streamlit.testing.v1 import AppTest

from teamback.record.events import CheckIn
from teamback.rounds.squad_day import squad_day
from teamback.store import Store

OpenPage = Callable[..., AppTest]
WELLNESS = {question: score for question, score in ALL_WELL.items() if question != PAIN}


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


@pytest.fixture
def phone(open_page: OpenPage, kari: int) -> AppTest:
    """Kari's own check-in."""
    return open_page("athlete/check_in", who="athlete")


def test_seven_answers_and_save_are_all_when_all_is_well(phone: AppTest, store: Store, kari: int) -> None:
    assert questions(phone) == list(ALL_WELL)
    press(answer(phone, ALL_WELL), "Save")
    (entry,) = check_ins(store, kari)
    report = entry.event
    assert (report.low_back_now, report.fatigue, report.sleep_quality, report.soreness) == (0, 4, 5, 5)
    assert (report.stress, report.mood, report.sleep_h) == (4, 5, 7.5)
    assert (report.low_back_worst, report.flare, report.note, report.asked_by) == (None, None, None, None)
    assert report.rated_at == store.clock()
    assert entry.recorded_by == "Kari, athlete"
    assert "Thank you, Kari. Your check-in was reported at 08:30." in said(phone)
    assert "<dt>How fresh</dt><dd>Fresh</dd>" in html(phone)


def test_nothing_is_chosen_beforehand(phone: AppTest) -> None:
    assert [group.value for group in phone.button_group] == [None] * len(ALL_WELL)


def test_the_athlete_is_told_that_nobody_may_be_watching(phone: AppTest) -> None:
    warning = "Nobody may be reading this right now. If it is urgent, call"
    assert any(caption.value.startswith(warning) for caption in phone.caption)
    press(answer(phone, ALL_WELL), "Save")
    assert any(caption.value.startswith(warning) for caption in phone.caption)


def test_more_is_asked_when_the_back_hurts(phone: AppTest, store: Store, kari: int) -> None:
    assert WORST not in questions(answer(phone, ALL_WELL))
    answer(phone, {PAIN: 4})
    worse = "Is it worse than your usual and hard to tolerate?"
    answer(phone, NO_SIGNS | {WORST: 6, "Does it spread down a leg?": "no", worse: "yes"})
    on_the_map(phone, "low_back_left")
    phone.number_input[0].set_value(20.0)
    phone.text_area[0].set_value("sat <b>long</b> *today*")
    press(phone, "Save")
    report = check_ins(store, kari)[0].event
    assert (report.low_back_now, report.low_back_worst, report.side) == (4, 6, "left")
    assert (report.spread_to_leg, report.flare, report.morning_stiffness) == (False, True, 20)
    assert (report.confidence, report.note) == (None, "sat <b>long</b> *today*")
    assert "sat &lt;b&gt;long&lt;/b&gt; *today*" in html(phone)


def test_what_was_said_about_the_back_is_not_kept_when_it_does_not_hurt_after_all(
    phone: AppTest, store: Store, kari: int
) -> None:
    answer(answer(phone, ALL_WELL | {PAIN: 3}), {WORST: 6})
    press(answer(phone, {PAIN: 0}), "Save")
    report = check_ins(store, kari)[0].event
    assert (report.low_back_now, report.low_back_worst) == (0, None)


def test_a_missing_back_pain_is_named_first_and_never_becomes_a_zero(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(answer(phone, WELLNESS), "Save")
    assert "You have not answered: lower back now." in said(phone)
    assert check_ins(store, kari) == []
    press(phone, "Save without it")
    assert check_ins(store, kari)[0].event.low_back_now is None
    assert "<dt>Lower back now</dt><dd>not answered</dd>" in html(phone)
    row = next(r for r in squad_day(store, "first", MONDAY, None, PHYSIO).rows if r.athlete.athlete == kari)
    assert (row.flag.level, row.reported) == ("not_reported", True)
    assert row.flag.reasons[0].says == "Checked in, but back pain not answered"


def test_who_answers_what_was_missing_just_saves(phone: AppTest, store: Store, kari: int) -> None:
    press(answer(phone, WELLNESS), "Save")
    press(answer(answer(phone, {PAIN: 1}), NO_SIGNS), "Save")
    assert check_ins(store, kari)[0].event.low_back_now == 1


def test_nothing_answered_is_refused(phone: AppTest, store: Store, kari: int) -> None:
    press(press(phone, "Save"), "Save without them")
    assert "Nothing was answered: answer at least one question." in said(phone)
    assert check_ins(store, kari) == []


def test_a_worst_below_the_pain_now_is_refused_beside_it_and_stays_as_typed(
    phone: AppTest, store: Store, kari: int
) -> None:
    press(answer(answer(phone, ALL_WELL | {PAIN: 5}), NO_SIGNS | {WORST: 2}), "Save")
    assert "Worst pain in 24 h (2) is below the pain now (5)." in said(phone)
    assert check_ins(store, kari) == []
    chosen = {group.label: group.value for group in phone.button_group}
    assert (chosen[PAIN], chosen[WORST], chosen[MOOD]) == (5, 2, 5)
    press(answer(phone, {WORST: 7}), "Save")
    assert check_ins(store, kari)[0].event.low_back_worst == 7


def test_hours_that_have_no_button_can_be_typed(phone: AppTest, store: Store, kari: int) -> None:
    answer(phone, ALL_WELL | {"How many hours did you sleep?": -1.0})
    phone.number_input[0].set_value(3.5)
    press(phone, "Save")
    assert check_ins(store, kari)[0].event.sleep_h == 3.5


def test_a_correction_shows_what_is_there_and_takes_its_place(
    phone: AppTest, store: Store, kari: int, clock: Clock
) -> None:
    press(answer(phone, ALL_WELL), "Save")
    (first,) = check_ins(store, kari)
    clock.later(minutes=12)
    press(phone, "Correct my answers")
    assert "You are correcting what was reported at 08:30." in said(phone)
    assert {group.label: group.value for group in phone.button_group} == ALL_WELL
    press(answer(phone, {MOOD: 2}), "Save")
    (second,) = check_ins(store, kari)
    assert (second.event.mood, second.event.sleep_h, second.replaces) == (2, 7.5, first.seq)
    assert "reported at 08:42" in said(phone)


def test_the_second_of_two_is_told_who_was_first_and_then_saves(
    phone: AppTest, store: Store, kari: int, clock: Clock
) -> None:
    answer(phone, ALL_WELL)
    store.keep([CheckIn(day=MONDAY, athlete=kari, low_back_now=7.0, asked_by=PHYSIO.signature)], PHYSIO)
    press(phone, "Save")
    assert "Dana Berg, physio was first" in said(phone)
    assert "You are correcting what was entered by Dana Berg, physio at 08:30." in said(phone)
    assert "<dd>7 of 10</dd>" in html(phone)
    assert {group.label: group.value for group in phone.button_group} == ALL_WELL
    press(phone, "Save")
    (entry,) = check_ins(store, kari)
    assert (entry.event.low_back_now, entry.recorded_by) == (0, "Kari, athlete")


def test_a_check_in_of_another_athlete_in_between_refuses_nobody(
    phone: AppTest, store: Store, kari: int
) -> None:
    answer(phone, ALL_WELL)
    store.keep(mornings(kari + 1, low_back_now="7"), PHYSIO)
    press(phone, "Save")
    assert len(check_ins(store, kari)) == 1


def test_an_earlier_visit_to_the_form_does_not_count_as_an_open_one(
    phone: AppTest, store: Store, kari: int
) -> None:
    phone.switch_page("../pages/athlete/session.py").run()
    store.keep([decided(kari, "full")], DOCTOR)
    phone.switch_page("../pages/athlete/check_in.py").run()
    press(answer(phone, ALL_WELL), "Save")
    assert len(check_ins(store, kari)) == 1


def test_the_athlete_reads_what_was_decided_since_the_last_report(
    open_page: OpenPage, store: Store, kari: int, clock: Clock
) -> None:
    store.keep(mornings(kari, low_back_now="4 ."), oneself(kari))
    clock.later(hours=1)
    limited = decided(kari, "modified", restrictions=("lift_and_hinge",), clinical_note="CANARY")
    store.keep([limited], DOCTOR)
    phone = open_page("athlete/check_in", who="athlete")
    press(answer(phone, ALL_WELL), "Save")
    assert "After your back pain of 4 of 10 on Sun 22 Nov, your training was set to Modified" in said(phone)
    assert "without lift and hinge (Erik Vold, doctor)" in said(phone)
    assert "CANARY" not in said(phone) + html(phone)


def test_a_squad_in_another_time_zone_has_its_own_morning(open_page: OpenPage, store: Store) -> None:
    from teamback.record.events import SquadNamed

    (kari,) = a_squad(store, "Kari")
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", time_zone="Pacific/Auckland")], PHYSIO)
    phone = open_page("athlete/check_in", who="athlete")
    press(answer(phone, ALL_WELL), "Save")
    assert "reported at 21:30" in said(phone)
    assert len(check_ins(store, kari)) == 1


def test_names_stand_as_they_were_typed(open_page: OpenPage, store: Store) -> None:
    a_squad(store, ":red[Kari]<b>")
    phone = open_page("athlete/check_in", who="athlete")
    assert [text.value for text in phone.text] == [":red[Kari]<b>, Mon 23 Nov"]
    press(answer(phone, ALL_WELL), "Save")
    assert r"\:red\[Kari\]\<b\>" in phone.success[0].value


def test_only_save_asks_for_a_press(phone: AppTest) -> None:
    assert labels(phone) == ["Save"]
