"""Which case of an athlete is in view: from the address, the last choice, or the newest open one."""

from collections.abc import Sequence

import streamlit as st

from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_file import CaseFile
from teamback.ui.frame import asked_anew, tell
from teamback.ui.plain import as_typed
from teamback.ui.return_to_sport.case_header import title


def choose(file: CaseFile) -> CaseNow | None:
    """The case; closed ones stay in the list, below the open ones."""
    cases: Sequence[CaseNow] = file.cases
    numbers = {case.number: case for case in cases}
    key = f"case-{file.person.athlete}"
    if (asked := asked_anew("case")) and asked.isdigit() and int(asked) in numbers:
        st.session_state[key] = int(asked)
    if not numbers:
        return None
    if st.session_state.get(key) not in numbers:
        st.session_state[key] = cases[0].number
    chosen: int = st.selectbox(
        "Case",
        list(numbers),
        format_func=lambda number: title(numbers[number], file.day),
        key=key,
        filter_mode=None,
        width=380,
    )
    tell("case", str(chosen))
    if st.query_params.get("case") != str(chosen):
        st.query_params["case"] = str(chosen)
    return numbers[chosen]


def none_yet(name: str, may_open: bool) -> None:
    """An athlete without a case."""
    what = " Open one with the button above." if may_open else ""
    st.info(f"{as_typed(name)} has no case on record on this day.{what}", icon=":material/info:")
