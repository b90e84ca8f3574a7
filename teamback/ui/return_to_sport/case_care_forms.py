"""The forms about what was written, given and passed on in a case: they give what was typed."""

import datetime as dt

import streamlit as st

from teamback.record.clinical_words import REFERRED_TO
from teamback.record.events import Medication, Note, Referral, Treatment
from teamback.rounds.cases import CaseNow
from teamback.ui.beside import Beside
from teamback.ui.return_to_sport.case_fields import date, figure, line, text, words


def note(key: str, case: CaseNow, today: dt.date, beside: Beside) -> Note:
    """S, O, A and P, each of them optional."""
    return Note(
        day=today,
        athlete=case.athlete,
        case_id=case.number,
        subjective=text("S: what the athlete says", f"{key}-s", beside, "subjective"),
        objective=text("O: what was found", f"{key}-o", beside, "objective"),
        assessment=text("A: what is made of it", f"{key}-a", beside, "assessment"),
        plan=text("P: what comes next", f"{key}-p", beside, "plan"),
    )


def treatment(key: str, case: CaseNow, today: dt.date, beside: Beside) -> Treatment:
    """What was done, and for how long."""
    given = line("What was done", f"{key}-given", beside, "given", 500)
    minutes = figure("Minutes", f"{key}-minutes", beside, "minutes", 300, 5)
    return Treatment(day=today, athlete=case.athlete, case_id=case.number, given=given or "", minutes=minutes)


def medication(key: str, case: CaseNow, today: dt.date, beside: Beside) -> Medication:
    """In words; a doctor alone writes it."""
    given = line("Medication, in words", f"{key}-given", beside, "given", 500)
    until = date("Until", f"{key}-until", beside, "until", None)
    return Medication(day=today, athlete=case.athlete, case_id=case.number, given=given or "", until=until)


def referral(key: str, case: CaseNow, today: dt.date, beside: Beside) -> Referral:
    """To whom, why and by when: an open task until there is an outcome."""
    with st.container(horizontal=True, vertical_alignment="top"):
        to = words("To whom", REFERRED_TO, f"{key}-to", beside, "to_role")
        due = date("Due", f"{key}-due", beside, "due", None)
    why = line("Why", f"{key}-why", beside, "reason", 300)
    return Referral(
        day=today,
        athlete=case.athlete,
        case_id=case.number,
        to_role=to or "",
        reason=why or "",
        due=due or dt.date.min,
    )
