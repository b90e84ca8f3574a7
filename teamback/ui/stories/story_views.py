"""Which part of an athlete's story is in view, and how far back it looks; both in the address."""

import datetime as dt

import streamlit as st

from teamback.ui.window import choose_window

WHOLE, LOW_BACK, EDUCATION = "story", "low_back", "education"
_VIEWS = {WHOLE: "Story", LOW_BACK: "Low back", EDUCATION: "Education"}


def choose(day: dt.date) -> tuple[str, dt.date | None]:
    """The view, and the first day to show (None shows all)."""
    if st.query_params.get("view") in _VIEWS and "story_view" not in st.session_state:
        st.session_state["story_view"] = st.query_params["view"]
    st.session_state.setdefault("story_view", WHOLE)
    chosen = st.segmented_control(
        "View",
        list(_VIEWS),
        format_func=_VIEWS.__getitem__,
        required=True,
        key="story_view",
        persist_state="session",
    )
    st.query_params["view"] = chosen or WHOLE
    return chosen or WHOLE, choose_window(day)
