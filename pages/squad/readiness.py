"""Who needs looking at before training, and why?"""

import streamlit as st

from teamback import app
from teamback.clinic.availability import missing
from teamback.record.events import Availability
from teamback.reports.readiness import as_csv
from teamback.rounds.board import BoardRow
from teamback.ui import availability_form, readiness_board, why_panel
from teamback.ui.plain import as_typed

here = app.enter_squad("Readiness")
board = app.board(here)


def close() -> None:
    """Leaves the panel; the next choice of the same row opens it again."""
    st.session_state.pop("looking_at", None)
    st.session_state["opened"] = st.session_state.get("opened", 0) + 1


def look(row: BoardRow) -> None:
    """The panel of one athlete: why, where to go from here, and the decision."""
    athlete = row.athlete.athlete
    app.opened("readiness", athlete)
    why_panel.why(row, board)
    app.links(here, athlete)
    if here.is_today and here.known_at is None and here.scope.decides_availability():
        decide(athlete, row.decision.event if row.decision else None)


def decide(athlete: int, now: Availability | None) -> None:
    """The form of a decision, saved only when nothing speaks against it."""
    with st.expander("Set availability", key=f"deciding-{athlete}"):
        typed = availability_form.ask(athlete, now, here.today)
        seen = app.seen(f"availability-{athlete}", here)
        if availability_form.save(missing(typed, here.scope, here.today), key=f"save-{athlete}"):
            with app.saying_why():
                app.keep([typed], here.scope, seen=seen, saying="Decision saved")


if not board.rows:
    readiness_board.nobody(known=here.known_at is None)
    st.stop()
readiness_board.day_line(board)
readiness_board.counts(board)
readiness_board.overdue(board)
rows, _ = readiness_board.choose_rows(board)
opened = readiness_board.draw(rows, f"board-{st.session_state.get('opened', 0)}")
name = f"readiness-{here.squad.squad}-{here.day}.csv"
st.download_button("These rows as a file (CSV)", as_csv(board), name, "text/csv", icon=":material/download:")
if opened is not None:
    st.session_state["looking_at"] = opened
for row in board.rows:
    if row.athlete.athlete == st.session_state.get("looking_at"):
        name = as_typed(row.athlete.known_as)
        st.dialog(name, position="right", width="medium", on_dismiss=close)(look)(row)
