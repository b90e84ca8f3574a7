"""The form that makes a squad, or corrects what a squad is called and when it is asked."""

from collections.abc import Sequence

import streamlit as st

from teamback.record.events import SquadNamed
from teamback.record.words import SPORTS, WEEKDAYS
from teamback.rounds.new_squad import TypedSquad
from teamback.ui.beside import Beside

_ZONE_HELP = "Decides which day it is for the squad: the board turns over at its midnight."
_WEEKLY_HELP = (
    "On this day the check-in asks four questions about health problems of the last 7 days (OSTRC): "
    "one tap for whoever has none."
)


def ask(key: str, zones: Sequence[str], beside: Beside, was: SquadNamed | None = None) -> TypedSquad:
    """What is typed; for a new squad the zone of this device stands first."""
    name = st.text_input(
        "Name of the squad",
        was.name if was else "",
        max_chars=40,
        key=f"{key}-name",
        placeholder="First team",
    )
    beside.field("name")
    sports = list(SPORTS)
    sport = st.selectbox(
        "Sport",
        sports,
        index=sports.index(was.sport) if was and was.sport in sports else 0,
        format_func=SPORTS.__getitem__,
        key=f"{key}-sport",
    )
    own = was.time_zone if was else st.context.timezone
    zone = st.selectbox(
        "Time zone",
        zones,
        index=zones.index(own) if own in zones else None,
        placeholder="Choose, such as Europe/Oslo",
        key=f"{key}-zone",
        help=_ZONE_HELP,
    )
    beside.field("time_zone")
    days = list(WEEKDAYS)
    weekly = st.selectbox(
        "Weekly questions (OSTRC) on",
        days,
        index=days.index(was.ostrc_on) if was and was.ostrc_on in days else None,
        format_func=WEEKDAYS.__getitem__,
        placeholder="Never",
        key=f"{key}-weekly",
        help=_WEEKLY_HELP,
    )
    return TypedSquad(name.strip(), sport, zone, weekly)
