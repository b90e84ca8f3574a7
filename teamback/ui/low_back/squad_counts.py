"""What was counted of a squad's backs, folded: clocks, flares, triggers, OSTRC weeks, everybody."""

from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.assessment.ostrc_weekly import Share
from teamback.clinic.limits import Limits
from teamback.clinic.low_back.triggers import ONLY_COUNTED
from teamback.record.words import short_day
from teamback.rounds.low_back.squad_low_back import SquadLowBack
from teamback.ui.low_back.trigger_tables import trigger_tables


def clocks(told: SquadLowBack) -> None:
    """The referral clocks that run: how long, and from when an assessment is due."""
    with st.expander(f"Referral clocks running ({len(told.clocks)})"):
        if not told.clocks:
            st.caption("No clock runs: nobody had a day of pain in the last 3 days.")
            return
        st.dataframe(
            pa.table(
                {
                    "Athlete": [row.athlete.known_as for row, _ in told.clocks],
                    "Days": [clock.runs_for for _, clock in told.clocks],
                    "Since": [short_day(clock.first, told.day) for _, clock in told.clocks],
                    "Last pain": [short_day(clock.last, told.day) for _, clock in told.clocks],
                    "Assessment": [
                        "due" if clock.refers else f"due from {short_day(clock.due_from, told.day)}"
                        for _, clock in told.clocks
                    ],
                }
            ),
            hide_index=True,
            alt="Referral clocks running",
        )
        st.caption(_how_clocks_run(told.limits))


def _how_clocks_run(limits: Limits) -> str:
    pain, gap, ends = (
        limits[name].value for name in ("referral_pain", "referral_gap_days", "referral_last_days")
    )
    return (
        f"A day of pain is a morning or a session's peak of {pain:g} or more; days at most {gap:g} apart "
        f"belong together, and the clock stops {ends:g} days after the last (house rule). One that ran out "
        "is a task, and closes only with an outcome."
    )


def flares(told: SquadLowBack) -> None:
    """Flares of the last 7 days, both kinds side by side: neither stands for the other."""
    flared = [row for row in told.rows if row.back.flares_reported or row.back.flares_by_pain]
    with st.expander(f"Flares of the last 7 days ({len(flared)})"):
        if not flared:
            st.caption("None was reported, and none is one by pain.")
            return
        st.dataframe(
            pa.table(
                {
                    "Athlete": [row.athlete.known_as for row in flared],
                    "Reported (days)": [row.back.flares_reported for row in flared],
                    "By pain (days)": [row.back.flares_by_pain for row in flared],
                }
            ),
            hide_index=True,
            alt="Flares reported and by pain",
        )
        st.caption(_what_a_flare_is(told.limits))


def _what_a_flare_is(limits: Limits) -> str:
    above, window, least = (
        limits[name].value for name in ("flare_above_median", "flare_window_days", "flare_from")
    )
    return (
        f"Reported: the athlete says so (Costa 2019). By pain: the day's worst is {above:g} points above the "
        f"median of the {window:g} days before, and at least {least:g} (house rule). Most reported flares "
        "are not days of more pain."
    )


def triggers(told: SquadLowBack) -> None:
    """What stands beside pain in journals and sessions of the days shown."""
    with st.expander("What came with pain"):
        tables = trigger_tables(told.triggers)
        if not tables:
            st.caption("Nothing was written down about it in these days.")
            return
        st.html(tables)
        st.caption(f"Since {short_day(told.first, told.day)}, the whole roster. {ONLY_COUNTED}.")


def weeks(told: SquadLowBack) -> None:
    """The OSTRC week by week, for whoever may read it."""
    if not told.reads_ostrc:
        return
    with st.expander("Health problems week by week (OSTRC)"):
        if not told.weeks:
            st.caption("Nobody has answered. The weekday on which it is asked is chosen under People.")
            return
        st.dataframe(
            pa.table(
                {
                    "Week from": [short_day(week.first, told.day) for week in told.weeks],
                    "Answered": [week.any.of for week in told.weeks],
                    "Any problem": [_share(week.any) for week in told.weeks],
                    "Substantial": [_share(week.substantial) for week in told.weeks],
                }
            ),
            hide_index=True,
            alt="Health problems by week",
        )
        st.caption("Of those who answered that week, with the 95 % interval (Wilson). Clarsen 2020.")


def everybody(told: SquadLowBack) -> None:
    """The whole roster as a table: the same figures, for reading aloud and for the file."""
    with st.expander(f"Everybody ({len(told.rows)})"):
        st.dataframe(_table(told), hide_index=True, placeholder="–", alt="Low back of the whole roster")


def _table(told: SquadLowBack) -> Any:
    rows = told.rows
    return pa.table(
        {
            "Athlete": [row.athlete.known_as for row in rows],
            "Today": pa.array([_number(row.mornings[-1]) for row in rows], pa.float64()),
            "Worst of 7 d": pa.array([row.back.worst for row in rows], pa.float64()),
            "Mean of 7 d": pa.array([_rounded(row.back.week) for row in rows], pa.float64()),
            "Own usual": [_usual(row.back.usual, row.back.usual_sd, row.back.usual_n) for row in rows],
            "Answered": [f"{row.answered} of {row.expected}" for row in rows],
            "Why": ["; ".join(found.says for _, found in row.found) for row in rows],
        }
    )


def _number(value: float) -> float | None:
    return None if value != value else float(value)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _usual(mean: float | None, sd: float | None, n: int) -> str:
    if mean is None or sd is None:
        return f"building ({n} of 14)"
    return f"{mean:.1f} ± {sd:.1f}"


def _share(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "–"
    low, high = 100 * share.interval.low, 100 * share.interval.high
    return f"{share.count} = {100 * share.value:.0f} % ({low:.0f} to {high:.0f})"
