"""Measures of a case that rest on what somebody found or decided: screens, questionnaires, words, plans."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from teamback.clinic.return_to_sport.criteria import Finding
from teamback.clinic.return_to_sport.pathway import Window
from teamback.record.clinical_words import HYPOTHESES
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.rounds.return_to_sport.case_record import CaseRecord, latest


def open_red_flags(record: CaseRecord, _: Window) -> Finding:
    """Red flags that are open now; that there is none is known from a complete screen in the case."""
    flags, screened = record.red_flags, _screened_on(record)
    if not flags.open and screened is None:
        return Finding(lacks="no complete screen yet")
    older = not flags.open and screened is not None and screened < record.case.began
    return Finding(float(flags.open), "", flags.since or screened, 1, older=older, rows=flags.rows)


def red_flag_screen_age_h(record: CaseRecord, _: Window) -> Finding:
    """Hours since the last screen in which every item was answered yes or no."""
    if record.screened_at is None:
        return Finding(lacks="no complete screen")
    hours = (record.moment - record.screened_at) / dt.timedelta(hours=1)
    older = record.screened_at.date() < record.case.began
    return Finding(max(hours, 0.0), "h", record.screened_at.date(), 1, older=older)


def hypothesis(record: CaseRecord, _: Window) -> Finding:
    """Whether a working hypothesis was recorded in the case."""
    found = [a for a in _in_case(record, record.assessments) if a.event.hypothesis]
    if not found:
        return Finding(lacks="none recorded in the case")
    said = HYPOTHESES.get(found[-1].event.hypothesis or "", "")
    return Finding("recorded", "", found[-1].event.day, len(found), rows=(_row(found[-1], said),))


def risk_steps(record: CaseRecord, _: Window) -> Finding:
    """Whether the three steps of StARRT are acceptable, match minutes are agreed and the decision is shared.

    The most limiting step decides (Shrier 2015).
    """
    found = latest(record.risks, record.case.stage_since)
    if found is None:
        return Finding(lacks="not assessed at this stage")
    if not found.event.decided_with:
        return Finding(on=found.event.day, n=1, lacks="with whom it was decided is not recorded")
    if found.event.match_minutes is None:
        return Finding(on=found.event.day, n=1, lacks="no match minutes are agreed")
    steps = (found.event.tissue_health, found.event.tissue_stress, found.event.risk_tolerance)
    word = "acceptable" if all(step == "acceptable" for step in steps) else "not acceptable"
    return Finding(word, "", found.event.day, 1, rows=(_row(found, word),))


def maintenance_plan(record: CaseRecord, _: Window) -> Finding:
    """Whether a maintenance plan with the date of the next check-in was set in the case."""
    plans = [p for p in _in_case(record, record.programmes) if p.event.purpose == "maintenance"]
    found = latest(plans)
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


def _in_case(record: CaseRecord, entries: Sequence[Kept[Any]]) -> list[Kept[Any]]:
    """Those since the case began that are about it, or about no case in particular."""
    return [
        entry
        for entry in entries
        if entry.event.day >= record.case.began and entry.event.case_id in (None, record.case.number)
    ]


def _screened_on(record: CaseRecord) -> dt.date | None:
    return record.screened_at.date() if record.screened_at else None


def _row(entry: Kept, said: str) -> RowRead:  # type: ignore[type-arg]
    return RowRead(entry.seq, entry.event.kind, entry.event.day, said)
