"""Erasing a person: their content is gone from every table and from the disk, and the chain still holds."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from teamback.record.events import KINDS, AlertSent, CalendarEntry, RemovalRequested, SetAside, TestResult
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store, open_store
from teamback.store.appending import Entry
from teamback.store.backup_file import tables
from teamback.store.erase import erase
from teamback.store.read_log import note_opened
from teamback.store.tables import column_types
from teamback.store.verify import verify
from tests.squads import (
    ADMIN,
    COACH,
    DOCTOR,
    LEAD,
    MONDAY,
    PHYSIO,
    S_AND_C,
    Clock,
    a_squad,
    decided,
    mornings,
    oneself,
)
from tests.store.filled import filled

NAME = "Canarina"


def a_life(store: Store) -> int:
    """An athlete whose name stands in every text there is about them, some of it corrected and withdrawn."""
    other, canary = a_squad(store, f"Ola {NAME}")
    about_them = [kind for kind in KINDS.values() if "athlete" in column_types(kind)]
    given = {"squad": {"squad": "first"}, "home": {"home": "first"}}
    for kind in about_them:
        known = {
            k: v for name, fields in given.items() if name in column_types(kind) for k, v in fields.items()
        }
        event = filled(kind, NAME, athlete=canary, **known)
        by = PROGRAM if kind is AlertSent else LEAD if kind is RemovalRequested else DOCTOR
        store.keep([event], oneself(canary, NAME) if kind.daily and kind is not TestResult else by)
    wrong, _ = store.keep(mornings(canary, MONDAY.replace(day=20), low_back_now="6 7", note=NAME), PHYSIO)
    aside = SetAside(day=MONDAY, whom=str(canary), reason=f"{NAME} mistyped it")
    store.keep([Entry(aside, wrong)], PHYSIO)
    undone = store.keep([decided(canary, "out", clinical_note=NAME)], DOCTOR)
    store.undo(undone[0], DOCTOR, "the wrong athlete")
    note_opened(store, DOCTOR, "story", str(canary))
    note_opened(store, oneself(canary, NAME), "story", str(canary))
    store.keep(mornings(other, low_back_now="1", note="slept well"), PHYSIO)
    return canary


def texts(store: Store) -> list[str]:
    """Every text in every table."""
    found = []
    for table, columns in tables().items():
        names = [name for name, sql in columns.items() if sql == "text"]
        if names:
            rows = store.engine.read(f"select {', '.join(names)} from {table}")
            found += [value for row in rows for value in row if value]
    return found


def test_nothing_of_an_erased_athlete_is_left_in_any_table(store: Store) -> None:
    canary = a_life(store)
    assert sum(NAME in text for text in texts(store)) > 30
    head = store.head()
    erased = erase(store, canary, LEAD, "asked for it")
    assert not [text for text in texts(store) if NAME in text]
    for kind in KINDS:
        if "athlete" in tables()[kind]:
            sql = f"select count(*) from {kind} where athlete = $1::bigint"
            assert store.engine.read(sql, [canary]) == [(0,)], kind
    assert store.engine.read("select count(*) from journal where salt is null") == [(erased,)]
    assert store.head() == head + 1
    result = verify(store)
    assert (result.faults, result.erased) == ((), erased)


def test_what_is_held_on_the_others_stays(store: Store) -> None:
    canary = a_life(store)

    def of_others() -> dict[str, list[tuple[object, ...]]]:
        return {
            kind: store.engine.read(f"select * from {kind} where {where} order by seq")
            for kind in KINDS
            if kind not in ("set_aside", "erased")
            for where in [f"athlete <> {canary}" if "athlete" in tables()[kind] else "true"]
        }

    before = of_others()
    assert before["check_in"]
    erase(store, canary, LEAD, "asked for it")
    assert of_others() == before


def test_an_erased_athlete_is_gone_from_the_disk_too(file: Path, clock: Clock) -> None:
    store = open_store(str(file), clock)
    canary = a_life(store)
    store.engine.read("checkpoint")
    held = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert held.count(NAME.encode()) > 10
    erase(store, canary, LEAD, "asked for it")
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]
    assert NAME.encode() not in file.read_bytes()
    (ola,) = store.engine.read("select min(athlete) from athlete")[0]
    store.keep(mornings(ola, MONDAY.replace(day=22), low_back_now="1"), PHYSIO)
    store.close()
    again = open_store(str(file), clock)
    assert verify(again).faults == ()
    assert again.engine.read("select count(*) from check_in") == [(2,)]
    again.close()


def test_postgresql_rewrites_the_tables_that_held_an_erased_athlete(postgres_url: str, clock: Clock) -> None:
    store = open_store(postgres_url, clock)
    canary = a_life(store)
    files = "select relname, relfilenode from pg_class where relname in ('athlete', 'check_in', 'journal')"
    before = dict(store.engine.read(files))
    erase(store, canary, LEAD, "asked for it")
    after = dict(store.engine.read(files))
    assert all(before[table] != after[table] for table in ("athlete", "check_in", "journal"))
    store.close()


def test_others_read_on_while_a_file_is_rewritten(file: Path, clock: Clock) -> None:
    store = open_store(str(file), clock)
    canary = a_life(store)
    with ThreadPoolExecutor(4) as people:
        reading = [people.submit(lambda: [store.head() for _ in range(50)]) for _ in range(4)]
        erase(store, canary, LEAD, "asked for it")
        writing = people.submit(lambda: store.keep(mornings(1, MONDAY.replace(day=1), mood="3"), PHYSIO))
        assert all(head > 0 for heads in reading for head in heads.result())
        assert len(writing.result()) == 1
    assert verify(store).faults == ()
    store.close()


@pytest.mark.parametrize("person", [PHYSIO, S_AND_C, COACH, oneself(2)], ids=lambda p: p.role)
def test_only_the_lead_and_the_administrator_erase(duck: Store, person: object) -> None:
    canary = a_life(duck)
    with pytest.raises(Refusal, match="Only the lead clinician or an administrator erases a person"):
        erase(duck, canary, person, "asked for it")  # type: ignore[arg-type]
    assert erase(duck, canary, ADMIN, "asked for it") > 10


def test_an_erasure_is_not_done_twice_nor_undone_nor_without_anybody(duck: Store) -> None:
    canary = a_life(duck)
    with pytest.raises(Refusal, match="Nothing is held on this athlete"):
        erase(duck, 99, LEAD, "who")
    erase(duck, canary, LEAD, "asked for it")
    head = duck.head()
    with pytest.raises(Refusal, match="Nothing is held on this athlete"):
        erase(duck, canary, LEAD, "again")
    with pytest.raises(Refusal, match="is an erasure: what it deleted cannot come back"):
        duck.undo(head, LEAD, "we miss them")
    with pytest.raises(Refusal, match="Nobody is known under the number 2"):
        duck.keep(mornings(canary, low_back_now="1"), PHYSIO)
    assert duck.head() == head


def test_a_batch_with_erased_entries_can_still_be_undone(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    batch = store.keep([*mornings(kari, low_back_now="1 2"), *mornings(ola, low_back_now="3")], PHYSIO)
    erase(store, kari, LEAD, "asked for it")
    assert store.undo(batch[0], PHYSIO, "wrong file") == 3
    assert verify(store).faults == ()


def test_the_reason_may_not_bring_back_the_name_that_goes(duck: Store) -> None:
    canary = a_life(duck)
    with pytest.raises(Refusal, match="without the person's name") as refusal:
        erase(duck, canary, LEAD, f"{NAME.lower()} asked for it")
    assert refusal.value.field == "reason"
    assert erase(duck, canary, LEAD, "asked for it by letter") > 10


def test_an_appointment_goes_with_the_athlete_and_the_squads_training_stays(duck: Store) -> None:
    canary = a_life(duck)
    duck.keep([CalendarEntry(day=MONDAY, squad="first", what="match")], S_AND_C)
    erase(duck, canary, LEAD, "asked for it")
    assert duck.engine.read("select what from calendar") == [("match",)]
