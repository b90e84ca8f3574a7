"""The import on the command line: what it says, line by line."""

from pathlib import Path

import pytest

from teamback.intake import run_import
from teamback.record.refusal import Refusal
from teamback.store import Store
from tests.intake.exported import ANNA, CHECK_INS, check_ins, write


def test_the_account_is_a_table_and_ends_with_how_to_take_it_back(store: Store, tmp_path: Path) -> None:
    said: list[str] = []
    path = write(tmp_path, "check_ins.csv", CHECK_INS)
    run_import(store, path, "teamback", "First team", ANNA, False, None, said.append)
    assert said[0].split() == ["file", "rows", "new", "updated", "unchanged", "left", "out", "invalid"]
    assert said[1].split() == ["check_ins.csv", "3", "3", "0", "0", "0", "0"]
    assert said[2].split() == ["all", "files", "3", "3", "0", "0", "0", "0"]
    assert said[-1] == "3 rows came in as batch 1. To take it back: teamback undo 1"
    said.clear()
    run_import(store, path, "teamback", "First team", ANNA, False, None, said.append)
    assert said[-1] == "There was nothing new. Nothing was written."


def test_a_preview_writes_nothing(store: Store, tmp_path: Path) -> None:
    said: list[str] = []
    path = write(tmp_path, "check_ins.csv", CHECK_INS)
    assert run_import(store, path, "teamback", "First team", ANNA, True, None, said.append) is None
    assert said[-1] == "Nothing was written: this is a preview."
    assert store.head() == 0


def test_faults_are_named_and_the_rest_comes_in_only_on_request(store: Store, tmp_path: Path) -> None:
    said: list[str] = []
    bad = "".join(f"Jo Berg,2026-10-{day:02},11,4,8\n" for day in range(1, 26))
    path, rejects = write(tmp_path, "check_ins.csv", CHECK_INS + bad), tmp_path / "rejects.csv"
    with pytest.raises(Refusal, match="24 more rows are invalid too"):
        run_import(store, path, "teamback", "First team", ANNA, False, None, said.append)
    assert sum(line.startswith("Invalid: check_ins.csv, line ") for line in said) == 20
    assert "... and 5 more invalid rows." in said
    run_import(store, path, "teamback", "First team", ANNA, False, rejects, said.append)
    assert f"25 rows not let in, with the reasons in {rejects}: mend them there or at the source." in said
    assert len(rejects.read_text().splitlines()) == 26
    assert len(check_ins(store)) == 3
