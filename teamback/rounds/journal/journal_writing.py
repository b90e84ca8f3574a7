"""What was written lately into an athlete's pain journal and diary of progress, and what is typed now."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from teamback.clinic.exercise.sports import profile
from teamback.clinic.low_back import journal_entries
from teamback.record.events import ManoeuvreScore, PainEntry, SquadNamed
from teamback.record.kept import Kept
from teamback.record.pain_words import MANOEUVRES
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.correcting import in_place_of
from teamback.rounds.diary import Line, lines
from teamback.rounds.reports_of_day import Person, reports
from teamback.store import Store
from teamback.store.appending import Entry

LATELY = dt.timedelta(days=28)
PROGRESS = dt.timedelta(days=90)
NOWHERE = Refusal("Say where it hurt: tap the figure, or choose from the list.", "area")
_OF_A_DEMAND = {"jump": "jump_and_land", "throw": "throw_or_bowl", "rotate": "rotation"}


@dataclass(frozen=True)
class When:
    """When it hurt, as typed: the day, and the times where they are known; `over` says that it has ended."""

    day: dt.date
    began: dt.time | None = None
    over: bool = False
    ended_on: dt.date | None = None
    ended: dt.time | None = None


def written_lately(store: Store, scope: Scope, who: Person, day: dt.date) -> tuple[Line[PainEntry], ...]:
    """The journal of the last 28 days, newest first, with what was corrected or set aside."""
    return lines(store, PainEntry, scope, who, day - LATELY, day)


def entry(
    typed: Mapping[str, Any], when: When, who: Person, squad: SquadNamed, by: Scope, was: PainEntry | None
) -> PainEntry | Refusal:
    """What is typed as an entry; its place must be known, an older entry without one keeps its site."""
    if typed["site"] is None and (was is None or was.area):
        return NOWHERE
    place = typed if typed["site"] else {"site": was.site, "side": was.side} if was else {}
    asked_by = by.signature if by.athlete is None else None
    ended = moment(squad, when.ended_on or when.day, when.ended) if when.over else None
    about: dict[str, Any] = {"started": moment(squad, when.day, when.began), "ended": ended}
    return PainEntry(
        **{**typed, **place, **about, "day": when.day, "athlete": who.athlete, "asked_by": asked_by}
    )


def refusals(typed: PainEntry, who: Person, squad: SquadNamed, now: dt.datetime) -> tuple[Refusal, ...]:
    """What the clinic has against it, by the squad's own clock."""
    zone = ZoneInfo(squad.time_zone)
    return journal_entries.pain(typed, now.astimezone(zone).date(), who.joined, now.astimezone(zone))


def moment(squad: SquadNamed, day: dt.date, time: dt.time | None) -> dt.datetime | None:
    """A time of the squad's clock; None where only the day is known."""
    return None if time is None else dt.datetime.combine(day, time, ZoneInfo(squad.time_zone))


def scores_lately(store: Store, scope: Scope, who: Person, day: dt.date) -> dict[str, Kept[ManoeuvreScore]]:
    """The newest score of each movement in the last 90 days."""
    found = reports(store, ManoeuvreScore, scope, [who], day - PROGRESS, day)
    newest = sorted(found, key=lambda kept: (kept.event.day, kept.seq))
    return {kept.event.manoeuvre: kept for kept in newest}


def movements(scored: Mapping[str, Kept[ManoeuvreScore]], sport: str) -> list[str]:
    """Which movements the list opens with: those scored before, else what the sport asks for."""
    known = [name for name in MANOEUVRES if name in scored]
    if known:
        return known
    demands = found.demands if (found := profile(sport)) else ()
    asked = [_OF_A_DEMAND.get(demand, demand) for demand in demands]
    return [name for name in asked if name in MANOEUVRES][:4] or ["lift", "run", "rotation"]


def progress(
    store: Store,
    scope: Scope,
    who: Person,
    day: dt.date,
    typed: Mapping[str, tuple[float | None, float | None]],
    scored: Mapping[str, Kept[ManoeuvreScore]],
) -> list[Entry]:
    """The lines that say something new; one of the same day takes the place of the one before."""
    asked_by = scope.signature if scope.athlete is None else None
    found = []
    for name, (confidence, performance) in typed.items():
        was = scored.get(name)
        today = was if was and was.event.day == day else None
        before = (today.event.confidence, today.event.performance) if today else (None, None)
        if (confidence, performance) != before:
            score = ManoeuvreScore(
                day=day,
                athlete=who.athlete,
                manoeuvre=name,
                confidence=confidence,
                performance=performance,
                asked_by=asked_by,
            )
            found.append(in_place_of(store, scope, who, score, today))
    return found


def against(entries: Sequence[Entry], today: dt.date, joined: dt.date) -> list[Refusal]:
    """What refuses the lines of the diary; nothing typed is one of it."""
    if not entries:
        return [Refusal("Nothing was scored: tap at least one number.")]
    scores = [item.event for item in entries if isinstance(item.event, ManoeuvreScore)]
    return [refusal for score in scores for refusal in journal_entries.manoeuvre(score, today, joined)]
