"""What the founding article asks for is listed, each row with a place that is there."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ASKED = list(csv.DictReader((ROOT / "tests/oracles/seed_map.csv").open(encoding="utf-8")))
LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/founding-article.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| paragraph")
]
BUILT = ("1 morning board", "2 return to sport")


def test_every_thing_that_is_asked_for_has_its_line_in_its_order() -> None:
    assert [(line[0], line[1]) for line in LINES] == [(row["paragraph"], row["seed_item"]) for row in ASKED]


@pytest.mark.parametrize(("row", "line"), list(zip(ASKED, LINES, strict=True)), ids=lambda part: "")
def test_what_is_built_names_files_that_are_there_and_what_is_not_says_so(
    row: dict[str, str], line: list[str]
) -> None:
    named = re.findall(r"`([\w/.-]+\.\w+|data/[\w/]+)`", line[2])
    if row["issue"] in BUILT:
        assert named, line[1]
        assert [name for name in named if not (ROOT / name).exists()] == []
    else:
        assert line[2].startswith("Not built yet")
