import datetime as dt

import pytest
from squads import (
    DAY,
    DOCTOR,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    oneself,
    rest_days,
    sessions,
)

from teamback.record.events import CalendarEntry, CheckIn
from teamback.record.refusal import Refusal
from teamback.rounds.correcting import in_place_of, may_write, set_aside
from teamback.rounds.reports_of_day import (
    check_ins_of,
    clock_in,
    day_of_sessions,
    people_of,
    person,
    rests,
    sessions_of,
)
from teamback.rounds.since_last_report import answered
from teamback.rounds.squads import squad_named
from teamback.store import Store


def test_a_person_is_known_by_name_home_and_first_day(store: Store) -> None:
    (kari,) = a_squad(store, "Kari", joined=MONDAY - 3 * DAY)
    who = person(store, PHYSIO, kari)
    assert (who.known_as, who.home, who.joined) == ("Kari", "first", MONDAY - 3 * DAY)


def test_nobody_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="Nobody is known under the number 99"):
        person(store, PHYSIO, 99)


def test_check_ins_of_a_day_leave_out_who_did_not_answer(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([*mornings(kari, low_back_now="3 2"), *mornings(ola, low_back_now="1 .")], PHYSIO)
    found = check_ins_of(store, PHYSIO, people_of(store, PHYSIO, "first", MONDAY), MONDAY)
    assert {athlete: entry.event.low_back_now for athlete, entry in found.items()} == {kari: 2}


def test_a_day_of_sessions_holds_roster_sessions_and_plan(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    late, early = (sessions(kari, minutes="60", start=start) for start in ("17:30", "09:00"))
    plan = CalendarEntry(day=MONDAY, squad="first", what="training", start="17:30", planned_minutes=75.0)
    trip = CalendarEntry(day=MONDAY, squad="first", what="travel")
    own = CalendarEntry(day=MONDAY, squad="first", what="appointment", athlete=ola)
    store.keep([*late, *early, plan, trip, own], PHYSIO)
    day = day_of_sessions(store, "first", MONDAY, None, PHYSIO)
    assert [who.known_as for who in day.people] == ["Kari", "Ola"]
    assert [entry.event.start for entry in day.entries] == ["09:00", "17:30"]
    assert (day.plans, day.day_off) == ((plan,), False)


def test_a_day_off_is_seen_on_its_day_only(store: Store) -> None:
    a_squad(store, "Kari")
    store.keep([CalendarEntry(day=MONDAY, squad="first", what="day_off")], PHYSIO)
    assert day_of_sessions(store, "first", MONDAY, None, PHYSIO).day_off
    assert not day_of_sessions(store, "first", MONDAY - DAY, None, PHYSIO).day_off


def test_a_planned_rest_is_known_for_its_day(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(rest_days(kari, MONDAY), PHYSIO)
    who = person(store, PHYSIO, kari)
    assert rests(store, PHYSIO, who, MONDAY)
    assert not rests(store, PHYSIO, who, MONDAY - DAY)


def test_an_athlete_is_given_their_own_reports_alone(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([*sessions(kari, minutes="60"), *sessions(ola, minutes="90")], PHYSIO)
    everybody = [person(store, PHYSIO, athlete) for athlete in (kari, ola)]
    own = sessions_of(store, oneself(kari), everybody, MONDAY)
    assert [entry.event.athlete for entry in own] == [kari]


def test_a_correction_keeps_what_its_author_may_not_read(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([CheckIn(day=MONDAY, athlete=kari, low_back_now=4.0, note="bus")], oneself(kari))
    who = person(store, S_AND_C, kari)
    old = check_ins_of(store, S_AND_C, [who], MONDAY)[kari]
    assert old.event.note is None
    typed = CheckIn(day=MONDAY, athlete=kari, low_back_now=2.0)
    store.keep([in_place_of(store, S_AND_C, who, typed, old)], S_AND_C)
    report = check_ins_of(store, PHYSIO, [who], MONDAY)[kari].event
    assert (report.low_back_now, report.note) == (2, "bus")


def test_a_clinician_may_empty_a_note(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([CheckIn(day=MONDAY, athlete=kari, low_back_now=4.0, note="bus")], oneself(kari))
    who = person(store, PHYSIO, kari)
    old = check_ins_of(store, PHYSIO, [who], MONDAY)[kari]
    typed = CheckIn(day=MONDAY, athlete=kari, low_back_now=4.0)
    store.keep([in_place_of(store, PHYSIO, who, typed, old)], PHYSIO)
    assert check_ins_of(store, PHYSIO, [who], MONDAY)[kari].event.note is None


def test_a_session_set_aside_counts_no_longer(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="60"), PHYSIO)
    who = person(store, PHYSIO, kari)
    (entry,) = sessions_of(store, PHYSIO, [who], MONDAY)
    store.keep([set_aside(entry, "Entered by mistake.")], PHYSIO)
    assert sessions_of(store, PHYSIO, [who], MONDAY) == []


@pytest.mark.parametrize(("who", "asks"), [(PHYSIO, True), (S_AND_C, False), (oneself(1), True)])
def test_a_form_asks_for_a_note_only_whom_may_read_it(who: object, asks: bool) -> None:
    assert may_write(who, CheckIn, "note") is asks  # type: ignore[arg-type]


def test_the_decision_that_followed_the_last_report_is_its_answer(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="4 . ."), oneself(kari))
    who = person(store, oneself(kari), kari)
    assert answered(store, oneself(kari), who, MONDAY) is None
    clock.later(hours=1)
    store.keep([decided(kari, "modified", MONDAY - DAY, restrictions=("contact",))], DOCTOR)
    answer = answered(store, oneself(kari), who, MONDAY)
    assert answer is not None
    assert answer.decision is not None
    assert (answer.report_of, answer.pain) == (MONDAY - 2 * DAY, 4)
    assert answer.decision.training == "modified"
    assert answer.decided_by == "Erik Vold, doctor"


def test_a_decision_from_before_the_report_is_no_answer_to_it(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([decided(kari, "modified", MONDAY - 2 * DAY, restrictions=("contact",))], DOCTOR)
    clock.later(hours=1)
    store.keep(mornings(kari, low_back_now="4 ."), oneself(kari))
    assert answered(store, oneself(kari), person(store, PHYSIO, kari), MONDAY) is None


def test_a_report_of_long_ago_has_had_its_answer(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, until=MONDAY - 8 * DAY, low_back_now="4"), oneself(kari))
    clock.later(hours=1)
    store.keep([decided(kari, "full")], DOCTOR)
    assert answered(store, oneself(kari), person(store, PHYSIO, kari), MONDAY) is None


def test_a_moment_is_shown_by_the_clock_of_the_squad(store: Store) -> None:
    a_squad(store, "Kari")
    squad = squad_named(store, PHYSIO, "first")
    assert clock_in(squad, dt.datetime(2026, 11, 23, 7, 31, tzinfo=dt.UTC)) == dt.datetime(
        2026, 11, 23, 7, 31
    )
