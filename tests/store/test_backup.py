"""A backup holds every row as it was at one moment, and either engine reads it back."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from teamback.record.refusal import Refusal
from teamback.store import Store, open_store
from teamback.store.backup import backup, ends_of, restore
from teamback.store.erase import erase
from teamback.store.read_log import note_opened
from teamback.store.verify import verify
from tests.squads import LEAD, PHYSIO, Clock, a_squad, mornings, sessions
from tests.store.backups import rewritten, rows
from tests.store.season import play

NEW = Callable[[str], Store]


@pytest.fixture
def new(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[NEW]:
    """Makes a new store on an engine (one of each)."""
    made = []

    def make(engine: str) -> Store:
        on_disk = str(tmp_path / "new" / "squad.duckdb")
        address = on_disk if engine == "duckdb" else request.getfixturevalue("postgres_url")
        made.append(open_store(address, Clock()))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.mark.parametrize("there", ["duckdb", "postgresql"])
def test_a_backup_restores_every_row_on_either_engine(
    store: Store, clock: Clock, new: NEW, tmp_path: Path, there: str
) -> None:
    if there == "postgresql" and store.engine.name == "postgresql":
        there = "duckdb"
    play(store, clock)
    saved = backup(store, tmp_path)
    restored = restore(saved, new(there).engine)
    kept = rows(store)
    assert all(kept.values())
    assert rows(restored) == kept
    assert verify(restored, ends_of(saved)) == verify(store)
    # And the restored store goes on where the other one was.
    assert restored.keep(sessions(1, minutes="60"), PHYSIO)[0] == store.head() + 1
    assert backup(restored, tmp_path) != saved


def test_from_one_engine_to_the_other_and_back_nothing_is_lost(
    duck: Store, clock: Clock, new: NEW, tmp_path: Path
) -> None:
    play(duck, clock)
    there = restore(backup(duck, tmp_path / "one"), new("postgresql").engine)
    back = restore(backup(there, tmp_path / "two"), new("duckdb").engine)
    assert rows(back) == rows(duck)


def test_a_backup_is_named_by_its_moment_and_length_and_read_by_its_owner_alone(
    duck: Store, clock: Clock, tmp_path: Path
) -> None:
    a_squad(duck, "Kari")
    saved = backup(duck, tmp_path / "backups")
    assert saved.name == "teamback-20261123T083000-3.zip"
    assert saved.stat().st_mode & 0o077 == 0
    assert saved.parent.stat().st_mode & 0o077 == 0
    assert list(saved.parent.iterdir()) == [saved]
    clock.later(minutes=1)
    assert backup(duck, tmp_path / "backups").name == "teamback-20261123T083100-3.zip"


def test_backups_of_other_stores_in_the_same_folder_disturb_nobody(
    duck: Store, store: Store, clock: Clock, tmp_path: Path
) -> None:
    a_squad(duck, "Kari Ola Li")
    backup(duck, tmp_path)
    clock.later(minutes=1)
    (tmp_path / "teamback-20991231T000000-1.zip").write_text("half of a file")
    backup(store, tmp_path)
    a_squad(store, "Boje")
    clock.later(minutes=1)
    assert backup(store, tmp_path).exists()


def test_a_store_that_does_not_verify_is_not_backed_up(duck: Store, tmp_path: Path) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="7"), PHYSIO)
    duck.engine.write(lambda execute: execute("update check_in set low_back_now = 1", []))
    with pytest.raises(Refusal, match=r"Not backed up: Entry 4 \(check_in of 23 Nov 2026\) was altered"):
        backup(duck, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_the_store_at_one_moment_though_others_write_on(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kari,) = a_squad(store, "Kari")
    writing = store.engine.read
    read = store.engine.snapshot

    def disturbed(work: Callable[..., Path]) -> Path:
        def reading_while_others_write(execute: Callable[..., object]) -> Path:
            def reading(sql: str, parameters: list[object]) -> object:
                found = execute(sql, parameters)
                if store.head() < 40:
                    store.keep(sessions(kari, minutes="60"), PHYSIO)
                    note_opened(store, PHYSIO, "story", "1")
                return found

            return work(reading)

        return read(reading_while_others_write)  # type: ignore[arg-type]

    monkeypatch.setattr(store.engine, "snapshot", disturbed)
    saved = backup(store, tmp_path)
    assert ends_of(saved).entries == 3
    assert writing("select count(*) from session")[0][0] == 37
    restored = restore(saved, open_store(":memory:").engine)
    assert (restored.head(), verify(restored).faults) == (3, ())


def test_a_table_and_a_column_that_came_later_stay_empty(duck: Store, store: Store, tmp_path: Path) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="7"), PHYSIO)
    saved = backup(duck, tmp_path)

    def without_asked_by(lines: bytes) -> bytes:
        columns, *values = [json.loads(line) for line in lines.splitlines()]
        place = columns.index("asked_by")
        return b"".join(
            json.dumps(row[:place] + row[place + 1 :]).encode() + b"\n" for row in (columns, *values)
        )

    older = rewritten(saved, "check_in.jsonl", without_asked_by, tmp_path / "older.zip")
    with zipfile.ZipFile(older) as old, zipfile.ZipFile(tmp_path / "oldest.zip", "w") as oldest:
        for item in old.namelist():
            if item != "availability.jsonl":
                oldest.writestr(item, old.read(item))
    assert rows(restore(tmp_path / "oldest.zip", store.engine)) == rows(duck)


def test_a_restored_backup_from_before_an_erasure_still_holds_the_person(duck: Store, tmp_path: Path) -> None:
    kari, _ = a_squad(duck, "Kari Ola")
    saved = backup(duck, tmp_path)
    erase(duck, kari, LEAD, "asked for it")
    restored = restore(saved, open_store(":memory:").engine)
    assert erase(restored, kari, LEAD, "asked for it then already") == 2
    assert verify(restored).faults == ()
