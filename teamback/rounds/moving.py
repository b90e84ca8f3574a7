"""How an athlete moves: to another squad, to one more, away, and back. Their history goes with them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teamback.record.event import Event
from teamback.record.events import Joined, Left, SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.words import short_day
from teamback.rounds.people import Person

MOVE, ALSO, LEAVE, BACK = "move", "also", "leave", "back"


@dataclass(frozen=True)
class Moving:
    """What the form of a move holds: `what` is one of MOVE, ALSO, LEAVE and BACK, from a day on.

    `to` is the key of the other squad, for MOVE and ALSO; `reason` says why somebody leaves.
    """

    what: str | None
    day: dt.date | None
    to: str | None = None
    loan: bool = False
    reason: str | None = None


def choices(who: Person, others: Sequence[SquadNamed]) -> list[str]:
    """What can be done about this person, with these other squads to go to."""
    if not who.is_here:
        return [BACK]
    return [MOVE, ALSO, LEAVE] if any(item.squad not in who.squads_now for item in others) else [LEAVE]


def refusals(typed: Moving, who: Person, today: dt.date) -> list[Refusal]:
    """Everything that refuses a move as typed."""
    if typed.what is None:
        return [Refusal("Choose what happens.", "what")]
    return [*_where(typed, who), *_when(typed, who, today), *_why(typed)]


def _where(typed: Moving, who: Person) -> Iterator[Refusal]:
    if typed.what not in (MOVE, ALSO):
        return
    if typed.to is None:
        yield Refusal("Choose the other squad.", "to")
    elif typed.to in who.squads_now:
        yield Refusal(f"{who.known_as} is on that squad already: choose another.", "to")


def _when(typed: Moving, who: Person, today: dt.date) -> Iterator[Refusal]:
    if typed.day is None:
        yield Refusal("Choose the first day of the change.", "day")
    elif typed.day > today:
        yield Refusal(
            f"{short_day(typed.day, today)} has not come yet: enter the change on the day itself.", "day"
        )
    elif (since := _not_before(typed, who)) and typed.day < since:
        yield Refusal(
            f"The last move was on {short_day(since, today)}: choose that day or a later one.", "day"
        )


def _not_before(typed: Moving, who: Person) -> dt.date | None:
    """The last day on which something happened in the squads that this move is about."""
    here = who.move.event.squad
    about = {typed.to, here} if typed.what != ALSO else {typed.to}
    days = [stay.until or stay.since for stay in who.stays if stay.squad in about]
    return max(days, default=None)


def _why(typed: Moving) -> Iterator[Refusal]:
    if typed.what == LEAVE and not typed.reason:
        yield Refusal("Say why the athlete leaves.", "reason")


def events(typed: Moving, who: Person, others: Sequence[SquadNamed]) -> list[Event]:
    """The entries of a move that nothing speaks against, one batch."""
    assert typed.day is not None
    day, athlete, here = typed.day, who.athlete, who.move.event.squad
    if typed.what == LEAVE:
        return [Left(day=day, athlete=athlete, squad=here, reason=typed.reason)]
    joined = Joined(day=day, athlete=athlete, squad=typed.to or here, loan=typed.loan)
    if typed.what != MOVE:
        return [joined]
    to = next((item.name for item in others if item.squad == joined.squad), joined.squad)
    reason = f"on loan to {to}" if typed.loan else f"moved to {to}"
    return [Left(day=day, athlete=athlete, squad=here, reason=reason), joined]
