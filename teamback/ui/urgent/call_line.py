"""The line to an athlete who reported severe pain: nobody may be watching, and whom to call."""

import streamlit as st

from teamback.ui.plain import as_typed
from teamback.ui.urgent.red_flag_form import NOBODY_WATCHES


def severe(severe_from: float | None, phone: str | None) -> None:
    """Stands on every page of the day; None where no score was that high."""
    if severe_from is None:
        return
    call = (
        f"Call {phone} today: your club's medical staff."
        if phone
        else "Call your team doctor or physio today."
    )
    text = f"**You reported pain of {severe_from:g}/10 or more. {NOBODY_WATCHES} {as_typed(call)}**"
    with st.container(key="tb-severe"):
        st.error(f"{text}  \nIf it gets worse, call the emergency number.", icon=":material/call:")
