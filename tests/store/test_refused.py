"""What breaks the record's integrity is refused in one clear sentence, and nothing is written."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from teamback.record.event import Event
from teamback.record.events import (
    KINDS,
    AthleteNamed,
    Availability,
    CalendarEntry,
    CheckIn,
    Erased,
    Imported,
    Joined,
    Left,
    RestDay,
    Session,
    SetAside,
    SquadNamed,
)
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.record.scope import PROGRAM, Scope
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.read_log import note_opened
from teamback.store.tables import column_types
from tests.squads import (
    COACH,
    DAY,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    of,
    oneself,
    sessions,
)

KARI, OLA = 1, 2
SCALED = [
    (kind, name) for kind in KINDS.values() for name, sql in column_types(kind).items() if name in SCALES
]


@pytest.fixture
def ward(duck: Store) -> Store:
    """Two athletes, a check-in of Kari's on MONDAY (entry 6) and a session (7)."""
    assert a_squad(duck, "Kari Ola") == [KARI, OLA]
    assert duck.keep(mornings(KARI, low_back_now="7"), PHYSIO) == range(6, 7)
    assert duck.keep(sessions(KARI, minutes="60"), PHYSIO) == range(7, 8)
    return duck


def refused(store: Store, *events: Event | Entry, by: Scope = DOCTOR) -> Refusal:
    """The refusal of a batch, of which nothing is written."""
    head = store.head()
    rows = {kind: store.engine.read(f"select count(*) from {kind}") for kind in KINDS}
    with pytest.raises(Refusal) as refusal:
        store.keep(list(events), by)
    assert store.head() == head
    assert rows == {kind: store.engine.read(f"select count(*) from {kind}") for kind in KINDS}
    assert "\n" not in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")
    return refusal.value


def an_event(kind: type[Event], **fields: Any) -> Event:
    """The shortest event of a kind that is kept."""
    musts: dict[str, Any] = {
        "athlete": KARI,
        "squad": "first",
        "what": "training",
        "training": "modified",
        "match": "not_available",
        "planned_load": None,
    }
    return kind(**{"day": MONDAY} | {n: v for n, v in musts.items() if n in column_types(kind)} | fields)


@pytest.mark.parametrize(("kind", "name"), SCALED, ids=lambda part: getattr(part, "kind", part))
def test_a_value_off_its_scale_is_refused_beside_its_field(ward: Store, kind: type[Event], name: str) -> None:
    scale = SCALES[name]
    for value in (scale.high + 1, scale.low - 1, float("nan"), float("inf"), float("-inf")):
        refusal = refused(ward, an_event(kind, **{name: value}))
        assert refusal.field == name
        assert refusal.sentence.startswith(f"{scale.label} is {value:g}, but must lie between")
    if scale.whole:
        refusal = refused(ward, an_event(kind, **{name: scale.low + 0.5}))
        assert refusal.sentence.endswith("must be a whole number.")


def test_every_number_that_is_typed_lies_on_a_scale() -> None:
    floats = {
        (kind.kind, name)
        for kind in KINDS.values()
        for name, sql in column_types(kind).items()
        if sql == "double precision"
    }
    assert floats == {(kind.kind, name) for kind, name in SCALED}


@pytest.mark.parametrize("kind", [CheckIn, Session, RestDay, Availability, Joined, Left])
def test_nothing_is_recorded_for_a_day_to_come(ward: Store, kind: type[Event]) -> None:
    refusal = refused(ward, an_event(kind, day=MONDAY + DAY))
    assert refusal.sentence == "24 Nov 2026 has not come yet. Nothing can be recorded for it."
    assert refusal.field == "day"


def test_where_the_day_began_earlier_than_in_utc_it_has_come(ward: Store, clock: Clock) -> None:
    clock.later(hours=2)  # 10:30 in UTC is half past midnight in Kiritimati
    assert ward.keep(mornings(OLA, MONDAY + DAY, low_back_now="1"), PHYSIO)


def test_a_match_may_be_planned_for_a_day_to_come(ward: Store) -> None:
    assert ward.keep([CalendarEntry(day=MONDAY + 30 * DAY, squad="first", what="match")], S_AND_C)


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


