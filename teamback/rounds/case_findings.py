"""Measures of a case that rest on what somebody found or decided: screens, questionnaires, words, plans."""

import datetime as dt
from collections.abc import Callable

from teamback.clinic.criteria import Finding
from teamback.clinic.pathway import Window
from teamback.record.clinical_words import HYPOTHESES
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.rounds.case_record import CaseRecord, latest


def open_red_flags(record: CaseRecord, _: Window) -> Finding:
    """Red flags that are open now; unknown while no screen was ever answered whole."""
    if not record.red_flags.open and record.screened_at is None:
        return Finding(lacks="no complete screen yet")
    on = record.red_flags.since or (record.screened_at.date() if record.screened_at else None)
    return Finding(float(record.red_flags.open), "", on, 1, rows=record.red_flags.rows)


def red_flag_screen_age_h(record: CaseRecord, _: Window) -> Finding:
    """Hours since the last screen in which every item was answered yes or no."""
    if record.screened_at is None:
        return Finding(lacks="no complete screen")
    hours = (record.moment - record.screened_at) / dt.timedelta(hours=1)
    return Finding(max(hours, 0.0), "h", record.screened_at.date(), 1)


def hypothesis(record: CaseRecord, _: Window) -> Finding:
    """Whether a working hypothesis was recorded in the case."""
    found = [a for a in record.assessments if a.event.hypothesis and a.event.day >= record.case.began]
    if not found:
        return Finding(lacks="none recorded in the case")
    said = HYPOTHESES.get(found[-1].event.hypothesis or "", "")
    return Finding("recorded", "", found[-1].event.day, len(found), rows=(_row(found[-1], said),))


def risk_steps(record: CaseRecord, _: Window) -> Finding:
    """Whether the three steps of StARRT are acceptable; the most limiting one decides (Shrier 2015)."""
    found = latest(record.risks, record.case.stage_since)
    if found is None:
        return Finding(lacks="not assessed at this stage")
    steps = (found.event.tissue_health, found.event.tissue_stress, found.event.risk_tolerance)
    word = "acceptable" if all(step == "acceptable" for step in steps) else "not acceptable"
    return Finding(word, "", found.event.day, 1, rows=(_row(found, word),))


def maintenance_plan(record: CaseRecord, _: Window) -> Finding:
    """Whether a maintenance plan with the date of the next check-in was set in the case."""
    plans = [p for p in record.programmes if p.event.purpose == "maintenance"]
    found = latest(plans, record.case.began)
    if found is None or not found.event.lines:
        return Finding(lacks="no maintenance plan")
    if found.event.next_check_in is None:
        return Finding(on=found.event.day, n=1, lacks="the plan has no next check-in")
    return Finding("set", "", found.event.day, 1, rows=(_row(found, "maintenance plan"),))


def consultant_sign_off(record: CaseRecord, _: Window) -> Finding:
    """Whether a consultant has signed off on healing in the case."""
    found = [s for s in record.sign_offs if s.event.what == "consultant" and s.event.day >= record.case.began]
    if not found:
        return Finding(lacks="not given")
    return Finding("given", "", found[-1].event.day, 1, rows=(_row(found[-1], found[-1].event.given_by),))


def days_since_diagnosis(record: CaseRecord, _: Window) -> Finding:
    """Full days since the diagnosis was made."""
    diagnosed = record.case.case.diagnosed_on
    if diagnosed is None:
        return Finding(lacks="no date of diagnosis in the case")
    return Finding(float((record.day - diagnosed).days), "days", diagnosed, 1)


def ostrc_q1(record: CaseRecord, _: Window) -> Finding:
    """The first OSTRC answer of the latest week; one of more than 8 days ago is too old."""
    found = [t for t in record.totals if t.event.instrument == "ostrc" and t.event.day >= record.case.began]
    if not found or found[-1].event.q1 is None:
        return Finding(lacks="not answered")
    newest = found[-1]
    older = (record.day - newest.event.day).days > record.limits["ostrc_fresh_days"].value
    return Finding(newest.event.q1, "points", newest.event.day, 1, older=older)


def total_of(instrument: str) -> Callable[[CaseRecord, Window], Finding]:
    """The measure of the latest total of a questionnaire in the window."""

    def total(record: CaseRecord, window: Window) -> Finding:
        found = [t for t in record.totals if t.event.instrument == instrument and t.event.total is not None]
        if not found:
            return Finding(lacks="not recorded")
        newest = found[-1]
        older = newest.event.day < record.since(window)
        value = newest.event.total
        row = _row(newest, f"total {value:g}")
        return Finding(value, "points", newest.event.day, 1, older=older, rows=(row,))

    total.__doc__ = "The latest total of the questionnaire in the window."
    return total


def _row(entry: Kept, said: str) -> RowRead:  # type: ignore[type-arg]
    return RowRead(entry.seq, entry.event.kind, entry.event.day, said)
