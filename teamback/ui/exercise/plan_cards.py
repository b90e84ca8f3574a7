"""The exercises of the day, each on a card: ticked off, paused for pain, or corrected."""

import datetime as dt
from collections.abc import Callable

import streamlit as st

from teamback.clinic.exercise import home_programme, programmes
from teamback.record.refusal import Refusal
from teamback.rounds.correcting import put_in_place_of
from teamback.rounds.exercise.programme import AthletePlan, DueToday, exercises
from teamback.ui.beside import Beside
from teamback.ui.exercise import plan_form, plan_today
from teamback.ui.form import Form


def draw(plan: AthletePlan, batch: int, form_of: Callable[[str], Form]) -> None:
    """The day's cards, with gentle motion first where a flare was reported."""
    if plan.flare:
        motions = home_programme.pain_free_motions(exercises(), plan.equipment, plan.stage.allowed)
        plan_today.flare(motions[:4])
    if not plan.due:
        plan_today.nothing_due(bool(plan.programmes))
    else:
        plan_today.count(plan.due)
    for item in plan.due:
        key = f"plan-{plan.person.athlete}-{plan.day}-{item.purpose}-{item.line.exercise}-{batch}"
        _card(plan, item, plan.day, form_of(key))


@st.fragment
def _card(plan: AthletePlan, item: DueToday, day: dt.date, form: Form) -> None:
    beside, exercise = Beside(), exercises().get(item.line.exercise)
    with st.container(border=True, gap="small"):
        correcting = f"tb-plan-open-{form.key}"
        plan_today.head(item, exercise, in_full=correcting in st.session_state)
        if plan_today.told(item, form.key):
            st.session_state[correcting] = True
        if item.entry and not st.session_state.get(correcting):
            return
        entered = plan_today.ask(exercise, plan.equipment, form.key, beside)
        if entered is None:
            return
        if not entered.answered:
            return beside.say([Refusal(plan_form.PAUSE_NOT_ANSWERED, "paused_for_pain")])
        typed = plan_form.as_entry(day, plan.person.athlete, item, entered)
        if refusals := programmes.done(typed, exercises(), form.today):
            return beside.say(refusals)
        saying = f"Saved: {exercise.title if exercise else 'exercise'}."
        form.keep([put_in_place_of(typed, item.entry)], saying, beside)
