"""How did it come to this: pain, sessions, load and availability of one athlete over time?"""

import datetime as dt

import streamlit as st

from teamback import app
from teamback.record.scope import CLINICIAN
from teamback.rounds.return_to_sport.case_file import case_file
from teamback.rounds.story import story
from teamback.ui import readiness_board
from teamback.ui.charts import show
from teamback.ui.check_ins import check_in_who
from teamback.ui.return_to_sport import case_header
from teamback.ui.stories.story_figure import HOW_TO_READ, story_figure
from teamback.ui.stories.story_header import header
from teamback.ui.stories.story_tabs import tabs
from teamback.ui.window import choose_window

here = app.enter_squad("Story")
myself = here.scope.athlete
rows = app.board(here).rows if myself is None else ()


def tell(athlete: int, since: dt.date | None) -> None:
    """Header, figure and tabs; that staff opened it is written down."""
    told = app.once(here, story, athlete, since)
    if myself is None:
        app.opened("story", athlete)
    header(told, next((row.flag for row in rows if row.athlete.athlete == athlete), None))
    if here.scope.audience == CLINICIAN:
        for review in app.once(here, case_file, athlete).open_reviews:
            case_header.overrides(review, here.day)
    drawn = story_figure(told.lanes.since(since), told.limits)
    show(drawn, alt="Story; its figures are listed below.", key="story_figure")
    st.caption(HOW_TO_READ)
    tabs(told)


if myself is None and not rows:
    readiness_board.nobody(known=here.known_at is None)
else:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        people = sorted((row.athlete for row in rows), key=lambda person: person.known_as)
        athlete = check_in_who.choose(people) if myself is None else myself
        since = choose_window(here.day)
    if athlete is None:
        st.info("Choose an athlete to see their story.", icon=":material/info:")
    else:
        with app.saying_why():
            tell(athlete, since)
