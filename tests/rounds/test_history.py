"""The history gives nobody a field of another audience, nor a line about athletes of another squad."""

import datetime as dt

import pytest

from teamback.record.event import audience_of
from teamback.record.events import KINDS, LimitsInForce, SetAside
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.reports.history import opened_csv, written_csv
from teamback.rounds.history.compared import compared
from teamback.rounds.history.opened import opened
from teamback.rounds.history.written import handed_out, of_squad, written
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.read_log import note_opened
from tests.canaries import heard, sow
from tests.squads import ADMIN, COACH, DOCTOR, LEAD, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, mornings, of

LOOK = ("first", MONDAY, None)


def test_no_field_of_another_audience_is_in_a_line_in_an_entry_or_in_the_file(store: Store) -> None:
    person = S_AND_C
    canaries = sow(store)
    lines = written(store, *LOOK, person, 28)
    assert lines
    said = [
        written_csv(lines),
        *(str(compared(store, of_squad(person, "first"), line, dt.UTC)) for line in lines),
    ]
    withheld = {
        where
        for where in canaries.sown
        if not person.may_read(audience_of(KINDS[where.split(".")[0]], where.split(".")[1]))
    }
    shown = {sign for where in set(canaries.sown) - withheld for sign in canaries.sown[where]}
    theirs = {where for where in withheld if not shown & {*canaries.sown[where]}}
    assert theirs
    assert heard(canaries, "\n".join(said).encode()) & theirs == set()


def test_a_coach_and_an_administrator_have_no_history_at_all(store: Store) -> None:
    sow(store)
    for person in (COACH, ADMIN):
        with pytest.raises(Refusal, match="does not read"):
            written(store, *LOOK, person, 28)


def test_the_same_net_catches_them_in_a_clinicians_file(store: Store) -> None:
    canaries = sow(store)
    assert "note.subjective" in heard(canaries, written_csv(written(store, *LOOK, DOCTOR, 28)).encode())


def test_a_clinician_of_one_squad_sees_nothing_of_another_whatever_became_of_it(
    store: Store, clock: Clock
) -> None:
    a_squad(store, "Kari")
    (boje,) = a_squad(store, "Boje", "second")
    batch = store.keep(mornings(boje, low_back_now="5"), PHYSIO)
    (wrong,) = store.keep(mornings(boje, MONDAY.replace(day=20), low_back_now="5"), PHYSIO)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(boje), reason="Boje mistyped"), wrong)], PHYSIO)
    store.undo(batch.start, PHYSIO, "Boje again")
    store.keep([LimitsInForce(day=MONDAY, version="9", text="x = 1")], PROGRAM)
    note_opened(store, PHYSIO, "case", str(boje))
    clock.later(minutes=1)
    theirs = written(store, *LOOK, of(PHYSIO, "first"), 7)
    assert "Boje" not in written_csv(theirs)
    assert {line.kind for line in theirs} == {"squad", "athlete", "joined", "limits"}
    assert opened(store, *LOOK, of(PHYSIO, "first"), 7) == ()
    assert [line.of_whom for line in opened(store, "second", MONDAY, None, LEAD, 7)] == ["Boje"]
    assert "Boje mistyped" in written_csv(written(store, "second", MONDAY, None, LEAD, 7))


def test_a_period_ends_at_the_squads_own_midnight(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    clock.later(days=1)
    store.keep(mornings(kari, low_back_now="5"), PHYSIO)
    assert "check_in" not in {line.kind for line in written(store, *LOOK, LEAD, 1)}
    tuesday = MONDAY.replace(day=24)
    (line,) = written(store, "first", tuesday, None, LEAD, 1)
    assert (line.kind, line.at.date(), line.kept.event.day) == ("check_in", tuesday, MONDAY)


def test_a_file_that_leaves_is_a_reading_of_each_athlete_in_it(store: Store) -> None:
    a_squad(store, "Kari Ola")
    handed_out(store, LEAD, written(store, *LOOK, LEAD, 1))
    said = [(line.page, line.of_whom) for line in opened(store, *LOOK, LEAD, 1)]
    assert sorted(said) == [("history_file", "Kari"), ("history_file", "Ola")]


def test_a_formula_that_somebody_typed_is_harmless_in_the_file(store: Store) -> None:
    (kari,) = a_squad(store, "=1+1")
    note_opened(store, PHYSIO, "story", str(kari))
    assert ",'=1+1" in written_csv(written(store, *LOOK, LEAD, 1))
    assert ",'=1+1" in opened_csv(opened(store, *LOOK, LEAD, 1))
