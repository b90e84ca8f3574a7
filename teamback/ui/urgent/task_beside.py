"""What stands beside the tasks: whether alerts leave, today's appointments, the list of referrals."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from teamback.clinic.urgent.alerts import LEAVING
from teamback.clinic.urgent.tasks import OPEN
from teamback.record.clinical_words import REFERRED_TO, TASK_ACTS
from teamback.record.events import AlertSent, CalendarEntry
from teamback.record.pain_words import CHANNELS
from teamback.record.words import short_day
from teamback.rounds.urgent.tasks import SquadReferral

NO_ALERT = (
    "No alert leaves this program: a red flag stands here and in the banner only. "
    "The README says how mail or a webhook is set."
)


def whether_alerts_leave(channels: Sequence[str]) -> None:
    """Says plainly where nobody is told outside the program."""
    if not channels:
        st.caption(f":material/notifications_off: {NO_ALERT}")


def alerts(sent: Sequence[AlertSent], today: dt.date, zone: str) -> str:
    """By each way the last attempt: when it left, or why it did not."""
    last = {one.channel: one for one in sent}
    lines = "".join(f"<div>{escape(_alert(one, today, zone))}</div>" for one in last.values())
    return f'<div class="tb-small">{lines}</div>' if lines else ""


def _alert(one: AlertSent, today: dt.date, zone: str) -> str:
    local = one.sent_at.astimezone(ZoneInfo(zone))
    at = f"{local:%H:%M}" if local.date() == today else f"{short_day(local.date(), today)} {local:%H:%M}"
    way, times = CHANNELS[one.channel], f", attempt {one.attempt}" if one.attempt > 1 else ""
    if one.failure is None:
        return f"{way}: alert sent {at}{times}"
    if one.failure == LEAVING:
        return f"{way}: alert on its way since {at}{times}"
    return f"{way}: alert not sent at {at}{times}. {one.failure} It is tried again."


def appointments(today: Sequence[tuple[str, CalendarEntry]]) -> None:
    """Today's appointments by time: who, what, where."""
    if not today:
        return
    said = "".join(f"<span>{_appointment(name, plan)}</span>" for name, plan in today)
    st.html(f'<div class="tb-strip"><span>Appointments today</span>{said}</div>')


def _appointment(name: str, plan: CalendarEntry) -> str:
    about = ", ".join(escape(word) for word in (plan.title, plan.place) if word)
    said = ": ".join(part for part in (escape(name), about) if part)
    return f"{escape(plan.start)} {said}" if plan.start else said


def referrals(found: Sequence[SquadReferral], today: dt.date) -> None:
    """Every referral, open ones first: to whom, why, by when, how far, and what came of it."""
    rows = [_referral(item, today) for item in found]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", key="tb-referrals", row_height=40)


def _referral(item: SquadReferral, today: dt.date) -> dict[str, str]:
    task, referral = item.task, item.referral
    overdue = " (overdue)" if task.is_open and task.due < today else ""
    return {
        "Athlete": item.who.known_as,
        "To": REFERRED_TO.get(referral.to_role, referral.to_role),
        "Why": referral.reason,
        "Referred": short_day(task.since, today),
        "Due": f"{short_day(task.due, today)}{overdue}",
        "How far": "Not acknowledged" if task.state == OPEN else TASK_ACTS[task.state],
        "Outcome": (task.closing.event.outcome or "") if task.closing else "",
    }
