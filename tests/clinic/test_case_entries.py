"""What refuses an entry about a case, form by form; nothing is said where all is well."""

from dataclasses import replace

import pytest

from teamback.clinic.return_to_sport import proposed
from teamback.clinic.return_to_sport.case_entries import refusals
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import (
    Assessment,
    CaseClosed,
    CaseOpened,
    CaseUpdated,
    CriterionWaived,
    Medication,
    Note,
    RiskAssessed,
    SignedOff,
    StageReview,
    Treatment,
)
from teamback.record.scope import Scope
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, decided

ABOUT = {"day": MONDAY, "case_id": 7, "athlete": 1}
CASE = CaseOpened(**ABOUT, nature="injury", region="L", onset=MONDAY - DAY, pathway="low_back")
STEPS = {"tissue_health": "acceptable", "tissue_stress": "acceptable", "risk_tolerance": "acceptable"}
LOOKS = {"spine_position": "good", "core_engagement": "fair", "hip_control": "poor"}


def said(event: Event, by: Scope = DOCTOR) -> list[str]:
    return [refusal.sentence for refusal in refusals(event, by, MONDAY, all_pathways())]


@pytest.mark.parametrize(
    "event",
    [
        CASE,
        replace(CASE, pathway="", nature="absence", region="Z"),
        CaseUpdated(**ABOUT, side="left"),
        CaseClosed(**ABOUT, outcome="recovered"),
        CriterionWaived(**ABOUT, criterion="G2-3", reason="arm in plaster"),
        SignedOff(**ABOUT, what="consultant", given_by="Dr Bone"),
        RiskAssessed(**ABOUT, **STEPS, match_minutes=30),
        StageReview(**ABOUT, stage=2, **LOOKS),
        Assessment(**ABOUT, hypothesis="facet", hypothesis_confidence="low"),
        Note(**ABOUT, plan="rest"),
        Treatment(**ABOUT, given="heat", minutes=10),
        Medication(**ABOUT, given="ibuprofen", until=MONDAY),
    ],
    ids=lambda event: event.kind,
)
def test_what_is_whole_is_not_refused(event: Event) -> None:
    assert said(event) == []


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(CASE, nature=""), "Choose what it is"),
        (replace(CASE, region=""), "Choose the region"),
        (replace(CASE, onset=MONDAY + DAY), "Say when it began"),
        (replace(CASE, region="T"), "Low back is not meant for this"),
        (replace(CASE, pathway="knee"), "There is no such pathway"),
        (replace(CASE, reference_load=-1.0), "Reference week load is -1"),
        (replace(CASE, diagnosed_on=MONDAY + DAY), "Tue 24 Nov has not come yet."),
        (replace(CASE, relation="again"), "again is none of the words"),
        (CaseUpdated(**ABOUT), "Change something first"),
        (CaseClosed(**ABOUT), "Say how the case ended."),
        (CriterionWaived(**ABOUT, criterion="", reason="x"), "Choose the criterion"),
        (CriterionWaived(**ABOUT, criterion="G2-3", reason=" "), "Give the reason: it is shown for ever."),
        (CriterionWaived(**ABOUT, criterion="G-ALL-1", reason="x"), "That no red flag is open is never"),
        (SignedOff(**ABOUT, what="consultant", given_by=""), "Say who gave it"),
        (RiskAssessed(**ABOUT, **(STEPS | {"tissue_stress": ""})), "Judge each of the three steps."),
        (StageReview(**ABOUT, stage=2, spine_position="good"), "Judge all three"),
        (Assessment(**ABOUT), "Write down at least one thing"),
        (Assessment(**ABOUT, hypothesis_confidence="low"), "Choose the hypothesis that you are this sure"),
        (Note(**ABOUT, subjective="  "), "Write at least one part of the note."),
        (Treatment(**ABOUT, given=""), "Say what was done."),
        (Medication(**ABOUT, given=""), "Say what is given"),
        (Medication(**ABOUT, given="x", until=MONDAY - DAY), "The last day has passed"),
    ],
)
def test_what_is_missing_is_said_first_thing(event: Event, sentence: str) -> None:
    assert said(event)[0].startswith(sentence)


@pytest.mark.parametrize(
    "event",
    [CASE, CaseClosed(**ABOUT, outcome="left"), CriterionWaived(**ABOUT, criterion="G2-3", reason="x")],
    ids=lambda event: event.kind,
)
def test_doctor_and_physio_alone_decide(event: Event) -> None:
    assert said(event, PHYSIO) == []
    assert said(event, S_AND_C)[0].startswith("Only a named doctor or physio")


def test_medication_is_a_doctors() -> None:
    assert said(Medication(**ABOUT, given="x"), PHYSIO)[0] == "Medication is written by a doctor."


def test_a_proposal_starts_from_the_decision_in_force() -> None:
    now = decided(1, "rehab", restrictions=("contact",), review_on=MONDAY + 3 * DAY, reason="injury")
    about = {"athlete": 1, "today": MONDAY, "nature": "injury", "days": 4}
    modified = proposed.availability("modified", now, **about)
    assert (modified.training, modified.restrictions) == ("modified", ("contact",))
    assert modified.review_on == MONDAY + 3 * DAY
    full = proposed.availability("full", now, **about)
    assert (full.restrictions, full.review_on, full.reason) == ((), None, None)
    first = proposed.availability("rehab", None, **about)
    assert (first.match, first.review_on, first.reason) == ("not_decided", MONDAY + 4 * DAY, "injury")
    assert proposed.availability("full", now, red_flag_open=True, **about).training == "out"
    playing = decided(1, "full")
    assert proposed.availability("out", playing, **about).match == "not_available"
