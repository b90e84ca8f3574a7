"""Who may move a case, where to, and with what missing: one list of sentences, empty when it may."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from teamback.clinic.return_to_sport.moves import missing, sentence
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import StageChange
from teamback.record.scope import Scope
from teamback.record.verdict import MET, NO_DATA, NOT_MET, WAIVED, Verdict
from tests.squads import COACH, DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, oneself

PATHWAY = all_pathways()["low_back"]
GOOD = Verdict("G2-1", "Peak pain", MET, "1/10", "at most 2/10")
BAD = Verdict("G2-3", "Side bridge, weaker of stronger", NOT_MET, "80 %", "at least 85 %")
NONE = Verdict("G2-2", "Side bridge hold", NO_DATA, "not tested", "at least 30 s")
MOVE = StageChange(
    day=MONDAY,
    case_id=1,
    athlete=1,
    decision="progress",
    from_stage=2,
    to_stage=3,
    stage_name="Strength",
    reason="all good",
)


def said(
    move: StageChange = MOVE,
    stage: int | None = 2,
    verdicts: Sequence[Verdict] = (GOOD,),
    by: Scope = PHYSIO,
    today: dt.date = MONDAY,
    red_flags: int = 0,
) -> list[str]:
    return [r.sentence for r in missing(move, stage, PATHWAY, verdicts, by, today, red_flags)]


def test_with_every_criterion_met_a_physio_moves_a_case_on() -> None:
    assert said() == []
    assert said(verdicts=[GOOD, replace(BAD, verdict=WAIVED)]) == []


@pytest.mark.parametrize("person", [S_AND_C, COACH, oneself(1)], ids=lambda p: p.role)
def test_nobody_else_moves_a_case(person: Scope) -> None:
    assert said(by=person)[0] == "Only a named doctor or physio of the medical staff moves a case."


def test_what_is_missing_is_said_in_words_with_value_and_threshold() -> None:
    assert said(verdicts=[GOOD, BAD, NONE]) == [
        "Side bridge, weaker of stronger: 80 % (needs at least 85 %).",
        "Side bridge hold: no data, not tested (needs at least 30 s).",
    ]
    assert sentence(replace(BAD, verdict="too_old")).startswith(
        "Side bridge, weaker of stronger: too old, 80 %"
    )


def test_a_doctor_overrides_with_a_reason_and_nobody_else_does() -> None:
    override = replace(MOVE, override=True)
    assert said(override, verdicts=[BAD], by=DOCTOR) == []
    assert said(override, verdicts=[BAD], by=PHYSIO) == ["An override is signed by: doctor."]
    assert said(replace(override, reason=" "), verdicts=[BAD], by=DOCTOR) == [
        "Give the reason: it stays with the decision."
    ]
    assert said(override, by=DOCTOR) == ["Every criterion is met: there is nothing to override."]


def test_nobody_overrides_an_open_red_flag() -> None:
    override = replace(MOVE, override=True)
    refused = said(override, verdicts=[BAD], by=DOCTOR, red_flags=1)
    assert refused == ["A red flag is open: nobody moves this case on before its task is closed."]
    back = replace(MOVE, decision="step_back", to_stage=1)
    assert said(back, by=DOCTOR, red_flags=1) == []


@pytest.mark.parametrize(
    ("decision", "stage", "to", "refused"),
    [
        ("progress", 2, 5, ""),
        ("progress", 2, 6, "One move does not lead from Controlled loading to Full training"),
        ("progress", 5, 7, "One move does not lead from"),
        ("progress", 2, 2, "One move does not lead from"),
        ("progress", 2, 9, "This stage is not of the pathway"),
        ("step_back", 2, 2, "Step back leads to an earlier stage"),
        ("step_back", 2, 0, ""),
        ("hold", 2, 2, ""),
        ("hold", 2, 3, "Hold keeps the stage as it is."),
        ("clear", 2, 2, "A case is cleared from Return to performance"),
        ("clear", 7, 7, ""),
        ("enter", 2, 3, "This case has its first stage already"),
        ("enter", None, 3, ""),
        ("progress", None, 3, "This case has no stage yet"),
        ("wave", 2, 3, "Choose what to do"),
    ],
)
def test_where_a_decision_may_lead(decision: str, stage: int | None, to: int, refused: str) -> None:
    sentences = said(replace(MOVE, decision=decision, to_stage=to), stage)
    assert sentences[0].startswith(refused) if refused else sentences == []


def test_a_stage_is_decided_on_the_day() -> None:
    for day in (MONDAY - DAY, MONDAY + DAY):
        assert "is not today" in said(replace(MOVE, day=day))[0]


def test_stepping_back_needs_no_criterion_and_knows_no_override() -> None:
    back = replace(MOVE, decision="step_back", to_stage=1)
    assert said(back, verdicts=[BAD, NONE]) == []
    assert said(replace(back, override=True)) == [
        "There is nothing to override when a case does not move on."
    ]


def test_nobody_opens_a_case_behind_the_consultants_sign_off() -> None:
    bone = all_pathways()["low_back_bone_stress"]
    entry = replace(MOVE, decision="enter", to_stage=4)
    (refused,) = missing(entry, None, bone, (), DOCTOR, MONDAY, 0)
    assert refused.sentence.endswith("or earlier: a consultant signs off before the next.")
    assert missing(replace(entry, to_stage=3), None, bone, (), DOCTOR, MONDAY, 0) == ()
    assert missing(replace(entry, to_stage=7), None, PATHWAY, (), DOCTOR, MONDAY, 0) == ()
