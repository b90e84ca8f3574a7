"""How the squad keeps up what prevents: three pillars of maintenance, warm-up and cool-down."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.clinical_words import PILLARS
from teamback.record.scales import SCALES
from teamback.record.words import short_day
from teamback.rounds.exercise.kept_up import HOW_COUNTED, KeptUp
from teamback.rounds.season.maintenance import MaintenanceRow
from teamback.rounds.season.routines import COOL_DOWN, WARM_UP, Part, RoutineRow, Routines

_ROW = 35


def maintenance(rows: Sequence[MaintenanceRow], day: dt.date) -> None:
    """One row an athlete: the plan, each pillar, what is missing."""
    planned = sum(row.plan is not None for row in rows)
    st.html(f'<div class="tb-strip"><span>Maintenance plan <b>{planned}</b> of {len(rows)}</span></div>')
    columns: dict[str, Any] = {
        "Athlete": [row.athlete.known_as for row in rows],
        "Plan since": [_since(row, day) for row in rows],
        "Next check-in": [_next(row, day) for row in rows],
        "All": [_share(row.whole) for row in rows],
    }
    for pillar, word in PILLARS.items():
        columns[word] = [_pillar(row, pillar) for row in rows]
    _table(columns, len(rows), "tb-maintenance")
    st.caption(HOW_COUNTED)


def _since(row: MaintenanceRow, day: dt.date) -> str:
    return short_day(row.plan.event.day, day) if row.plan else "no plan"


def _next(row: MaintenanceRow, day: dt.date) -> str:
    on = row.plan.event.next_check_in if row.plan else None
    return short_day(on, day) if on else "–"


def _pillar(row: MaintenanceRow, pillar: str) -> str:
    return "no exercise" if pillar in row.missing else _share(row.pillars.get(pillar))


def _share(one: KeptUp | None) -> str:
    if one is None:
        return "–"
    return (
        "nothing counted yet" if one.percent is None else f"{one.percent:.0f} % ({one.done} of {one.planned})"
    )


def routines(found: Routines, day: dt.date) -> None:
    """The squad in one line each for warm-up and cool-down, then each athlete."""
    split = '<span class="tb-split"></span>'
    said = split.join(_said(names, found.whole) for names in (WARM_UP, COOL_DOWN))
    st.html(f'<div class="tb-strip">{said}</div>')
    columns: dict[str, Any] = {
        "Athlete": [row.athlete.known_as if row.athlete else "" for row in found.rows],
        "Sessions": pa.array([row.sessions for row in found.rows], pa.int64()),
    }
    config: dict[str, Any] = {}
    for names in (WARM_UP, COOL_DOWN):
        columns[names[0]] = [_done(row.parts[names[0]]) for row in found.rows]
        config[names[0]] = st.column_config.TextColumn(SCALES[names[0]].label, width=125)
        for name in names:
            minutes = [_minutes(row.parts[name]) for row in found.rows]
            columns[f"{name}_minutes"] = pa.array(minutes, pa.int64())
            head = "min" if name == names[0] else SCALES[name].label
            width = 55 if name == names[0] else 118
            config[f"{name}_minutes"] = st.column_config.NumberColumn(head, width=width)
    _table(columns, len(found.rows), "tb-routines", config)
    st.caption(
        f"Sessions from {short_day(found.first, day)} on. A session in which it was not answered is in no "
        "share; 0 minutes is not done. Minutes are those of one session in which it was done. House rule."
    )


def _said(names: tuple[str, ...], whole: RoutineRow) -> str:
    part = whole.parts[names[0]]
    share = "not known" if part.percent is None else f"{part.percent:.0f} %"
    minutes = [
        f"{SCALES[name].label.lower()} {mean:.0f} min"
        for name in names[1:]
        if (mean := whole.parts[name].mean) is not None
    ]
    of = f"done in {part.done} of {part.answered} sessions answered, {whole.sessions} in all"
    parts = f" ({escape(', '.join(minutes))})" if minutes else ""
    return f"<span>{SCALES[names[0]].label} <b>{share}</b>: {of}{parts}</span>"


def _done(part: Part) -> str:
    return (
        "not answered" if part.percent is None else f"{part.percent:.0f} % ({part.done} of {part.answered})"
    )


def _minutes(part: Part) -> int | None:
    return None if part.mean is None else round(part.mean)


def _table(columns: dict[str, Any], rows: int, key: str, config: dict[str, Any] | None = None) -> None:
    st.dataframe(
        pa.table(columns),
        hide_index=True,
        height=(rows + 1) * _ROW + 3,
        row_height=_ROW,
        placeholder="–",
        column_config={"Athlete": st.column_config.TextColumn(pinned=True, width=115), **(config or {})},
        key=key,
    )
