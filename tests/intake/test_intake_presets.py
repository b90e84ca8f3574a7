"""Presets: what they must declare, and what a wrong one is told."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from teamback.intake import preset_names
from teamback.intake.layouts import rows_of
from teamback.intake.preset import READABLE
from teamback.intake.presets import load_preset
from teamback.intake.rows import Row
from teamback.intake.values import Reader
from teamback.record.event import columns
from teamback.record.events import KINDS
from teamback.record.refusal import Refusal
from teamback.record.scales import SCALES
from teamback.store.tables import column_types
from tests.intake.exported import TODAY, write

GOOD = """
title = "A club's sheet"
dates = "DD/MM/YYYY"
decimals = "comma"
missing = ["--"]
[[files]]
path = "sheet.csv"
layout = "long"
kind = "check_in"
athlete = "Player"
day = "Date"
[files.columns]
"Tiredness" = { field = "fatigue", direction = "low is good" }
"Sleep (h)" = { field = "sleep_h", direction = "high is good" }
"""


def rows_read(folder: Path, declared: str, text: str) -> list[Row]:
    """The rows of a sheet as a preset declares them."""
    write(folder, "club.toml", declared)
    preset = load_preset("club", folder)
    rows = rows_of(write(folder, "sheet.csv", text), "sheet.csv", preset.files[0])
    reader = Reader(preset, ZoneInfo("UTC"), TODAY)
    for row in rows:
        reader.read(row)
    return rows


def test_the_shipped_presets_are_whole() -> None:
    assert preset_names() == ["pain_diary", "soccermon", "teamback"]
    for name in preset_names():
        assert load_preset(name).files


def test_direction_dates_and_decimals_are_read_as_declared(tmp_path: Path) -> None:
    (row,) = rows_read(tmp_path, GOOD, 'Player;Date;Tiredness;Sleep (h)\nJo;03/04/2026;1;"7,5"\n')
    assert row.day == dt.date(2026, 4, 3)
    assert row.values == {"fatigue": 5, "sleep_h": 7.5}


def test_a_sign_for_missing_is_no_answer(tmp_path: Path) -> None:
    (row,) = rows_read(tmp_path, GOOD, "Player;Date;Tiredness;Sleep (h)\nJo;03/04/2026;2;--\n")
    assert row.values == {"fatigue": 4}


def test_a_thousands_point_is_not_guessed_at(tmp_path: Path) -> None:
    (row,) = rows_read(tmp_path, GOOD, "Player;Date;Tiredness;Sleep (h)\nJo;03/04/2026;2;7.5\n")
    assert row.outcome == "invalid"
    assert 'Sleep (h): "7.5" can be read two ways' in row.reason


@pytest.mark.parametrize(
    ("was", "becomes", "entry", "says"),
    [
        ('dates = "DD/MM/YYYY"\n', "", "dates", "Field required"),
        ("DD/MM/YYYY", "DD/MM", "dates", "write it such as YYYY-MM-DD"),
        ('decimals = "comma"\n', "", "decimals", "Field required"),
        (', direction = "low is good"', "", "files.0", "Tiredness: declare its direction"),
        ("low is good", "upwards", "files.0.columns.Tiredness.direction", "'high is good' or 'low is good'"),
        ('"high is good"', '"low is good"', "files.0", "Sleep (h): h cannot be turned round"),
        ('field = "fatigue"', 'field = "energy"', "files.0", "a check_in has no field 'energy'"),
        ('"check_in"', '"availability"', "files.0", "'availability' is no kind that a file may bring"),
        ('"long"', '"wide"', "files.0", "a wide file, and no other, declares its 'value'"),
        ("missing =", "nothing =", "nothing", "Extra inputs are not permitted"),
        ("missing =", 'time_zone = "Oslo"\nmissing =', "time_zone", "there is no time zone 'Oslo'"),
        ("missing =", 'athletes = "P[0-9]+"\nmissing =', "athletes", "a pattern with one group"),
        ("missing =", 'athletes = "("\nmissing =', "athletes", "no regular expression"),
        ("Sleep (h)", "Sleep", "files.0", "there is no column 'Nap' to multiply"),
    ],
)
def test_a_preset_that_leaves_something_to_guess_is_refused(
    tmp_path: Path, was: str, becomes: str, entry: str, says: str
) -> None:
    text = GOOD if "Nap" not in says else GOOD + 'Total = { product_of = ["Nap"] }\n'
    assert was in text
    write(tmp_path, "club.toml", text.replace(was, becomes))
    with pytest.raises(Refusal) as refusal:
        load_preset("club", tmp_path)
    assert "club.toml cannot be used. Mend its entry" in refusal.value.sentence
    assert f"'{entry}'" in refusal.value.sentence
    assert says in refusal.value.sentence


def test_a_preset_that_is_no_toml_names_the_place(tmp_path: Path) -> None:
    write(tmp_path, "club.toml", "title = \n")
    with pytest.raises(Refusal, match=r"club\.toml is not valid TOML: .*line 1"):
        load_preset("club", tmp_path)


def test_a_preset_outside_the_folder_is_not_opened(tmp_path: Path) -> None:
    write(tmp_path, "club.toml", GOOD)
    with pytest.raises(Refusal, match="There is no preset"):
        load_preset("../club", tmp_path / "inside")


def test_every_number_that_can_come_in_has_a_scale() -> None:
    for kind in READABLE.values():
        numbers = {name for name in columns(kind) if column_types(kind)[name] == "double precision"}
        assert numbers <= SCALES.keys()


def test_our_own_shape_takes_every_field_that_a_person_can_enter() -> None:
    not_in_files = {"asked_by", "home", "known_as", "athlete", "squad"}
    for source in load_preset("teamback").files:
        fields = {column.field for column in source.columns.values()}
        assert fields == set(columns(KINDS[source.kind])) - not_in_files
