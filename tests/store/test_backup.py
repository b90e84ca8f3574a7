"""A backup holds every row, either engine reads it back, and a broken one leaves nothing half-written."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from teamback.record.refusal import Refusal
from teamback.store import Store, open_store
from teamback.store.backup import backup, ends_of, restore
from teamback.store.backup_file import tables
from teamback.store.erase import erase
from teamback.store.read_log import note_opened
from teamback.store.verify import verify
from tests.squads import LEAD, PHYSIO, Clock, a_squad, mornings, sessions
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


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, with salts and digests."""
    return {
        table: store.engine.read(f"select {', '.join(columns)} from {table} order by 1, 2")
        for table, columns in tables().items()
    }


def rewritten(path: Path, name: str, change: Callable[[bytes], bytes], to: Path) -> Path:
    """The same backup with one of its files changed."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for item in old.namelist():
            new.writestr(item, change(old.read(item)) if item == name else old.read(item))
    return to


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


def test_a_backup_is_the_store_at_one_moment_though_others_write_on(store: Store, tmp_path: Path) -> None:
    (kari,) = a_squad(store, "Kari")
    writing = store.engine.read
    read = store.engine.snapshot

    def disturbed(work: Callable[..., Path]) -> Path:
        def reading_while_others_write(execute: Callable[..., object]) -> Path:
            def reading(sql: str, parameters: list[object]) -> object:
                found = execute(sql, parameters)
                store.keep(sessions(kari, minutes="60"), PHYSIO)
                note_opened(store, PHYSIO, "story", "1")
                return found

            return work(reading)

        return read(reading_while_others_write)  # type: ignore[arg-type]

    store.engine.snapshot = disturbed  # type: ignore[method-assign, assignment]
    saved = backup(store, tmp_path)
    assert ends_of(saved).entries == 3
    assert writing("select count(*) from session")[0][0] > 30
    restored = restore(saved, open_store(":memory:").engine)
    assert (restored.head(), verify(restored).faults) == (3, ())


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_backup_is_refused_and_leaves_the_store_empty(
    duck: Store, clock: Clock, store: Store, tmp_path: Path, part: float
) -> None:
    play(duck, clock)
    whole = backup(duck, tmp_path).read_bytes()
    half = tmp_path / "half.zip"
    half.write_bytes(whole[: int(len(whole) * part)])
    with pytest.raises(Refusal, match=r"half\.zip is not a whole teamback backup\. Nothing was restored\."):
        restore(half, store.engine)
    assert not any(rows(store).values())


def test_a_backup_with_one_flipped_byte_anywhere_is_refused_and_leaves_the_store_empty(
    duck: Store, tmp_path: Path
) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="1 2 3"), PHYSIO)
    whole = backup(duck, tmp_path).read_bytes()
    fresh = open_store(":memory:")
    refused = 0
    for place in range(0, len(whole), 97):
        spoilt = tmp_path / "spoilt.zip"
        spoilt.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            restored = restore(spoilt, fresh.engine)
        except Refusal:
            refused += 1
            assert not any(rows(fresh).values())
        else:  # a byte that carries nothing, such as the date of a file inside the zip
            assert rows(restored) == rows(duck)
            fresh = open_store(":memory:")
    assert refused > 20


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("check_in.jsonl", lambda b: b.replace(b"7.0", b"1.0"), r"Entry 4 \(check_in .*\) was altered"),
        ("journal.jsonl", lambda b: b[: b.rstrip().rindex(b"\n") + 1], "Not restored"),
        ("journal.jsonl", lambda b: b.replace(b'["seq"', b'["seq; drop table journal"'), "not a whole"),
        ("check_in.jsonl", lambda b: b + b'[1, "first"]\n', "not a whole"),
        ("check_in.jsonl", lambda b: b"", "not a whole"),
        ("about.json", lambda b: b"[]", "not a whole"),
        ("about.json", lambda b: b'{"schema": 1}', "not a whole"),
        ("about.json", lambda b: json.dumps(json.loads(b) | {"schema": 99}).encode(), "by a newer teamback"),
        ("read_log.jsonl", lambda b: b.replace(b"story", b"staff"), "Line 1 of the log"),
        ("read_log.jsonl", lambda b: b[: b.rstrip().rindex(b"\n") + 1], "does not end where it says"),
    ],
)
def test_a_backup_that_was_tampered_with_is_refused_and_leaves_the_store_empty(
    duck: Store, store: Store, tmp_path: Path, name: str, change: Callable[[bytes], bytes], said: str
) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(mornings(kari, low_back_now="7"), PHYSIO)
    note_opened(duck, PHYSIO, "story", str(kari))
    spoilt = rewritten(backup(duck, tmp_path), name, change, tmp_path / "spoilt.zip")
    with pytest.raises(Refusal, match=said):
        restore(spoilt, store.engine)
    assert not any(rows(store).values())
    a_squad(store, "Boje")
    assert store.head() == 3


def test_restoring_into_a_store_that_is_not_empty_is_refused_and_changes_nothing(
    duck: Store, store: Store, tmp_path: Path
) -> None:
    a_squad(duck, "Kari")
    saved = backup(duck, tmp_path)
    a_squad(store, "Boje")
    before = rows(store)
    with pytest.raises(Refusal, match="This store is not empty"):
        restore(saved, store.engine)
    assert rows(store) == before


def test_a_store_that_only_noted_who_opened_what_is_not_empty_either(duck: Store, tmp_path: Path) -> None:
    saved = backup(duck, tmp_path)
    note_opened(duck, PHYSIO, "story", "1")
    with pytest.raises(Refusal, match="not empty"):
        restore(saved, duck.engine)


def test_a_file_that_is_not_there_and_one_that_is_no_backup_are_refused(duck: Store, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("athlete,day\n")
    for name in ("nothing.zip", "export.csv"):
        with pytest.raises(Refusal, match=f"{name} is not a whole teamback backup"):
            restore(tmp_path / name, duck.engine)


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
