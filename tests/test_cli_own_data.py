"""The command line and the club's own data: encrypted backups, a person's whole record, how a person goes."""

from pathlib import Path

import duckdb
import pytest

from tests.commands import exported, let_in, refused, teamback


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the small squad."""
    path = tmp_path / "club.duckdb"
    let_in(exported(tmp_path / "export"), path)
    return path


def asked(store: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(store)) as connection:
        return connection.execute(sql).fetchall()


def jo(store: Path) -> int:
    ((number,),) = asked(store, "select athlete from athlete where known_as = 'Jo Berg'")
    return int(str(number))


def test_an_encrypted_backup_by_a_key_pair_that_a_command_makes(store: Path, tmp_path: Path) -> None:
    key = tmp_path / "safe" / "club.key"
    said = teamback("keys", key).stdout
    recipient = said.rsplit("TEAMBACK_BACKUP_RECIPIENT=", 1)[1].strip()
    assert key.stat().st_mode & 0o077 == 0
    assert "AGE-SECRET-KEY" not in said
    assert "is there already" in refused("keys", key)
    wrote = teamback("backup", tmp_path / "backups", "--to", recipient, "--store", store).stdout
    file = Path(wrote.removeprefix("Wrote ").strip())
    assert file.name.endswith(".zip.age")
    restored = tmp_path / "new" / "club.duckdb"
    assert "is encrypted" in refused("restore", file, "--store", restored)
    assert not restored.parent.exists()
    told = teamback("restore", file, "--key", key, "--store", restored).stdout
    assert told == teamback("verify", "--store", store).stdout


def test_a_plain_backup_is_made_only_when_it_is_asked_for(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = refused("backup", tmp_path / "backups", "--store", store)
    assert said.startswith("Say to whom the backup is encrypted")
    assert not (tmp_path / "backups").exists()
    assert (
        teamback("backup", tmp_path / "backups", "--plain", "--store", store).stdout.strip().endswith(".zip")
    )
    recipient = teamback("keys", tmp_path / "key").stdout.rsplit("=", 1)[1].strip()
    monkeypatch.setenv("TEAMBACK_BACKUP_RECIPIENT", recipient)
    assert teamback("backup", tmp_path / "more", "--store", store).stdout.strip().endswith(".zip.age")


def test_one_altered_byte_is_named_and_a_cut_tail_is_seen_beside_the_backup(
    store: Path, tmp_path: Path
) -> None:
    wrote = teamback("backup", tmp_path / "backups", "--plain", "--store", store).stdout
    file = wrote.removeprefix("Wrote ").strip()
    assert "chain hold" in teamback("verify", "--store", store, "--backup", file).stdout
    ((seq, home),) = asked(store, "select seq, home from session order by seq limit 1")
    asked(store, f"update session set home = '{str(home)[:-1]}x' where seq = {seq}")
    said = refused("verify", "--store", store)
    assert said.startswith(f"Entry {seq} (session of ")
    asked(store, f"update session set home = '{home}' where seq = {seq}")
    ((last, kind),) = asked(store, "select seq, kind from journal order by seq desc limit 1")
    for table in ("journal", kind):
        asked(store, f"delete from {table} where seq = {last}")
    assert "chain hold" in teamback("verify", "--store", store).stdout
    said = refused("verify", "--store", store, "--backup", file)
    assert said == f"Line {last} of journal is not as the backup has it: the end was cut off or rewritten."


def test_everything_held_on_one_athlete_is_written_down_and_the_log_says_so(
    store: Path, tmp_path: Path
) -> None:
    number, out = jo(store), tmp_path / "jo"
    said = teamback("export", "--athlete", number, "--out", out, "--store", store).stdout
    assert "2 Session" in said
    assert said.strip().endswith(f"Begin with {out / 'index.html'}.")
    assert "Jo Berg" in (out / "index.html").read_text(encoding="utf-8")
    assert (out / "index.html").stat().st_mode & 0o077 == 0
    assert asked(store, "select page, subject from read_log") == [("export", str(number))]
    assert "is not empty" in refused("export", "--athlete", number, "--out", out, "--store", store)
    assert "Nobody is known" in refused(
        "export", "--athlete", 7, "--out", tmp_path / "seven", "--store", store
    )
    assert not (tmp_path / "seven").exists()


def test_nobody_goes_before_their_time_by_one_person_and_all_by_two(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["erase", "--athlete", jo(store), "--reason", "asked in writing", "--store", store]
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "anna")
    assert "Nobody has asked for this yet" in refused(*words, "--yes")
    assert teamback(*words, "--ask").stdout == "Asked for Jo Berg. Another person carries it out.\n"
    assert "You asked for this yourself" in refused(*words, "--yes")
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "per")
    assert "No backup here holds this person" in teamback(*words, "--yes").stdout
    assert asked(store, "select count(*) from athlete where known_as = 'Jo Berg'") == [(0,)]
    assert b"Jo Berg" not in store.read_bytes()
    assert asked(store, "select how, asked_by from erased") == [("erase", "anna, command line")]
    assert "every digest and the chain hold" in teamback("verify", "--store", store).stdout


def test_the_dictionary_is_printed_as_it_lies_in_docs() -> None:
    kept = Path(__file__).parents[1] / "docs/data-dictionary.md"
    assert teamback("dictionary").stdout == kept.read_text(encoding="utf-8")
