"""Which athlete a page is about, when staff look or enter something for them."""

from collections.abc import Collection, Sequence

import streamlit as st

from teamback.record.kept import RosterAthlete
from teamback.ui.frame import asked_anew, tell


def choose(people: Sequence[RosterAthlete], done: Collection[int] = (), word: str = "") -> int | None:
    """The athlete's number, from the address, the last choice or the list; those who are `done` come last."""
    names = {who.athlete: who.known_as for who in people}
    if (asked := asked_anew("athlete")) and asked.isdigit():
        st.session_state["athlete"] = int(asked)
    if st.session_state.get("athlete") not in names:
        st.session_state["athlete"] = None
    chosen: int | None = st.selectbox(
        "Athlete",
        sorted(names, key=lambda number: number in done),
        index=None,
        format_func=lambda number: f"{names[number]} ({word})" if number in done else names[number],
        key="athlete",
        placeholder="Choose an athlete",
        persist_state="session",
        width=320,
    )
    if chosen is not None:
        tell("athlete", str(chosen))
        if st.query_params.get("athlete") != str(chosen):
            st.query_params["athlete"] = str(chosen)
    return chosen
