"""Opening a store: new, brought up to date, or refused in one clear sentence that says what to do."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import psycopg
import pytest

import teamback.store.migrate
from teamback.record.refusal import Refusal
from teamback.store import Store, open_store
from teamback.store.migrate import applied, migrate, migrations
from teamback.store.postgres import WRITE_LOCK
from teamback.store.read_log import note_opened
from tests.squads import PHYSIO, Clock, a_squad

HOLD = """
import sys
from teamback.store import open_store
store = open_store(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def refused(address: str | Path) -> str:
    """The one sentence or two that refuse an address."""
    with pytest.raises(Refusal) as refusal:
        open_store(str(address))
    assert "\n" not in refusal.value.sentence
    return refusal.value.sentence


def test_a_store_is_made_where_there_is_none_with_its_folder_for_its_owner_alone(file: Path) -> None:
    open_store(str(file)).close()
    assert file.exists()
    assert file.parent.stat().st_mode & 0o077 == 0


def test_what_was_kept_is_there_when_the_store_is_opened_again(file: Path) -> None:
    store = open_store(str(file))
    a_squad(store, "Kari")
    store.close()
    again = open_store(str(file))
    assert again.head() == 3
    again.close()


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_store("~/squad.duckdb").close()
    assert (tmp_path / "squad.duckdb").exists()


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "squad.duckdb"
    path.touch()
    assert refused(path) == f"{path} is an empty file, not a teamback store. Delete it, or name another one."


@pytest.mark.parametrize("text", ["hi", "athlete,day,rpe\n" * 1000])
def test_a_text_file_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    path = tmp_path / "export.csv"
    path.write_text(text)
    assert refused(path).startswith(f"{path} is not a teamback store.")
    assert path.read_text() == text


def test_another_duckdb_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table wages (athlete text); insert into wages values ('Kari')")
    assert "it is not a teamback store" in refused(path)
    with duckdb.connect(str(path)) as other:
        assert other.execute("select table_name from duckdb_tables()").fetchall() == [("wages",)]


def test_an_address_of_another_database_is_refused_and_makes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = refused("mysql://dana:secret@db/teamback")
    assert said == "mysql:// is no store: name a file, or a postgresql:// address."
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_path_below_a_file_are_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refused(tmp_path)
    (tmp_path / "file").write_text("here")
    assert "cannot be opened" in refused(tmp_path / "file" / "squad.duckdb")


def test_a_file_held_by_another_process_is_refused_by_saying_so(file: Path) -> None:
    open_store(str(file)).close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    assert refused(file) == (
        f"The store {file} is in use by another program. Stop teamback there, then try again."
    )
    holder.communicate()
    open_store(str(file)).close()


def test_a_file_open_in_this_process_is_refused_and_the_first_store_goes_on(file: Path) -> None:
    store = open_store(str(file))
    assert refused(file) == f"The store {file} is open already in this very program."
    a_squad(store, "Kari")
    assert store.head() == 3
    store.close()


def test_a_store_newer_than_the_program_is_refused(file: Path) -> None:
    store = open_store(str(file))
    store.engine.write(lambda execute: execute("insert into migration values (99)", []))
    store.close()
    said = refused(file)
    assert said.startswith("This store was written by a newer teamback (schema 99,")
    assert said.endswith("Update teamback; nothing was changed.")


def test_a_postgresql_that_does_not_answer_is_refused() -> None:
    url = "postgresql://nobody@127.0.0.1:9/none"
    assert refused(url) == "The PostgreSQL store does not answer. Check its address and that it runs."


def test_another_postgresql_database_is_refused(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as other:
        other.execute("create table wages (athlete text)")
    assert "it is not a teamback store" in refused(postgres_url)


def test_a_postgresql_that_does_not_keep_utf_8_is_refused(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        name = f"{connection.info.dbname}_latin"
        connection.execute(f"create database {name} encoding 'LATIN1' locale 'C' template template0".encode())
        try:
            assert "does not keep UTF-8" in refused(postgres_url.replace(connection.info.dbname, name))
        finally:
            connection.execute(f"drop database {name} with (force)".encode())


def test_migrations_are_numbered_from_one_without_a_gap() -> None:
    assert list(migrations()) == list(range(1, len(migrations()) + 1))


def test_a_store_brought_up_to_date_is_not_changed_by_opening_it_again(store: Store) -> None:
    assert applied(store.engine.read) == list(migrations())
    assert migrate(store.engine) == []


def test_a_later_migration_is_applied_and_a_failing_one_leaves_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = migrations()
    works = max(known) + 1
    later = {
        works: "create table ward (bed text);\ninsert into ward values ('one');",
        works + 1: "create table lost (bed text);\ninsert into lost values ('two');\nselect * from nowhere;",
    }
    monkeypatch.setattr(teamback.store.migrate, "migrations", lambda: known | later)
    with pytest.raises(store.engine.errors):
        migrate(store.engine)
    assert applied(store.engine.read) == [*known, works]
    assert store.engine.read("select bed from ward") == [("one",)]
    with pytest.raises(store.engine.errors):
        store.engine.read("select bed from lost")
    a_squad(store, "Kari")
    assert store.head() == 3


def test_servers_that_start_at_once_migrate_once(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection, ThreadPoolExecutor(3) as servers:
        # While the lock is held here, all of them find a new store and wait to migrate it.
        connection.execute("select pg_advisory_xact_lock(%s)", [WRITE_LOCK])
        opening = [servers.submit(open_store, postgres_url) for _ in range(3)]
        waiting = "select count(*) from pg_locks where locktype = 'advisory' and not granted"
        while connection.execute(waiting).fetchone() != (3,):
            time.sleep(0.01)
        connection.commit()
        stores = [server.result() for server in opening]
    assert applied(stores[0].engine.read) == list(migrations())
    for store in stores:
        store.close()


def test_nothing_outside_the_folder_of_the_store_can_be_read_through_it(file: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n")
    store = open_store(str(file))
    for sql in (f"select * from read_csv('{tmp_path}/secret.csv')", "set enable_external_access = true"):
        with pytest.raises(duckdb.Error):
            store.engine.read(sql)
    store.close()


def test_a_message_about_another_lock_is_not_taken_for_a_held_file(tmp_path: Path) -> None:
    folder = tmp_path / "lock" / "smith.duckdb"
    folder.mkdir(parents=True)
    assert "in use" not in refused(folder)


def test_the_place_of_a_store_gives_no_password_away(postgres_url: str) -> None:
    store = open_store(postgres_url)
    assert store.place == "PostgreSQL"
    store.close()


def test_the_last_row_is_found_though_all_those_written_before_were_deleted(file: Path, clock: Clock) -> None:
    """DuckDB 2.0.0 answers `order by ... limit 1` with no row then, with its row group pruner."""
    last = "select number from read_log order by number desc limit 1"
    store = open_store(str(file), clock)
    for _ in range(2):
        note_opened(store, PHYSIO, "story", "1")
    store.close()
    store = open_store(str(file), clock)
    store.engine.write(lambda execute: execute("delete from read_log", []))
    assert store.engine.read(last) == []
    note_opened(store, PHYSIO, "story", "1")
    assert store.engine.read(last) == [(1,)]
    store.close()
