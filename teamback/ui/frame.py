"""What stands around every page: its title, the squad and day in view, and how fresh it is."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import Page

from teamback.record.events import SquadNamed
from teamback.record.words import DECISION_SUPPORT, short_day, who
from teamback.ui.plain import as_typed

_ICON = Path(__file__).parent / "icon.svg"
_STYLES = Path(__file__).parent / "styles"


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
    tell("squad", chosen)
    return serving[keys.index(chosen)]


def choose_day(today: dt.date, past_state: bool = True) -> tuple[dt.date, bool]:
    """The day in view, and whether it is to be shown as it stood then rather than with all known now."""
    asked = asked_anew("day")
    if asked is not None or "day" not in st.session_state:
        st.session_state["day"] = min(_date(asked or "") or today, today)
    day = st.date_input(
        "Day", key="day", max_value=today, format="DD/MM/YYYY", persist_state="session", width=160
    )
    tell("day", day.isoformat())
    then = past_state and day < today and st.toggle("As it stood then", key="then", help=_THEN)
    return day, then


_THEN = "Shows what had been recorded by the end of that day, with the limits of that time."


def as_of(now: dt.datetime, change: tuple[str, dt.datetime] | None) -> None:
    """When this was drawn, and who wrote last."""
    said = f"As of {now:%H:%M}"
    if change:
        by, when = change
        on = f"{when:%H:%M}" if when.date() == now.date() else short_day(when.date(), now.date())
        said += f", last change {who(by)} {on}"
    st.caption(as_typed(said))


def asked_anew(name: str) -> str | None:
    """What the address asks for by a link or the back button: not what this page put there itself."""
    asked = st.query_params.get(name)
    return asked if asked != st.session_state.get(f"_told_{name}") else None


def tell(name: str, value: str) -> None:
    """Notes what is in view under a name, for the address and for the links of the menu."""
    st.session_state[f"_told_{name}"] = value


def arrive() -> None:
    """Another page was opened: the athlete in view comes along.

    Streamlit keeps a choice from page to page only when it was made by hand, not by an address.
    """
    if (athlete := st.session_state.pop("_told_athlete", None)) is not None:
        st.session_state["_brought_athlete"] = athlete


def brought_along(name: str) -> str:
    """What was in view under a name on the page before, once; empty when nothing was."""
    before: str = st.session_state.pop(f"_brought_{name}", "")
    return before


def told() -> dict[str, str]:
    """What is in view: who looks, as whom, at which squad and day."""
    asked = {name: asked_anew(name) or st.session_state.get(f"_told_{name}") for name in _IN_VIEW}
    return {name: value for name, value in asked.items() if value}


def write_address() -> None:
    """Puts what is in view into the address in one go (each writing is a step of the back button)."""
    now = st.query_params.to_dict()
    view = {name: st.session_state.get(f"_told_{name}") for name in _IN_VIEW}
    then = now | {name: value for name, value in view.items() if value}
    if then != now:
        st.query_params.from_dict(then)


_IN_VIEW = ("as", "who", "squad", "day")


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def set_up() -> None:
    """Page settings and the house's few styles, before anything is drawn."""
    st.set_page_config(page_title="teamback", page_icon=str(_ICON), layout="wide", initial_sidebar_state=220)
    style("every_page")


def style(room: str, page: str | None = None) -> None:
    """The styles of the pages of one room, from its file in ui/styles/, and of a page that has its own."""
    own = _style(page) if page and (_STYLES / f"{page}.css").exists() else ""
    st.html(f"<style>{_style(room)}{own}</style>")


def menu(place: DeltaGenerator, rooms: Mapping[str, Sequence[tuple[Page, str]]]) -> None:
    """The pages by room; each link keeps what is in view, so that going back is one step."""
    in_view = told()
    with place:
        for room, pages in rooms.items():
            st.caption(room)
            for page, mark in pages:
                st.page_link(page, icon=mark, query_params=in_view, width="stretch")


def menu_place() -> DeltaGenerator:
    """Where the menu will stand: on top of the side, though it is drawn once squad and day are known."""
    return st.sidebar.container(key="menu", gap=None)


@cache
def _style(room: str) -> str:
    """A file of styles with those it imports, without remarks and indents, which no browser needs."""
    text = re.sub(r"/\*.*?\*/", "", (_STYLES / f"{room}.css").read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r'@import "(\w+)\.css";', lambda named: _style(named[1]), text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r":\s+", ":", re.sub(r"\s+", " ", text)))
    return text.replace(";}", "}")


def foot(demo: bool) -> None:
    """What every page ends with."""
    invented = " Demo: every person here is invented." if demo else ""
    with st.sidebar:
        st.caption(f"{DECISION_SUPPORT}{invented}")
