"""The panel of one athlete's load: this week in words, days and weeks drawn, and the sessions behind them."""

import streamlit as st

from teamback.record.words import short_day
from teamback.rounds.athlete_load import AthleteLoad
from teamback.rounds.squad_load import LoadRow, SquadLoad
from teamback.ui.charts import show
from teamback.ui.loads.load_descriptive import descriptive
from teamback.ui.loads.load_figure import load_figure
from teamback.ui.loads.load_table import standing
from teamback.ui.session.session_table import session_table

USUAL, SEASON, MAINTENANCE, ROUTINES = "usual", "season", "maintenance", "routines"
_VIEWS = {
    USUAL: "Against usual",
    SEASON: "Against the season's plan",
    MAINTENANCE: "Maintenance",
    ROUTINES: "Warm-up and cool-down",
}
_ALT = "Load by day and by week; the sessions are listed below."


def choose_view() -> str:
    """Load against the own usual or the season's plan, or how prevention is kept up."""
    view: str = st.segmented_control(
        "View",
        list(_VIEWS),
        default=USUAL,
        required=True,
        format_func=_VIEWS.__getitem__,
        key="load-view",
        label_visibility="collapsed",
        wrap=True,
    )
    return view


def this_week(row: LoadRow, load: SquadLoad) -> None:
    """The last seven days against the own usual, in words."""
    week = "not known" if row.week is None else f"**{row.week:,.0f} AU**"
    said = [f"7 days to {short_day(load.week_to, load.day)}: {week}", standing(row, load.needed_days)]
    if row.usual is not None and row.usual_sd is not None:
        share = "" if row.from_usual is None else f" ({row.from_usual:+.0f} %)"
        said.append(f"usual {row.usual:,.0f} ± {row.usual_sd:,.0f}{share}")
    if row.change is not None:
        share = "" if row.change_percent is None else f" ({row.change_percent:+.0f} %)"
        said.append(f"{row.change:+,.0f} AU on the week before{share}")
    said.append(f"{row.known_days} of 7 days known, {row.rest_days} rest")
    st.markdown(" · ".join(said))


def draw(own: AthleteLoad) -> None:
    """Figure, descriptive figures and sessions."""
    show(load_figure(own), alt=_ALT, key="load_figure")
    descriptive(own.descriptive)
    session_table(own.sessions, own.day)
