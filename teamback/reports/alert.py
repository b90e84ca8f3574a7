"""The words of an alert that leaves the house: no name, no rule, no symptom; where to look, since when."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from teamback.record.words import short_day
from teamback.rounds.urgent.alerting import Outgoing

SUBJECT = "An athlete needs a clinician now"


@dataclass(frozen=True)
class Message:
    """What is sent, by mail as subject and text, by webhook as JSON."""

    subject: str
    text: str
    link: str
    squad: str
    at: dt.datetime
    repeated: bool

    @property
    def as_json(self) -> dict[str, str | bool]:
        """For a webhook; `text` is what chat programs show."""
        at = self.at.isoformat(timespec="seconds")
        return {
            "text": self.text,
            "link": self.link,
            "squad": self.squad,
            "at": at,
            "repeated": self.repeated,
        }


def message(alert: Outgoing, now: dt.datetime, club: str, address: str | None) -> Message:
    """The words about one alert: club and squad, a link to the tasks, when, and whether it is repeated."""
    zone = ZoneInfo(alert.squad.time_zone)
    squad = urlencode({"squad": alert.squad.squad})
    link = f"{address.rstrip('/')}/tasks?{squad}" if address else ""
    whose = ", ".join(name for name in (club, alert.squad.name) if name)
    repeated = alert.due.attempt > 1
    subject = f"{SUBJECT} (not acknowledged yet)" if alert.due.to_lead else SUBJECT
    lines = [
        f"{whose}: an athlete needs a clinician now.",
        f"Open teamback: {link}" if link else "Open teamback, page Tasks.",
        f"Sent {_at(now, zone)}, attempt {alert.due.attempt}.",
        f"Nobody has acknowledged it since {_at(alert.since, zone)}." if repeated else "",
        "It is repeated until somebody acknowledges it in teamback. Do not answer this message.",
    ]
    text = "\n\n".join(line for line in lines if line)
    return Message(subject, text, link, alert.squad.name, now.astimezone(zone), repeated)


def _at(moment: dt.datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{short_day(local.date())} {local:%H:%M}"
