"""What staff look after besides exercises, each form in the panel beside the page: one at a time."""

from collections.abc import Callable

import streamlit as st

from teamback.record.scope import Scope
from teamback.rounds.season.upkeep import Upkeep
from teamback.ui import drawer
from teamback.ui.form import Form
from teamback.ui.season import upkeep as drawn
from teamback.ui.season import upkeep_forms

_ALONE, _CHANGE, _CHECK_IN, _TECHNIQUE = "alone", "change", "check-in", "technique"
FormOf = Callable[[str], Form]


def page(upkeep: Upkeep, batch: int, form_of: FormOf, scope: Scope) -> None:
    """The self-management plan with its ticks, the changes and what is due."""
    key = drawer.key("plan", batch)
    asked: object = None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Self-management", anchor=False, width="stretch")
        label = "Change the plan" if upkeep.plan else "Make a plan"
        if st.button(label, icon=":material/edit:", key=f"{key}-alone"):
            asked = _ALONE
    drawn.plan(upkeep)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Changes", anchor=False, width="stretch")
        if st.button("Record a change", icon=":material/add:", key=f"{key}-change"):
            asked = _CHANGE
    ending = drawn.changes(upkeep, key)
    st.subheader("Due", anchor=False)
    drawn.due(upkeep.due, upkeep.day)
    what = drawer.what_is_open("plan", batch, ending.began.seq if ending else asked)
    if what is not None:
        _plan_panel(upkeep, what, form_of(f"{what}-{upkeep.person.athlete}-{batch}"), scope)


def _plan_panel(upkeep: Upkeep, what: object, form: Form, scope: Scope) -> None:
    if what == _ALONE:
        drawer.draw("plan", "Self-management plan", upkeep_forms.self_management, upkeep, form)
    elif what == _CHANGE:
        drawer.draw("plan", "Record a change", upkeep_forms.change, upkeep, scope, form)
    elif one := upkeep.change(what):
        drawer.draw("plan", "End a change, or keep it", upkeep_forms.end, one, scope, form)


def reviews(upkeep: Upkeep, batch: int, form_of: FormOf, clinician: bool, offer: drawn.Offer) -> None:
    """Check-ins of a clinician and technique reviews, past and due; check-ins are the clinicians'."""
    key, asked = drawer.key("assess", batch), None
    with st.container(horizontal=True):
        if clinician and st.button("Check-in", icon=":material/add:", key=f"{key}-check-in"):
            asked = _CHECK_IN
        if st.button("Technique review", icon=":material/add:", key=f"{key}-technique"):
            asked = _TECHNIQUE
    st.markdown("**Due**")
    drawn.due(upkeep.due, upkeep.day)
    drawn.history(upkeep, offer, clinician)
    what = drawer.what_is_open("assess", batch, asked)
    if what is None:
        return
    form = form_of(f"{what}-{upkeep.person.athlete}-{batch}")
    if what == _CHECK_IN and clinician:
        drawer.draw("assess", "Check-in with a clinician", upkeep_forms.check_in, upkeep, form)
    elif what == _TECHNIQUE:
        drawer.draw("assess", "Technique review", upkeep_forms.review, upkeep, form)
