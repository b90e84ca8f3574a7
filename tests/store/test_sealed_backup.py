"""A backup is encrypted to a public key: without the secret one nothing of it can be read."""

import json
from pathlib import Path

import pytest

from teamback.record.refusal import Refusal
from teamback.store import Store, open_store
from teamback.store.backup import backup, backups_of, ends_of, restore
from teamback.store.sealed import KeyPair, new_keys
from teamback.store.verify import verify
from tests.squads import PHYSIO, Clock, a_squad, mornings
from tests.store.backups import rows
from tests.store.season import play

NAME = "Canarina"


@pytest.fixture
def keys() -> KeyPair:
    return new_keys()


@pytest.fixture
def key(tmp_path: Path, keys: KeyPair) -> Path:
    file = tmp_path / "club.key"
    file.write_text(f"# the club's key\n{keys.secret}\n")
    return file


@pytest.mark.parametrize("sealed", [True, False], ids=["encrypted", "plain"])
def test_last_nights_backup_in_another_folder_gives_an_equal_store_table_by_table(
    duck: Store, clock: Clock, tmp_path: Path, keys: KeyPair, key: Path, sealed: bool
) -> None:
    play(duck, clock)
    saved = backup(duck, tmp_path / "nightly", keys.recipient if sealed else None)
    elsewhere = open_store(str(tmp_path / "another" / "squad.duckdb"), clock)
    restored = restore(saved, elsewhere.engine, key if sealed else None)
    kept, back = rows(duck), rows(restored)
    assert all(kept.values())
    assert kept.keys() == back.keys()
    for table in kept:
        assert kept[table] == back[table], table
    assert verify(restored, ends_of(saved)) == verify(duck)
    elsewhere.close()


def test_nothing_in_the_folder_of_an_encrypted_backup_can_be_read(
    duck: Store, tmp_path: Path, keys: KeyPair
) -> None:
    (canary,) = a_squad(duck, NAME)
    duck.keep(mornings(canary, low_back_now="7", note=NAME), PHYSIO)
    saved = backup(duck, tmp_path / "nightly", keys.recipient)
    assert saved.name == "teamback-20261123T083000-4.zip.age"
    beside = sorted(path.name for path in saved.parent.iterdir())
    assert beside == [saved.name, f"{saved.name}.head"]
    assert all(NAME.encode() not in path.read_bytes() for path in saved.parent.iterdir())
    assert saved.read_bytes().startswith(b"age-encryption.org/v1\n")
    assert saved.stat().st_mode & 0o077 == 0
    assert json.loads((saved.parent / beside[1]).read_text())["ends"]["entries"] == 4


def test_the_wrong_key_no_key_and_a_damaged_file_are_refused_and_leave_the_store_empty(
    duck: Store, tmp_path: Path, keys: KeyPair, key: Path
) -> None:
    a_squad(duck, "Kari")
    saved = backup(duck, tmp_path / "nightly", keys.recipient)
    fresh = open_store(":memory:")
    with pytest.raises(Refusal, match=r"is encrypted\. Name the file that holds its secret key"):
        restore(saved, fresh.engine)
    other = tmp_path / "other.key"
    other.write_text(new_keys().secret)
    with pytest.raises(Refusal, match="cannot be opened with this key, or is damaged"):
        restore(saved, fresh.engine, other)
    other.write_text("open sesame")
    with pytest.raises(Refusal, match="holds no secret key"):
        restore(saved, fresh.engine, other)
    whole = saved.read_bytes()
    for place in (300, len(whole) // 2, len(whole) - 1):
        saved.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(Refusal, match="or is damaged"):
            restore(saved, fresh.engine, key)
    assert not any(rows(fresh).values())


def test_what_is_no_recipient_is_refused_and_leaves_no_file(duck: Store, tmp_path: Path) -> None:
    a_squad(duck, "Kari")
    with pytest.raises(Refusal, match="is no recipient: it begins with age1"):
        backup(duck, tmp_path / "nightly", "age1nobody")
    assert list((tmp_path / "nightly").iterdir()) == []


def test_a_cut_tail_is_seen_beside_an_encrypted_backup_without_its_key(
    duck: Store, clock: Clock, tmp_path: Path, keys: KeyPair
) -> None:
    (kari,) = a_squad(duck, "Kari")
    (seq,) = duck.keep(mornings(kari, low_back_now="7"), PHYSIO)
    saved = backup(duck, tmp_path, keys.recipient)
    for table in ("check_in", "journal"):
        duck.engine.write(lambda execute, table=table: execute(f"delete from {table} where seq = {seq}", []))
    assert verify(duck).faults == ()
    (fault,) = verify(duck, ends_of(saved)).faults
    assert fault == "Line 4 of journal is not as the backup has it: the end was cut off or rewritten."
    clock.later(days=1)
    with pytest.raises(
        Refusal, match=r"Not backed up \(compared with teamback-.*zip.age\): Line 4 of journal"
    ):
        backup(duck, tmp_path, keys.recipient)


def test_the_backups_of_a_store_are_told_newest_first_and_no_others(
    duck: Store, clock: Clock, tmp_path: Path, keys: KeyPair
) -> None:
    a_squad(duck, "Kari")
    plain = backup(duck, tmp_path)
    clock.later(days=1)
    sealed = backup(duck, tmp_path, keys.recipient)
    other = open_store(":memory:", clock)
    a_squad(other, "Boje")
    clock.later(hours=1)
    backup(other, tmp_path)
    (tmp_path / "teamback-20991231T000000-1.zip").write_text("half of a file")
    found = backups_of(duck, tmp_path)
    assert [(one.path, one.sealed) for one in found] == [(sealed, True), (plain, False)]
    found[0].delete()
    assert not sealed.exists()
    assert [one.path for one in backups_of(duck, tmp_path)] == [plain]
