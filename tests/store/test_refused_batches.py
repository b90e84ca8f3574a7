"""What does not fit the journal, or is not this person's to record, is refused, and nothing is written."""

from dataclasses import replace
from typing import Any

import pytest

from teamback.record.event import Event
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CalendarEntry,
    CheckIn,
    Erased,
    Imported,
    Joined,
    Left,
    RedFlagScreen,
    RestDay,
    Session,
    SetAside,
    SquadNamed,
)
from teamback.record.scope import PROGRAM, Scope
from teamback.store import Store
from teamback.store.appending import Entry
from tests.squads import (
    COACH,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    a_squad,
    decided,
    mornings,
    of,
    oneself,
    sessions,
)
from tests.store.ward import KARI, OLA, an_event, refused


def test_a_second_check_in_of_a_day_is_refused_unless_it_corrects_the_first(ward: Store) -> None:
    refusal = refused(ward, *mornings(KARI, low_back_now="2"))
    assert refusal.sentence == "There is a check-in for Mon 23 Nov already. Open it to correct it."
    twice = mornings(OLA, low_back_now="2") * 2
    assert refused(ward, *twice).sentence.startswith("Two check-ins of one athlete and day came in one batch")
    moved = Entry(*mornings(KARI, MONDAY - DAY, low_back_now="2"), 6)
    assert ward.keep([moved, *mornings(KARI, low_back_now="3")], PHYSIO)


@pytest.mark.parametrize("kind", [CheckIn, Session, RestDay, Joined, Left, Availability, CalendarEntry])
def test_a_stranger_is_refused(ward: Store, kind: type[Event]) -> None:
    refusal = refused(ward, an_event(kind, athlete=99))
    assert refusal.sentence == "Nobody is known under the number 99. Add the athlete first."


def test_an_athlete_added_by_a_batch_that_was_undone_is_a_stranger(ward: Store) -> None:
    (batch,) = ward.keep([AthleteNamed(day=MONDAY, athlete=9, home="first", known_as="Li")], LEAD)
    ward.undo(batch, LEAD, "wrong file")
    assert "Nobody is known under the number 9" in refused(ward, *mornings(9, low_back_now="1")).sentence


@pytest.mark.parametrize(
    "event",
    [
        Joined(day=MONDAY, athlete=KARI, squad="nowhere"),
        Left(day=MONDAY, athlete=KARI, squad="nowhere"),
        CalendarEntry(day=MONDAY, squad="nowhere", what="match"),
        AthleteNamed(day=MONDAY, athlete=9, home="nowhere", known_as="Li"),
        Imported(day=MONDAY, squad="nowhere", source="a.csv", preset="teamback", row_count=1),
    ],
    ids=lambda event: event.kind,
)
def test_a_squad_that_nobody_named_is_refused(ward: Store, event: Event) -> None:
    assert refused(ward, event).sentence == "There is no squad nowhere. Add the squad first."


def test_a_squad_and_its_athletes_may_come_in_one_batch(ward: Store) -> None:
    named = SquadNamed(day=MONDAY, squad="new", name="New")
    li = AthleteNamed(day=MONDAY, athlete=9, home="new", known_as="Li")
    assert len(ward.keep([*mornings(9, low_back_now="2"), li, named], LEAD)) == 3


def test_an_entry_is_corrected_once(ward: Store) -> None:
    right = mornings(KARI, low_back_now="1")[0]
    ward.keep([Entry(right, 6)], PHYSIO)
    sentence = "The entry to be corrected was already corrected or withdrawn. Look at it again."
    assert refused(ward, Entry(right, 6)).sentence == sentence
    assert refused(ward, Entry(right, 999)).sentence == sentence
    aside = SetAside(day=MONDAY, whom=str(KARI), reason="mistyped")
    assert refused(ward, Entry(aside, 6)).sentence == sentence
    session = sessions(KARI, minutes="50")[0]
    assert refused(ward, Entry(session, 7), Entry(session, 7)).sentence == (
        "Two corrections of one entry came in one batch. Keep one of them."
    )


def test_an_entry_is_corrected_by_its_own_kind_about_the_same_athlete(ward: Store) -> None:
    assert refused(ward, Entry(*mornings(KARI, MONDAY - DAY, mood="3"), 7)).sentence == (
        "Entry 7 is of another kind (session): this cannot correct it."
    )
    for event in (sessions(OLA, minutes="50")[0], SetAside(day=MONDAY, whom=str(OLA), reason="hers")):
        assert refused(ward, Entry(event, 7)).sentence == "Entry 7 is about somebody else. Look at it again."


def test_what_withdraws_is_not_withdrawn_but_undone(ward: Store) -> None:
    aside = SetAside(day=MONDAY, whom=str(KARI), reason="mistyped")
    assert refused(ward, aside).sentence == "It is not said which entry to set aside."
    (seq,) = ward.keep([Entry(aside, 7)], PHYSIO)
    assert refused(ward, Entry(aside, seq)).sentence == (
        f"Entry {seq} itself withdraws others. Undo its batch instead."
    )
    assert ward.undo(seq, PHYSIO, "it was hers after all") == 1


