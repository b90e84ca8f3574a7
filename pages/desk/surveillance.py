"""How many injuries and low-back days has the squad had, and what did they cost?"""

import streamlit as st

from teamback import app
from teamback.reports.surveillance import as_csv
from teamback.rounds.season.summary import squad_season
from teamback.ui import readiness_board
from teamback.ui.season import period, surveillance

here = app.enter_squad("Surveillance")
first = period.choose(here.day)
found = app.once(here, squad_season, first)
if not found.rows:
    readiness_board.nobody(known=here.known_at is None)
    st.stop()
surveillance.strip(found)
surveillance.unknown(found)
surveillance.rates(found)
scheme = surveillance.choose_scheme()
surveillance.severity(found, scheme)
st.markdown("**Each athlete, by name**")
surveillance.athletes(found.rows)
name = f"surveillance-{here.squad.squad}-{first}-{here.day}.csv"
st.download_button(
    "All figures with their definitions (CSV)",
    as_csv(found, scheme),
    name,
    "text/csv",
    icon=":material/download:",
)
surveillance.definitions()
