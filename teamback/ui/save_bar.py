"""Save, always in view: it asks once about what is missing or unusual, and never loses what was typed."""

from collections.abc import Collection

import streamlit as st

from teamback.ui.beside import Beside


def save(
    key: str, asking: Collection[str], says: str, anyway: str, beside: Beside, changed: str | None = None
) -> bool:
    """True when what was typed is to be saved.

    With something in `asking`, a first press shows `says` and the button `anyway`; only what was asked once
    is saved by it. `changed` is the sentence that names who was first; refusals are said above the buttons.
    """
    name = f"tb-asked-{key}"
    asked: frozenset[str] = st.session_state.get(name, frozenset())
    with st.container(key="tb-save"):
        above = st.container(gap="xsmall")
        with st.container(horizontal=True, gap="small"):
            left = st.empty()
            pressed = st.button("Save", type="primary", width="stretch", key=f"tb-go-{key}")
        with above:
            beside.field("")
            if changed and not pressed:
                st.error(changed, icon=":material/group:")
            if not asking or not (pressed or asked):
                return pressed and not asking
            if left.button(anyway, width="stretch", key=f"tb-anyway-{key}") and asked.issuperset(asking):
                return True
            st.session_state[name] = asked | set(asking)
            st.warning(says, icon=":material/help:")
    return False
