"""Education cards on the page: the text, its sources, and whether the athlete has read it."""

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from teamback.clinic.education import Card
from teamback.record.words import short_day

_WIDTH = 720


def draw(
    cards: Sequence[Card], read: Mapping[str, dt.date], day: dt.date, mine: bool, where: str
) -> str | None:
    """The cards to open; gives the one that its reader (`mine`: the athlete) says was read just now."""
    said = None
    with st.container(width=_WIDTH, gap="xsmall"):
        for card in cards:
            on = read.get(card.key)
            icon = ":material/check:" if on else ":material/menu_book:"
            with st.expander(card.title, key=f"card-{where}-{card.key}", icon=icon):
                st.caption(card.says)
                st.markdown(card.text)
                st.caption(f"Sources: {'; '.join(card.sources)}. Status: {card.status}, {card.checked_by}.")
                if on:
                    st.caption(f"Read on {short_day(on, day)}.")
                elif mine and st.button("I have read this", key=f"read-{where}-{card.key}"):
                    said = card.key
                elif not mine:
                    st.caption("Not read yet.")
    return said
