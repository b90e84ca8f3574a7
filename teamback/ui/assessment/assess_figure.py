"""One test over time: both sides, the baselines, and what others reach."""

import datetime as dt
from typing import Any

from teamback.clinic.assessment.field_test import NOT_READ, REFERENCE_STATUS, Reference
from teamback.record.words import SIDES, short_day
from teamback.rounds.assessment.assessed import SideStanding, Standing
from teamback.ui.charts import INK, LOAD, PAIN_NOW, SESSION_PEAK, figure, head

_HEIGHT = 300
_LOOKS = {"left": (PAIN_NOW, "circle"), "right": (SESSION_PEAK, "diamond"), None: (INK, "circle")}
_TINT = "rgba(153,153,153,0.18)"
_AROUND = dt.timedelta(days=10)


def trend_figure(standing: Standing) -> Any:
    """The values of each side over the days; a grey band is what others reach."""
    days = [one.day for side in standing.sides for one in side.series]
    drawn = figure(_HEIGHT, min(days) - _AROUND, max(days) + _AROUND)
    drawn.add_traces([_line(side, standing.test.unit) for side in standing.sides if side.series])
    bands = [one.band for one in standing.references if one.band]
    for low, high in bands:
        drawn.add_hrect(y0=low, y1=high, fillcolor=_TINT, line={"color": LOAD, "width": 0.6}, layer="below")
    drawn.update_layout(
        hovermode="closest",
        margin={"t": 34},
        showlegend=len(standing.sides) > 1,
        annotations=[head(f"{standing.test.title}, {standing.test.unit}", 1.0)],
        legend={"x": 1, "xanchor": "right"},
        yaxis={"range": _range(standing, bands), "tickformat": "~g", "nticks": 6},
        xaxis={"showspikes": False},
    )
    return drawn


def reference_in_words(one: Reference, unit: str) -> str:
    """What others reach, with where it stands and how it is known."""
    side = f"{SIDES[one.side].lower()}: " if one.side else ""
    if one.low is not None and one.high is not None:
        said = f"{one.low:g} to {one.high:g} {unit}"
    else:
        said = f"{one.value:g} {unit}" + (f" ± {one.sd:g}" if one.sd is not None else "")
    drawn = "" if one.band or one.status == NOT_READ else ", no band"
    return f"{side}{said}, {one.group}{drawn} ({REFERENCE_STATUS[one.status]}: {one.source})"


def _line(side: SideStanding, unit: str) -> Any:
    import plotly.graph_objects as go

    colour, symbol = _LOOKS[side.side]
    return go.Scatter(
        name=SIDES[side.side] if side.side else "Result",
        x=[one.day for one in side.series],
        y=[one.value for one in side.series],
        mode="lines+markers",
        line={"color": colour, "width": 2, "dash": "dot" if side.side == "right" else "solid"},
        marker={
            "color": colour,
            "symbol": [f"{symbol}-open" if one.baseline else symbol for one in side.series],
            "size": [13 if one.baseline else 9 for one in side.series],
            "line": {"width": 2},
        },
        text=[_label(one.day, one.value, unit, one.pain_during, one.baseline) for one in side.series],
        hovertemplate="%{text}<extra>%{fullData.name}</extra>",
    )


def _label(day: dt.date, value: float, unit: str, pain: float | None, baseline: bool) -> str:
    felt = "" if pain is None else f", pain {pain:g}/10"
    return f"{short_day(day, dt.date.min)}: {value:g} {unit}{felt}{', baseline' if baseline else ''}"


def _range(standing: Standing, bands: list[tuple[float, float]]) -> list[float]:
    values = [one.value for side in standing.sides for one in side.series]
    values += [edge for band in bands for edge in band]
    low, high = min([0.0, *values]), max(values)
    room = 0.08 * max(high - low, 1.0)
    return [low - (room if low < 0 else 0.02 * room), high + room]
