"""The forms in which a case is opened, known better later, and closed: they give what was typed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from teamback.clinic.return_to_sport.case_entries import takes
from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.clinic.return_to_sport.pathways import DRAFT
from teamback.clinic.return_to_sport.relation import relation_to
from teamback.record.clinical_words import MODES_OF_ONSET, NATURES, OUTCOMES, REGIONS, RELATIONS
from teamback.record.events import CaseClosed, CaseOpened, CaseUpdated
from teamback.record.words import SIDES
from teamback.rounds.cases import CaseNow
from teamback.ui.beside import Beside
from teamback.ui.return_to_sport.case_fields import date, figure, line, words

_YES_NO = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True)
class Opening:
    """A case as typed, with the stage it enters and why."""

    case: CaseOpened
    pathway: Pathway | None
    stage: int
    reason: str


def ask(
    key: str,
    athlete: int,
    today: dt.date,
    pathways: Mapping[str, Pathway],
    beside: Beside,
    earlier: Iterable[tuple[CaseOpened, CaseClosed | None]] = (),
) -> tuple[CaseOpened, Pathway | None]:
    """What and where, since when, and by which pathway; a pathway is proposed by nature and region.

    Beside the athlete's earlier cases it is said whether this looks like one of them come back.
    """
    with st.container(horizontal=True, vertical_alignment="top"):
        nature = words("What", NATURES, f"{key}-nature", beside, "nature", width=170)
        region = words("Region", REGIONS, f"{key}-region", beside, "region", width=180)
        side = words("Side", SIDES, f"{key}-side", beside, "side", width=130)
        onset = date("Began on", f"{key}-onset", beside, "onset", None)
    about = _about(key, beside)
    typed = CaseOpened(
        day=today,
        case_id=0,
        athlete=athlete,
        nature=nature or "",
        region=region or "",
        onset=onset or dt.date.max,
        side=side,
        **about,
    )
    if proposal := relation_to(typed, earlier):
        word = RELATIONS[proposal.relation].split(" (")[0]
        st.caption(
            f"By the record, relation: **{word}**. {proposal.says}. Whether the type is the same, you judge."
        )
    fitting = [one.key for one in pathways.values() if takes(one, nature, region)]
    return typed, _pathway(key, fitting, pathways, nature, region)


def _pathway(
    key: str, fitting: list[str], pathways: Mapping[str, Pathway], nature: str | None, region: str | None
) -> Pathway | None:
    if not nature or not region:
        return None
    if not fitting:
        st.caption("No pathway is meant for this: the case is kept without stages.")
        return None
    chosen = st.selectbox(
        "Pathway",
        fitting,
        format_func=lambda one: pathways[one].title + (f" ({DRAFT})" if pathways[one].draft else ""),
        key=f"{key}-pathway-{nature}-{region}",
        filter_mode=None,
    )
    return pathways[chosen]


def entry_stage(key: str, pathway: Pathway, beside: Beside) -> tuple[int, str]:
    """The stage that the clinician picks, never preset, and why."""
    stages = {stage.number: f"{stage.number} {stage.name}" for stage in pathway.stages}
    chosen: int | None = st.selectbox(
        "Enters stage",
        list(stages),
        index=None,
        format_func=stages.__getitem__,
        placeholder="Choose",
        key=f"{key}-stage-{pathway.key}",
        filter_mode=None,
    )
    beside.field("to_stage")
    reason = line("Why this stage", f"{key}-reason", beside, "reason", 300) or ""
    return (-1 if chosen is None else chosen), reason


def reference(key: str, measured: float | None, onset: dt.date, beside: Beside) -> float | None:
    """The week's load that ceilings are held against: shown where it is known, asked otherwise."""
    if measured is not None:
        st.caption(f"Reference week before it began: {measured:,.0f} AU, from the athlete's own sessions.")
        return None
    if onset == dt.date.max:
        return None
    label = "Reference week load (AU); fewer than 21 of the 28 days before are known"
    return figure(label, f"{key}-reference", beside, "reference_load", 20000, 50)


def better(key: str, of: CaseNow, today: dt.date, beside: Beside) -> CaseUpdated:
    """What is known better by now; what is left as it is stays as it was."""
    case = of.case
    with st.container(horizontal=True, vertical_alignment="top"):
        side = words("Side", SIDES, f"{key}-side", beside, "side", case.side, 130)
        days = figure("Days set by the consultant", f"{key}-days", beside, "days_set", 730, 1, case.days_set)
        load = case.reference_load
        week = figure("Reference week load (AU)", f"{key}-week", beside, "reference_load", 20000, 50, load)
    said = _about(key, beside, case) | {"side": side, "days_set": days, "reference_load": week}
    changed = {name: value for name, value in said.items() if value != getattr(case, name)}
    return CaseUpdated(day=today, case_id=case.case_id, athlete=case.athlete, **changed)


def closing(key: str, of: CaseNow, today: dt.date, beside: Beside) -> CaseClosed:
    """How a case ended; one with stages is recovered by being cleared from its last stage, not here."""
    case = of.case
    outcomes = {word: said for word, said in OUTCOMES.items() if word != "recovered" or not case.pathway}
    outcome = words("How it ended", outcomes, f"{key}-outcome", beside, "outcome", width=330)
    note = line("Note", f"{key}-note", beside, "note", 1000)
    return CaseClosed(day=today, case_id=case.case_id, athlete=case.athlete, outcome=outcome, note=note)


def _about(key: str, beside: Beside, was: CaseOpened | None = None) -> dict[str, Any]:
    """How it came about, and the diagnosis."""
    old: dict[Any, Any] = vars(was) if was else {}
    with st.container(horizontal=True, vertical_alignment="top"):
        mode = words(
            "Onset", MODES_OF_ONSET, f"{key}-mode", beside, "mode_of_onset", old.get("mode_of_onset"), 130
        )
        known: dict[Any, str] = {True: "yes", False: "no"}
        before = known.get(old.get("contact"))
        contact = words("Contact", _YES_NO, f"{key}-contact", beside, "contact", before, 120)
        relation = words(
            "Relation", RELATIONS, f"{key}-relation", beside, "relation", old.get("relation"), 330
        )
    mechanism = line("Mechanism", f"{key}-mechanism", beside, "mechanism", 300, old.get("mechanism"))
    with st.container(horizontal=True, vertical_alignment="top"):
        code = line("Diagnosis code", f"{key}-code", beside, "code", 20, old.get("diagnosis_code"), 150)
        text = line("Diagnosis", f"{key}-diagnosis", beside, "diagnosis", 300, old.get("diagnosis"), 300)
        diagnosed = date(
            "Diagnosed on", f"{key}-diagnosed", beside, "diagnosed_on", None, old.get("diagnosed_on")
        )
    return {
        "mode_of_onset": mode,
        "contact": None if contact is None else contact == "yes",
        "relation": relation,
        "mechanism": mechanism,
        "diagnosis_code": code,
        "diagnosis": text,
        "diagnosed_on": diagnosed,
    }
