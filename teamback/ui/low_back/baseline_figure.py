"""Three trend lines, each against the athlete's own baseline: pain, movement tests, confidence."""

import datetime as dt
from typing import Any

from teamback.rounds.low_back.against_baseline import Baseline
from teamback.ui.charts import INK, PAIN_NOW, SMOOTHED, USUAL, figure, head

HOW_TO_READ = (
    "Dashed: the baseline. Pain: mean of each week's mornings against the 28 days up to the baseline tests "
    "(without such, the first 28 days). Tests: the mean of all that have a baseline, in percent of it. "
    "Confidence: the mean over the movements scored, against the first day with a score."
)
_HEIGHT = 380
_DOMAINS = {"y": (0.75, 0.94), "y2": (0.41, 0.62), "y3": (0.06, 0.28)}
_HEADS = {"y": "Pain, 0 to 10", "y2": "Movement tests, % of baseline", "y3": "Confidence, 0 to 10"}
_COLOURS = {"y": PAIN_NOW, "y2": USUAL, "y3": SMOOTHED}


def baseline_figure(
    pain: Baseline, tests: Baseline, confidence: Baseline, first: dt.date, last: dt.date
) -> Any:
    """The three lines from a first day to a last."""
    lines = dict(zip(_DOMAINS, (pain, tests, confidence), strict=True))
    drawn = figure(_HEIGHT, first, last)
    for axis, found in lines.items():
        drawn.add_traces(_line(found, axis, first, last))
    most = max([120.0, *(value for _, value, _ in tests.points)])
    drawn.update_layout(
        grid={"rows": 3, "columns": 1, "subplots": [[f"x{axis}"] for axis in _DOMAINS]},
        xaxis_anchor="y3",
        showlegend=False,
        annotations=[head(_HEADS[axis], top) for axis, (_, top) in _DOMAINS.items()],
        yaxis={"domain": _DOMAINS["y"], "anchor": "x", "range": [-0.4, 10.4], "tickvals": [0, 5, 10]},
        yaxis2={"domain": _DOMAINS["y2"], "anchor": "x", "range": [0, most * 1.05], "tickvals": [0, 50, 100]},
        yaxis3={"domain": _DOMAINS["y3"], "anchor": "x", "range": [-0.4, 10.4], "tickvals": [0, 5, 10]},
    )
    return drawn


def _line(found: Baseline, axis: str, first: dt.date, last: dt.date) -> list[Any]:
    import plotly.graph_objects as go

    points = [(day, value, n) for day, value, n in found.points if day >= first]
    trace = go.Scatter(
        x=[day for day, _, _ in points],
        y=[value for _, value, _ in points],
        text=[f"{value:.1f} (n = {n})" for _, value, n in points],
        mode="lines+markers",
        line={"color": _COLOURS[axis], "width": 2},
        marker={"size": 5},
        hovertemplate="%{text}<extra></extra>",
        yaxis=axis,
    )
    if found.began is None:
        return [trace]
    baseline = go.Scatter(
        x=[first, last],
        y=[found.began, found.began],
        mode="lines",
        line={"color": INK, "width": 1, "dash": "dash"},
        hoverinfo="skip",
        yaxis=axis,
    )
    return [baseline, trace]
