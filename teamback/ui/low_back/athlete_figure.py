"""The low back in one figure: changes made and flares, pain around each session, load; on one time axis."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np

from teamback.clinic.limits import Limits
from teamback.rounds.low_back.athlete_low_back import ChangeMade
from teamback.rounds.low_back.pain_days import PainDays
from teamback.ui.charts import (
    INK,
    NEXT_MORNING,
    PAIN_NOW,
    SESSION_PEAK,
    SMOOTHED,
    figure,
    head,
    joined_hover,
    line,
    usual_band,
)
from teamback.ui.loads import load_bars

HOW_TO_READ = (
    "Within a day from left to right: morning, before, during and after the session; the diamond is the next "
    "morning. A small mark is a score of 0, a gap is nothing entered. Own usual: mean ± sd of the mornings "
    "of the 28 days before the last 7. A flare by pain: the day's worst is 2 points above the median of the "
    "14 days before (house rule); one that was reported need not be one by pain."
)
_HEIGHT = 620
_DOMAINS = {"y": (0.77, 0.955), "y2": (0.315, 0.7), "y3": (0.06, 0.24)}
_HEADS = {"y": "Flares and changes made", "y2": "Low back pain, 0 to 10", "y3": "Load, AU a day"}
_HOURS = {"before": -3, "during": 1, "after": 5}
_LOOKS = {
    "before": ("Before", "circle-open", SESSION_PEAK),
    "during": ("During", "triangle-up", SESSION_PEAK),
    "after": ("After", "square", SESSION_PEAK),
}
_MORNING = -8
_SIZES = ((45, 9.0), (120, 6.0))
_SMALL = 4.0
_REPORTED, _BY_PAIN = 1, 0
_MANY_ROWS = 3


def athlete_figure(days: PainDays, changes: Sequence[ChangeMade], limits: Limits) -> Any:
    """Three lanes from the first day of `days` to the last."""
    last = days.first + dt.timedelta(days=len(days.morning) - 1)
    drawn = figure(_HEIGHT, days.first, last)
    shown = [made for made in changes if _until(made, last) >= days.first]
    words = [_day_in_words(days, shown, i) for i in range(len(days.morning))]
    label = joined_hover(days.first, words, {"y2": 5, "y": 0.5, "y3": 0})
    drawn.add_traces([*label, *_pain(days), *_flares(days), *_load(days)])
    drawn.update_layout(
        grid={"rows": 3, "columns": 1, "subplots": [[f"x{axis}"] for axis in _DOMAINS]},
        xaxis_anchor="y3",
        shapes=[_band(made, place, days.first, last) for place, made in enumerate(shown)],
        annotations=[head(_HEADS[axis], top) for axis, (_, top) in _DOMAINS.items()],
        **_axes(days, limits, min(len(shown), _MANY_ROWS)),
    )
    return drawn


def _pain(days: PainDays) -> list[Any]:
    size = _mark_size(len(days.morning))
    morning = line("Morning", days.first, days.morning, PAIN_NOW, dots=size / 2, yaxis="y2")
    morning.x0 = _at(days.first, _MORNING)
    week = line("7-day mean", days.first, days.week, SMOOTHED, dash="dash", yaxis="y2")
    band = usual_band(days.first, days.usual, days.usual_sd, yaxis="y2")
    marks = [
        _marks(name, days.first, getattr(days, field), colour, symbol, _HOURS[field], size)
        for field, (name, symbol, colour) in _LOOKS.items()
    ]
    following = _marks("Next morning", days.first, days.next_morning, NEXT_MORNING, "diamond", _MORNING, size)
    return [band, morning, week, *marks, following]


def _marks(
    name: str, first: dt.date, values: np.ndarray, colour: str, symbol: str, hour: float, size: float
) -> Any:
    """One mark a day at its hour; small where the score is 0."""
    import plotly.graph_objects as go

    edge = {"width": 1.8} if symbol.endswith("open") else {"color": INK, "width": 0.4}

    return go.Scatter(
        name=name,
        y=values,
        x0=_at(first, hour),
        dx=86_400_000,
        mode="markers",
        marker={
            "color": colour,
            "symbol": symbol,
            "size": np.where(values > 0, size, size / 2.2),
            "line": edge,
        },
        hoverinfo="skip",
        yaxis="y2",
    )


def _flares(days: PainDays) -> list[Any]:
    """Both kinds of flare side by side, as shapes of their own."""
    import plotly.graph_objects as go

    size = max(_mark_size(len(days.morning)), 6.0)
    rows = (
        ("Flare, reported", days.flare_reported, _REPORTED, "star"),
        ("Flare, by pain", days.flare_by_pain, _BY_PAIN, "hexagon-open"),
    )
    return [
        go.Scatter(
            name=name,
            y=np.where(flared, row, np.nan),
            x0=_at(days.first, 0),
            dx=86_400_000,
            mode="markers",
            marker={"color": INK, "symbol": symbol, "size": size + 3},
            hoverinfo="skip",
            showlegend=False,
            yaxis="y",
        )
        for name, flared, row, symbol in rows
    ]


def _load(days: PainDays) -> list[Any]:
    return load_bars.daily_bars(days.first, days.load, days.rest, "y3")


def _band(made: ChangeMade, place: int, first: dt.date, last: dt.date) -> dict[str, Any]:
    """A change made, from its first day to its last, in one of a few rows, with its number."""
    row = -1.0 - place % _MANY_ROWS
    half = dt.timedelta(hours=12)
    begin = max(
        dt.datetime.combine(made.since, dt.time()) - half, dt.datetime.combine(first, dt.time()) - half
    )
    end = dt.datetime.combine(min(_until(made, last), last), dt.time()) + half
    return {
        **{"type": "rect", "xref": "x", "yref": "y", "x0": begin, "x1": end},
        **{"y0": row - 0.4, "y1": row + 0.4, "fillcolor": INK, "opacity": 0.18},
        "line": {"width": 1, "color": INK},
        "label": {"text": str(place + 1), "font": {"color": INK, "size": 11}},
    }


def numbered(changes: Sequence[ChangeMade], first: dt.date, last: dt.date) -> list[ChangeMade]:
    """The changes that are in view, in the order of their numbers."""
    return [made for made in changes if _until(made, last) >= first]


def _until(made: ChangeMade, last: dt.date) -> dt.date:
    """Until when a change is drawn: one that was kept, and one that nobody has ended, go on."""
    return made.until if made.until and made.ended and not made.kept_for_good else last


def _axes(days: PainDays, limits: Limits, rows: int) -> dict[str, Any]:
    """Pain always 0 to 10, load from 0; so many rows for the changes made."""
    zones = [0, limits["low_back_amber"].value, limits["low_back_red"].value, 10]
    highest = float(np.nanmax(np.concatenate([[100.0], days.load])))
    axes: dict[str, dict[str, Any]] = {
        "y": {
            "range": [-rows - 0.6, 1.6],
            "tickvals": [_REPORTED, _BY_PAIN, *([-(rows + 1) / 2] if rows else [])],
            "ticktext": ["Flare, reported", "Flare, by pain", *(["Changes"] if rows else [])],
        },
        "y2": {"range": [-0.4, 10.4], "tickvals": zones},
        "y3": {"range": [0, highest * 1.05], "nticks": 4},
    }
    return {
        axis.replace("y", "yaxis"): {"domain": _DOMAINS[axis], "anchor": "x", **settings}
        for axis, settings in axes.items()
    }


def _day_in_words(days: PainDays, changes: Sequence[ChangeMade], i: int) -> list[str]:
    """All that is known of a day."""
    said = [_score("Morning", days.morning[i]) or "Morning not answered"]
    session = [_score(name, getattr(days, field)[i]) for field, (name, _, _) in _LOOKS.items()]
    said += [", ".join(part for part in session if part) or "No score around a session"]
    said += [f"7-day mean {days.week[i]:.1f}"] if days.week[i] == days.week[i] else []
    said += ["Flare, reported"] if days.flare_reported[i] else []
    said += ["Flare, by pain"] if days.flare_by_pain[i] else []
    day = days.first + dt.timedelta(days=i)
    said += [f"Change {n} begins" for n, made in enumerate(changes, 1) if made.since == day]
    return [*said, load_bars.day_in_words(days.load[i], bool(days.rest[i]))]


def _score(name: str, value: float) -> str:
    return "" if value != value else f"{name} {value:g}/10"


def _at(first: dt.date, hour: float) -> str:
    return (dt.datetime.combine(first, dt.time()) + dt.timedelta(hours=hour)).isoformat()


def _mark_size(days: int) -> float:
    """Marks shrink as the days draw together."""
    return next((size for up_to, size in _SIZES if days <= up_to), _SMALL)
