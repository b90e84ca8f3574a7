"""The script time of the cached readiness page, against an empty page in the same frame."""

import os
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.timing import Line, medians

_MAIN = Path(__file__).parents[1] / "teamback" / "main.py"
_EMPTY = """
import streamlit as st
from teamback import app
from teamback.ui import frame, view_as

frame.set_up()
store = app.open_store()
scope = view_as.choose(app.people_to_view_as(store))
page = st.navigation([st.Page(lambda: app.enter_squad("Empty"), title="Empty", default=True)])
app.admit(scope, {}, lambda: None)
page.run()
frame.foot(True)
"""


def measure(path: Path) -> list[Line]:
    """A rerun of the board whose figures are cached, beside a rerun of nothing."""
    os.environ |= {"TEAMBACK_STORE": str(path), "TEAMBACK_DEMO": "true"}
    from teamback import app

    board = AppTest.from_file(str(_MAIN), default_timeout=60)
    board.run().switch_page("../pages/squad/readiness.py").run()
    empty = AppTest.from_string(_EMPTY, default_timeout=60)
    ours, nothing = medians(15, board.run, empty.run)
    app.close_store()
    return [Line("cached rerun of the board / empty page", ours * 1e3, nothing * 1e3, "ms", "<= 4")]
