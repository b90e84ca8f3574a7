"""The fields that the forms of a case are made of: nothing is preset but what is on record."""

import datetime as dt
from collections.abc import Mapping

import streamlit as st

from teamback.ui.beside import Beside


def words(
    label: str,
    options: Mapping[str, str],
    key: str,
    beside: Beside,
    field: str,
    value: str | None = None,
    width: int = 200,
) -> str | None:
    """One of a few words."""
    with st.container(width=width):
        chosen: str | None = st.selectbox(
            label,
            list(options),
            index=list(options).index(value) if value is not None and value in options else None,
            format_func=options.__getitem__,
            placeholder="Choose",
            key=key,
            filter_mode=None,
        )
        beside.field(field)
    return chosen


def line(
    label: str,
    key: str,
    beside: Beside,
    field: str,
    most: int,
    value: str | None = None,
    width: int | None = None,
) -> str | None:
    """A line of text; blanks alone are nothing."""
    with st.container(width=width or "stretch"):
        text = st.text_input(label, value=value or "", key=key, max_chars=most)
        beside.field(field)
    return text.strip() or None


def text(label: str, key: str, beside: Beside, field: str, most: int = 2000) -> str | None:
    """Several lines of text; blanks alone are nothing."""
    said = st.text_area(label, key=key, max_chars=most, height=80)
    beside.field(field)
    return said.strip() or None


def figure(
    label: str, key: str, beside: Beside, field: str, most: int, step: int, value: float | None = None
) -> float | None:
    """A whole number; empty is not known."""
    with st.container(width=210):
        number = st.number_input(
            label,
            min_value=0,
            max_value=most,
            step=step,
            value=None if value is None else int(value),
            placeholder="not known",
            key=key,
        )
        beside.field(field)
    return None if number is None else float(number)


def date(
    label: str,
    key: str,
    beside: Beside,
    field: str,
    value: dt.date | None,
    was: dt.date | None = None,
) -> dt.date | None:
    """A day."""
    with st.container(width=160):
        day = st.date_input(label, value=was or value, format="DD/MM/YYYY", key=key)
        beside.field(field)
    return day if isinstance(day, dt.date) else None
