"""`teamback pathways check`: a table when all is well, else every fault in a sentence."""

import datetime as dt
from pathlib import Path

from click.testing import CliRunner

from teamback.cli import main
from teamback.clinic.return_to_sport.pathway_file import FOLDER
from teamback.clinic.return_to_sport.pathways import all_pathways
from tests.commands import teamback

LOW_BACK = (FOLDER / "low_back.toml").read_text(encoding="utf-8")


def test_it_lists_pathways_stages_and_criteria() -> None:
    said = teamback("pathways", "check").stdout
    for pathway in all_pathways().values():
        assert f"{pathway.title} ({pathway.key}" in said
        for stage in pathway.stages:
            assert stage.name in said
            assert ", ".join(one.id for one in stage.criteria) in said
    assert "hamstring, draft: not reviewed by a clinician" in said


def test_one_file_is_checked_and_every_fault_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(LOW_BACK, encoding="utf-8")
    assert teamback("pathways", "check", file).stdout.startswith("Low back (mine), house rule")
    bad = LOW_BACK.replace("at_most = 5", "at_most = 50", 1).replace("number = 7", "number = 9")
    file.write_text(bad, encoding="utf-8")
    done = CliRunner().invoke(main, ["pathways", "check", str(file)])
    assert done.exit_code == 1
    first, second = done.stderr.splitlines()
    assert first.startswith(
        "Error: mine.toml, stage 0, criterion G0-2: morning_pain at_most 50 is met by any"
    )
    assert second.startswith("mine.toml, stage 9: it cannot be reached")


def test_a_review_that_is_past_is_a_fault(tmp_path: Path) -> None:
    yesterday = dt.datetime.now(dt.UTC).date() - dt.timedelta(days=1)
    late = LOW_BACK.replace("2027-05-31", yesterday.isoformat(), 1)
    (tmp_path / "late.toml").write_text(late, encoding="utf-8")
    said = teamback("pathways", "check", tmp_path, code=1).stderr
    assert "late.toml: the review of Low back was due" in said
    assert "next_review" in said


def test_an_empty_folder_says_what_to_do(tmp_path: Path) -> None:
    assert "There is no pathway in" in teamback("pathways", "check", tmp_path, code=1).stderr
