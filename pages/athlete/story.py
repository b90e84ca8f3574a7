"""How did it come to this: pain, sessions, load and availability of one athlete over time?"""

import datetime as dt

import streamlit as st

from teamback import app
from teamback.clinic.education import cards
from teamback.record.events import EducationRead
from teamback.record.scope import CLINICIAN
from teamback.rounds.education import read_on
from teamback.rounds.low_back.athlete_low_back import athlete_low_back
from teamback.rounds.reports_of_day import person
from teamback.rounds.return_to_sport.case_file import case_file
from teamback.rounds.since_last_report import told_to
from teamback.rounds.story import story
from teamback.ui import readiness_board
from teamback.ui.charts import show
from teamback.ui.check_ins import check_in_who
from teamback.ui.education import answer_words, education_cards
from teamback.ui.low_back import athlete_view
from teamback.ui.return_to_sport import case_header
from teamback.ui.stories import story_views
from teamback.ui.stories.story_figure import HOW_TO_READ, story_figure
from teamback.ui.stories.story_header import header
from teamback.ui.stories.story_tabs import tabs

here = app.enter_squad("Story")
myself = here.scope.athlete
rows = app.board(here).rows if myself is None else ()


def tell(athlete: int, view: str, since: dt.date | None) -> None:
    """The view that was chosen; that staff opened it is written down."""
    if view == story_views.LOW_BACK:
        told = app.once(here, athlete_low_back, athlete, since)
        if myself is None:
            app.opened("story", athlete)
        return athlete_view.draw(told, since)
    if view == story_views.EDUCATION:
        return learn(athlete)
    whole(athlete, since)


def learn(athlete: int) -> None:
    """The education cards; an athlete says which one was read."""
    read = read_on(here.store, here.scope, athlete, here.day, here.known_at)
    said = education_cards.draw(tuple(cards().values()), read, here.day, myself is not None, "story")
    if said:
        receipt = EducationRead(day=here.today, athlete=athlete, card=said)
        app.keep([receipt], here.scope, None, "Marked as read")


def whole(athlete: int, since: dt.date | None) -> None:
    """Header, figure and tabs."""
    told = app.once(here, story, athlete, since)
    if myself is None:
        app.opened("story", athlete)
    header(told, next((row.flag for row in rows if row.athlete.athlete == athlete), None))
    if here.scope.audience == CLINICIAN:
        for review in app.once(here, case_file, athlete).open_reviews:
            case_header.overrides(review, here.day)
    who = person(here.store, here.scope, athlete)
    answer_words.listed(told_to(here.store, here.scope, who, here.day, here.known_at), here.day)
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
        view, since = story_views.choose(here.day)
    if athlete is None:
        st.info("Choose an athlete to see their story.", icon=":material/info:")
    else:
        with app.saying_why():
            tell(athlete, view, since)