def test_an_erasure_is_not_written_by_hand(ward: Store) -> None:
    erased = Erased(day=MONDAY, erased_as="erased", reason="by hand", entries=3)
    assert "through the store's own functions" in refused(ward, erased).sentence


def test_only_a_named_doctor_or_physio_changes_availability(ward: Store) -> None:
    sentence = "Only a named doctor or physio of the medical staff changes availability."
    for person in (S_AND_C, COACH, PROGRAM, Scope("Per", "s_and_c", "clinician")):
        assert refused(ward, decided(OLA, "full"), by=person).sentence == sentence
    (seq,) = ward.keep([decided(OLA, "out")], PHYSIO)
    aside = Entry(SetAside(day=MONDAY, whom=str(OLA), reason="wants to play"), seq)
    assert refused(ward, aside, by=COACH).sentence == sentence
    assert ward.keep([aside], DOCTOR)


def screen(athlete: int, *raised: str, confirmed: bool = True) -> RedFlagScreen:
    return RedFlagScreen(day=MONDAY, athlete=athlete, raised=raised, confirmed=confirmed)


def by_itself(athlete: int = OLA, training: str = "out", until_reviewed: bool = True) -> Entry:
    return Entry(decided(athlete, training, until_reviewed=until_reviewed), by=PROGRAM)


def test_a_confirmed_red_flag_sets_out_until_reviewed_in_the_same_batch(ward: Store) -> None:
    (_, out) = ward.keep([screen(OLA, "ES1"), by_itself()], oneself(OLA))
    assert ward.engine.read("select recorded_by from journal where seq = $1::bigint", [out]) == [
        (PROGRAM.signature,)
    ]


@pytest.mark.parametrize(
    "batch",
    [
        [by_itself()],
        [screen(OLA, "ES1", confirmed=False), by_itself()],
        [screen(OLA), by_itself()],
        [screen(OLA, "ES5"), by_itself()],
        [screen(KARI, "ES1"), by_itself(OLA)],
        [screen(OLA, "ES1"), by_itself(training="full")],
        [screen(OLA, "ES1"), by_itself(training="modified")],
        [screen(OLA, "ES1"), by_itself(until_reviewed=False)],
        [screen(OLA, "ES1"), Entry(*mornings(OLA, mood="3"), by=PROGRAM)],
        [screen(OLA, "ES1"), Entry(*sessions(OLA, rpe="3"), by=PROGRAM)],
        [screen(OLA, "ES1"), Entry(decided(OLA, "out", until_reviewed=True), by=PHYSIO)],
    ],
)
def test_nothing_else_is_recorded_in_the_programs_name(ward: Store, batch: list[Any]) -> None:
    sentence = "Nothing but a confirmed red flag changes availability by itself."
    assert refused(ward, *batch, by=LEAD).sentence == sentence
    for training in ("out", "full"):
        alone = refused(ward, decided(OLA, training, until_reviewed=True), by=PROGRAM)
        assert "Only a named doctor" in alone.sentence


def test_an_athlete_sets_nobody_out_and_takes_no_answer_back(ward: Store) -> None:
    own = decided(OLA, "out", until_reviewed=True)
    assert "and nothing else" in refused(ward, screen(OLA, "ES1"), own, by=oneself(OLA)).sentence
    (seq,) = ward.keep([screen(OLA, "ES1")], oneself(OLA))
    taken_back = Entry(screen(OLA, confirmed=False), seq)
    assert "is not taken back" in refused(ward, taken_back, by=oneself(OLA)).sentence


def test_athletes_record_their_own_days_and_nothing_else(ward: Store) -> None:
    sentence = "Athletes record their own check-ins, sessions, rest days and journal, and nothing else."
    assert refused(ward, *mornings(KARI, MONDAY - DAY, mood="3"), by=oneself(OLA)).sentence == sentence
    assert refused(ward, decided(OLA, "full"), by=oneself(OLA)).sentence == sentence
    assert refused(ward, Left(day=MONDAY, athlete=OLA, squad="first"), by=oneself(OLA)).sentence == sentence
    assert ward.keep([*mornings(OLA, mood="3"), *sessions(OLA, rpe="3")], oneself(OLA))


def test_staff_of_one_squad_record_nothing_for_another(ward: Store) -> None:
    (boje,) = a_squad(ward, "Boje", "second")
    theirs = of(DOCTOR, "second")
    athlete, squad = "You do not work with this athlete's squad.", "You do not work with this squad."
    assert refused(ward, *mornings(OLA, mood="3"), by=theirs).sentence == athlete
    assert refused(ward, Joined(day=MONDAY, athlete=OLA, squad="second"), by=theirs).sentence == athlete
    aside = Entry(SetAside(day=MONDAY, whom=str(KARI), reason="mistyped"), 7)
    assert refused(ward, aside, by=theirs).sentence == athlete
    assert refused(ward, an_event(CalendarEntry), by=theirs).sentence == squad
    li = AthleteNamed(day=MONDAY, athlete=9, home="first", known_as="Li")
    assert refused(ward, li, by=theirs).sentence == athlete
    ours = replace(li, home="second")
    joined = Joined(day=MONDAY, athlete=9, squad="second")
    assert ward.keep([ours, joined, *mornings(9, mood="3"), *mornings(boje, mood="4")], theirs)
