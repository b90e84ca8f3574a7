"""The whole squad's session in one grid: a row an athlete, nothing filled in before somebody asks for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from teamback.record.words import PARTICIPATION
from teamback.rounds.squad_sessions import CELLS, Row

_NUMBERS = ("minutes", "rpe", "pain_before", "pain_during", "pain_after")
Change = Callable[[Row], Row]


def typed(key: str, people: Sequence[Row], recorded: Mapping[int, str], with_note: bool) -> list[Row]:
    """The grid with what is typed at the moment; `people` are empty rows, `recorded` what stands already."""
    base = _base(key, people)
    st.data_editor(
        _frame(base, recorded, with_note),
        key=_editor(key),
        on_change="ignore",
        hide_index=True,
        height="content",
        placeholder="",
        alt="Session of the squad, a row an athlete",
        column_config=_COLUMNS,
        disabled=("athlete", "recorded"),
    )
    return _edited(key, base)


def change(key: str, how: Change) -> None:
    """Changes every row of the grid as typed so far: what a button fills in, seen before it is saved."""
    rows = [how(row) for row in _edited(key, st.session_state[_base_key(key)])]
    st.session_state[_base_key(key)] = rows
    st.session_state[_version(key)] = st.session_state.get(_version(key), 0) + 1


def full_where_empty(row: Row) -> Row:
    """Took part in full, unless something else was typed."""
    return replace(row, participation="full") if row.participation is None else row


def minutes_filled(minutes: float | None) -> Change:
    """These minutes for all who took part and have none."""

    def fill(row: Row) -> Row:
        return replace(row, minutes=minutes) if row.took_part and row.minutes is None else row

    return fill


def _base(key: str, people: Sequence[Row]) -> list[Row]:
    """The rows as filled by buttons, for the roster of now."""
    before = {row.athlete: row for row in st.session_state.get(_base_key(key), ())}
    rows = [before.get(row.athlete, row) for row in people]
    st.session_state[_base_key(key)] = rows
    return rows


def _edited(key: str, base: Sequence[Row]) -> list[Row]:
    edits: Mapping[int, dict[str, Any]] = st.session_state[_editor(key)]["edited_rows"]
    return [replace(row, **_cells(edits.get(n, {}))) for n, row in enumerate(base)]


def _cells(edit: Mapping[str, Any]) -> dict[str, Any]:
    cells = {name: edit[name] for name in CELLS if name in edit}
    numbers = {name: float(cells[name]) for name in _NUMBERS if cells.get(name) is not None}
    words = {name: (cells[name] or "").strip() or None for name in ("participation", "note") if name in cells}
    return cells | numbers | words


def _frame(base: Sequence[Row], recorded: Mapping[int, str], with_note: bool) -> pd.DataFrame:
    columns: dict[str, Any] = {"athlete": [row.known_as for row in base]}
    columns["participation"] = pd.Series([row.participation for row in base], dtype="object")
    for name in _NUMBERS:
        columns[name] = pd.Series([getattr(row, name) for row in base], dtype="float64")
    if with_note:
        columns["note"] = pd.Series([row.note for row in base], dtype="object")
    columns["recorded"] = [recorded.get(row.athlete, "") for row in base]
    return pd.DataFrame(columns)


def _base_key(key: str) -> str:
    return f"tb-grid-base-{key}"


def _version(key: str) -> str:
    return f"tb-grid-version-{key}"


def _editor(key: str) -> str:
    return f"tb-grid-{key}-{st.session_state.get(_version(key), 0)}"


_column = st.column_config
_COLUMNS = {
    "athlete": _column.TextColumn("Athlete", pinned=True, width=130),
    "recorded": _column.TextColumn("Recorded already", width=150),
    "participation": _column.SelectboxColumn(
        "Took part", options=list(PARTICIPATION), format_func=lambda word: PARTICIPATION[str(word)], width=95
    ),
    "minutes": _column.NumberColumn("Minutes", format="%g", width=85),
    "rpe": _column.NumberColumn("RPE (0-10)", step=1, format="%g", width=95),
    "pain_before": _column.NumberColumn("Pain before (0-10)", step=1, format="%g", width=145),
    "pain_during": _column.NumberColumn("Pain during (0-10)", step=1, format="%g", width=145),
    "pain_after": _column.NumberColumn("Pain after (0-10)", step=1, format="%g", width=140),
    "note": _column.TextColumn("Note (clinicians)", max_chars=500, width=180),
}
