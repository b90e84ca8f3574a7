"""Who needs looking at before training, and why?"""

import streamlit as st

from teamback import app

here = app.enter_squad("Readiness")
board = app.board(here)
st.write(board.flag_counts)
