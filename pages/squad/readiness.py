"""Who needs looking at before training, and why?"""

import streamlit as st

from teamback import app
from teamback.clinic.education import called_for
from teamback.record.flag import INFO
from teamback.reports.readiness import as_csv
from teamback.rounds.board import BoardRow
from teamback.rounds.education import read_on
from teamback.rounds.reports_of_day import person
from teamback.rounds.since_last_report import to_be_answered
from teamback.ui import availability_form, drawer, readiness_board, why_panel
from teamback.ui.education import answer_words, education_cards

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
            form = app.form(here, f"availability-{athlete}")
            now = row.decision.event if row.decision else None
            availability_form.decide(form, athlete, now, here.scope, row.red_flag_open)
        who = person(here.store, here.scope, athlete)
        report = to_be_answered(here.store, here.scope, who, here.day)
        answer_words.answer(app.form(here, f"answer-{athlete}"), athlete, report)
    learn(row)


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
