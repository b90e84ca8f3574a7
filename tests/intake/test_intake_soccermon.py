"""SoccerMon: its shape in a small fixture, and the published folder where it is at hand."""

import csv
import json
import os
from collections import Counter
from pathlib import Path

import pytest

from teamback.intake import commit, preview
from teamback.intake.telling import account_lines
from teamback.record.events import RestDay
from teamback.store import Store, open_store
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.roster import athletes_named, squads
from teamback.store.verify import verify
from tests.intake.exported import (
    AHEAD,
    ANNA,
    FIRST,
    LONG_AGO,
    NOW,
    athletes,
    check_ins,
    let_in,
    look,
    sessions,
    soccermon_folder,
    write,
)

REAL_DATA = os.environ.get("TEAMBACK_REAL_DATA")


def test_every_filled_cell_is_accounted_for(store: Store, tmp_path: Path) -> None:
    seen = look(store, soccermon_folder(tmp_path), "soccermon")
    assert seen.counts["wellness/fatigue.csv"] == {"new": 3}
    assert seen.counts["training-load/session.json"] == {"new": 2}
    assert seen.counts["training-load/atl.csv"] == {"left out": 2}
    assert seen.counts["injury/injury.csv"] == {"left out": 1}
    assert {item.reason for item in seen.left_out if item.file.startswith("training-load")} == {
        "derived figures: teamback computes its own from the sessions"
    }
    assert "README.txt" not in seen.counts


def test_cells_of_six_files_become_one_check_in_the_right_way_up(store: Store, tmp_path: Path) -> None:
    let_in(store, soccermon_folder(tmp_path), "soccermon")
    said = [(str(kept.event.day), kept.event.fatigue, kept.event.sleep_h) for kept in check_ins(store)]
    assert sorted(said) == [("2026-09-14", 3, 3), ("2026-09-15", 2, 2), ("2026-09-15", 4, 4)]
    assert {kept.event.low_back_now for kept in check_ins(store)} == {None}


def test_a_day_without_a_report_is_no_rest_day(store: Store, tmp_path: Path) -> None:
    let_in(store, soccermon_folder(tmp_path), "soccermon")
    people = list(athletes(store).values())
    assert len(sessions(store)) == 2
    assert daily_entries(store, RestDay, ANNA, people, ["first-team"], LONG_AGO, AHEAD) == []


def test_athletes_have_short_names_and_keep_their_id(store: Store, tmp_path: Path) -> None:
    let_in(store, soccermon_folder(tmp_path), "soccermon")
    people = athletes(store)
    assert sorted(people) == ["2f23d7d5", "f67673c0"]
    named = athletes_named(store, ANNA, [people["2f23d7d5"]])
    assert named[people["2f23d7d5"]].event.external_ids == (f"soccermon:{FIRST}",)
    assert squads(store, ANNA)[0].time_zone == "Europe/Oslo"


def test_two_ids_that_begin_alike_are_shown_whole(store: Store, tmp_path: Path) -> None:
    twin = FIRST.replace("2326", "0000")
    write(tmp_path, "wellness/mood.csv", f"Mood Data,{FIRST},{twin}\n14.09.2026,3.0,4.0\n")
    let_in(store, tmp_path, "soccermon")
    assert sorted(athletes(store)) == ["2f23d7d5", twin]


def test_long_work_says_how_far_it_is(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = soccermon_folder(tmp_path)
    seen = preview(folder, "soccermon", "B", store, ANNA, progress=lambda done, of: told.append((done, of)))
    assert len({of for _, of in told}) == 1
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    told.clear()
    commit(seen, store, ANNA, progress=lambda done, of: told.append((done, of)))
    assert told == [(0, len(seen.entries)), (len(seen.entries), len(seen.entries))]


def test_it_comes_in_on_postgresql_alike(postgres_url: str, tmp_path: Path) -> None:
    store = open_store(postgres_url, clock=lambda: NOW)
    folder = soccermon_folder(tmp_path)
    let_in(store, folder, "soccermon")
    assert look(store, folder, "soccermon").total == {"unchanged": 20, "left out": 4}
    assert look(store, folder, "soccermon", "Other team").total["invalid"] == 20
    store.close()


def rows_in(folder: Path) -> dict[str, int]:
    """The input rows of the published files, counted without the importer."""
    counted = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            _, *body = csv.reader(lines)
        name = path.relative_to(folder).as_posix()
        wide = name.startswith(("wellness", "training-load"))
        counted[name] = sum(1 for row in body for cell in row[1:] if cell) if wide else len(body)
    sessions_by_player = json.loads((folder / "training-load" / "session.json").read_text())
    counted["training-load/session.json"] = sum(map(len, sessions_by_player.values()))
    return counted


@pytest.mark.real_data
@pytest.mark.skipif(not REAL_DATA, reason="TEAMBACK_REAL_DATA names no folder")
def test_the_published_season_is_accounted_for_to_the_last_row(store: Store) -> None:
    folder = Path(REAL_DATA or "") / "soccermon_team_b"
    seen = look(store, folder, "soccermon", "Team B")
    assert {name: counts.total() for name, counts in seen.counts.items()} == rows_in(folder)
    assert seen.total == {"new": 41_055, "left out": 140_584}
    assert (
        "Equal to another one of the same athlete and day: 31 sessions. Each stays a session." in seen.notes
    )
    assert any(line.split()[:3] == ["all", "files", "181,639"] for line in account_lines(seen))

    came = commit(seen, store, ANNA)
    assert len(athletes(store, "team-b")) == 23
    assert len(sessions(store, "team-b")) == 5_211
    cells = Counter(
        field
        for kept in check_ins(store, "team-b")
        for field in ("fatigue", "mood", "sleep_quality", "soreness", "stress", "sleep_h")
        if getattr(kept.event, field) is not None
    )
    assert cells.total() == 41_055 - 5_211
    assert verify(store).faults == ()

    again = look(store, folder, "soccermon", "Team B")
    assert again.total == {"unchanged": 41_055, "left out": 140_584}
    assert again.entries == ()
    store.undo(came.batch or 0, ANNA, "trying")
    assert squads(store, ANNA) == []
    assert look(store, folder, "soccermon", "Team B").total == seen.total
