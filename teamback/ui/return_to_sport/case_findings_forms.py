"""The forms about what was found and judged in a case: they give what was typed, and decide nothing."""

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from teamback.clinic.return_to_sport.case_entries import ACCEPTABLE, SIGN_OFFS
from teamback.record.clinical_words import DEGREES, HYPOTHESES, QUALITY
from teamback.record.events import Assessment, CriterionWaived, RiskAssessed, SignedOff, StageReview
from teamback.rounds.cases import CaseNow
from teamback.ui.beside import Beside
from teamback.ui.return_to_sport.case_fields import figure, line, text, words

_RISK = {
    "tissue_health": "Tissue health: symptoms, signs, tests",
    "tissue_stress": "Tissue stress: sport, position, level",
    "risk_tolerance": "Risk tolerance: timing, pressure",
}
_QUALITY = {
    "spine_position": "Spine position",
    "core_engagement": "Core engagement",
    "hip_control": "Hip control",
}


def assessment(key: str, case: CaseNow, today: dt.date, beside: Beside) -> Assessment:
    """The clinical picture: each part may be left out; an earlier hypothesis stays in the history."""
    symptoms = text("Symptoms", f"{key}-symptoms", beside, "symptoms")
    with st.container(horizontal=True, vertical_alignment="top"):
        irritable = words("Irritability", DEGREES, f"{key}-irritability", beside, "irritability", width=160)
        thought = words("Working hypothesis", HYPOTHESES, f"{key}-hypothesis", beside, "hypothesis")
        sure = words("How sure", DEGREES, f"{key}-sure", beside, "hypothesis_confidence", width=160)
    note = line("About the hypothesis", f"{key}-hypothesis-note", beside, "hypothesis_note", 500)
    return Assessment(
        day=today,
        athlete=case.athlete,
        case_id=case.number,
        symptoms=symptoms,
        irritability=irritable,
        hypothesis=thought,
        hypothesis_confidence=sure,
        hypothesis_note=note,
        findings=text("Findings", f"{key}-findings", beside, "findings"),
        imaging=text("Imaging", f"{key}-imaging", beside, "imaging"),
    )


def stage_review(key: str, case: CaseNow, today: dt.date, beside: Beside) -> StageReview:
    """How the athlete moves at this stage."""
    with st.container(horizontal=True, vertical_alignment="top"):
        said = {
            name: words(label, QUALITY, f"{key}-{name}", beside, name, width=190)
            for name, label in _QUALITY.items()
        }
    note = line("Note", f"{key}-note", beside, "note", 1000)
    return StageReview(
        day=today, case_id=case.number, athlete=case.athlete, stage=case.stage, note=note, **said
    )


def risk(key: str, case: CaseNow, today: dt.date, beside: Beside) -> RiskAssessed:
    """The three steps of StARRT; the most limiting one decides."""
    st.caption("StARRT (Shrier 2015, published): the most limiting of the three steps decides.")
    said = {
        name: words(label, ACCEPTABLE, f"{key}-{name}", beside, name, width=330)
        for name, label in _RISK.items()
    }
    if all(said.values()):
        worst = "acceptable" if set(said.values()) == {"acceptable"} else "not acceptable"
        st.markdown(f"Taken together: **{worst}**")
    minutes = figure("Match minutes agreed", f"{key}-minutes", beside, "match_minutes", 300, 5)
    together = line("Decided with", f"{key}-with", beside, "decided_with", 300)
    return RiskAssessed(
        day=today,
        case_id=case.number,
        athlete=case.athlete,
        match_minutes=minutes,
        note=line("Note", f"{key}-note", beside, "note", 1000),
        decided_with=(together,) if together else (),
        **{name: word or "" for name, word in said.items()},
    )


def sign_off(key: str, case: CaseNow, today: dt.date, beside: Beside) -> SignedOff:
    """Somebody whose word the case needs has given it."""
    what = words("What", SIGN_OFFS, f"{key}-what", beside, "what", width=240)
    given = line("Given by (name and place)", f"{key}-by", beside, "given_by", 200)
    note = line("Note", f"{key}-note", beside, "note", 1000)
    return SignedOff(
        day=today,
        case_id=case.number,
        athlete=case.athlete,
        what=what or "",
        given_by=given or "",
        note=note,
    )


def waiver(
    key: str,
    case: CaseNow,
    today: dt.date,
    criteria: Mapping[str, str],
    items: Mapping[str, Sequence[tuple[str, str]]],
    beside: Beside,
) -> CriterionWaived:
    """One criterion that is let go, with the reason; of a baseline set one test alone may be (`items`)."""
    chosen = words("Criterion", criteria, f"{key}-criterion", beside, "criterion", width=520)
    item = None
    if chosen is not None and chosen in items:
        whole = {"": "The whole set"} | dict(items[chosen])
        item = words("Which test of the set", whole, f"{key}-item", beside, "item", width=330) or None
    reason = line("Reason, shown for ever", f"{key}-reason", beside, "waiver", 300)
    return CriterionWaived(
        day=today,
        case_id=case.number,
        athlete=case.athlete,
        criterion=chosen or "",
        item=item,
        reason=reason or "",
    )
