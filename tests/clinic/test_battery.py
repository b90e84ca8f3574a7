import csv
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamback.clinic.assessment.battery import TESTS_FILE, battery, read
from teamback.clinic.assessment.field_test import NOT_READ, REFERENCE_STATUS, FieldTest
from teamback.record.refusal import Refusal
from teamback.record.words import STATUS

TEXT = TESTS_FILE.read_text(encoding="utf-8")
SIDED = {
    *("side_bridge", "single_leg_bridge", "hip_internal_rotation", "hip_external_rotation"),
    *("hip_total_rotation", "hip_extension", "hip_abduction_strength", "single_leg_hop"),
    *("knee_flexor_strength", "straight_leg_raise"),
}
ONCE = {
    *("biering_sorensen", "flexor_endurance", "walk_20", "run_20", "sprint"),
    *(f"movement_{name}" for name in ("hinge", "squat", "dead_bug", "bird_dog")),
    *("breathing_control", "cutting_control", "fever_free"),
}
EVERY_TEST = pytest.mark.parametrize("test", list(battery()), ids=lambda test: test.key)


def of_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tests.toml"
    path.write_text(text, encoding="utf-8")
    read(path)


def refusal_of(tmp_path: Path, old: str, new: str) -> str:
    """What is said of the shipped file with one place changed."""
    assert old in TEXT
    with pytest.raises(Refusal) as refused:
        of_text(tmp_path, TEXT.replace(old, new, 1))
    return refused.value.sentence


def test_the_tests_have_the_names_that_pathways_use() -> None:
    assert {test.key for test in battery() if test.sides} == SIDED
    assert {test.key for test in battery() if not test.sides} == ONCE
    assert {test.key for test in battery() if test.hold} == {
        "biering_sorensen",
        "side_bridge",
        "flexor_endurance",
    }
    assert battery().baseline == ("hip_rom", "trunk_endurance", "movement_screen")


@EVERY_TEST
def test_a_test_says_how_it_is_made_and_who_stands_behind_it(test: FieldTest) -> None:
    assert len(test.protocol) > 60
    assert test.protocol.endswith(".")
    assert test.source
    assert test.status in STATUS
    assert test.checked_by
    assert test.next_review >= dt.date.today(), f"{test.key} is due for review by a clinician"
    for part in (*test.references, *test.errors):
        assert part.source
        assert part.status in REFERENCE_STATUS


def test_total_rotation_is_computed_and_belongs_to_no_battery() -> None:
    total = battery()["hip_total_rotation"]
    assert total.sum_of == ("hip_internal_rotation", "hip_external_rotation")
    assert total.batteries == ()


