"""The pain lane of the story: each morning, the worst of each session, and the morning after it."""

from typing import Any

import numpy as np

from teamback.clinic.limits import Limits
from teamback.rounds.lanes import Lanes
from teamback.ui.charts import INK, NEXT_MORNING, PAIN_NOW, SESSION_PEAK, by_day, line

_SIZES = ((45, 9.0), (120, 7.0))
_SMALL = 4.0


def pain_lane(lanes: Lanes, limits: Limits, yaxis: str) -> list[Any]:
    """Mornings as a line; peaks and next mornings as marks, large where the morning lies above the start."""
    size = _mark_size(len(lanes.pain))
    now = line("Pain now, morning", lanes.first, lanes.pain, PAIN_NOW, dots=size / 2, yaxis=yaxis)
    now.legendrank = 1
    risen = lanes.rise >= limits["response_rise_amber"].value
    after = _marks("Next morning", lanes, lanes.next_morning, NEXT_MORNING, "diamond", yaxis)
    after.marker.size = np.where(risen, size * 1.4, size * 0.7)
    peak = _marks("Session peak", lanes, lanes.peak, SESSION_PEAK, "triangle-up", yaxis)
    return [peak, after, now]  # the line lies over the marks: a season at 0 stays a line


def pain_in_words(lanes: Lanes, i: int) -> list[str]:
    """A day's pain as its label says it: the morning, what follows a session, and the worst of a session."""
    morning, rise, peak = lanes.pain[i], lanes.rise[i], lanes.peak[i]
    said = ["Pain now not answered" if morning != morning else f"Pain now {morning:g}/10"]
    if rise == rise:
        said[0] += f" ({rise:+g} since the session before)" if rise else " (as before the session)"
    if peak == peak:
        said.append(f"Session peak {peak:g}/10")
    return said


def _marks(name: str, lanes: Lanes, values: np.ndarray, colour: str, symbol: str, yaxis: str) -> Any:
    """One mark a day, edged in the text's colour: the shape says what the colour says."""
    import plotly.graph_objects as go

    size = _mark_size(len(values))
    edge = {"color": INK, "width": 0.6 if size > _SMALL else 0.3}
    return go.Scatter(
        name=name,
        y=values,
        mode="markers",
        marker={"color": colour, "symbol": symbol, "size": size, "line": edge},
        hoverinfo="skip",
        yaxis=yaxis,
        **by_day(lanes.first),
    )


def _mark_size(days: int) -> float:
    """Marks shrink as the days draw together, so that a year does not become one dark stripe."""
    return next((size for up_to, size in _SIZES if days <= up_to), _SMALL)
