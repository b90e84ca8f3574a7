"""The roster's mornings as a heatmap: an athlete a row, a day a column, a gap where nobody answered."""

import datetime as dt
from typing import Any

import numpy as np
import streamlit as st

from teamback.record.words import short_day
from teamback.rounds.low_back.squad_low_back import SHOWN, SquadLowBack
from teamback.ui.charts import INK, PAIN_NOW, figure

ALT = "Morning low back pain of each athlete on each day; the same scores stand in the table below."
HOW_TO_READ = (
    "Low back pain of the morning, 0 to 10: the stronger the colour, the more. A small dot is a score of 0, "
    "an empty cell a day without a score. The order is that of the list."
)
_CHOICES = {28: "28 days", SHOWN: f"{SHOWN} days"}
_ROW, _EDGE = 22, 70
_LIGHTEST = 0.16


def choose_days() -> int:
    """How far back the heatmap looks."""
    return int(
        st.segmented_control(
            "Look back",
            list(_CHOICES),
            default=28,
            format_func=_CHOICES.__getitem__,
            required=True,
            key="low_back_days",
        )
    )


def heatmap(told: SquadLowBack, days: int) -> Any:
    """The last so many days of the roster."""
    import plotly.graph_objects as go

    first = told.day - dt.timedelta(days=days - 1)
    names = [row.athlete.known_as for row in told.rows]
    scores = np.stack([row.mornings[-days:] for row in told.rows])
    drawn = figure(_EDGE + _ROW * len(names), first, told.day)
    dates = [first + dt.timedelta(days=i) for i in range(days)]
    drawn.add_trace(
        go.Heatmap(
            z=np.where(scores > 0, scores, np.nan),
            x=dates,
            y=list(range(len(names))),
            zmin=0,
            zmax=10,
            colorscale=_scale(),
            colorbar={"title": {"text": "/10", "font": {"color": INK}}, "thickness": 10, "nticks": 6},
            hoverongaps=False,
            xgap=1,
            ygap=1,
            customdata=[[short_day(day, told.day) for day in dates]] * len(names),
            text=[[name] * days for name in names],
            hovertemplate="<b>%{text}</b> %{customdata}<br>%{z:g}/10<extra></extra>",
        )
    )
    row, column = np.nonzero(scores == 0)
    drawn.add_trace(
        go.Scatter(
            x=[dates[i] for i in column],
            y=row,
            mode="markers",
            marker={"size": 3, "color": INK, "opacity": 0.45},
            text=[
                f"<b>{names[r]}</b> {short_day(dates[c], told.day)}" for r, c in zip(row, column, strict=True)
            ],
            hovertemplate="%{text}<br>0/10<extra></extra>",
            showlegend=False,
        )
    )
    drawn.update_layout(hovermode="closest", xaxis={"showspikes": False, "side": "top"})
    drawn.update_yaxes(
        tickvals=list(range(len(names))), ticktext=names, range=[len(names) - 0.5, -0.5], showgrid=False
    )
    return drawn


def _scale() -> list[list[Any]]:
    """The colour of morning pain, from a tint to the whole."""
    red, green, blue = (int(PAIN_NOW[i : i + 2], 16) for i in (1, 3, 5))
    return [
        [0, f"rgba({red},{green},{blue},{_LIGHTEST})"],
        [0.5, f"rgba({red},{green},{blue},0.65)"],
        [1, f"rgba({red},{green},{blue},1)"],
    ]
