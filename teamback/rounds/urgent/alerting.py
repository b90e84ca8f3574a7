"""Which alerts have to leave now, and what is written down about each: first that it is on its way."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from teamback.clinic.urgent.alerts import LEAVING, Due, alert_is_repeated
from teamback.clinic.urgent.tasks import Task
from teamback.record.events import AlertSent, SquadNamed
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.rounds.limits_now import limits_at
from teamback.rounds.squads import home_of, today_at_home
from teamback.rounds.urgent.red_flags import unheard
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.clinical import clinical_entries


@dataclass(frozen=True)
class Outgoing:
    """An alert that has to leave: about which task, to whom it may point, how often it was tried before."""

    task: Task
    squad: SquadNamed
    channel: str
    due: Due
    since: dt.datetime

    @property
    def key(self) -> tuple[str, int]:
        """The task, as its acts and alerts name it."""
        return self.task.rule, self.task.cause


def sent_about(
    store: Store, athletes: Sequence[int], until: dt.date = dt.date.max, known_at: int | None = None
) -> list[Kept[AlertSent]]:
    """Every alert about these athletes, in the order of the attempts."""
    found = clinical_entries(store, AlertSent, PROGRAM, athletes, until, known_at)
    return sorted(found, key=lambda kept: (kept.event.attempt, kept.event.sent_at))


def due(store: Store, channels: Sequence[str]) -> list[Outgoing]:
    """The alerts that have to leave now, by every channel that is set."""
    waiting = unheard(store, PROGRAM) if channels else []
    if not waiting:
        return []
    now, limits = store.now(), limits_at(store, None)
    before = [kept.event for kept in sent_about(store, [task.athlete for task in waiting])]
    found = []
    for task in waiting:
        squad = home_of(store, task.athlete)
        for channel in channels:
            sent = [one for one in before if _about(one, task) and one.channel == channel]
            attempt = alert_is_repeated(sent, now, limits)
            if attempt and squad:
                since = sent[0].sent_at if sent else now
                found.append(Outgoing(task, squad, channel, attempt, since))
    return found


def claimed(store: Store, alert: Outgoing) -> Kept[AlertSent] | None:
    """Writes down that an alert is on its way, under the write lock; None when another server was first."""
    event = AlertSent(
        day=today_at_home(store, alert.task.athlete),
        athlete=alert.task.athlete,
        rule=alert.task.rule,
        cause=alert.task.cause,
        channel=alert.channel,
        sent_at=store.now(),
        attempt=alert.due.attempt,
        failure=LEAVING,
    )
    try:
        (seq,) = store.keep([event], PROGRAM)
    except Refusal:
        return None
    return Kept(seq, event, event.sent_at, PROGRAM.signature, seq)


def settled(store: Store, claim: Kept[AlertSent], failure: str | None) -> None:
    """Writes down whether it left, in place of that it was on its way."""
    store.keep([Entry(replace(claim.event, failure=failure), claim.seq)], PROGRAM)


def _about(sent: AlertSent, task: Task) -> bool:
    return (sent.athlete, sent.rule, sent.cause) == (task.athlete, task.rule, task.cause)
