"""Who is on which squad on a day: the roster that drives every list."""

import datetime as dt
from collections.abc import Sequence

from teamback.record.events import AthleteNamed, Joined, Left, SquadNamed
from teamback.record.kept import Kept, Move, RosterAthlete
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.store.journal import Store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.queries.entries import kept, numbered
from teamback.store.reach import ON_SQUADS, refuse_outsider

_MOVED = """
  select seq, day, athlete, squad, true as here, loan{more_of_none} from joined
  union all
  select seq, day, athlete, squad, false as here, false as loan{more_of_none} from left_squad
"""
_MOVES = f"""
select t.day, t.seq, t.athlete, t.squad, t.here from ({_MOVED.format(more_of_none="")}) t
where t.athlete = any($2::bigint[]){{reach}} and {LIVE}
"""
_ROSTER = f"""
select t.day, t.seq, t.athlete, t.squad, t.here, t.loan, t.known_as, t.position, t.sport from (
  {_MOVED.format(more_of_none=", null as known_as, null as position, null as sport")}
  union all
  select seq, day, athlete, home as squad, null as here, null as loan, known_as, position, sport from athlete
) t where t.athlete in (select m.athlete from joined m where m.squad = $2::text) and {LIVE}
"""
"""Who ever was on the squad, with names: in one select, as each costs a millisecond before its first row."""


def squads(store: Store, scope: Scope, known_at: int | None = None) -> list[SquadNamed]:
    """The squads this person serves, by name."""
    named = numbered(store, SquadNamed, scope, "true", [], known_at)
    found = {item.event.squad: item.event for item in named}
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
    rows = sorted(store.engine.read(_ROSTER, [version, squad]), key=lambda row: row[:2])
    moves: dict[int, list[Move]] = {}
    stays: dict[int, tuple[dt.date, bool] | None] = {}
    for since, _, athlete, to, here, loan, *_ in rows:
        if here is not None:
            moves.setdefault(athlete, []).append(Move(athlete, since, to, here))
            if to == squad and since <= day:
                stays[athlete] = (since, loan) if here else None
    on_it = {athlete: stay for athlete, stay in stays.items() if stay and scope.athlete in (None, athlete)}
    found = {}
    for _, _, athlete, home, here, _, known_as, position, sport in sorted(rows, key=lambda row: row[1]):
        if here is None and athlete in on_it:
            said = (known_as, position, sport, home, *on_it[athlete])
            found[athlete] = RosterAthlete(athlete, *said, tuple(moves[athlete]))
    return sorted(found.values(), key=lambda row: (row.known_as.casefold(), row.athlete))


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
    for day, _, athlete, squad, here in sorted(store.engine.read(_MOVES.format(reach=reach), values)):
        if athlete in found:
            found[athlete].append(Move(athlete, day, squad, here))
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
