"""The check-in tablet: names to tap, the PIN, and the word after Save."""

from collections.abc import Mapping

import streamlit as st

from teamback.ui.beside import Beside
from teamback.ui.plain import as_typed

_MANY = 12


def choose(names: Mapping[int, str]) -> int | None:
    """A large button a name; gives the one that was tapped."""
    if not names:
        st.info("Nobody is on this squad yet. Add athletes under People.", icon=":material/info:")
        return None
    st.markdown("**Tap your name**")
    sought = ""
    if len(names) > _MANY:
        sought = st.text_input(
            "Find your name", key="tablet-find", max_chars=40, placeholder="Find your name"
        )
    tapped = None
    with st.container(key="tb-names"):
        for number, name in names.items():
            if sought.casefold() in name.casefold() and st.button(
                as_typed(name), key=f"tablet-name-{number}", width="stretch"
            ):
                tapped = number
    return tapped


def ask_pin(name: str, key: str, beside: Beside) -> str | None:
    """The field for the PIN; gives what was typed once it is sent."""
    st.text(name)
    with st.form(f"{key}pin-form", border=False):
        pin = st.text_input("PIN", type="password", max_chars=8, key=f"{key}pin", autocomplete="off")
        beside.field("")
        sent = st.form_submit_button("Go on", type="primary", width="stretch", key=f"{key}go")
    return (pin or "") if sent else None


def not_me(key: str) -> bool:
    """The way back to the names."""
    return st.button("Back to the names", icon=":material/arrow_back:", key=f"{key}back")


def saved(known_as: str, key: str) -> bool:
    """Nothing of what was said; one tap to the next athlete."""
    st.success(f"Thank you, {as_typed(known_as)}. Saved.", icon=":material/check_circle:")
    return st.button("Next athlete", type="primary", width="stretch", key=f"{key}next")
