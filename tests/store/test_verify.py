"""One altered byte is named: in whatever table, column or row it is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import Any

import duckdb
import pytest
from postgres_server import fresh_database

from teamback.record.events import KINDS
from teamback.store import Store, open_store
from teamback.store.backup_file import tables
from teamback.store.engine import Execute, Row
from teamback.store.erase import erase
from teamback.store.verify import describe, verified, verify
from tests.squads import LEAD, PHYSIO, Clock, a_squad, mornings, sessions
from tests.store.altering import OTHERWISE, OTHERWISE_IN_DUCKDB, alterations, columns, named
from tests.store.season import play

UNSEEN = "altered, but nobody noticed"
ENDS_KEPT_APART = ("journal", "read_log")
"""How far they went is held by the backups: test_cut_tail."""


class PutBack(Exception):
    """Ends a transaction so that what was altered in it is as before."""


@pytest.fixture(scope="module", params=["duckdb", "postgresql"])
def season(request: pytest.FixtureRequest) -> Iterator[Store]:
    """One season for all tests here: each puts back what it altered."""
    with ExitStack() as stack:
        address = ":memory:"
        if request.param == "postgresql":
            server = request.getfixturevalue("postgres_server")
            address = stack.enter_context(fresh_database(server))
        clock = Clock()
        store = open_store(address, clock)
        stack.callback(store.close)
        play(store, clock)
        yield store


def faults_after(store: Store, alter: Callable[[Execute], Any]) -> tuple[str, ...]:
    """What verification says after an alteration, which is then put back."""
    said: list[tuple[str, ...]] = []

    def work(execute: Execute) -> None:
        alter(execute)
        said.append(verified(execute).faults)
        raise PutBack

    with pytest.raises(PutBack):
        store.engine.write(work)
    return said[0]


def kinds_of(half: int) -> list[str]:
    """Half of the tables of events."""
    return [table for table in tables() if table in KINDS][half::2]


@contextmanager
def plainly(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The file of a store as anybody with DuckDB opens it."""
    with duckdb.connect(str(path)) as connection:
        yield connection


def test_a_whole_season_verifies(season: Store) -> None:
    result = verify(season)
    assert result.faults == ()
    assert result.entries == season.head()
    assert result.erased == 5
    assert describe(result).startswith(f"{season.head()} entries, 5 erased: every digest and the chain hold.")


@pytest.mark.parametrize("table", [table for table in tables() if table not in KINDS])
def test_one_altered_value_is_seen(season: Store, table: str) -> None:
    tried = list(alterations(season, table))
    assert len(tried) >= len(columns(season, table))
    for what, row, sql in tried:
        faults = faults_after(season, lambda execute, sql=sql: execute(sql, []))
        assert faults, f"{what}: {UNSEEN}"
        if table == "journal":
            assert named(row, faults), (what, faults)


@pytest.mark.parametrize("half", range(2))
def test_of_one_altered_value_a_kind_each_is_named(season: Store, half: int) -> None:
    """Half of all kinds at a time, as each look goes through the whole season and 50 faults are told."""
    kinds = kinds_of(half)
    tried = [list(alterations(season, table)) for table in kinds]
    for table, ways in zip(kinds, tried, strict=True):
        assert len(ways) >= len(columns(season, table))
    for together in zip_longest(*tried):
        altered = [way for way in together if way]

        def alter(execute: Execute, altered: Sequence[tuple[str, int, str]] = altered) -> None:
            for _, _, sql in altered:
                execute(sql, [])

        faults = faults_after(season, alter)
        for what, row, _ in altered:
            assert named(row, faults), (what, faults)


@pytest.mark.parametrize("half", range(2))
@pytest.mark.parametrize("gone", [True, False])
def test_a_row_of_each_kind_that_is_gone_or_there_twice_is_named(
    season: Store, half: int, gone: bool
) -> None:
    rows = {kind: season.engine.read(f"select max(seq) from {kind}")[0][0] for kind in kinds_of(half)}
    assert all(rows.values())

    def alter(execute: Execute) -> None:
        for kind, row in rows.items():
            alike = f"from {kind} where seq = {row}"
            execute(f"delete {alike}" if gone else f"insert into {kind} select * {alike}", [])

    faults = faults_after(season, alter)
    for kind, row in rows.items():
        assert named(row, faults), (kind, faults)


@pytest.mark.parametrize("table", [table for table in tables() if table not in (*KINDS, *ENDS_KEPT_APART)])
def test_a_row_beside_the_kinds_that_is_gone_or_there_twice_is_seen(season: Store, table: str) -> None:
    number = next(iter(tables()[table]))
    row = season.engine.read(f"select max({number}) from {table}")[0][0]
    assert row
    alike = f"from {table} where {number} = {row}"
    assert faults_after(season, lambda execute: execute(f"delete {alike}", []))
    assert faults_after(season, lambda execute: execute(f"insert into {table} select * {alike}", []))


