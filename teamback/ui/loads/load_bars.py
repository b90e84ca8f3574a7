"""Daily load as bars: an entered rest is a tick on the zero line, silence is a gap."""

import datetime as dt
from typing import Any

import numpy as np

from teamback.ui.charts import INK, LOAD, by_day


def daily_bars(first: dt.date, load: np.ndarray, rest: np.ndarray, yaxis: str = "y") -> list[Any]:
    """The bars of each day's load (AU) from `first` on, and the ticks of the rests."""
    import plotly.graph_objects as go

    bars = go.Bar(
        name="Load, day",
        y=load,
        marker={"color": LOAD, "line": {"width": 0}},
        hoverinfo="skip",
        yaxis=yaxis,
        **by_day(first),
    )
    ticks = go.Scatter(
        name="Rest entered",
        y=np.where(rest, 0.0, np.nan),
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 8, "color": INK, "line": {"width": 1.5}},
        cliponaxis=False,
        hoverinfo="skip",
        yaxis=yaxis,
        **by_day(first),
    )
    return [bars, ticks]


def day_in_words(load: float, rest: bool) -> str:
    """A day's load as its label says it."""
    if rest:
        return "Rest entered: 0 AU"
    return "Load not known" if load != load else f"Load {load:,.0f} AU"
