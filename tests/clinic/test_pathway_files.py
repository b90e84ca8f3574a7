"""The pathways of the house, to the letter of the tables they come from."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from teamback.clinic.return_to_sport.pathway import OF_STAGE, Criterion, Pathway
from teamback.clinic.return_to_sport.pathway_measures import MEASURES
from teamback.clinic.return_to_sport.pathways import all_pathways, faults
from teamback.record.words import TRAINING

from .mornings import oracle

PATHWAYS = all_pathways()
LOW_BACK, BONE = PATHWAYS["low_back"], PATHWAYS["low_back_bone_stress"]
STAGES, GATES = oracle("rts_stages"), oracle("rts_gates")
THE_MOVE = "G-ALL-8"
OF_BONE = ("G-BS-1", "G-BS-2")
OPERATORS = {"==": "equals", "<=": "at_most", ">=": "at_least", "<": "below", "between": "between"}


def ids(pathway: Pathway, stage: int) -> list[str]:
    return [one.id for one in pathway[stage].criteria]


def criterion(pathway: Pathway, id_: str) -> Criterion:
    return next(one for stage in pathway.stages for one in stage.criteria if one.id == id_)


@pytest.mark.parametrize("row", STAGES, ids=lambda row: row["stage"])
def test_a_stage_is_that_of_the_table(row: dict[str, str]) -> None:
    stage = LOW_BACK[int(row["stage"])]
    ceiling = float(row["load_ceiling_percent_of_ref_week"] or 0) or None
    assert (stage.name, stage.bern_phase, TRAINING[stage.availability]) == (
        row["name"],
        row["bern_phase"],
        row["default_availability"],
    )
    assert (stage.load_ceiling, stage.rpe_ceiling) == (ceiling, float(row["session_rpe_max"]))
    assert stage.min_days == int(row["min_days_general"])
    assert BONE[stage.number].min_days == int(row["min_days_bone_stress"])
    assert stage.aim == row["aim"]
    assert stage.may_be_passed is (stage.number < 5)


@pytest.mark.parametrize("row", GATES, ids=lambda row: row["gate_id"])
def test_a_criterion_is_that_of_the_table(row: dict[str, str]) -> None:
    if row["gate_id"] == THE_MOVE:
        assert all(THE_MOVE not in ids(LOW_BACK, stage) for stage in range(8))
        return
    pathway = BONE if row["gate_id"] in OF_BONE else LOW_BACK
    found = criterion(pathway, row["gate_id"])
    assert found.kind == row["type"]
    parts = list(found.parts())
    assert parts[0].compare is not None
    of_best = "% of own best" in row["metric"]
    assert parts[0].compare.how == ("of_own_best" if of_best else OPERATORS[row["operator"]])
    for number in re.findall(r"^\d+(?:\.\d+)?", row["threshold"]):
        assert parts[0].compare.value == float(number) or parts[0].compare.value in OF_STAGE
    last = re.match(r"last (\d+) ", row["window"])
    assert parts[0].window.last == (int(last[1]) if last else 7 if row["window"] == "latest week" else 0)
    assert parts[0].window.in_stage is bool(re.search(r"in stage|in this stage|since stage", said(row)))
    own = re.search(r"or (\d+) % of own", row["threshold"])
    assert [part.compare.value for part in parts[1:] if part.compare] == ([float(own[1])] if own else [])
    status = row["status"] if row["status"] in ("practice", "published") else "house rule"
    assert (found.status, bool(found.source)) == (status, True)


def said(row: dict[str, str]) -> str:
    return f"{row['metric']} {row['window']}"


def test_each_stage_asks_what_the_table_asks_of_it_and_nothing_else() -> None:
    for number in range(8):
        general = ["G-ALL-1", "G-ALL-2", "G-ALL-3", "G-ALL-4"]
        general += ["G-ALL-5"] if number <= 5 else []
        general += ["G-ALL-6"] if number >= 2 else []
        general += ["G-ALL-7"] if number <= 6 else []
        own = [row["gate_id"] for row in GATES if row["from_stage"] == str(number)]
        assert ids(BONE, number) == general + own
        assert ids(LOW_BACK, number) == [id_ for id_ in general + own if id_ not in OF_BONE]
    assert [stage.sessions for stage in LOW_BACK.stages] == [2] * 5 + [3, 3, 0]


def test_the_week_to_week_criterion_is_asked_from_case_day_15_only() -> None:
    def asked(day: int) -> set[str]:
        return {one.id for one in LOW_BACK.criteria_between(2, 3, day)}

    assert asked(15) - asked(14) == {"G-ALL-6"}


def test_bone_stress_is_the_low_back_pathway_but_for_what_bone_asks() -> None:
    for stage, other in zip(LOW_BACK.stages, BONE.stages, strict=True):
        same = [replace(one, source="") for one in other.criteria if one.id not in OF_BONE]
        assert same == [replace(one, source="") for one in stage.criteria]
        alike = {"min_days": stage.min_days, "criteria": stage.criteria, "signed_by": stage.signed_by}
        assert replace(other, **alike) == stage
    assert BONE[3].signed_by == ("doctor",)


def test_nobody_passes_over_stage_five_nor_the_sign_off_of_bone() -> None:
    assert [LOW_BACK.next_stages(stage) for stage in range(8)] == [
        *((1, 2, 3, 4, 5), (2, 3, 4, 5), (3, 4, 5), (4, 5)),
        *((5,), (6,), (7,), ()),
    ]
    for start in range(4):
        assert {*OF_BONE} <= {one.id for one in BONE.criteria_between(start, 5, 100)}


def test_the_ordinary_episode_can_be_over_in_eight_days() -> None:
    minor = PATHWAYS["low_back_minor"]
    assert [stage.availability for stage in minor.stages] == ["out", "modified", "full"]
    assert sum(stage.min_days for stage in minor.stages[:2]) <= 4
    assert [minor.next_stages(stage) for stage in range(3)] == [(1,), (2,), ()]


def test_the_hamstring_is_a_draft_of_another_region_and_none_of_the_back_is() -> None:
    assert PATHWAYS["hamstring"].draft
    assert not [key for key, pathway in PATHWAYS.items() if pathway.draft and "L" in pathway.regions]
    assert PATHWAYS["hamstring"].regions == ("T",)


@pytest.mark.parametrize("pathway", PATHWAYS.values(), ids=PATHWAYS)
def test_every_line_has_a_source_and_says_what_is_a_house_rule(pathway: Pathway) -> None:
    for stage in pathway.stages:
        assert stage.source
        for one in stage.criteria:
            assert one.source
            assert not (one.source.startswith("House rule") and one.status != "house rule")
            assert all(part.measure in MEASURES for part in one.parts())


def test_a_review_that_is_due_is_told_and_opens_no_case_but_keeps_those_that_are() -> None:
    day_after = LOW_BACK.next_review + dt.timedelta(days=1)
    assert faults(LOW_BACK, LOW_BACK.next_review) == ()
    (fault,) = faults(LOW_BACK, day_after)
    assert fault.sentence.startswith("low_back.toml: the review of Low back was due Mon 31 May.")
    assert "low_back" in all_pathways()
