"""Whose back needs somebody this week: one entry an athlete, with every reason and its source."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from teamback.clinic.low_back.change import DEPENDS_ON_THE_START
from teamback.rounds.low_back.squad_low_back import BackRow, SquadLowBack
from teamback.ui.plain import as_typed

NOTHING = "No back of those who answered asks for a look this week."


def strip(told: SquadLowBack) -> None:
    """One line: how many need a look, how many do not, and of how many nobody knows."""
    needs = sum(row.needs for row in told.rows)
    silent = [row for row in told.rows if row.not_known and not row.needs]
    usual = len(told.rows) - needs - len(silent)
    said = [
        f"<span>To look at <b>{needs}</b></span>",
        f"<span>No score in 7 days <b>{len(silent)}</b></span>",
        f"<span>Nothing found <b>{usual}</b></span>",
        f"<span>Referral clocks running <b>{len(told.clocks)}</b></span>",
    ]
    st.html(f'<div class="tb-strip">{"".join(said)}</div>')
    if silent:
        names = ", ".join(escape(row.athlete.known_as) for row in silent)
        st.html(f'<div class="tb-overdue"><b>No score in 7 days</b> <span>{names}</span></div>')


def first(told: SquadLowBack) -> Iterator[BackRow]:
    """The athletes to look at, most urgent first; each is handed out for the links to its pages."""
    rows = [row for row in told.rows if row.needs]
    if not rows:
        st.info(NOTHING, icon=":material/info:")
    for row in rows:
        label = f"**{as_typed(row.athlete.known_as)}**  {as_typed(_headline(row))}"
        with st.expander(label, key=f"back-{row.athlete.athlete}"):
            st.html("".join(_reason(row, place) for place in range(len(row.found))))
            yield row
    if rows:
        st.caption(DEPENDS_ON_THE_START)


def _headline(row: BackRow) -> str:
    """The most urgent reason, and how many more there are."""
    more = len(row.found) - 1
    return f"{row.found[0][1].says}{f'  +{more} more' if more else ''}"


def _reason(row: BackRow, place: int) -> str:
    found = row.found[place][1]
    status = " · house rule" if found.status == "house rule" else ""
    return (
        f'<div class="tb-reason"><b>{escape(found.says)}</b><br>'
        f"<small>limit: {escape(found.threshold)} · {escape(found.source)}{status}</small></div>"
    )
