"""How does this athlete test, against the own baseline, the other side and others?"""

from functools import partial
from typing import TypeVar

import streamlit as st

from teamback import app
from teamback.clinic.assessment import instruments
from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.field_test import FieldTest
from teamback.record.event import Event
from teamback.record.events import InstrumentTotal, TestResult
from teamback.record.kept import Kept
from teamback.record.scope import CLINICIAN_AND_SELF
from teamback.record.words import short_day
from teamback.rounds.assessment import battery_typed
from teamback.rounds.assessment.assessed import Assessed, assessed
from teamback.rounds.correcting import in_place_of, set_aside
from teamback.rounds.reports_of_day import Person, people_of, person
from teamback.rounds.season.due import round_due
from teamback.rounds.season.upkeep import upkeep
from teamback.ui.assessment import assess_form, assess_history, assess_results, assess_view, instrument_form
from teamback.ui.beside import Beside
from teamback.ui.check_ins import check_in_who
from teamback.ui.save_bar import save
from teamback.ui.season import care
from teamback.ui.season import upkeep as upkeep_ui
from teamback.ui.session import session_said

Found = TypeVar("Found", TestResult, InstrumentTotal)
here = app.enter_to_record("Assess")
reads_totals = here.scope.may_read(CLINICIAN_AND_SELF)
kept = app.just_kept()
batch = kept[0] if kept else 0
_MISTAKE = "Entered by mistake."


@st.fragment
def enter(who: Person, key: str) -> None:
    """The battery as one form, saved as one batch."""
    beside = Beside()
    sets = assess_form.choose_sets(key)
    baseline = assess_form.is_baseline(key)
    typed = assess_form.ask(sets, key, beside)
    checked = battery_typed.check(typed, who, here.day, here.today, baseline, sets)
    asking = () if checked.refusals else checked.missing
    says, anyway = assess_view.not_measured(asking)
    if not save(key, asking, says, anyway, beside, app.changed(key)):
        return
    if checked.refusals:
        return beside.say(checked.refusals)
    count = len(checked.results)
    saying = f"{count} result{'s' if count > 1 else ''} saved for {short_day(here.day, here.today)}."
    app.keep_form(checked.results, here, key, saying, lambda refusal: beside.say([refusal]))


@st.fragment
def correct(who: Person, was: Kept[TestResult], test: FieldTest, key: str) -> None:
    """One result as it should have been entered."""
    beside = Beside()
    typed = assess_form.one_side(test, was.event.side, key, beside, was.event)
    baseline = assess_form.is_baseline(key, was.event.baseline)
    if not save(key, (), "", "", beside, app.changed(key)):
        return
    result = battery_typed.corrected(was.event, typed, baseline)
    if result is None:
        return beside.say([assess_view.NO_VALUE])
    entry = in_place_of(here.store, here.scope, who, result, was)
    app.keep_form([entry], here, key, "Corrected.", lambda refusal: beside.say([refusal]))


@st.fragment
def questionnaire(who: Person, was: Kept[InstrumentTotal] | None, key: str) -> None:
    """One questionnaire, new or corrected."""
    beside = Beside()
    one = instruments.INSTRUMENTS[was.event.instrument] if was else instrument_form.choose()
    fields = instrument_form.ask(one, f"{one.key}-{key}", beside, was.event if was else None)
    if not save(key, (), "", "", beside, app.changed(key)):
        return
    day = was.event.day if was else here.day
    by = was.event.asked_by if was else here.scope.signature
    typed = InstrumentTotal(day=day, athlete=who.athlete, instrument=one.key, asked_by=by, **fields)
    if refusals := instruments.refusals(typed, here.today, who.joined):
        return beside.say(refusals)
    entry = in_place_of(here.store, here.scope, who, typed, was)
    app.keep_form([entry], here, key, f"{one.title} saved.", lambda refusal: beside.say([refusal]))


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
        key = f"correct-{was.seq}-{batch}"
        app.seen(key, here)
        st.markdown(f"**Correct the entry of {short_day(was.event.day, here.day)}**")
        correct(who, was, battery()[was.event.test], key)


def questionnaires(who: Person, told: Assessed) -> None:
    """The form, then what was answered before."""
    number = st.session_state.get(f"tb-correcting-{batch}")
    was = next((line.entry for line in told.totals if line.counts and line.entry.seq == number), None)
    key = f"total-{who.athlete}-{here.day}-{was.seq if was else 0}-{batch}"
    app.seen(key, here)
    questionnaire(who, was, key)
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
        key = f"battery-{number}-{here.day}-{batch}"
        app.seen(key, here)
        with st.container(width=assess_form.WIDTH):
            enter(who, key)
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
    upkeep_ui.due(app.once(here, round_due), here.day, named=True)
else:
    with app.saying_why():
        page(chosen)
