"""The form that makes a squad."""

from collections.abc import Sequence

import streamlit as st

from teamback.record.words import SPORTS
from teamback.ui.beside import Beside

_ZONE_HELP = "Decides which day it is for the squad: the board turns over at its midnight."


def ask(key: str, zones: Sequence[str], beside: Beside) -> tuple[str, str, str | None]:
    """Name, sport and time zone as typed; the zone of this device stands first."""
    name = st.text_input("Name of the squad", max_chars=40, key=f"{key}-name", placeholder="First team")
    beside.field("name")
    sport = st.selectbox("Sport", list(SPORTS), format_func=SPORTS.__getitem__, key=f"{key}-sport")
    own = st.context.timezone
    zone = st.selectbox(
        "Time zone",
        zones,
        index=zones.index(own) if own in zones else None,
        placeholder="Choose, such as Europe/Oslo",
        key=f"{key}-zone",
        help=_ZONE_HELP,
    )
    beside.field("time_zone")
    return name.strip(), sport, zone
