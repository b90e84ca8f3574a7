"""docs/add-a-pathway.md, followed to the letter, gives a pathway; its vocabulary is that of the code."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import JUDGED
from teamback.clinic.return_to_sport.pathway import OF_STAGE
from teamback.clinic.return_to_sport.pathway_criterion import COMPARISONS, KINDS, WINDOWS
from teamback.clinic.return_to_sport.pathway_file import FOLDER, read
from teamback.clinic.return_to_sport.pathway_measures import (
    MEASURES,
    OF_A_TEST,
    OF_TWO_SIDES,
    Measure,
    of_tests,
)
from teamback.clinic.return_to_sport.pathways import DRAFT
from teamback.record.clinical_words import NATURES, REGIONS

GUIDE = (Path(__file__).parents[2] / "docs" / "add-a-pathway.md").read_text(encoding="utf-8")
TESTS = {
    "measured on both sides": [test.key for test in battery() if test.sides],
    "measured": [test.key for test in battery() if not test.sides and test.kind != JUDGED],
    "judged": [test.key for test in battery() if test.kind == JUDGED],
}


def vocabulary() -> dict[str, str]:
    """Each part of the guide that the code says, as the guide has to say it."""
    of_a_test = of_tests(battery())
    rows = [
        f"| `{name}` | {one.says} | {(one.word and f'word: {one.word}') or one.unit or 'none'} |"
        for name, one in sorted(MEASURES.items())
        if name not in of_a_test
    ]
    return {
        "COMPARISONS": "\n".join(f"| `{how}` | {says} |" for how, says in COMPARISONS.items()),
        "FIGURES": ", ".join(f"`{name}` ({unit})" for name, unit in OF_STAGE.items()),
        "NATURES": ", ".join(f'"{word}"' for word in NATURES),
        "REGIONS": ", ".join(f"{letter} {word.lower()}" for letter, word in REGIONS.items()),
        "MEASURES": "\n".join(rows),
        "TESTS": "\n".join(
            f"* {what}: {', '.join(f'`{test}`' for test in sorted(tests))}" for what, tests in TESTS.items()
        ),
        "ENDINGS": _endings(OF_A_TEST),
        "ENDINGS OF BOTH SIDES": _endings(OF_TWO_SIDES),
    }


def _endings(of: Mapping[str, Measure]) -> str:
    return "\n".join(f"| `_{ending}` | {one.says} | {one.unit or 'none'} |" for ending, one in of.items())


@pytest.mark.parametrize("part", vocabulary())
def test_the_guide_says_what_the_code_says(part: str) -> None:
    assert vocabulary()[part] in GUIDE


def test_windows_and_kinds_are_in_the_guide() -> None:
    for word in (*WINDOWS, "in_stage", "from_stage", "to_stage", "from_case_day", "any_of"):
        assert f"`{word}" in GUIDE or f"{word} = " in GUIDE
    assert all(f'"{kind}"' in GUIDE for kind in KINDS)
    assert DRAFT in GUIDE


def blocks() -> list[str]:
    """What the guide says to type: its indented blocks, without the indent."""
    found = re.findall(r"(?:^ {4}.*\n)+", GUIDE, re.M)
    return [re.sub(r"^ {4}", "", block, flags=re.M) for block in found]


def test_the_guide_followed_to_the_letter_gives_a_quadriceps_pathway(tmp_path: Path) -> None:
    copy, head, ids, criterion, any_of, check = blocks()
    assert copy.split() == ["cp", "data/pathways/hamstring.toml", "data/pathways/quadriceps.toml"]
    text = (FOLDER / "hamstring.toml").read_text(encoding="utf-8")
    text = re.sub(r"title = .*?next_review = \S+\n", lambda _: head, text, count=1, flags=re.S)
    (old, new) = re.findall(r"s/(.*?)/(.*?)/", ids)[0]
    text = text.replace(old, new)
    asked = re.compile(r'\[\[stage.criterion\]\]\nid = "Q1-1".*?status = "house rule"\n', re.S)
    assert asked.search(text)
    file = tmp_path / "quadriceps.toml"
    file.write_text(asked.sub(lambda _: criterion, text), encoding="utf-8")
    pathway = read(file, MEASURES)
    assert (pathway.key, pathway.title, pathway.draft) == ("quadriceps", "Quadriceps strain", True)
    assert all(one.id.startswith("Q") for stage in pathway.stages for one in stage.criteria)
    assert "Q1-1" in [one.id for one in pathway[1].criteria]
    two_ways = re.sub(
        r'measure = "single_leg_hop_lsi"\nat_least = 80\nlast_days = 14\n', lambda _: any_of, criterion
    )
    file.write_text(asked.sub(lambda _: two_ways, text), encoding="utf-8")
    assert [len(one.any_of) for one in read(file, MEASURES)[1].criteria if one.id == "Q1-1"] == [2]
    assert check.strip().endswith("teamback pathways check data/pathways/quadriceps.toml")
