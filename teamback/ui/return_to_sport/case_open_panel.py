"""Opening a case: what and where, the stage it enters, and the availability that is saved with it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from teamback.clinic import availability
from teamback.clinic.return_to_sport import case_entries, proposed
from teamback.clinic.return_to_sport.pathways import all_pathways, faults
from teamback.record.event import Event
from teamback.record.events import Availability, CaseOpened, StageChange
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.cases import most_limiting
from teamback.rounds.return_to_sport.case_file import CaseFile, new_case
from teamback.rounds.return_to_sport.stage_moves import against_first_stage
from teamback.ui import availability_form
from teamback.ui.beside import Beside
from teamback.ui.form import Form
from teamback.ui.return_to_sport import case_open_form
from teamback.ui.save_bar import always_in_view


def panel(
    form: Form, file: CaseFile, scope: Scope, measured: Callable[[CaseFile, dt.date], float | None]
) -> None:
    """The whole form; `measured` gives the load of an ordinary week before a day. One press saves all."""
    beside, key, today = Beside(), form.key, form.today
    form.say_who_was_first()
    pathways = all_pathways()
    athlete = file.person.athlete
    earlier = [(case.case, case.closed.event if case.closed else None) for case in file.cases]
    typed, pathway = case_open_form.ask(key, athlete, today, pathways, beside, earlier)
    stage, reason = -1, ""
    if pathway:
        for fault in faults(pathway, today):
            st.warning(fault.sentence, icon=":material/event_busy:")
        stage, reason = case_open_form.entry_stage(key, pathway, beside)
        week = measured(file, typed.onset) if typed.onset <= today else None
        load = case_open_form.reference(key, week, typed.onset, beside)
        typed = replace(typed, pathway=pathway.key, reference_load=load)
    proposals = [review.stage.availability for review in file.open_reviews]
    if pathway and 0 <= stage < len(pathway.stages):
        proposals.append(pathway[stage].availability)
    days = pathway[stage].min_days if pathway and stage >= 0 else 1
    st.markdown("**Availability, saved with it**")
    decided = availability_form.ask(
        athlete, _start(file, proposals, typed, today, days), today, f"{key}-{'-'.join(proposals)}"
    )
    events = new_case(typed, pathway, stage, reason)
    with always_in_view():
        beside.field("")
        pressed = st.button("Open the case", type="primary", key=f"{key}-save")
    if pressed:
        refusals = [*_against(events, scope, today)]
        refusals += availability.missing(decided, scope, today, file.red_flags.open > 0)
        if refusals:
            return beside.say(refusals)
        form.keep([*events, decided], f"Case opened for {file.person.known_as}.", beside)


def _start(
    file: CaseFile, proposals: list[str], case: CaseOpened, today: dt.date, days: int
) -> Availability | None:
    """What the availability starts from: the most limiting proposal, else the decision in force."""
    now = file.decision.event if file.decision else None
    if not proposals:
        return now
    return proposed.availability(
        most_limiting(proposals),
        now,
        athlete=file.person.athlete,
        today=today,
        nature=case.nature,
        days=days,
        red_flag_open=file.red_flags.open > 0,
    )


def _against(events: list[Event], scope: Scope, today: dt.date) -> list[Refusal]:
    pathways = all_pathways()
    found: list[Refusal] = []
    for event in events:
        found += case_entries.refusals(event, scope, today, pathways)
        if isinstance(event, StageChange):
            case = events[0]
            assert isinstance(case, CaseOpened)
            found += against_first_stage(event, pathways[case.pathway], scope, today)
    return found
