"""A pain diary: one athlete's file, every row accounted for, nothing made up."""

import datetime as dt
import os
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from teamback.intake import CameIn, Preview, commit, preview
from teamback.record.events import CheckIn, Observation, PainEntry
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.rounds.low_back.athlete_low_back import athlete_low_back
from teamback.store import Store
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.entries import numbered
from teamback.ui.low_back.journal_figure import journal_figure
from tests.intake.exported import AHEAD, ANNA, LONG_AGO, athletes, write

DATED = """name,startday,startmonth,startyear,intensity,date
"Knee Pain",12,8,2026,3.2,"2026-08-13 02:07:55"
happiness,12,8,2026,4,"2026-08-13 02:08:09"
"Low Back Pain",0,,0,3.8,"2026-08-13 09:00:00"
"Knee Pain",0,,0,3.2,"2026-08-13 21:30:00"
Dizziness,0,,0,2,"2026-08-14 01:00:00"
"Left Elbow Pain",0,,0,6,"2026-08-20 01:00:00"
Headache,0,,0,1,"2026-08-20 01:00:00"
"""
IN_PARTS = """name,startday,startmonth,startyear,intensity
"Hip Pain",30,6,2026,3.6
"Knee Pain",1,7,2026,2
"Knee Pain",0,,0,2
"Knee Pain",31,6,2026,2
"Sorrow",2,7,2026,2
"Ankle Pain",3,7,2026,11
"""


def look(store: Store, path: Path, athlete: str | None = "Jo Berg") -> Preview:
    return preview(path, "pain_diary", "First team", store, ANNA, athlete=athlete)


def let_in(store: Store, path: Path) -> CameIn:
    return commit(look(store, path), store, ANNA)


def entries(store: Store) -> list[Kept[PainEntry]]:
    people = list(athletes(store).values())
    return daily_entries(store, PainEntry, ANNA, people, ["first-team"], LONG_AGO, AHEAD)


def test_the_date_is_the_day_and_several_entries_a_day_with_decimals_stay(
    store: Store, tmp_path: Path
) -> None:
    seen = look(store, write(tmp_path, "jo.csv", DATED))
    assert dict(seen.total) == {"new": 5, "left out": 2}
    assert {(item.reason, item.rows) for item in seen.left_out} == {
        ("happiness is no pain", 1),
        ("dizziness is no pain", 1),
    }
    commit(seen, store, ANNA)
    said = [(e.event.day.isoformat()[5:], e.event.site, e.event.pain, e.event.note) for e in entries(store)]
    assert said == [
        ("08-13", "knee", 3.2, "Knee Pain"),
        ("08-13", "low_back", 3.8, "Low Back Pain"),
        ("08-13", "knee", 3.2, "Knee Pain"),
        ("08-20", "upper_body", 6.0, "Left Elbow Pain"),
        ("08-20", "head_neck", 1.0, "Headache"),
    ]
    assert all(kept.event.started is None for kept in entries(store))
    for kind in (CheckIn, Observation):
        assert numbered(store, kind, ANNA, "true", [], None) == []


def test_how_names_were_read_is_said(store: Store, tmp_path: Path) -> None:
    seen = look(store, write(tmp_path, "jo.csv", DATED.replace("Headache", "Back pain")))
    assert (
        "Read as the preset declares: Knee Pain as Knee (2), Low Back Pain as Low back (1), "
        "Left Elbow Pain as Upper body (1), Back pain as Low back (1)."
    ) in seen.notes
    assert "Equal to another one of the same athlete and day: 1 entry. Each stays an entry." in seen.notes


def test_a_file_without_date_takes_its_three_columns_and_refuses_what_is_no_day(
    store: Store, tmp_path: Path
) -> None:
    seen = look(store, write(tmp_path, "jo.csv", IN_PARTS))
    assert dict(seen.total) == {"new": 2, "invalid": 4}
    assert [(row.place.line, row.reason.split(". ")[0]) for row in seen.invalid] == [
        (4, "The day is missing (startyear 0, startmonth empty, startday 0)"),
        (5, '"2026-6-31" is not in the calendar, read as YYYY-MM-DD'),
        (6, seen.invalid[2].reason.split(". ")[0]),
        (7, "Pain is 11, but must lie between 0 and 10"),
    ]
    assert '"Sorrow" holds none of these words: low back' in seen.invalid[2].reason
    with pytest.raises(Refusal, match="Nothing was written"):
        commit(seen, store, ANNA)
    commit(seen, store, ANNA, rejects=tmp_path / "rejects.csv")
    assert [kept.event.day for kept in entries(store)] == [dt.date(2026, 6, 30), dt.date(2026, 7, 1)]


