"""What a setback does by itself and what it proposes: every row of the oracle."""

import csv
from pathlib import Path

import pytest

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.response import Response
from teamback.clinic.return_to_sport.setbacks import SETBACKS, Course, setbacks

ORACLE = Path(__file__).parents[1] / "oracles" / "rts_regression_rules.csv"
ROWS = {row["rule"]: row for row in csv.DictReader(ORACLE.open(encoding="utf-8"))}
LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
RED = Response("red", "peak pain 6/10 is above 5", 20.0)
NOT_SETTLED = Response("amber", "not back to baseline next morning (3 vs 2)", 20.0, not_settled=True)
SETTLED = Response("amber", "peak pain 3/10, settled", 20.0, settled=True)
GREEN = Response("green", "peak pain 1/10", 20.0, settled=True)
PLAYED = {
    "R1": Course(stage=3, responses=[GREEN, RED]),
    "R2": Course(stage=3, responses=[NOT_SETTLED, NOT_SETTLED]),
    "R3": Course(stage=3, responses=[GREEN], flare_today=True),
    "R4": Course(stage=3, red_flag_open=True),
    "R5": Course(stage=2, load_share=60.1, ceiling=50.0),
    "R6": Course(stage=2, rise=2.0),
}
PROPOSES = {"R1": "step_back", "R2": "hold", "R3": "step_back", "R4": None, "R5": "hold", "R6": "step_back"}


@pytest.mark.parametrize("rule", ROWS)
def test_each_row_of_the_oracle_speaks_alone_and_proposes_what_it_says(rule: str) -> None:
    (setback,) = setbacks(PLAYED[rule], LIMITS)
    row = ROWS[rule]
    assert (setback.rule, setback.proposes) == (rule, PROPOSES[rule])
    assert setback.counted_anew == ("counted anew" in row["proposed"])
    for word, there in (("one stage down", "one stage down"), ("hold", "hold"), ("24-48 h", "24 to 48 h")):
        if word in row["proposed"]:
            assert there in setback.proposed
    assert setback.automatic.startswith("nothing") == row["automatic"].startswith("none")
    for word in ("Out until reviewed", "within 1 working day", "the stage is not touched"):
        assert (word in row["automatic"]) == (word in setback.automatic)


QUIET = [
    Course(stage=3, responses=[RED, GREEN]),
    Course(stage=3, responses=[NOT_SETTLED, SETTLED]),
    Course(stage=3, responses=[NOT_SETTLED]),
    Course(stage=2, load_share=60.0, ceiling=50.0),
    Course(stage=6, load_share=190.0),
    Course(stage=1, rise=3.0),
    Course(stage=2, rise=1.9),
    Course(stage=2),
]


@pytest.mark.parametrize("course", QUIET)
def test_nothing_is_proposed_below_the_threshold_or_without_figures(course: Course) -> None:
    assert setbacks(course, LIMITS) == ()


def test_every_rule_of_the_oracle_is_there_and_no_other() -> None:
    assert {(rule.__doc__ or "")[:2] for rule in SETBACKS} == set(ROWS)
