"""Red flags of a squad: which are open, when each athlete was last screened, and what a yes brings about."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from teamback.clinic.urgent.escalation import open_flags
from teamback.clinic.urgent.red_flags import acts_by_itself, complete, raised
from teamback.clinic.urgent.red_flags_file import in_force
from teamback.clinic.urgent.signs import Signs
from teamback.clinic.urgent.tasks import Task
from teamback.record.clinical_words import LEVELS
from teamback.record.event import audience_of
from teamback.record.events import Availability, RedFlagScreen, TaskAct
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import CLINICIAN, COACH, PROGRAM, SELF, Scope
from teamback.record.words import who
from teamback.rounds.squads import today_at_home
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.clinical import clinical_entries, clinical_numbered, confirmed_screens
from teamback.store.queries.entries import as_recorded
from teamback.store.queries.roster import athlete_named, athletes_named, squads
from teamback.store.reach import athletes_served


@dataclass(frozen=True)
class Standing:
    """How an athlete stands: how many red flags are open, since when, and the last complete screen.

    `rules` and `rows` say which and why, and are empty for whoever may not read the answers; `screened_at` is
    the moment at which the last screen without an unknown item was recorded.
    """

    open: int = 0
    since: dt.date | None = None
    screened_at: dt.datetime | None = None
    screened_on: dt.date | None = None
    rules: tuple[str, ...] = ()
    rows: tuple[RowRead, ...] = ()


@dataclass(frozen=True)
class Alarm:
    """An athlete with a red flag that nobody has acknowledged, and the most urgent one."""

    athlete: int
    known_as: str
    level: str
    rule: str


def open_red_flags(
    store: Store,
    scope: Scope,
    athletes: Sequence[int],
    homes: Sequence[str],
    day: dt.date,
    known_at: int | None = None,
) -> dict[int, Standing]:
    """How each of these athletes stands on a day: two selects for all of them.

    That a flag is open is read for the whole staff and for oneself, as Out until reviewed is in everybody's
    view; the answers reach only whom their fields declare.
    """
    if scope.audience in (None, COACH):
        raise Refusal("Your role does not read red flags.")
    if scope.audience == SELF:
        athletes = [athlete for athlete in athletes if athlete == scope.athlete]
    elif scope.squads is not None:
        served = set(athletes_served(store.engine.read, scope.squads))
        athletes = [athlete for athlete in athletes if athlete in served]
    answers = scope.may_read(audience_of(RedFlagScreen, "yes"))
    found = read_signs(store, athletes, homes, day, known_at)
    return {athlete: _standing(signs, answers) for athlete, signs in found.items()}


def read_signs(
    store: Store, athletes: Sequence[int], homes: Sequence[str], day: dt.date, known_at: int | None
) -> dict[int, Signs]:
    """The screens of these athletes up to a day, and what was done about their tasks."""
    asked = (PROGRAM, athletes, day, known_at)
    answered = clinical_numbered(store, RedFlagScreen, *asked, homes)
    screens, acts = as_recorded(store, answered, clinical_numbered(store, TaskAct, *asked))
    return {
        athlete: Signs(
            athlete,
            screens=[kept for kept in screens if kept.event.athlete == athlete],
            acts=[kept for kept in acts if kept.event.athlete == athlete],
        )
        for athlete in athletes
    }


def _standing(signs: Signs, answers: bool) -> Standing:
    flags = in_force()
    found = open_flags(signs, flags)
    whole = [kept for kept in signs.screens if complete(kept.event, flags)]
    return Standing(
        open=len(found),
        since=min((task.since for task in found), default=None),
        screened_at=whole[-1].recorded_at if whole else None,
        screened_on=whole[-1].event.day if whole else None,
        rules=tuple(task.rule for task in found) if answers else (),
        rows=tuple(_row(signs, task) for task in found) if answers else (),
    )


def _row(signs: Signs, task: Task) -> RowRead:
    kept = next(kept for kept in signs.screens if kept.seq == task.cause)
    yes = in_force().short(kept.event.yes, task.rule)
    said = f"Yes to {yes}; said by {who(kept.recorded_by)}"
    return RowRead(kept.seq, "red_flag_screen", kept.event.day, said)


def alarms(store: Store, scope: Scope) -> tuple[Alarm, ...]:
    """The red flags of every squad this person serves that nobody has acknowledged; for clinicians alone."""
    if scope.audience != CLINICIAN:
        return ()
    found = unheard(store, scope)
    names = athletes_named(store, scope, [task.athlete for task in found]) if found else {}
    said = (Alarm(t.athlete, names[t.athlete].event.known_as, t.level, t.rule) for t in found)
    return tuple(sorted(said, key=lambda alarm: (list(LEVELS).index(alarm.level), alarm.known_as)))


def unheard(store: Store, scope: Scope) -> list[Task]:
    """Of each athlete the most urgent red flag that nobody has acknowledged."""
    homes = [squad.squad for squad in squads(store, PROGRAM)]
    screens = confirmed_screens(store, scope, homes)
    athletes = sorted({kept.event.athlete for kept in screens})
    if not athletes:
        return []
    acts = clinical_entries(store, TaskAct, scope, athletes, dt.date.max)
    found = []
    for athlete in athletes:
        signs = Signs(
            athlete,
            screens=[kept for kept in screens if kept.event.athlete == athlete],
            acts=[kept for kept in acts if kept.event.athlete == athlete],
        )
        waiting = [task for task in open_flags(signs, in_force()) if task.unheard]
        if waiting:
            found.append(min(waiting, key=lambda task: list(LEVELS).index(task.level)))
    return found


def with_what_follows(store: Store, entries: Sequence[Entry]) -> list[Entry]:
    """A batch with what a red-flag screen in it brings about: the rules it raises, and Out until reviewed."""
    found: list[Entry] = []
    for entry in entries:
        event = entry.event
        if isinstance(event, RedFlagScreen):
            event = replace(event, raised=raised(event, _before(store, entry, event), in_force()))
            entry = replace(entry, event=event)
        found.append(entry)
        if isinstance(event, RedFlagScreen) and acts_by_itself(event):
            found.append(_out(store, event))
    return found


def _before(store: Store, entry: Entry, screen: RedFlagScreen) -> list[Kept[RedFlagScreen]]:
    named = athlete_named(store, PROGRAM, screen.athlete)
    homes = [named.event.home] if named else []
    known = clinical_entries(store, RedFlagScreen, PROGRAM, [screen.athlete], screen.day, None, homes)
    return [kept for kept in known if kept.seq != entry.replaces]


def _out(store: Store, screen: RedFlagScreen) -> Entry:
    """Out until reviewed from the present day on, in the program's own name."""
    out = Availability(
        day=today_at_home(store, screen.athlete),
        athlete=screen.athlete,
        training="out",
        match="not_available",
        until_reviewed=True,
    )
    return Entry(out, by=PROGRAM)
