"""How far back a page looks: 28, 90 or 365 days, or all; in the address."""

import datetime as dt

import streamlit as st

_CHOICES = {"28": "28 days", "90": "90 days", "365": "365 days", "all": "All"}
_DEFAULT = "90"


def choose_window(day: dt.date) -> dt.date | None:
    """The first day to show, so that the day in view is the last; None shows all."""
    if st.query_params.get("days") in _CHOICES and "days" not in st.session_state:
        st.session_state["days"] = st.query_params["days"]
    st.session_state.setdefault("days", _DEFAULT)
    chosen = st.segmented_control(
        "Look back",
        list(_CHOICES),
        format_func=_CHOICES.__getitem__,
        required=True,
        key="days",
        persist_state="session",
    )
    st.query_params["days"] = chosen or _DEFAULT
    return None if chosen == "all" else day - dt.timedelta(days=int(chosen or _DEFAULT) - 1)
