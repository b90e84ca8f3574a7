"""One athlete's low back: figures first, then pain around each session, what came with it, the journal."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.low_back.change import DEPENDS_ON_THE_START, felt_from
from teamback.clinic.low_back.triggers import ONLY_COUNTED, Trigger
from teamback.record.pain_words import (
    AREAS,
    EASING_FACTORS,
    INTERVENTIONS,
    POSITION_TRIGGERS,
    PRECEDING_ACTIVITIES,
)
from teamback.record.words import SIDES, SITES, short_day
from teamback.rounds.low_back.against_baseline import Baseline
from teamback.rounds.low_back.athlete_low_back import LOW_BACK, AthleteLowBack, ChangeMade, Mean
from teamback.rounds.low_back.pain_journal import JournalEntry
from teamback.ui.charts import show
from teamback.ui.low_back import athlete_figure, baseline_figure, journal_figure
from teamback.ui.low_back.trigger_tables import trigger_tables

_MATTERS = "A change matters from 2 points, or 30 % less than where it began (Ostelo 2008)."


def draw(told: AthleteLowBack, since: dt.date | None) -> None:
    """The whole view from a first day on; None: from the first day of which anything is known."""
    first = min(since or told.begins, told.day)
    summary(told)
    around_sessions(told, first)
    changes_made(athlete_figure.numbered(told.changes, first, told.day), told.day)
    against_baseline(told, first)
    came_with_it(told.triggers)
    journal(told.journal, first, told.day)


def around_sessions(told: AthleteLowBack, first: dt.date) -> None:
    """Mornings, pain around sessions, flares and changes made, where there are any."""
    days = told.days.since(max(first, told.days.first))
    if not (days.known or athlete_figure.numbered(told.changes, first, told.day)):
        st.caption(
            "No check-in and no session in these days; what was written into the journal stands below."
        )
        return
    drawn = athlete_figure.athlete_figure(days, told.changes, told.limits)
    show(
        drawn,
        alt="Low back pain around each session, with load; the scores stand in the tables of the view Story.",
        key="low_back_figure",
    )
    st.caption(athlete_figure.HOW_TO_READ)


def against_baseline(told: AthleteLowBack, first: dt.date) -> None:
    """Pain, tests and confidence against the own baseline, once anything of them was scored."""
    scored = [line for line in (told.pain, told.tests, told.confidence) if line.points]
    if not scored:
        return
    st.markdown("**Against the baseline, over all that is known**")
    began = min([first, *(line.points[0][0] for line in scored)])
    lines = baseline_figure.baseline_figure(told.pain, told.tests, told.confidence, began, told.day)
    show(lines, alt="Pain, tests and confidence against the baseline", key="baseline_figure")
    st.caption(baseline_figure.HOW_TO_READ)


def summary(told: AthleteLowBack) -> None:
    """This week against the own usual, whether the change matters, and the three lines against baseline."""
    week = _mean(told.week, "mornings")
    usual = f"own 28 days before: {_mean(told.usual, 'mornings')}"
    boxes = [("Mornings of the last 7 days", week, usual)]
    if told.change:
        found = told.change
        figures = f"{found.before:.2f} to {found.now:.2f} ({found.points:+.2f} points)"
        boxes.append(("Change", found.says.split(":")[0], figures))
    else:
        boxes.append(("Change", "Not known yet", "needs 4 mornings of the last 7 and 14 of the 28 before"))
    boxes += [
        ("Pain against baseline", *_against(told.pain, "{:.1f}", "mornings")),
        ("Movement tests against baseline", *_against(told.tests, "{:.0f} %", "tests")),
        ("Confidence against its beginning", *_against(told.confidence, "{:.1f}", "movements")),
    ]
    html = "".join(
        f"<div><span>{escape(named)}</span><b>{escape(value)}</b><small>{escape(more)}</small></div>"
        for named, value, more in boxes
    )
    st.html(f'<div class="tb-kept-up tb-low-back">{html}</div>')
    began = (
        f" Where it began at {told.change.before:.1f}, {felt_from(told.change.before)}."
        if told.change
        else ""
    )
    st.caption(f"{_MATTERS} {DEPENDS_ON_THE_START}.{began}")


def changes_made(changes: Sequence[ChangeMade], day: dt.date) -> None:
    """Each change with its number and the mornings of 28 days before and since: no word of cause."""
    if not changes:
        return
    lines = "".join(
        f"<li><b>{escape(INTERVENTIONS.get(made.what, made.what))}</b>: {escape(made.change)} "
        f'<span class="tb-small">{escape(_span(made, day))}. Mean morning pain of 28 days before: '
        f"{_mean(made.before, '')}; since: {_mean(made.after, '')}</span></li>"
        for made in changes
    )
    st.html(f'<b>Changes made</b><ol class="tb-changes">{lines}</ol>')


def came_with_it(triggers: Mapping[str, Sequence[Trigger]]) -> None:
    """What stands beside pain in the journal and in sessions, counted with n."""
    st.markdown("**What came with it**")
    tables = trigger_tables(triggers)
    if not tables:
        st.info("Nothing was written down about it in these days.", icon=":material/info:")
        return
    st.html(tables)
    needed = "The mean is shown from 5 scores on; sessions count also where nothing hurt."
    st.caption(f"{ONLY_COUNTED}. {needed}")


def journal(entries: Sequence[JournalEntry], first: dt.date, day: dt.date) -> None:
    """The journal of one site, drawn and as a table; the low back first where it hurt."""
    st.markdown("**Pain journal**")
    sites = sorted({entry.site for entry in entries}, key=lambda site: (site != LOW_BACK, site))
    if not sites:
        st.info("No entry in these days. Look further back.", icon=":material/info:")
        return
    counted = {site: sum(entry.site == site for entry in entries) for site in sites}
    chosen = sites[0]
    if len(sites) > 1:
        chosen = st.segmented_control(
            "Where",
            sites,
            default=sites[0],
            required=True,
            format_func=lambda site: f"{SITES.get(site, site)} {counted[site]}",
            key="journal_site",
            wrap=True,
        )
    shown = [entry for entry in entries if entry.site == chosen]
    drawn = journal_figure.journal_figure(shown, first, day)
    show(drawn, alt="Pain journal; every entry stands in the table below", key="journal_figure")
    st.caption(journal_figure.HOW_TO_READ)
    st.dataframe(
        _table(shown, day), hide_index=True, placeholder="–", column_config=_CONFIG, alt="Pain journal"
    )


def _against(found: Baseline, shape: str, of: str) -> tuple[str, str]:
    if not found.points or found.began is None:
        return "–", "nothing scored yet" if not found.points else "no baseline"
    _, newest, n = found.points[-1]
    began = shape.format(found.began)
    return shape.format(newest), f"baseline {began} (n = {found.n}); newest of n = {n} {of}"


def _mean(mean: Mean, of: str) -> str:
    if mean.value is None:
        return "not known (n = 0)"
    return f"{mean.value:.1f} (n = {mean.n}{f' {of}' if of else ''})"


def _span(made: ChangeMade, day: dt.date) -> str:
    began = f"since {short_day(made.since, day)}"
    if made.kept_for_good:
        return f"{began}, kept for good"
    if made.ended and made.until:
        return f"{began}, ended {short_day(made.until, day)}"
    if made.until:
        over = ", overdue" if made.until < day else ""
        return f"{began}, temporary until {short_day(made.until, day)}{over}"
    return began


def _table(entries: Sequence[JournalEntry], day: dt.date) -> Any:
    newest = list(reversed(entries))
    columns: dict[str, Any] = {
        "Day": [short_day(e.day, day) for e in newest],
        "Began": [f"{e.at:%H:%M}" if e.at else "" for e in newest],
        "Lasted": [_hours(e.lasted) for e in newest],
        "Pain": pa.array([e.pain for e in newest], pa.float64()),
        "Where": [_place(e) for e in newest],
        "Before it": [PRECEDING_ACTIVITIES.get(e.preceding_activity or "", "") for e in newest],
        "Brought on by": [POSITION_TRIGGERS.get(e.position_trigger or "", "") for e in newest],
        "Eased by": [EASING_FACTORS.get(e.easing_factor or "", "") for e in newest],
    }
    if any(e.note for e in newest):
        columns["Note"] = [e.note or "" for e in newest]
    return pa.table(columns)


def _place(entry: JournalEntry) -> str:
    if entry.area in AREAS:
        return AREAS[entry.area].label
    side = SIDES.get(entry.side or "", "")
    return f"{SITES.get(entry.site, entry.site)}{f', {side.lower()}' if side else ''}"


def _hours(lasted: dt.timedelta | None) -> str:
    return "" if lasted is None else f"{lasted.total_seconds() / 3600:.1f} h"


_CONFIG = {
    "Day": st.column_config.TextColumn(pinned=True, width=130),
    "Pain": st.column_config.NumberColumn("Pain", width=70, help="0 to 10"),
    "Began": st.column_config.TextColumn(width=75),
    "Lasted": st.column_config.TextColumn(width=75, alignment="right"),
    "Where": st.column_config.TextColumn(width=170),
    "Note": st.column_config.TextColumn(width="medium"),
}
