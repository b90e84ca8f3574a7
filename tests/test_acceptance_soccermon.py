"""The board of a real squad on a real past morning, from the published files to the command line."""

import csv
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner

from teamback.cli import main
from teamback.measures.load import week_load
from teamback.record.flag import INFO, WORST_FIRST
from teamback.record.words import FLAGS, MATCH, STATUS, TRAINING
from teamback.rounds.facts import Facts
from teamback.rounds.squad_day import squad_day
from teamback.store import Store, open_store
from tests.both_squads import SEASON, STAFF, arrays_of, facts_of, import_soccermon, soccermon_folder
from tests.measures.soccermon import SoccerMon, read_soccermon
from tests.measures.twins import assert_equal_to_twins

pytestmark = pytest.mark.real_data

MORNING = dt.date(2021, 9, 15)
HOLE = dt.date(2021, 8, 7)
"""On this day the published weekly loads stand at 0 for six who trained that week, but not that day."""
ITEMS = ("fatigue", "mood", "sleep_duration", "sleep_quality", "soreness", "stress")
KEYS = ["athlete", "reported", "availability", "match", "flag", "reasons"]
REASON_KEYS = ["rule", "level", "says", "value", "threshold", "source", "status"]


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The store that the command line made of the published folder, and what it said."""
    path = tmp_path_factory.mktemp("soccermon") / "b.duckdb"
    return path, import_soccermon(path)


@pytest.fixture(scope="module")
def tables() -> SoccerMon:
    return read_soccermon(soccermon_folder())


@pytest.fixture
def store(imported: tuple[Path, str]) -> Iterator[Store]:
    opened = open_store(str(imported[0]))
    yield opened
    opened.close()


@pytest.fixture
def season(store: Store) -> Facts:
    """All that the rounds read of the squad over both years."""
    return facts_of(store, "team-b", *SEASON)


def teamback(*words: str) -> str:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    return done.stdout


@cache
def board(path: Path, form: str) -> str:
    """The readiness command as a program of its own."""
    words = ["readiness", "--squad", "Team B", "--day", f"{MORNING}", "--store", f"{path}", "--format", form]
    program = str(Path(sys.executable).with_name("teamback"))
    return subprocess.run([program, *words], check=True, capture_output=True, encoding="utf-8").stdout


def answered_that_day() -> set[str]:
    """Who filled any cell of the published wellness files on that morning, read without the importer."""
    found = set()
    for item in ITEMS:
        with (soccermon_folder() / "wellness" / f"{item}.csv").open(encoding="utf-8", newline="") as lines:
            (_, *players), *days = csv.reader(lines)
        (row,) = [cells for day, *cells in days if day == f"{MORNING:%d.%m.%Y}"]
        found |= {short(player) for player, cell in zip(players, row, strict=True) if cell}
    return found


def short(player: str) -> str:
    """How an athlete of this squad is known: the first eight signs of the id."""
    return player.removeprefix("TeamB-")[:8]


def in_order(season: Facts, tables: SoccerMon, table: str) -> Any:
    """A published table with its players in the order of the roster."""
    place = {short(player): row for row, player in enumerate(tables.players)}
    return tables.tables[table][[place[person.known_as] for person in season.people]]


def test_the_import_accounts_for_every_row(imported: tuple[Path, str]) -> None:
    lines = imported[1].splitlines()
    (total,) = [line.split()[2:] for line in lines if line.startswith("all files")]
    rows, *outcomes = [int(figure.replace(",", "")) for figure in total]
    new, updated, unchanged, left_out, invalid = outcomes
    assert rows == sum(outcomes) == 181_639
    assert (new, updated, unchanged, left_out, invalid) == (41_055, 0, 0, 140_584, 0)
    assert lines[-1] == "41,055 rows came in as batch 1. To take it back: teamback undo 1"


def test_the_same_folder_again_brings_nothing(imported: tuple[Path, str]) -> None:
    assert "There was nothing new. Nothing was written." in import_soccermon(imported[0])
    assert "every digest and the chain hold" in teamback("verify", "--store", str(imported[0]))


def test_all_23_are_on_the_board_each_with_a_reason_and_none_is_green(imported: tuple[Path, str]) -> None:
    rows = json.loads(board(imported[0], "json"))
    assert len(rows) == len({row["athlete"] for row in rows}) == 23
    assert {row["athlete"] for row in rows if row["reported"]} == answered_that_day()
    assert sum(not row["reported"] for row in rows) == 14
    for row in rows:
        says = [reason["says"] for reason in row["reasons"]]
        assert row["flag"] == "not_reported"
        if row["reported"]:
            assert "Checked in, but back pain not answered" in says
        else:
            assert any(sentence.startswith("No check-in today") for sentence in says)


def test_the_json_has_the_keys_and_words_that_were_promised(imported: tuple[Path, str]) -> None:
    for row in json.loads(board(imported[0], "json")):
        assert list(row) == KEYS
        assert row["availability"] in ("full", "modified", "rehab", "out", "not_decided")
        assert row["match"] in ("available", "limited_minutes", "not_available", "not_decided")
        assert row["flag"] in ("red", "amber", "not_reported", "green")
        assert isinstance(row["reported"], bool)
        assert row["reasons"]
        for reason in row["reasons"]:
            assert list(reason) == REASON_KEYS
            assert reason["level"] in (*WORST_FIRST, INFO)
            assert reason["status"] in STATUS
            assert all(reason[key] for key in ("rule", "says", "threshold", "source"))
            assert reason["value"] is None or isinstance(reason["value"], float | str)
    assert tuple(TRAINING) == ("full", "modified", "rehab", "out", "not_decided")
    assert tuple(MATCH) == ("available", "limited_minutes", "not_available", "not_decided")


def test_table_and_csv_show_the_same_23(imported: tuple[Path, str]) -> None:
    names = [row["athlete"] for row in json.loads(board(imported[0], "json"))]
    head, *lines = csv.reader(board(imported[0], "csv").splitlines())
    assert head == ["Flag", "Athlete", "Training", "Match", "Reported", "Why"]
    assert [line[1] for line in lines] == names
    table = board(imported[0], "table").splitlines()
    assert table[0].startswith("Team B, 2021-09-15: 9 of 23 reported; See first 0, Check 0, Not reported 23")
    assert [line.split()[2] for line in table[3:]] == names
    assert all(line.startswith(FLAGS["not_reported"]) for line in table[3:])


def test_daily_loads_are_the_published_ones_and_a_silent_day_is_not_a_zero(
    season: Facts, tables: SoccerMon
) -> None:
    published = in_order(season, tables, "daily_load")
    known = ~np.isnan(season.load)
    assert season.load.shape == published.shape == (23, 731)
    assert known.sum() == len(set(zip(tables.athlete, tables.day, strict=True)))
    assert np.array_equal(season.load[known], published[known])
    assert not published[~known].any()


def test_weekly_loads_are_the_published_ones_where_enough_days_are_known(
    season: Facts, tables: SoccerMon
) -> None:
    published = in_order(season, tables, "weekly_load")
    week = week_load(season.load, at_least=5)
    known = ~np.isnan(week.total)
    known[:, (HOLE - SEASON[0]).days] = False
    assert known.sum() > 1000
    assert np.array_equal(week.total[known], published[known])


def test_weekly_loads_differ_where_the_tables_count_silence_as_rest(season: Facts, tables: SoccerMon) -> None:
    published = in_order(season, tables, "weekly_load")
    week = week_load(season.load, at_least=5)
    silent = np.isnan(week.total)
    assert (week.known[silent] < 5).all()
    some = silent & (week.known > 0)
    some[:, (HOLE - SEASON[0]).days] = False
    counted_as_rest = week_load(np.nan_to_num(season.load), at_least=7).total
    assert np.array_equal(published[some][:, None], counted_as_rest[some][:, None])
    assert (published[some] > 0).any()


def test_the_board_shows_the_published_load_of_the_week_that_ended_the_day_before(
    store: Store, season: Facts, tables: SoccerMon
) -> None:
    yesterday = (MORNING - SEASON[0]).days - 1
    published = dict(
        zip(
            (person.known_as for person in season.people),
            in_order(season, tables, "weekly_load")[:, yesterday],
            strict=True,
        )
    )
    rows = squad_day(store, "Team B", MORNING, None, STAFF).rows
    shown = {row.athlete.known_as: row.figures.week_load for row in rows if row.figures.week_load is not None}
    assert shown
    assert shown == {name: published[name] for name in shown}
    silent = [row for row in rows if row.figures.week_load is None]
    assert all(row.figures.week_known_days < 5 for row in silent)


def test_every_measure_equals_its_twin_on_the_squad_as_the_store_gives_it(season: Facts) -> None:
    arrays = arrays_of(season)
    assert len(arrays["athlete"]) == 5_211
    assert_equal_to_twins(**arrays)
