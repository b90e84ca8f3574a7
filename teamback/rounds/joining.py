"""What stands between a typed athlete and the record: names, numbers of other systems, days."""

import datetime as dt
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from teamback.record.event import Event
from teamback.record.events import AthleteNamed, Joined
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.record.words import short_day
from teamback.rounds.people import Person
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.intake import athletes_known_as
from teamback.store.queries.roster import namesakes

_EXTERNAL_ID = re.compile(r"[^\s:]+:\S.*")
_OLDEST = 100


@dataclass(frozen=True)
class Details:
    """What the form about an athlete holds; `joined` is their first day on the squad in view."""

    known_as: str
    name: str | None
    date_of_birth: dt.date | None
    sex: str | None
    position: str | None
    sport: str | None
    external_ids: tuple[str, ...]
    joined: dt.date | None
    loan: bool


def refusals(typed: Details, today: dt.date, who: Person | None, store: Store) -> list[Refusal]:
    """Everything that refuses an athlete as typed; `who` is being corrected, None for a new one."""
    return [
        *_names(typed),
        *_born(typed, today),
        *_external_ids(typed, who, store),
        *_joined(typed, today, who),
    ]


def same_name(typed: Details, who: Person | None, store: Store, scope: Scope) -> list[str]:
    """A sentence about each athlete who is called the same already: it may be the same person."""
    sought = [name for name in (typed.known_as, typed.name) if name]
    own = who.athlete if who else None
    before = {who.known_as, who.named.event.name} if who else set()
    if who and set(sought) <= before:
        return []
    found = {kept.event.athlete: kept.event for kept in namesakes(store, scope, sought)}
    return [_described(athlete) for number, athlete in found.items() if number != own]


def _described(athlete: AthleteNamed) -> str:
    born = athlete.date_of_birth
    full = f" ({athlete.name})" if athlete.name else ""
    said = f", born {born.day} {born:%b %Y}," if born else ""
    return f"{athlete.known_as}{full}{said} is on record already."


def _names(typed: Details) -> Iterator[Refusal]:
    if not typed.known_as:
        yield Refusal("Say what everybody calls the athlete.", "known_as")


def _born(typed: Details, today: dt.date) -> Iterator[Refusal]:
    born = typed.date_of_birth
    if born and not today.year - _OLDEST <= born.year <= today.year:
        yield Refusal(f"A date of birth in {born.year} cannot be right: mend the year.", "date_of_birth")


def _external_ids(typed: Details, who: Person | None, store: Store) -> Iterator[Refusal]:
    for text in typed.external_ids:
        if not _EXTERNAL_ID.fullmatch(text):
            yield Refusal(
                f"{text} is no external id: write system:id, such as catapult:4711, one a line.",
                "external_ids",
            )
    own = who.athlete if who else None
    # Asked of the whole record: an id that leads to two people misleads every import.
    for kept in athletes_known_as(store, PROGRAM, typed.external_ids) if typed.external_ids else []:
        if kept.event.athlete != own:
            taken = sorted(set(kept.event.external_ids) & set(typed.external_ids))
            yield Refusal(f"{taken[0]} belongs to another athlete: take it away there first.", "external_ids")


def _joined(typed: Details, today: dt.date, who: Person | None) -> Iterator[Refusal]:
    if who is not None and not who.is_here:
        return
    if typed.joined is None:
        yield Refusal("Choose the first day on the squad.", "joined")
    elif typed.joined > today:
        yield Refusal(f"{short_day(typed.joined, today)} has not come yet: enter who is here.", "joined")
    elif who is not None and (before := _left_before(who)) and typed.joined < before:
        yield Refusal(
            f"The stay before this one lasted until {short_day(before, today)}: choose a later day.", "joined"
        )


def _left_before(who: Person) -> dt.date | None:
    squad = who.move.event.squad
    return max((stay.until for stay in who.stays if stay.squad == squad and stay.until), default=None)


def new_athlete(typed: Details, squad: str, today: dt.date) -> list[Event]:
    """Who they are, and that they are on the squad from their first day on."""
    number, day = secrets.randbits(52), typed.joined or today
    named = AthleteNamed(
        day=day,
        athlete=number,
        home=squad,
        known_as=typed.known_as,
        name=typed.name,
        date_of_birth=typed.date_of_birth,
        sex=typed.sex,
        position=typed.position,
        sport=typed.sport,
        external_ids=typed.external_ids,
    )
    return [named, Joined(day=day, athlete=number, squad=squad, loan=typed.loan)]


def corrected(typed: Details, who: Person) -> Sequence[Entry]:
    """What is typed in place of what stood there; nothing where nothing changed. The home squad stays."""
    old, move = who.named.event, who.move.event
    named = replace(
        old,
        known_as=typed.known_as,
        name=typed.name,
        date_of_birth=typed.date_of_birth,
        sex=typed.sex,
        position=typed.position,
        sport=typed.sport,
        external_ids=typed.external_ids,
    )
    entries = [Entry(named, who.named.seq)] if named != old else []
    if isinstance(move, Joined):
        joined = replace(move, day=typed.joined or move.day, loan=typed.loan)
        entries += [Entry(joined, who.move.seq)] if joined != move else []
    return entries
