"""An athlete's season in a few figures: back, time lost, availability, hours; each with what it is of."""

import datetime as dt
from html import escape

import streamlit as st

from teamback.record.words import how_many, short_day
from teamback.rounds.season.season import Season


def draw(found: Season, first: dt.date, last: dt.date) -> None:
    """Counts from a first day to the last; what is not known is said."""
    available = "not known" if found.availability is None else f"{found.availability:.0f} %"
    boxes = (
        ("Low-back days", f"{found.low_back_days}", f"of {found.mornings} mornings answered"),
        ("Time-loss days", f"{found.time_loss_days}", f"{found.low_back_loss_days} for the low back"),
        ("Availability", available, f"of {found.decided_days} days decided"),
        ("Training and match", f"{found.hours:,.0f} h", how_many(found.sessions, "session")),
    )
    html = "".join(
        f"<div><span>{escape(named)}</span><b>{escape(value)}</b><small>{escape(more)}</small></div>"
        for named, value, more in boxes
    )
    st.markdown(f"**The season, {short_day(first, last)} to {short_day(last)}**")
    st.html(f'<div class="tb-kept-up tb-low-back">{html}</div>')
