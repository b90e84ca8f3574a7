"""Who has a back that needs me this week?"""

import streamlit as st

from teamback import app
from teamback.reports.low_back import as_csv
from teamback.rounds.low_back.squad_low_back import squad_low_back
from teamback.ui import readiness_board
from teamback.ui.charts import show
from teamback.ui.low_back import squad_counts, squad_heatmap, squad_list

here = app.enter_squad("Low back")
told = app.once(here, squad_low_back)
if not told.rows:
    readiness_board.nobody(known=here.known_at is None)
    st.stop()
squad_list.strip(told)
for row in squad_list.first(told):
    app.links(here, row.athlete.athlete)
days = squad_heatmap.choose_days()
show(squad_heatmap.heatmap(told, days), alt=squad_heatmap.ALT, key="low_back_heatmap")
st.caption(squad_heatmap.HOW_TO_READ)
squad_counts.clocks(told)
squad_counts.flares(told)
squad_counts.triggers(told)
squad_counts.weeks(told)
squad_counts.everybody(told)
name = f"low-back-{here.squad.squad}-{here.day}.csv"
st.download_button("These rows as a file (CSV)", as_csv(told), name, "text/csv", icon=":material/download:")
