"""The course of a case as a picture: the stages it went through, against the least time they take."""

import datetime as dt
from textwrap import wrap
from typing import Any

from teamback.clinic.return_to_sport.pathway import Pathway
from teamback.record.clinical_words import STAGE_DECISIONS
from teamback.record.words import short_day
from teamback.rounds.cases import CaseNow
from teamback.ui.charts import INK, LOAD, PAIN_NOW, figure

HOW_TO_READ = (
    "Blue: the stages as they were decided; a cross marks an override. Dashed: the same way in the least "
    "days that each stage takes (house rules)."
)


def course_figure(case: CaseNow, pathway: Pathway, day: dt.date) -> Any:
    """Steps over time: actual until the day in view (or the closing), planned from the entry stage on."""
    import plotly.graph_objects as go

    planned, actual = planned_steps(case, pathway), actual_steps(case, day)
    last = max([day, planned[-1][0]])
    drawn = figure(90 + 38 * len(pathway.stages), case.began, last)
    drawn.add_traces(
        [_steps("Least days", planned, LOAD, "dash"), _steps("Actual", actual, PAIN_NOW, "solid")]
    )
    changes = [c.event for c in case.changes]
    drawn.add_trace(
        go.Scatter(
            name="Decisions",
            x=[event.day for event in changes],
            y=[event.to_stage for event in changes],
            mode="markers",
            marker={
                "color": INK,
                "size": 9,
                "symbol": ["x" if event.override else "circle" for event in changes],
            },
            text=[
                f"{short_day(event.day, day)}: {STAGE_DECISIONS[event.decision].lower()}, {event.stage_name}"
                f"{', override' if event.override else ''}"
                for event in changes
            ],
            hovertemplate="%{text}<extra></extra>",
            showlegend=False,
        )
    )
    names = {stage.number: "<br>".join(wrap(f"{stage.number} {stage.name}", 20)) for stage in pathway.stages}
    drawn.update_xaxes(nticks=5, tickangle=0)
    drawn.update_layout(hovermode="closest", margin={"t": 30, "l": 8})
    drawn.update_yaxes(
        range=[-0.5, len(names) - 0.5], tickvals=list(names), ticktext=list(names.values()), automargin=True
    )
    return drawn


def planned_steps(case: CaseNow, pathway: Pathway) -> list[tuple[dt.date, int]]:
    """When each stage would begin in the least days: from the stage that the case entered."""
    day = case.began
    steps = []
    entered = case.changes[0].event.to_stage if case.changes else 0
    for stage in pathway.stages[entered:]:
        steps.append((day, stage.number))
        day += dt.timedelta(days=stage.min_days)
    return [*steps, (day, pathway.last.number)]


def actual_steps(case: CaseNow, day: dt.date) -> list[tuple[dt.date, int]]:
    """Each change of the stage, up to the day in view or the day of the closing."""
    end = min(day, case.closed.event.day) if case.closed else day
    steps = [(change.event.day, change.event.to_stage) for change in case.changes]
    return [*steps, (end, case.stage)]


def _steps(name: str, steps: list[tuple[dt.date, int]], colour: str, dash: str) -> Any:
    import plotly.graph_objects as go

    look = {"color": colour, "width": 3 if dash == "solid" else 2, "dash": dash, "shape": "hv"}
    days, stages = [day for day, _ in steps], [stage for _, stage in steps]
    return go.Scatter(name=name, x=days, y=stages, mode="lines", line=look, hoverinfo="skip")
