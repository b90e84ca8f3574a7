"""The availability lane of the story: a bar in the row of each decision, never in a flag's colours."""

import datetime as dt
from itertools import groupby
from typing import Any

from teamback.record.words import MATCH, TRAINING
from teamback.rounds.lanes import Lanes
from teamback.ui.charts import INK

ROWS = {"out": 0, "rehab": 1, "modified": 2, "full": 3}
"""Where each decision stands; not decided has no row, and no bar."""


def bars(lanes: Lanes, yaxis: str) -> list[dict[str, Any]]:
    """A bar from each decision's first day to its last."""
    drawn, day = [], 0
    midnight = dt.datetime.combine(lanes.first, dt.time())
    for training, run in groupby(lanes.training):
        begin, day = day, day + len(list(run))
        if training in ROWS:
            drawn.append(
                {
                    **{"type": "rect", "xref": "x", "yref": yaxis, "name": TRAINING[training]},
                    "x0": midnight + dt.timedelta(days=begin - 0.5),
                    "x1": midnight + dt.timedelta(days=day - 0.5),
                    "y0": ROWS[training] - 0.32,
                    "y1": ROWS[training] + 0.32,
                    **{"fillcolor": INK, "opacity": 0.55, "line": {"width": 0}},
                }
            )
    return drawn


STAGE_ROW = -1
"""Where the stage of a case stands: in a row of its own, below the decisions."""


def stage_bands(lanes: Lanes, yaxis: str) -> list[dict[str, Any]]:
    """A band from each stage's first day to its last, with its number in it."""
    drawn, day = [], 0
    midnight = dt.datetime.combine(lanes.first, dt.time())
    for stage, run in groupby(lanes.stage):
        begin, day = day, day + len(list(run))
        if stage:
            drawn.append(
                {
                    **{"type": "rect", "xref": "x", "yref": yaxis, "name": f"Stage {stage}"},
                    "x0": midnight + dt.timedelta(days=begin - 0.5),
                    "x1": midnight + dt.timedelta(days=day - 0.5),
                    "y0": STAGE_ROW - 0.42,
                    "y1": STAGE_ROW + 0.42,
                    "fillcolor": INK if int(stage.split()[0]) % 2 else "rgba(0,0,0,0)",
                    **{"opacity": 0.18, "line": {"width": 1, "color": INK}},
                    "label": {"text": stage.split()[0], "font": {"color": INK, "size": 11}},
                }
            )
    return drawn


def day_in_words(training: str, match: str) -> str:
    """What was decided about a day, as its label says it."""
    if training == "not_decided":
        return "Availability not decided"
    return f"{TRAINING[training]}, match: {MATCH[match].lower()}"
