"""What the rules of today say about past mornings of a squad, and how often they raise an alarm."""

import datetime as dt
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from teamback.record.flag import AMBER, RED
from teamback.record.scope import Scope
from teamback.rounds.board import BoardRow
from teamback.rounds.squad_day import squad_day
from teamback.store import Store

HIGHEST_ALARM_RATE = 0.20
"""Amber and red together among those who reported, median over the days: what the rules have to keep to."""


@dataclass(frozen=True)
class Spoke:
    """One rule that spoke about one athlete."""

    athlete: int
    known_as: str
    rule: str
    level: str


@dataclass(frozen=True)
class PastDay:
    """One morning looked back at: who stood on the roster, how many reported, every rule that spoke."""

    day: dt.date
    athletes: tuple[int, ...]
    reported: int
    alarm: float | None
    spoke: tuple[Spoke, ...]


def past_days(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, days: int
) -> tuple[PastDay, ...]:
    """So many mornings up to a day, oldest first, by the rules and limits of now."""
    back = [day - dt.timedelta(days=n) for n in range(days - 1, -1, -1)]
    return tuple(_past_day(each, squad_day(store, squad, each, known_at, scope).rows) for each in back)


def _past_day(day: dt.date, rows: Sequence[BoardRow]) -> PastDay:
    spoke = tuple(
        Spoke(row.athlete.athlete, row.athlete.known_as, reason.rule, reason.level)
        for row in rows
        for reason in row.flag.reasons
        if reason.rule != "G"
    )
    athletes = tuple(row.athlete.athlete for row in rows)
    return PastDay(day, athletes, sum(row.reported for row in rows), alarm_share(rows), spoke)


def alarm_share(rows: Iterable[BoardRow]) -> float | None:
    """The share of amber and red among those who reported; None when nobody did."""
    reported = [row for row in rows if row.reported]
    if not reported:
        return None
    return sum(row.flag.level in (RED, AMBER) for row in reported) / len(reported)


def alarm_rate(shares: Iterable[float | None]) -> float | None:
    """The median over the days on which anybody reported; None without any."""
    known = [share for share in shares if share is not None]
    return statistics.median(known) if known else None
