"""A CSV file for the calendar: what would come in, what is invalid and why, then one button."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from teamback.ui.plain import as_typed

EXAMPLE = """athlete,day,what,start,place,planned_minutes,planned_load,title
,2026-12-01,training,10:30,Pitch 1,90,450,
,2026-12-05,match,15:00,Away,,,
,2026-12-06,day_off,,,,,
"""
_FAULTS_SHOWN = 50


def choose(key: str) -> tuple[str, str, bytes] | None:
    """The file that was chosen: its id, its name and what it holds."""
    st.markdown("One row an entry, days as YYYY-MM-DD. An athlete is named for appointments only.")
    st.download_button(
        "Example file", EXAMPLE, "calendar.csv", "text/csv", icon=":material/download:", on_click="ignore"
    )
    file = st.file_uploader("CSV file", type=["csv"], key=f"{key}-file", max_upload_size=5)
    return None if file is None else (file.file_id, file.name, file.getvalue())


def show(counts: Mapping[str, int], faults: Sequence[tuple[int | None, str]], asides: Sequence[str]) -> None:
    """The account of a file: its rows by outcome, the invalid ones by line, and what is worth knowing."""
    st.markdown("**" + " · ".join(f"{count} {outcome}" for outcome, count in counts.items()) + "**")
    if faults:
        lines = [f"<li><b>Line {line}</b> {escape(why)}</li>" for line, why in faults[:_FAULTS_SHOWN]]
        more = len(faults) - len(lines)
        lines += [f"<li>And {more} more.</li>"] if more else []
        st.html(f'<ul class="tb-faults">{"".join(lines)}</ul>')
    for aside in asides:
        st.caption(as_typed(aside))


def let_in(rows: int, faulty: bool, key: str) -> bool:
    """The button; disabled while a row is invalid or nothing is new, and it says so."""
    why_not = None
    if faulty:
        why_not = "Mend these rows in the file, then choose it again. Nothing is written until then."
    elif not rows:
        why_not = "Everything in the file is in the calendar already."
    if why_not:
        st.caption(f":material/info: {why_not}")
    label = "Let 1 row in" if rows == 1 else f"Let {rows} rows in"
    return st.button(label, type="primary", disabled=bool(why_not), help=why_not, key=f"{key}-let-in")
