"""Who wrote and who opened what, as a table, on a phone as cards; and the choosers above it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.record.field_words import kind_label
from teamback.record.words import short_day, who
from teamback.rounds.history.opened import Reading
from teamback.rounds.history.written import Line
from teamback.ui.plain import as_typed

WRITTEN, OPENED, RECORD = "Written", "Opened", "The record"
PERIODS = {1: "Today", 7: "7 days", 28: "28 days", 91: "13 weeks", 365: "A year"}
_ROW, _TALLEST, _CARDS = 35, 20, 40
_PAGES = {
    "story": "Story",
    "case": "Case",
    "assess": "Assess",
    "plan": "Plan",
    "history": "Entry in History",
    "history_file": "Entries, as a file",
    "export": "Whole record, handed out",
}


@dataclass(frozen=True)
class Filter:
    """What is looked for; an empty choice is everything."""

    athlete: str | None
    person: str | None
    kinds: tuple[str, ...] = ()

    def passes(self, of_whom: str, by: str, kind: str = "") -> bool:
        """Whether a line is looked for."""
        if self.athlete not in (None, of_whom) or self.person not in (None, by):
            return False
        return not self.kinds or kind in self.kinds


def choose_section(sections: Sequence[str]) -> str:
    """What is in view."""
    chosen: str = st.segmented_control(
        "Show",
        sections,
        default=sections[0],
        required=True,
        key="history-section",
        label_visibility="collapsed",
    )
    return chosen


def choose_period() -> int:
    """So many days back."""
    chosen: int = st.selectbox(
        "Period", PERIODS, index=1, format_func=PERIODS.__getitem__, key="history-period", width=130
    )
    return chosen


def choose(of_whom: Iterable[str], by: Iterable[str], kinds: Iterable[str] | None = None) -> Filter:
    """Whom, by whom and, where there are kinds, which; offered is only what there is."""
    athlete = _one("Athlete", sorted({name for name in of_whom if name}, key=str.casefold))
    person = _one("Person", sorted(set(by)))
    chosen: list[str] = []
    if kinds is not None:
        chosen = st.multiselect(
            "Kind",
            sorted(set(kinds), key=kind_label),
            format_func=kind_label,
            placeholder="Every kind",
            key="history-kinds",
            width=300,
        )
    return Filter(athlete, person, tuple(chosen))


def _one(label: str, options: list[str]) -> str | None:
    return st.selectbox(
        label,
        options,
        index=None,
        placeholder="Everybody",
        key=f"history-{label.lower()}",
        width=200,
        format_func=who,
    )


def became(line: Line) -> str:
    """What an entry corrects, or why it counts no longer."""
    if line.fate:
        how = {"set_aside": "Set aside by", "undone": "Undone by"}.get(line.fate.kind, "Corrected by")
        return f"{how} {who(line.fate.by)}"
    if line.kind == "set_aside":
        return "Takes an entry out of the count"
    return "Corrects an earlier entry" if line.kept.replaces else ""


def moment(at: dt.datetime, today: dt.date) -> str:
    """A moment as the table shows it."""
    return f"{short_day(at.date(), today)} {at:%H:%M}"


def written(lines: Sequence[Line], today: dt.date, key: str) -> int | None:
    """The entries; gives the place of the one whose row was opened."""
    columns: dict[str, Any] = {
        "when": [moment(line.at, today) for line in lines],
        "by": [who(line.by) for line in lines],
        "what": [kind_label(line.kind) for line in lines],
        "of": [line.of_whom or None for line in lines],
        "day": [short_day(line.kept.event.day, today) for line in lines],
        "became": [became(line) or None for line in lines],
    }
    with st.container(key="history_table"):
        opened = _table(columns, len(lines), key)
    with st.container(key="history_cards", gap="xsmall"):
        return _cards([_in_short(line, today) for line in lines], key) if opened is None else opened


def readings(lines: Sequence[Reading], today: dt.date) -> None:
    """Who opened what of whom."""
    columns = {
        "when": [moment(line.at, today) for line in lines],
        "by": [who(line.by) for line in lines],
        "of": [line.of_whom for line in lines],
        "page": [page_label(line.page) for line in lines],
    }
    with st.container(key="history_table"):
        st.dataframe(
            pa.table(columns),
            hide_index=True,
            height=_height(len(lines)),
            row_height=_ROW,
            column_config=_CONFIG,
            alt="Who opened what of whom, newest first",
        )
    with st.container(key="history_cards"):
        st.html(f'<ul class="tb-stays">{"".join(_reading(line, today) for line in lines[:_CARDS])}</ul>')
        _more(len(lines))


def _reading(line: Reading, today: dt.date) -> str:
    said = f"{page_label(line.page)} of {line.of_whom}, {moment(line.at, today)}"
    return f"<li><b>{escape(who(line.by))}</b>: {escape(said)}</li>"


def _more(there: int) -> None:
    if there > _CARDS:
        st.caption(f"The newest {_CARDS} of {there:,}. Choose an athlete or a person to see others.")


def page_label(page: str) -> str:
    """A page as the menu names it."""
    return _PAGES.get(page, page.replace("_", " ").capitalize())


def _height(rows: int) -> int:
    return (min(rows, _TALLEST) + 1) * _ROW + 3


def _table(columns: dict[str, Any], rows: int, key: str) -> int | None:
    chosen = st.dataframe(
        pa.table(columns),
        key=key,
        hide_index=True,
        height=_height(rows),
        row_height=_ROW,
        on_select="rerun",
        selection_mode="single-cell",
        placeholder="–",
        column_config=_CONFIG,
        alt="Entries, newest first. A row opens what it says, old and new side by side.",
    )
    picked = chosen["selection"]["cells"]
    return int(picked[0][0]) if picked else None


def _cards(labels: Sequence[str], key: str) -> int | None:
    tapped = None
    for place, label in enumerate(labels[:_CARDS]):
        if st.button(label, key=f"{key}-{place}", width="stretch"):
            tapped = place
    _more(len(labels))
    return tapped


def _in_short(line: Line, today: dt.date) -> str:
    what = f"**{as_typed(kind_label(line.kind))}**"
    facts = [line.of_whom, who(line.by), moment(line.at, today), became(line)]
    return f"{what} &nbsp; {as_typed(' · '.join(fact for fact in facts if fact))}"


def count(shown: int, there: int, what: Callable[[int], str]) -> None:
    """How many lines are in view."""
    of = "" if shown == there else f" of {there:,}"
    st.caption(f"{shown:,}{of} {what(there)}")


_CONFIG = {
    "when": st.column_config.TextColumn("When", width=150, help="In the squad's own time"),
    "by": st.column_config.TextColumn("Who", width=200),
    "what": st.column_config.TextColumn("What", width=170),
    "page": st.column_config.TextColumn("Opened", width=190),
    "of": st.column_config.TextColumn("Of whom", width=150),
    "day": st.column_config.TextColumn("For", width=110, help="The day that the entry is about"),
    "became": st.column_config.TextColumn("What became of it", width=260),
}