@pytest.mark.parametrize(
    ("event", "field"),
    [
        (decided(KARI, "fit"), "training"),
        (decided(KARI, "full", match="yes"), "match"),
        (CalendarEntry(day=MONDAY, squad="first", what="party"), "what"),
    ],
)
def test_a_word_that_the_board_does_not_know_is_refused(ward: Store, event: Event, field: str) -> None:
    refusal = refused(ward, event)
    assert refusal.field == field
    assert "is not one of" in refusal.sentence


@pytest.mark.parametrize("start", ["9:30", "24:00", "09:60", "09:30:00", "half past nine"])
def test_a_start_that_is_no_time_of_day_is_refused(ward: Store, start: str) -> None:
    for event in (*sessions(OLA, minutes="60", start=start), an_event(CalendarEntry, start=start)):
        refusal = refused(ward, event)
        assert refusal.sentence == f"The start is {start}, but must be a time such as 09:30."
        assert refusal.field == "start"


@pytest.mark.parametrize("text", ["before\0after", "half a face \ud83d"])
def test_a_sign_that_cannot_be_kept_is_refused_wherever_it_is_typed(store: Store, text: str) -> None:
    a_squad(store, "Kari Ola")
    for event in (
        *mornings(KARI, low_back_now="1", note=text),
        an_event(Session, activities=("run", text)),
        an_event(Availability, text_to_coach=text),
        AthleteNamed(day=MONDAY, athlete=KARI, home="first", known_as=text),
    ):
        assert "cannot be kept" in refused(store, event).sentence
    session = sessions(KARI, minutes="60")
    assert "cannot be kept" in refused(store, *session, by=replace(DOCTOR, person=text)).sentence
    (batch,) = store.keep(session, PHYSIO)
    for log in (lambda: note_opened(store, PHYSIO, text, "1"), lambda: store.undo(batch, PHYSIO, text)):
        with pytest.raises(Refusal, match="cannot be kept"):
            log()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"day": dt.datetime(2026, 11, 23)}, r"check_in\.day .* must be a date without a time"),
        (
            {"rated_at": dt.datetime(2026, 11, 23)},
            r"check_in\.rated_at .* must be a moment with its time zone",
        ),
        ({"low_back_now": "3"}, r"check_in\.low_back_now .* must be a number"),
        ({"low_back_now": True}, r"check_in\.low_back_now .* must be a number"),
        ({"flare": "no"}, r"check_in\.flare .* must be yes or no"),
        ({"note": 5}, r"check_in\.note .* must be text"),
        ({"athlete": "1"}, r"check_in\.athlete"),
        ({"athlete": 1.0}, r"check_in\.athlete"),
    ],
)
def test_a_value_of_another_type_is_an_error_of_the_program_and_nothing_is_written(
    ward: Store, fields: dict[str, Any], said: str
) -> None:
    head = ward.head()
    with pytest.raises(TypeError, match=said):
        ward.keep([an_event(CheckIn, **fields)], PHYSIO)
    with pytest.raises(TypeError, match="must be a list of words"):
        ward.keep([an_event(Session, activities="run")], PHYSIO)
    assert ward.head() == head


def test_only_a_named_doctor_or_physio_changes_availability(ward: Store) -> None:
    sentence = "Only a named doctor or physio of the medical staff changes availability."
    for person in (S_AND_C, COACH, PROGRAM, Scope("Per", "s_and_c", "clinician")):
        assert refused(ward, decided(OLA, "full"), by=person).sentence == sentence
    (seq,) = ward.keep([decided(OLA, "out")], PHYSIO)
    aside = Entry(SetAside(day=MONDAY, whom=str(OLA), reason="wants to play"), seq)
    assert refused(ward, aside, by=COACH).sentence == sentence
    assert ward.keep([aside], DOCTOR)


def test_a_red_flag_sets_out_until_reviewed_and_nothing_else(ward: Store) -> None:
    assert "Only a named doctor" in refused(ward, decided(OLA, "out"), by=PROGRAM).sentence
    assert ward.keep([decided(OLA, "out", until_reviewed=True)], PROGRAM)


def test_athletes_record_their_own_days_and_nothing_else(ward: Store) -> None:
    sentence = "Athletes record their own check-ins, sessions and rest days, and nothing else."
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
