"""Who needs looking at before training, and why?"""

import streamlit as st

from teamback import app
from teamback.clinic.answers import refusals
from teamback.clinic.availability import missing
from teamback.clinic.education import called_for
from teamback.record.events import Availability
from teamback.record.flag import INFO
from teamback.reports.readiness import as_csv
from teamback.rounds.board import BoardRow
from teamback.rounds.education import read_on
from teamback.rounds.reports_of_day import person
from teamback.rounds.since_last_report import to_be_answered
from teamback.ui import availability_form, drawer, readiness_board, why_panel
from teamback.ui.education import answer_words, education_cards
from teamback.ui.form import Form
from teamback.ui.save_bar import save_when_whole

here = app.enter_squad("Readiness")
board = app.board(here)
saved, _ = app.just_kept() or (0, "")


def look(row: BoardRow) -> None:
    """The panel of one athlete: why, where to go from here, and the decision."""
    athlete = row.athlete.athlete
    app.opened("readiness", athlete)
    why_panel.why(row, board)
    app.links(here, athlete)
    if here.is_today and here.known_at is None:
        if here.scope.decides_availability():
            now = row.decision.event if row.decision else None
            decide(app.form(here, f"availability-{athlete}"), athlete, now, row.red_flag_open)
        answer(app.form(here, f"answer-{athlete}"), athlete)
    learn(row)


def decide(form: Form, athlete: int, now: Availability | None, red_flag_open: bool) -> None:
    """The form of a decision, saved only when nothing speaks against it."""
    with st.expander("Set availability", key=f"deciding-{athlete}"):
        form.say_who_was_first()
        typed = availability_form.ask(athlete, now, here.today)
        lacking = missing(typed, here.scope, here.today, red_flag_open)
        if save_when_whole("Save decision", lacking, f"save-{athlete}"):
            form.keep([typed], "Decision saved")


def answer(form: Form, athlete: int) -> None:
    """One line to the athlete: what changes because of the last report."""
    with st.expander("Answer the athlete's report", key=f"answering-{athlete}"):
        who = person(here.store, here.scope, athlete)
        report = to_be_answered(here.store, here.scope, who, here.day)
        if report is None:
            return answer_words.nothing_to_answer()
        form.say_who_was_first()
        typed = answer_words.ask(report, here.today)
        if save_when_whole("Tell the athlete", refusals(typed, here.today), f"tell-{athlete}"):
            form.keep([typed], "The athlete will read it")


def learn(row: BoardRow) -> None:
    """The education cards that the rules behind the colour call for, and which the athlete has read."""
    if found := called_for([reason.rule for reason in row.flag.reasons if reason.level != INFO]):
        st.markdown("**Education for the athlete**")
        read = read_on(here.store, here.scope, row.athlete.athlete, here.day, here.known_at)
        education_cards.draw(found, read, here.day, False, "why")


if not board.rows:
    readiness_board.nobody(known=here.known_at is None)
    st.stop()
readiness_board.day_line(board)
readiness_board.counts(board)
readiness_board.overdue(board)
rows = readiness_board.choose_rows(board)
opened = readiness_board.draw(rows, drawer.key("readiness", saved))
name = f"readiness-{here.squad.squad}-{here.day}.csv"
st.download_button("These rows as a file (CSV)", as_csv(board), name, "text/csv", icon=":material/download:")
chosen = drawer.what_is_open("readiness", saved, opened)
for row in board.rows:
    if row.athlete.athlete == chosen:
        drawer.draw("readiness", row.athlete.known_as, look, row)
