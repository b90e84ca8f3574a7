"""Tests and questionnaires are entered, or one entry is corrected: typed, checked, then kept."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from teamback.clinic.assessment import instruments
from teamback.clinic.assessment.field_test import FieldTest
from teamback.record.events import InstrumentTotal, TestResult
from teamback.record.kept import Kept
from teamback.record.words import how_many, short_day
from teamback.rounds.assessment import battery_typed
from teamback.rounds.reports_of_day import Person
from teamback.ui.assessment import assess_form, assess_view, instrument_form
from teamback.ui.beside import Beside
from teamback.ui.form import Form

EntryOf = Callable[[Any, Any], Any]
"""What is typed on its way into the journal, in place of an older entry where there is one."""


@st.fragment
def enter(who: Person, day: dt.date, form: Form) -> None:
    """The battery as one form, saved as one batch."""
    beside, key = Beside(), form.key
    sets = assess_form.choose_sets(key)
    baseline = assess_form.is_baseline(key)
    typed = assess_form.ask(sets, key, beside)
    checked = battery_typed.check(typed, who, day, form.today, baseline, sets)
    if form.save(beside, checked.refusals, checked.missing, assess_view.not_measured(checked.missing)):
        saying = f"{how_many(len(checked.results), 'result')} saved for {short_day(day, form.today)}."
        form.keep(checked.results, saying, beside)


@st.fragment
def correct(was: Kept[TestResult], test: FieldTest, form: Form, entry_of: EntryOf) -> None:
    """One result as it should have been entered."""
    beside, key = Beside(), form.key
    typed = assess_form.one_side(test, was.event.side, key, beside, was.event)
    baseline = assess_form.is_baseline(key, was.event.baseline)
    result = battery_typed.corrected(was.event, typed, baseline)
    if form.save(beside, () if result else [assess_view.NO_VALUE]):
        form.keep([entry_of(result, was)], "Corrected.", beside)


@st.fragment
def questionnaire(
    who: Person, day: dt.date, by: str, was: Kept[InstrumentTotal] | None, form: Form, entry_of: EntryOf
) -> None:
    """One questionnaire, new or corrected."""
    beside = Beside()
    one = instruments.INSTRUMENTS[was.event.instrument] if was else instrument_form.choose()
    fields = instrument_form.ask(one, f"{one.key}-{form.key}", beside, was.event if was else None)
    told = {"day": was.event.day, "asked_by": was.event.asked_by} if was else {"day": day, "asked_by": by}
    typed = InstrumentTotal(athlete=who.athlete, instrument=one.key, **told, **fields)
    if form.save(beside, instruments.refusals(typed, form.today, who.joined)):
        form.keep([entry_of(typed, was)], f"{one.title} saved.", beside)
