"""How did it come to this: pain, sessions, load and availability of one athlete over time?"""

import datetime as dt

import streamlit as st

from teamback import app
from teamback.rounds.story import story
from teamback.ui import check_in_who
from teamback.ui.charts import show
from teamback.ui.story_figure import HOW_TO_READ, story_figure
from teamback.ui.story_header import header
from teamback.ui.story_tabs import tabs
from teamback.ui.window import choose_window

here = app.enter_squad("Story")
board = app.board(here)
myself = here.scope.athlete


def tell(athlete: int, since: dt.date | None) -> None:
    """Header, figure and tabs; that staff opened it is written down."""
    told = app.once(here, story, athlete, since)
    if myself is None:
        app.opened("story", athlete)
    row = next(row for row in board.rows if row.athlete.athlete == athlete)
    header(told, row, to_staff=myself is None)
    lanes = told.lanes.since(since) if since else told.lanes
    show(story_figure(lanes, told.limits), alt="Story; its figures are listed below.", key="story_figure")
    st.caption(HOW_TO_READ)
    tabs(told)


with st.container(horizontal=True, vertical_alignment="bottom"):
    people = sorted((row.athlete for row in board.rows), key=lambda person: person.known_as)
    chosen = check_in_who.choose(people) if myself is None else myself
    first = choose_window(here.day)
if chosen is None:
    st.info("Choose an athlete to see their story.", icon=":material/info:")
else:
    with app.saying_why():
        tell(chosen, first)
