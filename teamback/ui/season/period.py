"""Over which days a season is counted: so many days back, or days of one's own."""

import datetime as dt

import streamlit as st

_SPANS = {"28 days": 28, "90 days": 90, "365 days": 365}
OWN = "Own first day"
_FURTHEST = dt.timedelta(days=3 * 366)


def choose(last: dt.date, key: str = "period") -> dt.date:
    """The first day that counts; the last is the day in view."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(
            "Counted over", [*_SPANS, OWN], default="365 days", required=True, key=f"tb-{key}"
        )
        if chosen in _SPANS:
            return last - dt.timedelta(days=_SPANS[chosen] - 1)
        first = st.date_input(
            "First day",
            value=last - dt.timedelta(days=182),
            min_value=last - _FURTHEST,
            max_value=last,
            format="DD/MM/YYYY",
            key=f"tb-{key}-first-{last}",
            width=160,
        )
    return first if isinstance(first, dt.date) else last
