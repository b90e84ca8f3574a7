"""The alarm rate of a squad, and what one rule would have said over a past period."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import streamlit as st

from teamback.record.words import short_day
from teamback.rounds.past_days import HIGHEST_ALARM_RATE, PastDay, alarm_rate
from teamback.rounds.rules_in_force import Rule
from teamback.rounds.would_have_said import WouldHaveSaid
from teamback.ui.charts import DAY_MS, INK, LOAD, by_day, figure, joined_hover, line, show

PERIODS = {14: "14 days", 28: "28 days", 90: "90 days"}
_HEIGHT = 190


def alarms(past: Sequence[PastDay]) -> None:
    """The alarm rate over these mornings in one line, and day by day."""
    rate = alarm_rate(day.alarm for day in past)
    if rate is None:
        st.info("Nobody checked in over these days, so there is no alarm rate yet.", icon=":material/info:")
        return
    reported = sum(day.reported for day in past)
    days = sum(day.alarm is not None for day in past)
    high = rate > HIGHEST_ALARM_RATE
    verdict = "above" if high else "within"
    st.html(
        f'<div class="tb-strip"><span>Alarm rate <b>{_percent(rate)}</b></span><span class="tb-split"></span>'
        f"<span>{verdict} the {_percent(HIGHEST_ALARM_RATE)} that these rules have to keep to</span>"
        f'<span class="tb-small">See first and Check among those who reported, median of {days} '
        f"mornings with {reported:,} check-ins</span></div>"
    )
    st.caption("Each morning. A dash on the axis: no alarm. No mark: nobody reported.")
    show(_bars(past), f"Alarm rate day by day, median {_percent(rate)}", "rules-alarms")


def _bars(past: Sequence[PastDay]) -> Any:
    import plotly.graph_objects as go

    first, shares = past[0].day, np.array([np.nan if d.alarm is None else 100 * d.alarm for d in past])
    drawn = figure(_HEIGHT, first, past[-1].day)
    said = [
        [f"{s:.0f} % of {d.reported} who reported" if s == s else "nobody reported"]
        for s, d in zip(shares, past, strict=True)
    ]
    bars = go.Bar(
        name="Alarms, %",
        y=shares,
        marker={"color": LOAD},
        width=0.8 * DAY_MS,
        hoverinfo="skip",
        **by_day(first),
    )
    quiet = line("No alarm", first, np.where(shares == 0, 0.0, np.nan), INK)
    quiet.update(mode="markers", marker={"symbol": "line-ew-open", "size": 9, "color": INK}, cliponaxis=False)
    drawn.add_traces([*joined_hover(first, said, {"y": 0}), bars, quiet])
    drawn.add_hline(y=100 * HIGHEST_ALARM_RATE, line={"color": INK, "width": 1, "dash": "dash"})
    top = max(40.0, float(np.nanmax(shares)) + 5)
    drawn.update_layout(showlegend=False, yaxis={"range": [0, top], "ticksuffix": " %", "nticks": 5})
    return drawn


def choose_rule(rules: Sequence[Rule]) -> str:
    """The rule that is asked about the past."""
    says = {rule.id: rule.says for rule in rules}
    return str(
        st.selectbox(
            "What would this rule have said?",
            list(says),
            format_func=lambda id_: f"{id_}: {says[id_]}",
            key="rules-rule",
            filter_mode=None,
        )
    )


def choose_period() -> int:
    """Over how many mornings up to this one."""
    chosen = st.segmented_control(
        "Over the last",
        list(PERIODS),
        format_func=PERIODS.__getitem__,
        default=28,
        required=True,
        key="rules-days",
    )
    return int(chosen or 28)


def said(rule: str, found: WouldHaveSaid, past: Sequence[PastDay], today: dt.date) -> None:
    """On how many athlete-days, for whom, and how long before the clinician's own change."""
    first = short_day(past[0].day, today)
    if not found.spoke:
        st.write(f"{rule} would have said nothing on {found.athlete_days:,} athlete-days since {first}.")
        return
    share = found.spoke / found.athlete_days
    st.html(
        f'<div class="tb-strip"><span><b>{found.spoke:,}</b> of {found.athlete_days:,} athlete-days '
        f"({_percent(share)})</span><span><b>{len(found.by_athlete)}</b> athletes</span>"
        f'<span class="tb-split"></span><span>{_lead(found)}</span></div>'
    )
    st.dataframe(
        pa.table(
            {
                "Athlete": [told.known_as for told in found.by_athlete],
                "Days": [told.days for told in found.by_athlete],
                "Lead (days)": [
                    ", ".join(map(str, told.leads)) or ("not before it" if told.changes else "no change")
                    for told in found.by_athlete
                ],
                "First": [short_day(told.first, today) for told in found.by_athlete],
                "Last": [short_day(told.last, today) for told in found.by_athlete],
            }
        ),
        hide_index=True,
        width="stretch",
        alt=f"For whom {rule} would have spoken, most often first",
    )
    st.caption(
        "Lead: from the first morning on which the rule spoke since the decision before, to a decision for "
        "less training; decisions for personal reasons or other duty are left out. That a rule spoke first "
        "does not say that it was right. Today's rules and limits, with all that is known by now."
    )


def _lead(found: WouldHaveSaid) -> str:
    if not found.changes:
        return "no change towards less training in this period"
    if found.median_lead is None:
        return f"before none of {found.changes} changes towards less training"
    of = f"{len(found.leads)} of {found.changes} changes towards less training"
    days = "day" if found.median_lead == 1 else "days"
    return f"before {of}, median lead <b>{found.median_lead:g}</b> {days}"


def _percent(share: float) -> str:
    return f"{100 * share:.{0 if share == 0 or share >= 0.05 else 1}f} %"
