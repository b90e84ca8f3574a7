"""Monotony, strain and ACWR: descriptive figures, with what they cannot say, and no colour."""

import streamlit as st

from teamback.rounds.athlete_load import Descriptive

_CANNOT = (
    "These figures describe recent load against usual load; they do not predict injury. No value is good or "
    "bad by itself, and no rule reads the ACWR."
)


def descriptive(figures: Descriptive) -> None:
    """The figures in an expander, hidden until there are enough days of data."""
    with st.expander("Descriptive figures"):
        st.write(_CANNOT)
        if not figures.shown:
            st.write(f"Shown from {figures.days_needed} days of data on: {figures.days} so far.")
            return
        st.table(
            [
                {"Figure": name, "Last 7 days": value, "What it says": says}
                for name, value, says in _rows(figures)
            ]
        )


def _rows(figures: Descriptive) -> list[tuple[str, str, str]]:
    return [
        (
            "Monotony",
            _said(figures.monotony, ".2f"),
            "Mean daily load over its sample SD: high when the days are much alike, however hard they were. "
            "Not known without day-to-day variation.",
        ),
        (
            "Strain (AU)",
            _said(figures.strain, ",.0f"),
            f"Weekly load times monotony, {_range(figures)}. Not comparable between athletes or sports.",
        ),
        (
            "ACWR, 7 to 28 days",
            _said(figures.acwr_coupled, ".2f"),
            "Mean load of 7 days over that of the 28 which hold them. Counted in other ways it is "
            f"{_said(figures.acwr_uncoupled, '.2f')} (over the 21 days before) and "
            f"{_said(figures.acwr_ewma, '.2f')} (EWMA).",
        ),
    ]


def _range(figures: Descriptive) -> str:
    if figures.strain_before is None:
        return "to be read against own weeks only"
    low, high = figures.strain_before
    return f"own earlier weeks shown: {low:,.0f} to {high:,.0f}"


def _said(value: float | None, form: str) -> str:
    return "not known" if value is None else format(value, form)
