"""The pain journal of one site: points in time, and the worst of each day as a line that breaks at gaps."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np

from teamback.rounds.low_back.pain_journal import JournalEntry
from teamback.ui.charts import INK, PAIN_NOW, figure, line

HOW_TO_READ = "A point is an entry; the line joins the worst of each day and breaks where none was written."
_HEIGHT = 260
_MANY = 400
_NOON = dt.time(12)


def journal_figure(entries: Sequence[JournalEntry], first: dt.date, last: dt.date) -> Any:
    """Every entry with a score from a first day to a last."""
    import plotly.graph_objects as go

    scored = [(_moment(entry), entry.pain) for entry in entries if entry.pain is not None]
    drawn = figure(_HEIGHT, first, last)
    many = len(scored) > _MANY
    worst = line("Worst of the day", first, _worst(entries, first, last), PAIN_NOW, width=1.5)
    worst.x0 = dt.datetime.combine(first, _NOON).isoformat()
    points = go.Scatter(
        name="Entry",
        x=[at for at, _ in scored],
        y=[pain for _, pain in scored],
        mode="markers",
        marker={
            "color": PAIN_NOW,
            "size": 3 if many else 7,
            "line": {"color": INK, "width": 0.2 if many else 0.5},
        },
        hovertemplate="%{x|%a %-d %b %Y %H:%M}: %{y:g}/10<extra></extra>",
    )
    drawn.add_traces([worst, points])
    drawn.update_layout(hovermode="closest", yaxis={"range": [-0.4, 10.4], "tickvals": [0, 3, 5, 10]})
    return drawn


def _worst(entries: Sequence[JournalEntry], first: dt.date, last: dt.date) -> np.ndarray:
    found = np.full((last - first).days + 1, np.nan)
    for entry in entries:
        place = (entry.day - first).days
        if entry.pain is not None and 0 <= place < len(found):
            found[place] = np.fmax(found[place], entry.pain)
    return found


def _moment(entry: JournalEntry) -> dt.datetime:
    """When it began; noon of its day where only the day was said."""
    return entry.at or dt.datetime.combine(entry.day, _NOON)
