"""One athlete's load in one figure: each day with its smoothed lines, and each week against the own usual."""

import datetime as dt
from typing import Any

import numpy as np

from teamback.record.words import short_day
from teamback.rounds.athlete_load import AthleteLoad, Weeks
from teamback.ui.charts import INK, LOAD, SMOOTHED, band, figure, head, joined_hover, line
from teamback.ui.loads.load_bars import daily_bars, day_in_words

_HEIGHT = 560
_DAYS, _WEEKS = (0.56, 0.95), (0.06, 0.42)


def load_figure(load: AthleteLoad) -> Any:
    """Days above, weeks below, on one time axis; both from 0."""
    week_before = [last - dt.timedelta(days=6) for last in load.weeks.last_days[:1]]
    drawn = figure(_HEIGHT, min([load.days.first, *week_before]), load.day)
    drawn.add_traces(
        [*joined_hover(load.days.first, _labels(load), {"y": 0, "y2": 0}), *_days(load), *_weeks(load.weeks)]
    )
    drawn.update_layout(
        grid={"rows": 2, "columns": 1, "subplots": [["xy"], ["xy2"]]},
        xaxis_anchor="y2",
        yaxis={"domain": _DAYS, "anchor": "x", "range": [0, _top(load.days.load)], "nticks": 5},
        yaxis2={"domain": _WEEKS, "anchor": "x", "range": [0, _week_top(load.weeks)], "nticks": 5},
        annotations=[head("Each day, AU", _DAYS[1]), head("Each week against own usual, AU", _WEEKS[1])],
    )
    return drawn


def _days(load: AthleteLoad) -> list[Any]:
    days = load.days
    fast = line("EWMA 7 days", days.first, days.ewma_7, SMOOTHED)
    slow = line("EWMA 28 days", days.first, days.ewma_28, INK, dash="dash")
    return [*daily_bars(days.first, days.load, days.rest), fast, slow]


def _weeks(weeks: Weeks) -> list[Any]:
    """A bar a week, as wide as its seven days, in front of the band of the own usual at that week."""
    import plotly.graph_objects as go

    middles = [day - dt.timedelta(days=3) for day in weeks.last_days]
    bars = go.Bar(
        name="Load, week",
        x=middles,
        y=weeks.total,
        width=6.2 * 86_400_000,
        marker={"color": LOAD, "opacity": 0.75, "line": {"width": 0}},
        hoverinfo="skip",
        yaxis="y2",
    )
    return [bars, band(_usual(weeks), name="Own usual week", yaxis="y2")]


def _usual(weeks: Weeks) -> list[list[tuple[dt.datetime, float, float]]]:
    """The own usual of each week, drawn over its seven days."""
    pieces = []
    for last, mean, sd in zip(weeks.last_days, weeks.usual, weeks.usual_sd, strict=True):
        if mean == mean:
            end = dt.datetime.combine(last, dt.time(12))
            pieces.append([(at, float(mean), float(sd)) for at in (end - dt.timedelta(days=7), end)])
    return pieces


def _labels(load: AthleteLoad) -> list[list[str]]:
    """Each day in words, with the week it belongs to."""
    days, weeks = load.days, load.weeks
    week_of = {
        last - dt.timedelta(days=back): _week_in_words(weeks, i)
        for i, last in enumerate(weeks.last_days)
        for back in range(7)
    }
    labels = []
    for i, (fast, slow) in enumerate(zip(days.ewma_7, days.ewma_28, strict=True)):
        said = [day_in_words(days.load[i], days.rest[i])]
        if fast == fast:
            said.append(f"EWMA 7 days {fast:,.0f}, 28 days {slow:,.0f} AU a day")
        week = week_of.get(days.first + dt.timedelta(days=i))
        labels.append([*said, week] if week else said)
    return labels


def _week_in_words(weeks: Weeks, i: int) -> str:
    to = short_day(weeks.last_days[i])
    if weeks.total[i] != weeks.total[i]:
        return f"Week to {to}: not known ({weeks.known_days[i]} of 7 days)"
    usual = "usual not known"
    if weeks.usual[i] == weeks.usual[i]:
        usual = f"usual {weeks.usual[i]:,.0f} ± {weeks.usual_sd[i]:,.0f}"
    return f"Week to {to}: {weeks.total[i]:,.0f} AU, {usual}"


def _top(values: np.ndarray) -> float:
    return 1.08 * float(np.nanmax(np.concatenate([[100.0], values])))


def _week_top(weeks: Weeks) -> float:
    return _top(np.concatenate([weeks.total, weeks.usual + weeks.usual_sd]))
