"""What stands around every page: its title, the squad and day in view, and how fresh it is."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from teamback.record.events import SquadNamed
from teamback.record.words import DECISION_SUPPORT, short_day

_ICON = Path(__file__).parent / "icon.svg"
_STYLE = Path(__file__).parent / "house.css"


def head() -> DeltaGenerator:
    """Title and choosers in one row, wrapping on a phone."""
    return st.container(horizontal=True, vertical_alignment="bottom", key="head")


def title(text: str) -> None:
    """The page's one heading."""
    st.title(text, anchor=False, width="content")


def nothing_here(what_to_do: str) -> None:
    """An empty page says what to do next."""
    st.info(what_to_do, icon=":material/info:")


def choose_squad(serving: Sequence[SquadNamed]) -> SquadNamed:
    """The squad in view, from the address, the last choice or the first of the list."""
    keys = [squad.squad for squad in serving]
    if (asked := asked_anew("squad")) in keys:
        st.session_state["squad"] = asked
    chosen = st.selectbox(
        "Squad",
        keys,
        format_func={squad.squad: squad.name for squad in serving}.__getitem__,
        key="squad",
        persist_state="session",
        filter_mode=None,
        width=200,
    )
    put_in_address("squad", chosen)
    return serving[keys.index(chosen)]


def choose_day(today: dt.date, past_state: bool = True) -> tuple[dt.date, bool]:
    """The day in view, and whether it is to be shown as it stood then rather than with all known now."""
    asked = asked_anew("day")
    if asked is not None or "day" not in st.session_state:
        st.session_state["day"] = min(_date(asked or "") or today, today)
    day = st.date_input(
        "Day", key="day", max_value=today, format="DD/MM/YYYY", persist_state="session", width=160
    )
    put_in_address("day", day.isoformat())
    then = past_state and day < today and st.toggle("As it stood then", key="then", help=_THEN)
    return day, then


_THEN = "Shows what had been recorded by the end of that day, with the limits of that time."


def as_of(now: dt.datetime, change: tuple[str, dt.datetime] | None) -> None:
    """When this was drawn, and who wrote last."""
    said = f"As of {now:%H:%M}"
    if change:
        who, when = change
        on = f"{when:%H:%M}" if when.date() == now.date() else short_day(when.date(), now.date())
        said += f", last change {who} {on}"
    st.caption(said)


def asked_anew(name: str) -> str | None:
    """What the address asks for by a link or the back button: not what this page put there itself."""
    asked = st.query_params.get(name)
    return asked if asked != st.session_state.get(f"_told_{name}") else None


def put_in_address(name: str, value: str) -> None:
    """Writes what is in view into the address, so that a link opens the same view."""
    st.session_state[f"_told_{name}"] = value
    st.query_params[name] = value


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def set_up() -> None:
    """Page settings and the house's few styles, before anything is drawn."""
    st.set_page_config(page_title="teamback", page_icon=str(_ICON), layout="wide", initial_sidebar_state=220)
    st.html(f"<style>{_STYLE.read_text(encoding='utf-8')}</style>")


def foot(demo: bool) -> None:
    """What every page ends with."""
    invented = " Demo: every person here is invented." if demo else ""
    with st.sidebar:
        st.caption(f"{DECISION_SUPPORT}{invented}")
