"""Who is far from their own usual load, and how did it come to that?"""

import streamlit as st

from teamback import app
from teamback.reports.load import as_csv
from teamback.rounds.athlete_load import athlete_load
from teamback.rounds.season.maintenance import squad_maintenance
from teamback.rounds.season.phases import season_plan
from teamback.rounds.season.routines import squad_routines
from teamback.rounds.squad_load import LoadRow, squad_load
from teamback.ui import readiness_board
from teamback.ui.loads import load_panel, load_table
from teamback.ui.plain import as_typed
from teamback.ui.season import adherence_view, season_view
from teamback.ui.window import choose_window

here = app.enter_squad("Load")
load = app.once(here, squad_load)


def close() -> None:
    """Leaves the panel; the next choice of the same row opens it again."""
    st.session_state.pop("load_of", None)
    st.query_params.pop("athlete", None)
    st.session_state["load_opened"] = st.session_state.get("load_opened", 0) + 1


def look(row: LoadRow) -> None:
    """The panel of one athlete: this week in words, days and weeks drawn, and the sessions behind them."""
    athlete = row.athlete.athlete
    load_panel.this_week(row, load)
    since = choose_window(here.day)
    with app.saying_why():
        load_panel.draw(app.once(here, athlete_load, athlete, since))
    app.links(here, athlete)


def roster() -> None:
    """The whole roster as a table, and as a file; a row opens its panel."""
    load_table.strip(load)
    opened = load_table.roster(load, key=f"load-{st.session_state.get('load_opened', 0)}")
    file = f"load-{here.squad.squad}-{here.day}.csv"
    st.download_button(
        "These rows as a file (CSV)", as_csv(load), file, "text/csv", icon=":material/download:"
    )
    asked = st.query_params.get("athlete", "")
    if opened is not None or asked.isdigit():
        st.session_state["load_of"] = int(asked) if opened is None else opened


if not load.rows:
    readiness_board.nobody(known=here.known_at is None)
    st.stop()
view = load_panel.choose_view()
if view == load_panel.SEASON:
    season_view.draw(app.once(here, season_plan), here.day)
    st.stop()
if view == load_panel.MAINTENANCE:
    adherence_view.maintenance(app.once(here, squad_maintenance), here.day)
    st.stop()
if view == load_panel.ROUTINES:
    adherence_view.routines(app.once(here, squad_routines), here.day)
    st.stop()
roster()
for row in load.rows:
    if row.athlete.athlete == st.session_state.get("load_of"):
        st.query_params["athlete"] = str(row.athlete.athlete)
        name = as_typed(row.athlete.known_as)
        st.dialog(name, position="right", width=980, on_dismiss=close)(look)(row)
