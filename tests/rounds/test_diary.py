"""The diary of one athlete: what was corrected or set aside, and who may read what of it."""

from dataclasses import replace

import numpy as np
import pytest

from teamback.record.events import CheckIn, Session, SetAside
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.diary import Line, load_of
from teamback.store import Store
from teamback.store.appending import Entry
from tests.rounds.telling import told
from tests.squads import (
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


def correct(store: Store, entry: Kept[CheckIn] | Kept[Session], by: Scope, **fields: object) -> None:
    store.keep([Entry(replace(entry.event, **fields), entry.seq)], by)


def newest(lines: tuple[Line[CheckIn], ...]) -> Kept[CheckIn]:
    return lines[0].entry


def test_a_correction_shows_old_and_new_and_every_step_between(store: Store, clock: Clock) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1", stress=4), oneself(kari))
    correct(store, newest(told(store, kari).check_ins), PHYSIO, low_back_now=6.0)
    clock.later(hours=1)
    correct(store, newest(told(store, kari).check_ins), DOCTOR, low_back_now=5.0, stress=2.0)
    found = told(store, kari)
    (line,) = found.check_ins
    assert [(c.field, c.old, c.new, c.by) for c in line.changes] == [
        ("low_back_now", 1, 6, PHYSIO.signature),
        ("low_back_now", 6, 5, DOCTOR.signature),
        ("stress", 4, 2, DOCTOR.signature),
    ]
    assert line.counts
    assert found.lanes.pain[-1] == 5


def test_what_was_set_aside_stays_in_the_journal_and_counts_for_nothing(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.keep(sessions(kari, minutes="60", rpe=5.0), PHYSIO)
    entries = [told(store, kari).check_ins[0].entry, told(store, kari).sessions[0].entry]
    for entry in entries:
        store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="another athlete's"), entry.seq)], LEAD)
    found = told(store, kari)
    assert [line.counts for line in (*found.check_ins, *found.sessions)] == [False, False]
    assert found.check_ins[0].set_aside is not None
    assert found.check_ins[0].set_aside.by == LEAD.signature
    assert load_of(found.sessions[0]) is None
    assert np.isnan(found.lanes.pain[-1])
    assert np.isnan(found.lanes.load[-1])


def test_what_was_set_aside_by_mistake_counts_again_and_stands_there_once(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    entry = newest(told(store, kari).check_ins)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="a mistake"), entry.seq)], LEAD)
    store.undo(store.head(), LEAD, "it was hers")
    (line,) = told(store, kari).check_ins
    assert (line.counts, line.entry.event.low_back_now) == (True, 7)


def test_a_correction_whose_batch_was_undone_was_never_made(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1"), PHYSIO)
    correct(store, newest(told(store, kari).check_ins), PHYSIO, low_back_now=6.0)
    before = store.head()
    store.undo(before, PHYSIO, "mixed up")
    (line,) = told(store, kari).check_ins
    assert (line.entry.event.low_back_now, line.changes) == (1, ())
    (then,) = told(store, kari, known_at=before).check_ins
    assert [(c.old, c.new) for c in then.changes] == [(1, 6)]


def test_as_it_stood_then_the_correction_is_still_to_come(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1"), PHYSIO)
    before = store.head()
    correct(store, newest(told(store, kari).check_ins), PHYSIO, low_back_now=6.0)
    found = told(store, kari, known_at=before)
    assert (found.check_ins[0].changes, found.lanes.pain[-1]) == ((), 1)


def with_notes(store: Store) -> int:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="2", note="private"), PHYSIO)
    store.keep(sessions(kari, minutes="60", rpe=5.0, note="private"), PHYSIO)
    correct(store, newest(told(store, kari).check_ins), PHYSIO, note="private too")
    store.keep([decided(kari, "rehab", reason="injury", clinical_note="private")], PHYSIO)
    return kari


def test_performance_reads_the_story_without_notes_and_reasons(store: Store) -> None:
    kari = with_notes(store)
    found = told(store, kari, by=S_AND_C)
    assert "private" not in repr(found)
    assert found.availability[0].event.reason is None
    assert (found.lanes.pain[-1], found.lanes.load[-1]) == (2, 300)


def test_a_clinician_reads_notes_and_what_they_said_before(store: Store) -> None:
    kari = with_notes(store)
    found = told(store, kari)
    assert found.availability[0].event.clinical_note == "private"
    assert [(c.old, c.new) for c in found.check_ins[0].changes] == [("private", "private too")]


def test_an_athlete_reads_their_own_story_but_not_the_clinical_note(store: Store) -> None:
    kari = with_notes(store)
    found = told(store, kari, by=of(oneself(kari), "first"))
    assert found.check_ins[0].entry.event.note == "private too"
    assert (found.availability[0].event.reason, found.availability[0].event.clinical_note) == ("injury", None)


def test_an_athlete_reads_nobody_elses_story(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    with pytest.raises(Refusal, match="not on this squad"):
        told(store, ola, by=oneself(kari))


def test_a_sessions_load_is_what_is_counted_and_not_known_without_effort_or_minutes(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(sessions(kari, minutes="60 60 0 ?", rpe="5 ? ? 4"), PHYSIO)
    assert [load_of(line) for line in told(store, kari).sessions] == [None, 0, None, 300]