def test_a_check_in_slipped_in_beside_the_journal_is_named(season: Store) -> None:
    row = "insert into check_in (seq, day, home, athlete) values (99999, '2026-11-23', 'first', 1)"
    faults = faults_after(season, lambda execute: execute(row, []))
    assert faults == ("The content of entry 99999 (check_in) belongs to no entry of the journal.",)


def test_an_entry_taken_out_of_the_middle_is_named(season: Store) -> None:
    def take_out(execute: Execute) -> None:
        (kind,) = execute("select kind from journal where seq = 20", [])[0]
        execute(f"delete from {kind} where seq = 20", [])
        execute("delete from journal where seq = 20", [])

    assert faults_after(season, take_out)[0] == "Entry 20 is missing from the journal."


def test_content_deleted_without_an_erasure_is_named(season: Store) -> None:
    def delete(execute: Execute) -> None:
        (seq,) = execute("select max(seq) from check_in", [])[0]
        execute(f"delete from check_in where seq = {seq}", [])
        execute(f"update journal set salt = null, subject = 'erased' where seq = {seq}", [])

    seq = season.engine.read("select max(seq) from check_in")[0][0]
    assert faults_after(season, delete) == (f"Entry {seq} (check_in) lost its content without an erasure.",)


def test_content_deleted_under_cover_of_an_erasure_is_named(season: Store) -> None:
    def delete(execute: Execute) -> None:
        (seq,) = execute("select max(seq) from check_in", [])[0]
        (name,) = execute("select max(erased_as) from erased", [])[0]
        execute(f"delete from check_in where seq = {seq}", [])
        execute(f"update journal set salt = null, subject = '{name}' where seq = {seq}", [])

    (fault,) = faults_after(season, delete)
    assert fault.startswith("What remains of 5 erased entries was altered (6 there")


@pytest.mark.parametrize("column", ["seq", "kind", "day", "recorded_at", "batch", "digest"])
def test_what_remains_of_an_erased_entry_cannot_be_altered_either(season: Store, column: str) -> None:
    ways = OTHERWISE_IN_DUCKDB if season.engine.name == "duckdb" else OTHERWISE
    new = "seq + 1000" if column == "seq" else ways[tables()["journal"][column]].format(column)
    sql = f"update journal set {column} = {new} where seq = (select max(seq) from journal where salt is null)"
    assert faults_after(season, lambda execute: execute(sql, []))


def test_an_alteration_made_with_plain_duckdb_is_named_with_its_day(file: Path, clock: Clock) -> None:
    store = open_store(str(file), clock)
    (kari,) = a_squad(store, "Kari")
    (seq,) = store.keep(mornings(kari, low_back_now="7"), PHYSIO)
    store.close()
    with plainly(file) as connection:
        connection.execute("update check_in set low_back_now = 1")
    store = open_store(str(file), clock)
    result = verify(store)
    assert result.faults == (f"Entry {seq} (check_in of 23 Nov 2026) was altered after it was recorded.",)
    assert describe(result) == result.faults[0]
    store.close()


def test_verifying_while_others_write_finds_no_fault_that_is_not_there(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")

    def disturbed(read: Execute) -> Execute:
        def reading(sql: str, parameters: Sequence[Any]) -> list[Row]:
            rows = read(sql, parameters)
            if store.head() < 20:
                store.keep(sessions(kari, minutes="60"), PHYSIO)
            return rows

        return reading

    result = store.engine.snapshot(lambda read: verified(disturbed(read)))
    assert (result.entries, result.faults) == (3, ())
    assert store.head() == 20
    assert verify(store).faults == ()


def test_a_store_altered_throughout_tells_the_first_faults_and_counts_the_others(duck: Store) -> None:
    (kari,) = a_squad(duck, "Kari")
    duck.keep(sessions(kari, minutes="60 " * 80), PHYSIO)
    duck.engine.write(lambda execute: execute("update session set minutes = 90", []))
    faults = verify(duck).faults
    assert len(faults) == 51
    assert faults[0].startswith("Entry 4 (session of")
    assert faults[-1] == "And 30 more."


def test_erasing_twice_and_two_people_verifies(duck: Store) -> None:
    kari, ola, _ = a_squad(duck, "Kari Ola Li")
    duck.keep(mornings(kari, low_back_now="7 7"), PHYSIO)
    assert erase(duck, kari, LEAD, "asked for it") == 4
    assert erase(duck, ola, LEAD, "asked for it") == 2
    result = verify(duck)
    assert (result.faults, result.erased, result.entries) == ((), 6, 11)
