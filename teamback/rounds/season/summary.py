"""What a season came to for an athlete and for a squad: back, time lost, availability, injuries, work."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import SquadNamed
from teamback.record.kept import RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.limits_now import limits_at
from teamback.rounds.season.counting import count
from teamback.rounds.season.season import Season, together
from teamback.rounds.season.season_rows import people_between, read_season
from teamback.rounds.squads import squad_named
from teamback.store import Store
from teamback.store.queries.roster import roster


@dataclass(frozen=True)
class AthleteSeason:
    """One athlete's season."""

    athlete: RosterAthlete
    season: Season


@dataclass(frozen=True)
class SquadSeason:
    """A squad's season: each athlete who was on it for a day or more, by name, and all together."""

    squad: SquadNamed
    first: dt.date
    last: dt.date
    rows: tuple[AthleteSeason, ...]
    whole: Season


def squad_season(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, first: dt.date
) -> SquadSeason:
    """The season of a squad from a first day to the day in view."""
    named = squad_named(store, scope, squad)
    people = people_between(store, scope, named.squad, first, day, known_at)
    read, pain = read_season(store, people, first, day, known_at), _pain_day(store, known_at)
    rows = tuple(AthleteSeason(person, count(read, person, named.squad, pain)) for person in people)
    return SquadSeason(named, first, day, rows, together([row.season for row in rows]))


def athlete_season(
    store: Store, squad: str, day: dt.date, known_at: int | None, scope: Scope, athlete: int, first: dt.date
) -> Season:
    """The season of one athlete; Refusal when they are not on the squad's roster that day."""
    named = squad_named(store, scope, squad)
    found = [p for p in roster(store, scope, named.squad, day, known_at) if p.athlete == athlete]
    if not found:
        raise Refusal("This athlete is not on this squad on that day. Choose another squad or day.")
    read = read_season(store, found, first, day, known_at)
    return count(read, found[0], named.squad, _pain_day(store, known_at))


def _pain_day(store: Store, known_at: int | None) -> float:
    return limits_at(store, known_at)["referral_pain"].value
