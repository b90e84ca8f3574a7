"""An athlete's own ways to the check-in: the PIN for the tablet and the link for a phone."""

import datetime as dt

import streamlit as st

from teamback.record.account import END_LINK, END_PIN, MAKE_LINK, MAKE_PIN, Ways
from teamback.record.words import short_day
from teamback.ui.plain import as_typed


def ask(
    known_as: str, is_here: bool, there: Ways, told: tuple[str, str] | None, zone: dt.tzinfo, key: str
) -> str | None:
    """How it stands, what was just made (told once), and what can be done; gives what was pressed."""
    if not is_here:
        st.info("They are on no squad here: a PIN or a link opens nothing.", icon=":material/info:")
    return _pin(known_as, there.pin, told, key) or _link(known_as, there.link_until, told, zone, key)


def _pin(known_as: str, there: bool, told: tuple[str, str] | None, key: str) -> str | None:
    st.markdown("**PIN for the check-in tablet**")
    st.caption("It is set. It cannot be read any more." if there else "None is set.")
    if told and told[0] == MAKE_PIN:
        _tell(f"PIN of {known_as}. It is not shown again: tell it to them alone.", told[1])
    with st.container(horizontal=True):
        if st.button("Make a new PIN" if there else "Make a PIN", key=f"{key}-pin"):
            return MAKE_PIN
        if there and st.button("Remove the PIN", key=f"{key}-no-pin"):
            return END_PIN
    return None


def _link(
    known_as: str, until: dt.datetime | None, told: tuple[str, str] | None, zone: dt.tzinfo, key: str
) -> str | None:
    st.markdown("**Link for a phone**")
    holds = f"It holds until {short_day(until.astimezone(zone).date())}." if until else "There is none."
    st.caption(f"{holds} It opens their own check-in and nothing else. A new link ends the one before.")
    if told and told[0] == MAKE_LINK:
        _tell(f"Link of {known_as}. It is not shown again: send it to them alone.", told[1])
    with st.container(horizontal=True):
        if st.button("Make a new link" if until else "Make a link", key=f"{key}-link"):
            return MAKE_LINK
        if until and st.button("Revoke the link", key=f"{key}-no-link"):
            return END_LINK
    return None


def _tell(about: str, once: str) -> None:
    st.success(as_typed(about))
    st.code(once, language=None, wrap_lines=True)
