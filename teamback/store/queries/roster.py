"""Who is on which squad on a day: the roster that drives every list."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from teamback.record.events import AthleteNamed, Joined, Left, SquadNamed
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import kept
from teamback.store.reach import ON_SQUADS, refuse_outsider

_SQUAD_MOVES = f"""
select t.athlete, t.day, t.seq, true as here, t.loan from joined t
where t.squad = $2::text and t.day <= $3::date and {LIVE}
union all
select t.athlete, t.day, t.seq, false as here, false as loan from left_squad t
where t.squad = $2::text and t.day <= $3::date and {LIVE}
"""

_NAMED = f"""
select t.athlete, t.known_as, t.position, t.sport, t.home from athlete t
where t.athlete = any($2::bigint[]) and {LIVE} order by t.seq
"""

_MOVES = f"""
select t.athlete, t.day, t.squad, true as here, t.seq from joined t
where t.athlete = any($2::bigint[]){{reach}} and {LIVE}
union all
select t.athlete, t.day, t.squad, false as here, t.seq from left_squad t
where t.athlete = any($2::bigint[]){{reach}} and {LIVE}
"""


class Move(NamedTuple):
    """An athlete joined a squad on a day (`here`), or left it."""

    athlete: int
    day: dt.date
    squad: str
    here: bool


def squads(store: Store, scope: Scope, known_at: int | None = None) -> list[SquadNamed]:
    """The squads this person serves, by name."""
    found = {item.event.squad: item.event for item in kept(store, SquadNamed, scope, "true", [], known_at)}
    return sorted(
        (s for s in found.values() if scope.serves(s.squad)), key=lambda s: (s.name.casefold(), s.squad)
    )


def roster(
    store: Store, scope: Scope, squad: str, day: dt.date, known_at: int | None = None
) -> list[RosterAthlete]:
    """The athletes of a squad on a day, by name; an athlete who asks is given themselves alone."""
    refuse_outsider(scope)
    if not scope.serves(squad):
        raise Refusal("You do not work with this squad.")
    version = EVERYTHING_KNOWN if known_at is None else known_at
    moves = sorted(store.engine.read(_SQUAD_MOVES, [version, squad, day]), key=lambda move: move[1:3])
    here = {athlete: (since, loan) for athlete, since, _, joined, loan in moves if joined}
    last = {athlete: joined for athlete, _, _, joined, _ in moves}
    on_it = [athlete for athlete in here if last[athlete] and scope.athlete in (None, athlete)]
    named = {}
    for athlete, known_as, position, sport, home in store.engine.read(_NAMED, [version, on_it]):
        since, loan = here[athlete]
        named[athlete] = RosterAthlete(athlete, known_as, position, sport, home, since, loan)
    return sorted(named.values(), key=lambda row: (row.known_as.casefold(), row.athlete))


def memberships(
    store: Store, scope: Scope, athlete: int, known_at: int | None = None
) -> list[Kept[Joined] | Kept[Left]]:
    """When an athlete joined and left squads, in the order of the days."""
    joined = kept(store, Joined, scope, "t.athlete = $2::bigint", [athlete], known_at)
    left = kept(store, Left, scope, "t.athlete = $2::bigint", [athlete], known_at)
    return sorted([*joined, *left], key=lambda item: (item.event.day, item.seq))


def moves_of(
    store: Store, scope: Scope, athletes: Sequence[int], known_at: int | None = None
) -> dict[int, list[Move]]:
    """Which squads each of several athletes joined and left, in the order of the days: in one select."""
    refuse_outsider(scope)
    values = [EVERYTHING_KNOWN if known_at is None else known_at, list(athletes)]
    reach = ""
    if scope.squads is not None:
        values.append(sorted(scope.squads))
        reach = f" and t.athlete in ({ON_SQUADS.format(squads='$3')})"
    found: dict[int, list[Move]] = {n: [] for n in athletes if scope.athlete in (None, n)}
    rows = store.engine.read(_MOVES.format(reach=reach), values)
    for *move, _ in sorted(rows, key=lambda row: (row[1], row[4])):
        if move[0] in found:
            found[move[0]].append(Move(*move))
    return found


def athlete_named(
    store: Store, scope: Scope, athlete: int, known_at: int | None = None
) -> Kept[AthleteNamed] | None:
    """Who an athlete is, as last recorded."""
    found = kept(store, AthleteNamed, scope, "t.athlete = $2::bigint", [athlete], known_at)
    return found[-1] if found else None


def athletes_named(
    store: Store, scope: Scope, athletes: list[int], known_at: int | None = None
) -> dict[int, Kept[AthleteNamed]]:
    """Who several athletes are."""
    found = kept(store, AthleteNamed, scope, "t.athlete = any($2::bigint[])", [athletes], known_at)
    return {item.event.athlete: item for item in found}


def namesakes(store: Store, scope: Scope, names: Sequence[str]) -> list[Kept[AthleteNamed]]:
    """The athletes of any squad who are called one of these names, however it is cased."""
    sought = [name.lower() for name in names]
    where = "lower(t.known_as) = any($2::text[]) or lower(t.name) = any($2::text[])"
    return kept(store, AthleteNamed, scope, where, [sought], None)
