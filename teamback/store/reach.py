"""How far a person reaches: whoever reads at all, the athletes who are or were on a squad they serve."""

from collections.abc import Iterable

from teamback.record.refusal import Refusal
from teamback.record.scope import SELF, Scope
from teamback.store.engine import Execute

ON_SQUADS = (
    "select m.athlete from joined m where m.squad = any({squads}::text[]) and not exists"
    " (select 1 from superseded s where s.seq = m.seq and s.until_seq is null)"
)
"""The athletes whom joining made reachable: asked of the present even where a past state is looked at, so
that nobody loses sight of the history of an athlete who is theirs now."""


def refuse_outsider(scope: Scope) -> None:
    """Raises for a role that reads nothing about athletes, and for an athlete without their own number."""
    if scope.audience is None or (scope.audience == SELF and scope.athlete is None):
        raise Refusal("Your role does not read athletes' records.")


def athletes_served(read: Execute, squads: Iterable[str]) -> list[int]:
    """The numbers of the athletes who are or were on any of these squads."""
    return [int(athlete) for (athlete,) in read(ON_SQUADS.format(squads="$1"), [sorted(squads)])]
