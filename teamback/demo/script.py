"""What is planted: stretches of days on which a script, not chance, says what an athlete reports."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from teamback.demo.people import read

_WHERE = ("from", "to", "of_session", "since_session")


@dataclass(frozen=True)
class Stretch:
    """Consecutive days, counted back from the last day of the demo, and the values reported on them.

    A list gives one value a day, the oldest first. Where it hangs on a session, `session` counts sessions
    back (1 is the last), and `since` says that it begins the morning after and lasts until today.
    """

    oldest: int
    newest: int
    values: Mapping[str, Any]
    session: int | None = None
    since: bool = False

    def on(self, ago: int, sessions: Sequence[int]) -> dict[str, Any]:
        """The values for the day so many days back; `sessions` are the days with one, the latest first."""
        oldest, newest = self.oldest, self.newest
        if self.session is not None:
            day = sessions[self.session - 1]
            oldest, newest = (day - 1, 0) if self.since else (day, day)
        if not newest <= ago <= oldest:
            return {}
        return {k: v[oldest - ago] if _a_day_each(k, v) else v for k, v in self.values.items()}


@dataclass(frozen=True)
class Act:
    """Something a member of staff does: a decision, a correction, an appointment; `ago` days back."""

    ago: int
    values: Mapping[str, Any]
    at: str = "09:00"
    by: str = "Maya Ortiz"
    day_ago: int | None = None
    review_in: int | None = None


@dataclass(frozen=True)
class Script:
    """All that is planted for one athlete; in the last `calm` days chance leaves them alone."""

    athlete: str
    calm: int
    mornings: tuple[Stretch, ...]
    sessions: tuple[Stretch, ...]
    decisions: tuple[Act, ...]
    corrections: tuple[Act, ...]
    appointments: tuple[Act, ...]

    def moved(self, athlete: str, days: int) -> "Script":
        """An episode of the season, planted for an athlete so that it ends so many days back."""

        def earlier(act: Act) -> Act:
            ago = act.ago + days
            return replace(act, ago=ago, review_in=None if act.review_in is None else act.review_in - ago)

        return replace(
            self,
            athlete=athlete,
            mornings=tuple(replace(s, oldest=s.oldest + days, newest=s.newest + days) for s in self.mornings),
            decisions=tuple(earlier(act) for act in self.decisions),
        )


@dataclass(frozen=True)
class Story:
    """One of the twelve, as docs/demo.md tells it, and what the board has to show on the last day."""

    title: str
    athlete: str
    happened: str
    why: str
    look: str
    board: Mapping[str, Any]


def stories() -> list[Story]:
    """The planted stories, in the order in which docs/demo.md tells them."""
    return [
        Story(s["title"], s["athlete"], s["happened"], s["why"], s["look"], s["board"])
        for s in read("stories.toml")["story"]
    ]


def scripts() -> list[Script]:
    """What is planted for the last weeks: stories, background, and the course of the cases."""
    planted = (*read("stories.toml")["story"], *read("background.toml")["background"])
    return [_script(table) for table in (*planted, *read("cases.toml")["case"])]


def episodes() -> list[Script]:
    """What an athlete may meet during the season, ending on the last day and for nobody yet."""
    return [_script({"athlete": "", "calm": 0} | table) for table in read("episodes.toml")["episode"]]


def review_day(act: Act, last: dt.date) -> dt.date | None:
    """The day a decision is to be looked at again."""
    return None if act.review_in is None else last + dt.timedelta(days=act.review_in)


def _script(table: Mapping[str, Any]) -> Script:
    def stretches(name: str) -> tuple[Stretch, ...]:
        return tuple(_stretch(line) for line in table.get(name, ()))

    def acts(name: str) -> tuple[Act, ...]:
        return tuple(_act(line) for line in table.get(name, ()))

    return Script(
        table["athlete"],
        table.get("calm", 0),
        stretches("mornings"),
        stretches("sessions"),
        acts("decisions"),
        acts("corrections"),
        acts("appointments"),
    )


def _stretch(line: Mapping[str, Any]) -> Stretch:
    values = {name: value for name, value in line.items() if name not in _WHERE}
    session = line.get("of_session") or line.get("since_session")
    return Stretch(line.get("from", 0), line.get("to", 0), values, session, "since_session" in line)


def _act(line: Mapping[str, Any]) -> Act:
    own = ("ago", "at", "by", "day_ago", "review_in")
    values = {name: tuple(v) if isinstance(v, list) else v for name, v in line.items() if name not in own}
    return Act(values=values, **{name: line[name] for name in own if name in line})


def _a_day_each(name: str, value: Any) -> bool:
    return isinstance(value, list) and name != "not_answered"
