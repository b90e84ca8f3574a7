"""How does this athlete test, against the own baseline, the other side and others?"""

from functools import partial
from typing import TypeVar

import streamlit as st

from teamback import app
from teamback.clinic.assessment.battery import battery
from teamback.record.event import Event
from teamback.record.events import InstrumentTotal, TestResult
from teamback.record.kept import Kept
from teamback.record.scope import CLINICIAN_AND_SELF
from teamback.record.words import short_day
from teamback.rounds.assessment.assessed import Assessed, assessed
from teamback.rounds.correcting import in_place_of, set_aside
from teamback.rounds.reports_of_day import Person, people_of, person
from teamback.rounds.season.due import round_due
from teamback.rounds.season.upkeep import upkeep
from teamback.ui.assessment import (
    assess_entering,
    assess_form,
    assess_history,
    assess_results,
    assess_view,
    instrument_form,
)
from teamback.ui.check_ins import check_in_who
from teamback.ui.season import care
from teamback.ui.season import upkeep as upkeep_ui
from teamback.ui.session import session_said

Found = TypeVar("Found", TestResult, InstrumentTotal)
here = app.enter_to_record("Assess")
reads_totals = here.scope.may_read(CLINICIAN_AND_SELF)
kept = app.just_kept()
batch = kept[0] if kept else 0
_MISTAKE = "Entered by mistake."


def entry_of(who: Person) -> assess_entering.EntryOf:
    """How what is typed about an athlete takes the place of an older entry."""
    return partial(in_place_of, here.store, here.scope, who)


def offer(entry: Kept[Found]) -> None:
    """Correct and Withdraw beside an entry; it asks before it withdraws."""
    if st.button("Correct", icon=":material/edit:", key=f"tb-correct-{entry.seq}-{batch}"):
        st.session_state[f"tb-correcting-{batch}"] = entry.seq
    withdraw(entry)


def withdraw(entry: Kept[Event]) -> None:
    """Withdraw beside an entry; it asks first."""
    if session_said.ask_first(
        "Withdraw this entry? It stays in the record and counts no longer.",
        "Withdraw",
        f"withdraw-{entry.seq}-{batch}",
        asking=True,
        icon=":material/delete:",
    ):
        with app.saying_why():
            app.keep([set_aside(entry, _MISTAKE)], here.scope, here.seen, "Withdrawn.")


def results(who: Person, told: Assessed) -> None:
    """How the athlete stands, then one test in full."""
    assess_results.results(told)
    chosen = assess_history.choose_test(told) if told.standings else None
    if chosen is None:
        return
    assess_history.trend(chosen)
    assess_history.entries(told.lines, chosen.test, here.day, offer)
    number = st.session_state.get(f"tb-correcting-{batch}")
    was = next((line.entry for line in told.lines if line.counts and line.entry.seq == number), None)
    if was and was.event.test in (chosen.test.key, *chosen.test.sum_of):
        form = app.form(here, f"correct-{was.seq}-{batch}")
        st.markdown(f"**Correct the entry of {short_day(was.event.day, here.day)}**")
        assess_entering.correct(was, battery()[was.event.test], form, entry_of(who))


def questionnaires(who: Person, told: Assessed) -> None:
    """The form, then what was answered before."""
    number = st.session_state.get(f"tb-correcting-{batch}")
    was = next((line.entry for line in told.totals if line.counts and line.entry.seq == number), None)
    form = app.form(here, f"total-{who.athlete}-{here.day}-{was.seq if was else 0}-{batch}")
    by = here.scope.signature
    assess_entering.questionnaire(who, here.day, by, was, form, entry_of(who))
    instrument_form.totals(told.totals, here.day, offer)


def page(number: int) -> None:
    """One athlete: what is known, or what is entered."""
    who = person(here.store, here.scope, number)
    told = app.once(here, assessed, number)
    app.opened("assess", number)
    if kept and session_said.just_saved(kept[1], f"tb-undo-{batch}"):
        with app.saying_why():
            app.undo(batch, here.scope, _MISTAKE)
    view = assess_view.choose(bool(told.standings), reads_totals, batch)
    if view == assess_view.ENTER:
        form = app.form(here, f"battery-{number}-{here.day}-{batch}")
        with st.container(width=assess_form.WIDTH):
            assess_entering.enter(who, here.day, form)
    elif view == assess_view.TOTALS:
        with st.container(width=assess_form.WIDTH):
            questionnaires(who, told)
    elif view == assess_view.REVIEWS:
        care.reviews(app.once(here, upkeep, number), batch, partial(app.form, here), reads_totals, withdraw)
    else:
        results(who, told)


chosen = check_in_who.choose(people_of(here.store, here.scope, here.squad.squad, here.day))
if chosen is None:
    st.info("Choose an athlete to see or enter tests.", icon=":material/info:")
    st.markdown("**Due in this squad**")
    upkeep_ui.due_in_squad(app.once(here, round_due), here.day, assess_view.go_to_reviews)
else:
    with app.saying_why():
        page(chosen)
