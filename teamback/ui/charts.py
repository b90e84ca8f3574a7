"""The one Plotly template of the house: what each colour means, scales that hold, and gaps that stay gaps."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import streamlit as st

from teamback.record.words import short_day

PAIN_NOW = "#0072B2"
SESSION_PEAK = "#D55E00"
NEXT_MORNING = "#E69F00"
LOAD = "#999999"
USUAL = "#009E73"
SMOOTHED = "#CC79A7"
INK = "#000037"
"""Streamlit puts the theme's own text colour in place of this one, in light and in dark."""
DAY_MS = 86_400_000
_USUAL_TINT = "rgba(0,158,115,0.15)"
_TICKS = (
    {"dtickrange": [None, DAY_MS], "value": "%-d %b"},
    {"dtickrange": [DAY_MS, "M1"], "value": "%-d %b"},
    {"dtickrange": ["M1", None], "value": "%b %Y"},
)
_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def figure(height: int, first: dt.date, last: dt.date) -> Any:
    """An empty figure of the house on one time axis, from the first day to the last, each drawn whole."""
    import plotly.graph_objects as go

    half = dt.timedelta(hours=12)
    begin = dt.datetime.combine(first, dt.time()) - half
    end = dt.datetime.combine(last, dt.time()) + half
    drawn = go.Figure()
    drawn.update_layout(template=_template(), height=height)
    drawn.update_xaxes(range=[begin, end], tickformatstops=_TICKS)
    return drawn


def head(text: str, top: float) -> dict[str, Any]:
    """What a lane shows, above its left end; `top` is where the lane ends on the paper."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "yanchor": "bottom"}
    return {**place, "y": top + 0.004, "text": f"<b>{text}</b>", "font": {"color": INK}, "showarrow": False}


def show(drawn: Any, alt: str, key: str) -> None:
    """Draws a figure in the theme's own text and grid colours."""
    st.plotly_chart(drawn, theme="streamlit", config=_CONFIG, alt=alt, key=key)


def by_day(first: dt.date) -> dict[str, Any]:
    """The x of one value a day, without a list of dates: half of what a figure sends."""
    return {"x0": first.isoformat(), "dx": DAY_MS}


def line(name: str, first: dt.date, values: np.ndarray, colour: str, **more: Any) -> Any:
    """One value a day as a line that breaks at every gap; a value between two gaps is a dot."""
    import plotly.graph_objects as go

    stroke = {"color": colour, "width": more.pop("width", 2), "dash": more.pop("dash", "solid")}
    values = np.asarray(values, dtype=np.float32)  # drawn, never read: half the bytes
    return go.Scatter(
        name=name,
        y=values,
        mode="lines+markers",
        line=stroke,
        marker={"color": colour, "size": np.where(_alone(values), 5, more.pop("dots", 0))},
        connectgaps=False,
        hoverinfo="skip",
        **by_day(first),
        **more,
    )


def usual_band(first: dt.date, mean: np.ndarray, sd: np.ndarray, **more: Any) -> Any:
    """Mean plus or minus one sd, day by day, in pieces wherever the usual is not known."""
    pieces = []
    for begin, end in _runs(~np.isnan(mean)):
        days = range(begin, end)
        pieces.append([(first + dt.timedelta(days=i), float(mean[i]), float(sd[i])) for i in days])
    return band(pieces, **more)


def band(pieces: Sequence[Sequence[tuple[dt.date | dt.datetime, float, float]]], **more: Any) -> Any:
    """The own usual as a tint, never below 0: each piece is (x, mean, sd) from left to right."""
    import plotly.graph_objects as go

    x: list[dt.date | None] = []
    y: list[float | None] = []
    for piece in pieces:
        back = list(reversed(piece))
        x += [*(at for at, _, _ in [*piece, *back, piece[0]]), None]
        y += [mean + sd for _, mean, sd in piece]
        y += [*(max(mean - sd, 0.0) for _, mean, sd in back), sum(piece[0][1:]), None]
    look = {"line": {"color": USUAL, "width": 0.6}, "fill": "toself", "fillcolor": _USUAL_TINT}
    return go.Scatter(**({"name": "Own usual"} | more), x=x, y=y, mode="lines", hoverinfo="skip", **look)


def joined_hover(first: dt.date, said: Sequence[Sequence[str]], at: Mapping[str, float]) -> list[Any]:
    """One label a day with all that is known of it; `at` gives a height in each lane, by its y axis.

    Plotly's own joined label takes each line's nearest point, so that a day without a score would be given
    its neighbour's. Every other trace is silent; these have a point on every day, the first the words.
    """
    import plotly.graph_objects as go

    days = [f"<b>{short_day(first + dt.timedelta(days=i), dt.date.min)}</b>" for i in range(len(said))]
    text = ["<br>".join([day, *lines]) for day, lines in zip(days, said, strict=True)]
    label = {"text": text, "hovertemplate": "%{text}<extra></extra>"}
    return [
        go.Scatter(
            name="Day",
            y=np.full(len(said), y),
            mode="markers",
            marker={"size": 1, "opacity": 0},
            showlegend=False,
            yaxis=yaxis,
            **({"hoverinfo": "none"} if i else label),
            **by_day(first),
        )
        for i, (yaxis, y) in enumerate(at.items())
    ]


def _alone(values: np.ndarray) -> np.ndarray:
    """Where a known value has a gap on either side: a line alone would not show it."""
    gap = np.isnan(np.concatenate([[np.nan], values, [np.nan]]))
    return np.asarray(~gap[1:-1] & gap[:-2] & gap[2:])


def _runs(known: np.ndarray) -> list[tuple[int, int]]:
    """The runs of known values, as (first, after the last)."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(int)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


@cache
def _template() -> Any:
    import plotly.graph_objects as go

    return go.layout.Template(
        layout={
            "colorway": [PAIN_NOW, SESSION_PEAK, NEXT_MORNING, LOAD, USUAL, SMOOTHED],
            "hovermode": "x unified",
            "hoversubplots": "axis",
            "dragmode": False,
            "bargap": 0.25,
            "legend": {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom"},
            "margin": {"t": 8, "b": 8, "l": 8, "r": 8},
            "xaxis": {
                "type": "date",
                "fixedrange": True,
                "showgrid": False,
                "unifiedhovertitle": {"text": " "},  # the label says its day itself
                "nticks": 8,
                **{"showspikes": True, "spikemode": "across", "spikethickness": 1},
            },
            "yaxis": {"fixedrange": True, "zeroline": False, "showgrid": True, "tickformat": ",d"},
        }
    )