def test_the_same_again_is_unchanged_and_a_longer_export_adds_and_corrects(
    store: Store, tmp_path: Path
) -> None:
    let_in(store, write(tmp_path, "jo.csv", DATED))
    assert dict(look(store, tmp_path / "jo.csv").total) == {"unchanged": 5, "left out": 2}
    longer = DATED.replace("6,", "7,", 1).replace('"Left Elbow Pain",0,,0,6', '"Left Elbow Pain",0,,0,7')
    longer += '"Knee Pain",0,,0,1,"2026-08-22 07:00:00"\n'
    seen = look(store, write(tmp_path, "jo2.csv", longer))
    assert (seen.total["new"], seen.total["updated"], seen.total["unchanged"]) == (1, 1, 4)
    came = commit(seen, store, ANNA)
    assert Counter(kept.event.site for kept in entries(store)) == {
        "knee": 3,
        "low_back": 1,
        "upper_body": 1,
        "head_neck": 1,
    }
    assert came.batch is not None
    store.undo(came.batch, ANNA, "wrong file")
    assert len(entries(store)) == 5


@pytest.mark.parametrize(
    ("preset", "athlete", "says"),
    [
        ("pain_diary", None, "a file is of one athlete. Say whose it is."),
        ("pain_diary", " ", "a file is of one athlete. Say whose it is."),
        ("teamback", "Jo", "name their athletes. Leave the athlete out."),
    ],
)
def test_whose_file_it_is_has_to_be_said_once(
    store: Store, tmp_path: Path, preset: str, athlete: str | None, says: str
) -> None:
    path = write(tmp_path, "jo.csv", DATED)
    with pytest.raises(Refusal, match=says):
        preview(path, preset, "First team", store, ANNA, athlete=athlete)


def test_a_folder_is_no_file_of_one_athlete(store: Store, tmp_path: Path) -> None:
    write(tmp_path, "jo.csv", DATED)
    with pytest.raises(Refusal, match="Name one file, not a folder"):
        look(store, tmp_path)


def real_diaries() -> Path:
    if not (real := os.environ.get("TEAMBACK_REAL_DATA")):
        pytest.skip("TEAMBACK_REAL_DATA names no folder")
    return Path(real) / "pain_logs"


@pytest.mark.real_data
def test_every_row_of_every_real_diary_is_accounted_for(store: Store) -> None:
    kept = 0
    newest_last = sorted(real_diaries().glob("*.csv"), key=lambda path: path.stem == "Participant8PainNew")
    for path in newest_last:
        lines = path.read_text("utf-8").splitlines()[1:]
        no_pain = sum(line.strip('"').startswith(("happiness", "Dizziness")) for line in lines)
        seen = look(store, path, path.stem[:12])
        assert dict(seen.total) == {"new": len(lines) - no_pain} | ({"left out": no_pain} if no_pain else {})
        kept += len(lines) - no_pain
    commit(seen, store, ANNA)
    assert kept == sum((558, 925, 87, 89, 28, 29, 144, 1369, 33, 1939))
    days = Counter(entry.event.day for entry in entries(store))
    assert (len(entries(store)), min(days), max(days)) == (1939, dt.date(2019, 8, 13), dt.date(2021, 8, 31))
    assert max(days.values()) > 5
    assert {entry.event.pain for entry in entries(store)} >= {3.2, 3.8, 4.5}


@pytest.mark.real_data
def test_the_longest_real_diary_is_drawn_whole_with_its_gaps(store: Store) -> None:
    seen = look(store, real_diaries() / "Participant8PainNew.csv", "Participant 8")
    commit(seen, store, ANNA)
    last = dt.date(2021, 8, 31)
    told = athlete_low_back(store, "first-team", last, None, ANNA, athletes(store)["Participant 8"])
    assert (len(told.journal), told.begins) == (1939, dt.date(2019, 8, 13))
    knees = [entry for entry in told.journal if entry.site == "knee"]
    worst, points = journal_figure(knees, told.begins, last).data
    drawn = np.asarray(worst.y)
    written = {(entry.day - told.begins).days for entry in knees}
    assert len(points.x) == len(knees) == 468
    assert {*np.flatnonzero(~np.isnan(drawn))} == written, "a day without an entry is a gap"
    assert len(drawn) == 750
    assert not worst.connectgaps
    assert np.nanmax(drawn) == max(entry.pain for entry in knees if entry.pain is not None)
