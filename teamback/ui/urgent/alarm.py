"""The banner of a red flag that nobody has acknowledged: who, how urgent, and where to go."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from teamback.record.clinical_words import LEVELS
from teamback.rounds.urgent.red_flags import Alarm
from teamback.ui.frame import told
from teamback.ui.plain import as_typed


def banner(alarms: Sequence[Alarm], tasks: Page | None) -> None:
    """One line an athlete, above the page; it goes when a clinician acknowledges the task."""
    if not alarms:
        return
    lines = [
        f"**{as_typed(one.known_as)}**: red flag not acknowledged, {LEVELS[one.level].lower()}"
        for one in alarms
    ]
    with st.container(key="tb-alarm", horizontal=True, vertical_alignment="center", gap="small"):
        st.error("  \n".join(lines), icon=":material/emergency:")
        if tasks:
            st.page_link(tasks, label="Open Tasks", icon=":material/task_alt:", query_params=told())
