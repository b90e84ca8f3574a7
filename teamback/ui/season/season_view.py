"""The planned season: weeks against their bands, each athlete's weeks, rests and lighter weeks."""

import datetime as dt
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.pain_words import SEASON_PHASES
from teamback.record.words import how_many, short_day
from teamback.rounds.season.phases import PhaseRow, PlannedWeek, SeasonPlan, WeekDone
from teamback.ui.plain import as_typed
from teamback.ui.season.phase_form import band_in_words, in_words

_ROW = 35
_MEDIAN = {"Median done (AU)": st.column_config.NumberColumn(format="localized", step=1)}
_WITHIN, _OVER, _UNDER, _UNKNOWN = "within", "over", "under", "not known"


def draw(plan: SeasonPlan, day: dt.date) -> None:
    """The weeks of the squad, then each athlete's."""
    if plan.now:
        st.markdown(f"**{as_typed(in_words(plan.now, day))}**")
    elif plan.phases:
        st.info("No phase of the season lies on this day. Add it under Calendar.", icon=":material/info:")
    else:
        st.info(
            "No season phase has been planned. Add phases with their weekly load under Calendar: then each "
            "week is held against its band.",
            icon=":material/info:",
        )
    _weeks(plan, day)
    _athletes(plan, day)
    st.caption(
        "↑ over the band, ↓ under it, = within it. AU of one athlete from Monday to Sunday, up to "
        f"{short_day(plan.until, day)}; known from {plan.needed_days} known days on. A rest is a day on "
        "which one was entered: a day of which nothing is known is no rest. Lighter: at most "
        f"{100 * plan.lighter_share:.0f} % of the own usual week. House rule."
    )


def standing(week: WeekDone) -> str:
    """Where a week lies against its band."""
    if week.off is None:
        return _UNKNOWN
    return _WITHIN if week.off == 0 else _OVER if week.off > 0 else _UNDER


def _weeks(plan: SeasonPlan, day: dt.date) -> None:
    counts = [[standing(row.weeks[i]) for row in plan.rows] for i in range(len(plan.weeks))]
    banded = [
        week.phase is not None and bool(band_in_words(week.phase)) and week.last <= plan.until
        for week in plan.weeks
    ]
    columns: dict[str, Any] = {
        "Week": [_week(week, plan, day) for week in plan.weeks],
        "Phase": [_phase(week) for week in plan.weeks],
        "Planned band": [band_in_words(week.phase) if week.phase else "" for week in plan.weeks],
        "Calendar plans": [_calendar(week) for week in plan.weeks],
        "Median done (AU)": pa.array([plan.median(i) for i in range(len(plan.weeks))], pa.float64()),
    }
    for word in (_WITHIN, _OVER, _UNDER, _UNKNOWN):
        shown = [
            those.count(word) if has_band else None for those, has_band in zip(counts, banded, strict=True)
        ]
        columns[word.capitalize()] = pa.array(shown, pa.int64())
    st.dataframe(
        pa.table(columns), hide_index=True, placeholder="–", column_config=_MEDIAN, key="tb-season-weeks"
    )


def _week(week: PlannedWeek, plan: SeasonPlan, day: dt.date) -> str:
    going_on = ", going on" if week.last > plan.until else ""
    return f"{short_day(week.first, day)} to {short_day(week.last, day)}{going_on}"


def _phase(week: PlannedWeek) -> str:
    return SEASON_PHASES.get(week.phase.phase, week.phase.phase) if week.phase else "–"


def _calendar(week: PlannedWeek) -> str:
    """What the calendar plans, where every training and match of the week has a planned load."""
    if week.planned_load is not None:
        return f"{week.planned_load:,.0f} AU"
    if not week.entries:
        return "no entry"
    return f"{week.with_load} of {week.entries} entries have a load"


def _athletes(plan: SeasonPlan, day: dt.date) -> None:
    columns: dict[str, Any] = {"Athlete": [row.athlete.known_as for row in plan.rows]}
    for i, week in enumerate(plan.weeks):
        columns[short_day(week.first, day)] = [_done(row.weeks[i]) for row in plan.rows]
    whole = -2 if plan.weeks[-1].last > plan.until else -1
    columns["Rests"] = [_rests(row.weeks[whole]) for row in plan.rows]
    columns["Lighter week"] = [_since(row) for row in plan.rows]
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(alignment="right", width=86)
        for name in list(columns)[1 : 1 + len(plan.weeks)]
    }
    config["Athlete"] = st.column_config.TextColumn(pinned=True, width=115)
    config["Rests"] = st.column_config.TextColumn(width=125, help="Entered rests of the last whole week")
    config["Lighter week"] = st.column_config.TextColumn(width=165, help="The last one, before the last week")
    st.dataframe(
        pa.table(columns),
        hide_index=True,
        height=(len(plan.rows) + 1) * _ROW + 3,
        row_height=_ROW,
        column_config=config,
        key="tb-season-athletes",
    )


def _done(week: WeekDone) -> str:
    if week.load is None:
        return f"{week.known_days} d known"
    mark = {_OVER: " ↑", _UNDER: " ↓", _WITHIN: " ="}.get(standing(week), "")
    return f"{week.load:,.0f}{mark}"


def _rests(week: WeekDone) -> str:
    unknown = f", {week.unknown} d not known" if week.unknown else ""
    return f"{week.rests}{unknown}"


def _since(row: PhaseRow) -> str:
    if row.since_lighter is None:
        known = sum(week.lighter is not None for week in row.weeks)
        return f"none in {how_many(known, 'week')}" if known else "not known"
    if row.since_lighter == 0:
        return "last week"
    return f"{how_many(row.since_lighter, 'week')} before"
