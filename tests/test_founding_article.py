"""What the founding article asks for is listed, each row with a place that is there."""

import csv
import re
from dataclasses import fields
from pathlib import Path

import pytest

from teamback.record.events import KINDS

ROOT = Path(__file__).parents[1]
ASKED = list(csv.DictReader((ROOT / "tests/oracles/seed_map.csv").open(encoding="utf-8")))
LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/founding-article.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| paragraph")
]
FIELDS = {f"{kind.__name__}.{f.name}" for kind in KINDS.values() for f in fields(kind)}


def found(name: str) -> bool:
    """Whether a file, a folder, or a field of a kind of event is there under a name."""
    return name in FIELDS or (ROOT / name).exists()


def test_every_thing_that_is_asked_for_has_its_line_in_its_order() -> None:
    assert [(line[0], line[1]) for line in LINES] == [(row["paragraph"], row["seed_item"]) for row in ASKED]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[1][:40])
def test_every_line_names_what_is_there(line: list[str]) -> None:
    named = re.findall(r"`([^`]+)`", line[2])
    assert named
    assert [name for name in named if not found(name)] == []


def test_each_of_the_first_priority_names_a_page_field_file_or_rule_that_is_found() -> None:
    first = [(row, line) for row, line in zip(ASKED, LINES, strict=True) if row["priority"] == "P1"]
    assert len(first) > 50
    for _, line in first:
        assert any(found(name) for name in re.findall(r"`([^`]+)`", line[2])), line[1]


def test_the_founding_article_is_cited_with_author_and_date() -> None:
    text = (ROOT / "docs/sources.md").read_text(encoding="utf-8")
    assert "Michael Cox" in text
    assert "19 July 2025" in text
