"""The command line and its store: checked, backed up, restored, served; and stores that are none."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from teamback import cli
from tests.commands import SESSIONS, exported, let_in, refused, teamback

PROGRAM = Path(sys.executable).with_name("teamback")
ANY_STORE_COMMAND = pytest.mark.parametrize(
    "command",
    [["verify"], ["undo", "1"], ["readiness", "--squad", "First team"], ["backup", "backups", "--plain"]],
    ids=lambda command: command[0],
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the small squad."""
    path = tmp_path / "club.duckdb"
    let_in(exported(tmp_path / "export"), path)
    return path


def board(store: Path) -> str:
    words = ["readiness", "--squad", "First team", "--day", "2026-11-20", "--store", store]
    return teamback(*words, "--format", "json").stdout


def altered(store: Path, sql: str) -> None:
    with duckdb.connect(str(store)) as connection:
        connection.execute(sql)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def test_an_altered_entry_is_named_and_is_neither_verified_nor_backed_up(store: Path, tmp_path: Path) -> None:
    altered(store, "update session set rpe = 4 where rpe = 5")
    sentence = refused("verify", "--store", store)
    assert sentence.startswith("Entry ")
    assert sentence.endswith("(session of 19 Nov 2026) was altered after it was recorded.")
    assert sentence in refused("backup", tmp_path / "backups", "--plain", "--store", store)


@pytest.mark.parametrize("share", [0.001, 0.03, 0.3, 0.6, 0.99])
def test_one_altered_byte_of_the_file_is_seen_and_told_in_one_sentence(store: Path, share: float) -> None:
    content = bytearray(store.read_bytes())
    content[int(len(content) * share)] ^= 0xFF
    store.write_bytes(content)
    done = subprocess.run([PROGRAM, "verify", "--store", store], capture_output=True, encoding="utf-8")
    if done.returncode == 0:  # the byte lay in a block that nothing is kept in
        assert "every digest and the chain hold" in done.stdout
    else:
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert done.stderr.startswith("Error: ")


def test_a_backup_fills_a_new_store_with_the_same_board(store: Path, tmp_path: Path) -> None:
    said = teamback("backup", tmp_path / "backups", "--plain", "--store", store).stdout
    file = Path(said.removeprefix("Wrote ").strip())
    assert file.parent == tmp_path / "backups"
    restored = tmp_path / "new" / "club.duckdb"
    told = teamback("restore", file, "--store", restored).stdout
    assert told == teamback("verify", "--store", store).stdout
    assert board(restored) == board(store)


def test_a_store_that_is_not_empty_is_not_restored_over(store: Path, tmp_path: Path) -> None:
    (file,) = [
        Path(teamback("backup", tmp_path, "--plain", "--store", store).stdout.split(maxsplit=1)[1].strip())
    ]
    before = board(store)
    said = refused("restore", file, "--store", store)
    assert said == "This store is not empty. Restore into a new one; nothing was changed."
    assert board(store) == before


@pytest.mark.parametrize("share", [0, 0.3, 0.7])
def test_a_damaged_backup_leaves_no_half_filled_store(store: Path, tmp_path: Path, share: float) -> None:
    file = Path(teamback("backup", tmp_path, "--plain", "--store", store).stdout.split(maxsplit=1)[1].strip())
    file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])
    new = tmp_path / "new" / "club.duckdb"
    assert "is not a whole teamback backup. Nothing was restored." in refused("restore", file, "--store", new)
    assert not new.parent.exists()


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    said = refused("restore", tmp_path / "none.zip", "--store", tmp_path / "new.duckdb")
    assert said == f"There is no backup at {tmp_path / 'none.zip'}."
    assert not (tmp_path / "new.duckdb").exists()


def test_a_folder_that_cannot_be_made_is_named(store: Path) -> None:
    assert refused("backup", store / "inside", "--plain", "--store", store).startswith(
        f"{store / 'inside'}: "
    )


@ANY_STORE_COMMAND
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "nowhere" / "club.duckdb"
    said = refused(*command, "--store", path)
    assert said == f"There is no store at {path}. Import a file into it first, or name another."
    assert not path.parent.exists()


@ANY_STORE_COMMAND
def test_a_file_that_is_no_store_is_left_as_it_was(tmp_path: Path, command: list[str]) -> None:
    for name, content in {"notes.txt": b"Training at ten.", "empty.duckdb": b""}.items():
        path = tmp_path / name
        path.write_bytes(content)
        assert "not a teamback store" in refused(*command, "--store", path)
        assert path.read_bytes() == content


def test_somebody_elses_database_is_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    altered(path, "create table stock (item text)")
    said = let_in(exported(tmp_path / "export"), path, code=1).stderr
    assert "it is not a teamback store" in said
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("select table_name from information_schema.tables").fetchall() == [
            ("stock",)
        ]


@ANY_STORE_COMMAND
def test_a_newer_store_is_not_opened(store: Path, command: list[str]) -> None:
    altered(store, "insert into migration values (9999)")
    said = refused(*command, "--store", store)
    assert "written by a newer teamback" in said
    assert said.endswith("Update teamback; nothing was changed.")


@contextmanager
def served(store: str, folder: Path) -> Iterator[int]:
    """`teamback serve` as a program of its own, started in a folder; gives its port once it is ready."""
    port = free_port()
    words = [PROGRAM, "serve", "--store", store, "--port", str(port), "--no-browser"]
    env, quiet = os.environ | {"TEAMBACK_SECRET_KEY": "k" * 32}, subprocess.DEVNULL
    with subprocess.Popen(words, cwd=folder, env=env, stdout=quiet, stderr=quiet) as program:
        try:
            for _ in range(240):
                time.sleep(0.25)
                assert program.poll() is None
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
                        assert json.load(answer) == {"ready": True}
                    break
                except OSError:
                    continue
            else:
                pytest.fail("teamback serve did not get ready")
            yield port
        finally:
            program.terminate()
            program.wait(timeout=20)


def test_a_store_is_served_from_the_folder_where_the_command_was_given_and_is_held_meanwhile(
    store: Path,
) -> None:
    with served(store.name, store.parent) as port:
        for command in (["verify"], ["readiness", "--squad", "First team"]):
            said = refused(*command, "--store", store)
            assert said == (
                f"The store {store} is in use by another program. Stop teamback there, then try again."
            )
        said = refused("serve", "--store", store, "--port", port, "--no-browser")
        assert said.startswith(f"Port {port} is not free (Address already in use).")
    assert "every digest and the chain hold" in teamback("verify", "--store", store).stdout


def test_a_taken_port_is_told_before_the_demo_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "DEMO_STORE", str(tmp_path / "demo.duckdb"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused("demo", "--port", port, "--no-browser")
    assert said == (
        f"Port {port} is not free (Address already in use). Stop what answers there, or name another: --port."
    )
    assert os.listdir(tmp_path) == []


def test_whoever_reads_along_and_has_seen_enough_stops_it_without_a_fuss(store: Path) -> None:
    reading = subprocess.Popen(
        [PROGRAM, "readiness", "--squad", "First team", "--store", store],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert reading.stdout
    assert reading.stderr
    reading.stdout.close()
    assert "Traceback" not in reading.stderr.read()
    reading.wait(timeout=60)


def test_one_more_file_of_the_same_days_is_another_batch(store: Path, tmp_path: Path) -> None:
    more = exported(tmp_path / "more", sessions=SESSIONS + "Kim Dahl,2026-11-21,10:00,60,5\n")
    assert "1 row came in as batch" in let_in(more, store).stdout
