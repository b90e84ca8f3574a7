"""The command line: what it lets in, what it shows, and what it refuses in one sentence."""

import csv
import json
import re
from pathlib import Path

import pytest

from teamback import users
from teamback.cli import main
from teamback.record.scope import Scope
from teamback.store import open_store
from teamback.store.queries.history import limits_in_force
from teamback.store.queries.roster import squads
from tests.commands import CHECK_INS, SESSIONS, exported, let_in, refused, teamback

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "anonymise",
    "backup",
    "board",
    "demo",
    "dictionary",
    "erase",
    "export",
    "import",
    "keys",
    "pathways",
    "readiness",
    "restore",
    "serve",
    "undo",
    "user",
    "verify",
)
LEAD = Scope("Anna Vik", "doctor", "lead")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the store of a test lies, once something came in."""
    return tmp_path / "club" / "store.duckdb"


def board(store: Path, form: str = "json", day: str = "2026-11-20") -> str:
    words = ["readiness", "--squad", "First team", "--day", day, "--format", form, "--store", store]
    return teamback(*words).stdout


def test_these_are_the_commands() -> None:
    assert tuple(sorted(main.commands)) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_explains_itself_and_stands_in_the_readme(command: str) -> None:
    said = teamback(command, "--help").stdout
    assert said.startswith(f"Usage: main {command} ")
    assert main.commands[command].help in " ".join(said.split())
    assert re.search(rf"teamback (\w+ \| )*{command}\b", README)


def test_the_program_says_which_it_is() -> None:
    assert re.fullmatch(r"main, version [\d.]+\n", teamback("--version").stdout)


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command"],
        ["readiness"],
        ["undo", "the last one"],
        ["readiness", "--squad", "A", "--day", "20.11.2026"],
        ["readiness", "--squad", "A", "--day", "2026-02-30"],
        ["readiness", "--squad", "A", "--day", "0001-01-05"],
        ["demo", "--day", "9999-12-31"],
        ["readiness", "--squad", "A", "--format", "xml"],
        ["serve", "--port", "70000"],
        ["import", "file.csv", "--squad", "A"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(words: list[str]) -> None:
    said = teamback(*words, code=2).stderr
    assert said.startswith("Usage: ")
    assert "Error: " in said.splitlines()[-1]


def test_a_folder_comes_in_and_is_on_the_board(store: Path, tmp_path: Path) -> None:
    said = let_in(exported(tmp_path / "export"), store).stdout
    assert said.splitlines()[-1] == "5 rows came in as batch 1. To take it back: teamback undo 1"
    rows = {row["athlete"]: row for row in json.loads(board(store))}
    assert {name: (row["reported"], row["flag"]) for name, row in rows.items()} == {
        "Jo Berg": (True, "green"),
        "Kim Dahl": (True, "not_reported"),
    }
    opened = open_store(str(store))
    assert limits_in_force(opened) is not None
    opened.close()


def test_the_same_again_brings_nothing_in_and_changes_nothing(store: Path, tmp_path: Path) -> None:
    let_in(exported(tmp_path / "export"), store)
    before = teamback("verify", "--store", store).stdout
    said = let_in(tmp_path / "export", store).stdout
    assert said.splitlines()[-1] == "There was nothing new. Nothing was written."
    assert teamback("verify", "--store", store).stdout == before


NOTHING_COMES_IN = {
    "no such file": (None, [], "There is no file or folder "),
    "no such preset": (SESSIONS, ["--as", "garmin"], "There is no preset garmin"),
    "an empty file": ("", [], "is empty"),
    "a header alone": ("athlete,day,minutes\n", [], "holds no row under its header"),
    "an unknown column": ("athlete,day,minutes,heart\nJo,2026-11-20,60,9\n", [], "heart"),
    "RPE 11": ("athlete,day,minutes,rpe\nJo,2026-11-20,60,11\n", [], "line 2"),
    "minutes -5": ("athlete,day,minutes\nJo,2026-11-20,-5\n", [], "line 2"),
    "a date that can be read two ways": ("athlete,day,minutes\nJo,03/04/2026,60\n", [], "03/04/2026"),
    "an unknown time zone": (SESSIONS, ["--time-zone", "Mars/Base"], "There is no time zone Mars/Base"),
}


@pytest.mark.parametrize(("text", "more", "sentence"), NOTHING_COMES_IN.values(), ids=NOTHING_COMES_IN)
def test_where_nothing_comes_in_no_store_is_left_behind(
    store: Path, tmp_path: Path, text: str | None, more: list[str], sentence: str
) -> None:
    path = tmp_path / "sessions.csv"
    if text is not None:
        path.write_text(text)
    assert sentence in let_in(path, store, *more, code=1).stderr
    assert not store.parent.exists()


def test_a_preview_writes_nothing_neither_a_new_store_nor_into_one(store: Path, tmp_path: Path) -> None:
    folder = exported(tmp_path / "export")
    assert let_in(folder, store, "--preview").stdout.endswith("Nothing was written: this is a preview.\n")
    assert not store.parent.exists()
    let_in(folder, store)
    before = teamback("verify", "--store", store).stdout
    (folder / "sessions.csv").write_text(SESSIONS + "Jo Berg,2026-11-21,10:00,60,5\n")
    let_in(folder, store, "--preview")
    assert teamback("verify", "--store", store).stdout == before


def test_rejected_rows_are_written_down_and_the_others_come_in(store: Path, tmp_path: Path) -> None:
    folder = exported(tmp_path / "export", sessions=SESSIONS + "Jo Berg,2026-11-21,10:00,60,11\n")
    rejects = tmp_path / "rejects.csv"
    assert "Nothing was written" in let_in(folder, store, code=1).stderr
    assert "3 rows came in" in let_in(folder, store, "--rejects", rejects).stdout
    (row,) = csv.DictReader(rejects.open(encoding="utf-8"))
    assert (row["file"], row["line"]) == ("sessions.csv", "5")


def test_a_file_of_nothing_but_rejects_makes_no_store(store: Path, tmp_path: Path) -> None:
    folder = exported(tmp_path / "export", sessions="athlete,day,minutes\nJo,2026-11-20,-5\n")
    said = let_in(folder, store, "--rejects", tmp_path / "rejects.csv").stdout
    assert "Nothing was written." in said
    assert not store.parent.exists()


def test_a_new_squad_stands_in_the_time_zone_it_is_given(store: Path, tmp_path: Path) -> None:
    folder = exported(tmp_path / "export")
    let_in(folder, store, "--time-zone", "Australia/Sydney")
    opened = open_store(str(store))
    assert [squad.time_zone for squad in squads(opened, LEAD)] == ["Australia/Sydney"]
    opened.close()
    let_in(folder, store, "--time-zone", "Australia/Sydney")
    said = let_in(folder, store, "--time-zone", "Europe/Oslo", code=1).stderr
    assert "First team is there already, and its time zone is Australia/Sydney." in said


def test_a_batch_is_undone_once(store: Path, tmp_path: Path) -> None:
    let_in(exported(tmp_path / "export"), store)
    said = teamback("undo", 1, "--store", store).stdout
    assert re.fullmatch(r"Batch 1 with \d+ entries counts no longer. The journal keeps what it held.\n", said)
    assert refused("undo", 1, "--store", store) == "Batch 1 was undone before. Nothing was changed."
    assert refused("undo", 77, "--store", store).startswith("There is no batch 77.")
    assert "every digest and the chain hold" in teamback("verify", "--store", store).stdout


def test_an_unknown_squad_is_answered_with_those_there_are(store: Path, tmp_path: Path) -> None:
    let_in(exported(tmp_path / "export"), store)
    said = refused("readiness", "--squad", "Second", "--store", store)
    assert said == "There is no squad Second. Squads here: First team."
    assert json.loads(
        teamback("readiness", "--squad", "FIRST TEAM", "--store", store, "--format", "json").stdout
    )


def test_a_day_that_has_not_come_is_refused(store: Path, tmp_path: Path) -> None:
    let_in(exported(tmp_path / "export"), store)
    said = refused("readiness", "--squad", "First team", "--day", "2199-01-01", "--store", store)
    assert said == "Tue 1 Jan 2199 has not come yet. Choose today or an earlier day."


def test_whoever_has_no_name_on_this_computer_can_work_too(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(users.getpass, "getuser", nobody)
    let_in(exported(tmp_path / "export"), store)
    assert "Jo Berg" in board(store, "table")


def test_the_check_ins_alone_are_a_file_too(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "check_ins.csv"
    file.write_text(CHECK_INS)
    assert "2 rows came in" in let_in(file, store).stdout