def rows_of_norms() -> list[dict[str, str]]:
    with (Path(__file__).parents[1] / "oracles" / "trunk_endurance_norms.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


NORMS = [row for row in rows_of_norms() if row["side_r_s"]]
PLACES = {
    "flexor_s": ("flexor_endurance", None),
    "extensor_s": ("biering_sorensen", None),
    "side_r_s": ("side_bridge", "right"),
    "side_l_s": ("side_bridge", "left"),
}


@pytest.mark.parametrize("row", NORMS, ids=lambda row: row["group"])
def test_the_norms_of_trunk_endurance_stand_in_the_file_with_their_standing(row: dict[str, str]) -> None:
    sex = {"men (n=92)": "male", "women (n=137)": "female"}.get(row["group"])
    for column, (key, side) in PLACES.items():
        value, *sd = [float(word) for word in re.findall(r"\d+", row[column])]
        wanted = (value, sd[0] if sd else None, sex, side)
        found = [one for one in battery()[key].references if (one.value, one.sd, one.sex, one.side) == wanted]
        assert len(found) == 1, (key, side)
        assert (found[0].status == NOT_READ) is row["status"].startswith("NOT READ")


def test_the_range_of_the_extension_hold_speaks_to_men_alone() -> None:
    (found,) = [one for one in battery()["biering_sorensen"].references if one.low]
    assert found.band == (176, 198)
    assert [found.speaks_to(sex, None) for sex in ("male", "female", "other", None)] == [
        True,
        False,
        False,
        False,
    ]


def test_no_band_is_drawn_from_what_nobody_read_nor_from_a_bare_value() -> None:
    bands = {(one.group, one.band) for one in battery()["flexor_endurance"].references}
    assert bands == {
        ("state-level athletes, both sexes", None),
        ("116 healthy adults of 18 to 55 years", (58, 262)),
        ("men (92)", None),
        ("women (137)", None),
    }


FIRST = '[test.biering_sorensen]\ntitle = "Trunk extension hold (Biering-Sørensen)"\n'
BROKEN = {
    "no title": (
        "title = ",
        "titel = ",
        "tests.toml, test biering_sorensen: title is missing. Add a line title = ...",
    ),
    "unknown field": (
        "hold = true",
        "holds = true",
        "holds is not known here. Take it out, or mend its spelling.",
    ),
    "a number in quotes": ("high = 600", 'high = "600"', "high is '600'. Write a number without quotes."),
    "not finite": ("high = 600", "high = inf", "high is inf. Write a number without quotes."),
    "a range upside down": ("low = 0\nhigh = 600", "low = 600\nhigh = 0", "low is not below high"),
    "a word of its own": ('kind = "measured"', 'kind = "guessed"', "kind has 'guessed', but knows measured"),
    "a status of its own": (
        'status = "practice"',
        'status = "proven"',
        "status is 'proven', but knows published",
    ),
    "a status of references": (
        'status = "practice"\nchecked',
        'status = "not read"\nchecked',
        "status is 'not read'",
    ),
    "yes in quotes": ("sides = false", 'sides = "no"', "sides is 'no'. Write true or false."),
    "words without a list": (
        'regions = ["L"]',
        'regions = "L"',
        "regions is 'L'. Write a list of words in quotes.",
    ),
    "a region that is none": ('regions = ["L"]', 'regions = ["back"]', "regions has 'back', but knows L, D"),
    "a battery that is none": (
        'batteries = ["trunk_endurance"]',
        'batteries = ["trunk"]',
        "batteries has 'trunk'",
    ),
    "no battery": ('batteries = ["trunk_endurance"]', "batteries = []", "it belongs to no battery"),
    "a date in quotes": ("next_review = 2027-05-31", 'next_review = "soon"', "next_review must be a date"),
    "empty words": (
        FIRST,
        FIRST.replace("Trunk extension hold (Biering-Sørensen)", " "),
        "title must be words in quotes.",
    ),
    "its key again": (FIRST, FIRST + 'key = "other"\n', "key is not known here"),
    "no symmetry": (
        'symmetry = "percent"\n',
        "",
        "test side_bridge: a test of two sides, and no other, says its symmetry",
    ),
    "a negative error": (
        "sem = 11.6",
        "sem = -11.6",
        "test biering_sorensen, error 1: sem is -11.6. Write 0 or more.",
    ),
    "a reference of nothing": (
        "low = 176\nhigh = 198",
        "low = 176",
        "a reference has neither a value nor low and high",
    ),
    "a sum of what is not": (
        'sum_of = ["hip_internal',
        'sum_of = ["hip_inner',
        "sum_of has 'hip_inner_rotation'",
    ),
    "a judged test with marks": (
        "low = 0\nhigh = 1\n",
        "low = 0\nhigh = 3\n",
        "a judged test is 1 (pass) or 0 (not yet)",
    ),
    "a ratio of what is not": (
        'top = "flexor_endurance"',
        'top = "flexors"',
        "ratio flexor_extensor: top or bottom has",
    ),
    "a ratio without a side": (
        'top_side = "right"\n',
        "",
        "name a side for side_bridge when it is made on two sides",
    ),
    "a ratio held against nothing": ("below = 1.0\n", "", "write one of below and within."),
    "a baseline of what is not": ('baseline = ["hip_rom"', 'baseline = ["hips"', "baseline has 'hips'"),
    "an empty battery": (
        "[battery]\n",
        '[battery]\nspeed = "Speed"\n',
        "no test belongs to the battery speed",
    ),
    "no version": ('version = "2026-11"', "", "version is missing or of the wrong kind"),
    "a head of its own": (
        'version = "2026-11"',
        'version = "2026-11"\nauthor = "me"',
        "author is not known here",
    ),
    "no TOML": ("[battery]\n", "[battery\n", "is not valid TOML"),
    "no table": (
        "[ratio.flexor_extensor]\n",
        "[ratio]\nx = 1\n[ratio.flexor_extensor]\n",
        "ratio x: it is no table.",
    ),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_relied_on_is_refused_by_file_test_and_mend(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    sentence = refusal_of(tmp_path, old, new)
    assert sentence.startswith("tests.toml")
    assert says in sentence


def read_or_refused(path: Path) -> str:
    """Whether a file was read, else what the refusal of it begins with."""
    try:
        read(path)
    except Refusal as refusal:
        return refusal.sentence.split(",")[0].split(":")[0].split(" ")[0]
    return "read"


@settings(deadline=None, max_examples=60)
@given(place=st.integers(0, len(TEXT.splitlines()) - 1), line=st.text(max_size=30) | st.just("low = [1]"))
def test_a_damaged_line_is_read_or_refused_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, place: int, line: str
) -> None:
    lines = TEXT.splitlines()
    lines[place] = line
    path = tmp_path_factory.getbasetemp() / "damaged.toml"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    assert read_or_refused(path) in ("read", "damaged.toml")
