"""One test in full: its trend, what others reach, and every entry with a way to correct or withdraw it."""

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from teamback.clinic.assessment.field_test import JUDGED, FieldTest
from teamback.record.clinical_words import COMPENSATIONS
from teamback.record.events import TestResult
from teamback.record.kept import Kept
from teamback.record.words import SIDES, short_day, who
from teamback.rounds.assessment.assessed import Assessed, Standing
from teamback.rounds.diary import Line
from teamback.ui import diary_words
from teamback.ui.assessment.assess_figure import reference_in_words, trend_figure
from teamback.ui.charts import show
from teamback.ui.plain import as_typed

Offer = Callable[[Kept[TestResult]], None]
"""Draws the buttons beside an entry."""


def choose_test(told: Assessed) -> Standing | None:
    """Which of the tests that were made is looked at."""
    by_key = {one.test.key: one for one in told.standings}
    chosen = st.selectbox(
        "One test in full",
        list(by_key),
        index=None,
        format_func=lambda key: by_key[key].test.title,
        placeholder="Choose a test",
        key="tb-one-test",
        width=420,
    )
    return by_key.get(chosen or "")


def trend(one: Standing) -> None:
    """The figure, and in words below it what it is held against."""
    if one.test.kind != JUDGED:
        show(trend_figure(one), alt=f"{one.test.title} over time; listed below.", key="assess_trend")
    said = [reference_in_words(reference, one.test.unit) for reference in one.references]
    if one.error:
        said.append(
            f"Smallest change beyond error: {one.error.detects:g} {one.test.unit}, {one.error.group} "
            f"({one.error.status}: {one.error.source})"
        )
    lines = "".join(f"  \n{as_typed(text)}" for text in said)
    st.caption(f"Held against:{lines}" if said else "No reference value was found for this test.")


def entries(lines: Sequence[Line[TestResult]], test: FieldTest, day: dt.date, offer: Offer) -> None:
    """Every entry of a test, newest first, with its buttons; then what was corrected or withdrawn."""
    own = [line for line in lines if line.entry.event.test in (test.key, *test.sum_of)]
    for line in own:
        if line.counts:
            with st.container(border=True, horizontal=True, vertical_alignment="center"):
                st.markdown(_said(line, test, day), width="stretch")
                with st.container(horizontal=True, width="content"):
                    offer(line.entry)
    diary_words.corrections(own, day)


def _said(line: Line[TestResult], test: FieldTest, day: dt.date) -> str:
    event = line.entry.event
    parts = [SIDES[event.side]] if event.side in SIDES else []
    value = test.in_words(event.value)
    parts.append(value if test.kind == JUDGED else f"{value} {event.unit}")
    if event.pain_during is not None:
        parts.append(f"pain {event.pain_during:g}/10")
    parts += [COMPENSATIONS.get(word, word).lower() for word in event.compensations]
    if event.baseline:
        parts.append("baseline")
    by = f"Entered by {who(line.entry.recorded_by)}"
    mark = f", {diary_words.mark(line)}" if diary_words.mark(line) else ""
    return f"**{short_day(event.day, day)}** {as_typed(', '.join(parts))}  \n:gray[{as_typed(by + mark)}]"
