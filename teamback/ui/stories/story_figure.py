"""The story in one figure: availability, back pain, load and wellness, stacked on one time axis."""

import datetime as dt
from typing import Any

import numpy as np

from teamback.clinic.limits import Limits
from teamback.record.words import TRAINING
from teamback.rounds.lanes import Lanes
from teamback.ui.charts import INK, SMOOTHED, figure, head, joined_hover, line, usual_band
from teamback.ui.loads import load_bars
from teamback.ui.stories import story_decisions
from teamback.ui.stories.story_pain import pain_in_words, pain_lane

HOW_TO_READ = (
    "A large diamond: the morning after a session lies above where that session started. A gap: nothing was "
    "entered. Own usual: mean ± sd, of 28 days for wellness, of four weeks (a day's share) for load."
)
_HEIGHT = 660
_LABEL_AT = {"y2": 7.5, "y": 1.5, "y3": 0, "y4": 15}
_DOMAINS = {"y": (0.85, 0.965), "y2": (0.575, 0.795), "y3": (0.31, 0.52), "y4": (0.05, 0.25)}
_HEADS = {
    "y": "Availability for training",
    "y2": "Low back pain, 0 to 10",
    "y3": "Load, AU a day",
    "y4": "Wellness, 5 to 25",
}


def story_figure(lanes: Lanes, limits: Limits) -> Any:
    """The four lanes from the first day of `lanes` to the last."""
    drawn = figure(_HEIGHT, lanes.first, lanes.first + dt.timedelta(days=len(lanes.pain) - 1))
    pain = pain_lane(lanes, limits, "y2")
    days = [_day_in_words(lanes, i) for i in range(len(lanes.pain))]
    label = joined_hover(lanes.first, days, _LABEL_AT)
    drawn.add_traces([*label, *pain, *_load(lanes), *_wellness(lanes)])
    drawn.update_layout(
        grid={"rows": 4, "columns": 1, "subplots": [[f"x{axis}"] for axis in _DOMAINS]},
        xaxis_anchor="y4",
        shapes=[*story_decisions.bars(lanes, "y"), *story_decisions.stage_bands(lanes, "y")],
        annotations=[head(_HEADS[axis], top) for axis, (_, top) in _DOMAINS.items()],
        **_axes(lanes, limits),
    )
    return drawn


def _axes(lanes: Lanes, limits: Limits) -> dict[str, Any]:
    """Pain always 0 to 10, wellness 5 to 25, load from 0."""
    zones = [0, limits["low_back_amber"].value, limits["low_back_red"].value, 10]
    highest = np.nanmax(np.concatenate([[100.0], lanes.load, lanes.load_usual + lanes.load_sd]))
    words = {row: TRAINING[word] for word, row in story_decisions.ROWS.items()}
    if any(lanes.stage):
        words[story_decisions.STAGE_ROW] = "Stage"
    axes: dict[str, dict[str, Any]] = {
        "y": {
            "range": [min(words) - 0.6, 3.6],
            "tickvals": list(words),
            "ticktext": list(words.values()),
        },
        "y2": {"range": [-0.4, 10.4], "tickvals": zones},
        "y3": {"range": [0, float(highest) * 1.05], "nticks": 4},
        "y4": {"range": [4.5, 25.5], "tickvals": [5, 10, 15, 20, 25]},
    }
    return {
        axis.replace("y", "yaxis"): {"domain": _DOMAINS[axis], "anchor": "x", **settings}
        for axis, settings in axes.items()
    }


def _load(lanes: Lanes) -> list[Any]:
    mean = line("7-day mean", lanes.first, lanes.week_mean, SMOOTHED, yaxis="y3")
    band = usual_band(lanes.first, lanes.load_usual, lanes.load_sd, yaxis="y3")
    return [*load_bars.daily_bars(lanes.first, lanes.load, lanes.rest, "y3"), band, mean]


def _wellness(lanes: Lanes) -> list[Any]:
    total = line("Wellness", lanes.first, lanes.wellness, INK, yaxis="y4")
    explained = not np.isnan(lanes.load_usual).all()  # one entry in the legend serves both bands
    usual = (lanes.wellness_usual, lanes.wellness_sd)
    band = usual_band(lanes.first, *usual, yaxis="y4", showlegend=not explained)
    return [band, total]


def _day_in_words(lanes: Lanes, i: int) -> list[str]:
    """All that is known of a day, lane by lane from the top."""
    load = load_bars.day_in_words(lanes.load[i], lanes.rest[i])
    load += _said(" (7-day mean {:,.0f})", lanes.week_mean[i])
    load += _said(", usual {:,.0f} ± {:,.0f}", lanes.load_usual[i], lanes.load_sd[i])
    wellness = _said("Wellness {:g}", lanes.wellness[i]) or "Wellness not known"
    wellness += _said(", usual {:.1f} ± {:.1f}", lanes.wellness_usual[i], lanes.wellness_sd[i])
    decided = story_decisions.day_in_words(lanes.training[i], lanes.match[i])
    stage = [f"Stage {lanes.stage[i]}"] if lanes.stage and lanes.stage[i] else []
    return [decided, *stage, *pain_in_words(lanes, i), load, wellness]


def _said(words: str, *values: float) -> str:
    """The words with their figures; nothing where the figure is not known."""
    return "" if values[0] != values[0] else words.format(*values)
