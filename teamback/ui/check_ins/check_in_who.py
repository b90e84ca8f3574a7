"""Which athlete a page is about, when staff look or enter something for them."""

from collections.abc import Collection, Sequence

import streamlit as st

from teamback.record.kept import RosterAthlete
from teamback.ui.frame import asked_anew, brought_along, tell


def choose(people: Sequence[RosterAthlete], done: Collection[int] = (), word: str = "") -> int | None:
    """The athlete's number, from the address, the last choice or the list; those who are `done` come last."""
    names = {who.athlete: who.known_as for who in people}
    asked, before = asked_anew("athlete"), brought_along("athlete")
    if (asked or before).isdigit():
        st.session_state["athlete"] = int(asked or before)
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
    tell("athlete", str(chosen or ""))
    if chosen is None:
        st.query_params.pop("athlete", None)
    elif st.query_params.get("athlete") != str(chosen):
        st.query_params["athlete"] = str(chosen)
    return chosen
