"""What staff look after besides exercises: the self-management plan, and changes made for the athlete."""

import streamlit as st

from teamback.rounds.season.upkeep import Upkeep
from teamback.ui.season import upkeep as drawn

ALONE, CHANGE, CHECK_IN, TECHNIQUE = "alone", "change", "check-in", "technique"


def page(upkeep: Upkeep, key: str) -> str | int | None:
    """The plan with its ticks and the changes; gives the form that is asked for, or the change to end."""
    asked: str | int | None = None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Self-management", anchor=False, width="stretch")
        label = "Change the plan" if upkeep.plan else "Make a plan"
        if st.button(label, icon=":material/edit:", key=f"{key}-alone"):
            asked = ALONE
    drawn.plan(upkeep)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Changes", anchor=False, width="stretch")
        if st.button("Record a change", icon=":material/add:", key=f"{key}-change"):
            asked = CHANGE
    ending = drawn.changes(upkeep, key)
    st.subheader("Due", anchor=False)
    drawn.due(upkeep.due, upkeep.day, named=False)
    return ending.began.seq if ending else asked


def reviews(upkeep: Upkeep, key: str, clinician: bool, offer: drawn.Offer) -> str | None:
    """What was looked at and what is due; gives the form that is asked for. Check-ins are the clinicians'."""
    asked = None
    with st.container(horizontal=True):
        if clinician and st.button("Check-in", icon=":material/add:", key=f"{key}-check-in"):
            asked = CHECK_IN
        if st.button("Technique review", icon=":material/add:", key=f"{key}-technique"):
            asked = TECHNIQUE
    st.markdown("**Due**")
    drawn.due(upkeep.due, upkeep.day, named=False)
    drawn.history(upkeep, offer, clinician)
    return asked
