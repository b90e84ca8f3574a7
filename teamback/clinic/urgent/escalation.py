"""The rules of escalation: what in the record asks for somebody to act, as open or closed tasks."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from teamback.clinic.urgent.red_flags import RedFlags, complete, waits_to_be_confirmed
from teamback.clinic.urgent.tasks import CLOSED, Task
from teamback.record.clinical_words import REFERRED_TO, SETS_OUT
from teamback.record.events import CaseClosed, CaseOpened, RedFlagScreen, Referral, TaskAct
from teamback.record.kept import Kept
from teamback.record.words import PROFESSIONS

_CLINICIANS = ("doctor", "physio")


@dataclass(frozen=True)
class Flare:
    """A flare-up that the athlete reported: the number of the check-in, and its day."""

    seq: int
    day: dt.date


@dataclass(frozen=True)
class Signs:
    """What the rules read about one athlete up to a day, each oldest first; a later rule adds its own."""

    athlete: int
    screens: Sequence[Kept[RedFlagScreen]] = ()
    acts: Sequence[Kept[TaskAct]] = ()
    referrals: Sequence[Kept[Referral]] = ()
    flares: Sequence[Flare] = ()
    opened: Sequence[Kept[CaseOpened]] = ()
    closed: Sequence[Kept[CaseClosed]] = ()

    def about(self, rule: str, cause: int) -> tuple[Kept[TaskAct], ...]:
        """What people did about one task."""
        return tuple(act for act in self.acts if (act.event.rule, act.event.cause) == (rule, cause))

    def closing(self, rule: str, cause: int) -> int | None:
        """The number of the entry that closed a task; None while it is open."""
        return next((act.seq for act in self.about(rule, cause) if act.event.act == CLOSED), None)


Rule = Callable[[Signs, RedFlags], Iterator[Task]]


def cauda_equina_signs_are_new(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES1: bladder, bowel or sexual dysfunction, saddle numbness or weakness in both legs: hospital now."""
    return _raised("ES1", signs, flags)


def one_leg_is_weak(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES2: new or progressive weakness in one leg, or a foot that drops: medical review the same day."""
    return _raised("ES2", signs, flags)


def back_may_be_broken(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES3: major trauma, sudden severe central pain or a new deformity: medical review the same day."""
    return _raised("ES3", signs, flags)


def back_may_be_infected(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES4: fever or chills with back pain, or a recent bacterial infection: medical review the same day."""
    return _raised("ES4", signs, flags)


def signs_need_a_closer_look(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES5: unexplained weight loss or unremitting night pain: a clinician decides today, nobody else."""
    return _raised("ES5", signs, flags)


def screen_is_incomplete(signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """ES15: an item answered unknown, or a yes that nobody confirmed: ask again today.

    A later complete screen is the answer; until then, and until somebody closes it, it stays one task.
    """
    causes: list[Kept[RedFlagScreen]] = []
    for screen in (kept for kept in signs.screens if not kept.event.background):
        if complete(screen.event, flags):
            causes = [cause for cause in causes if signs.closing("ES15", cause.seq)]
        elif (screen.event.unknown or waits_to_be_confirmed(screen.event)) and not any(
            _stands_for(cause, screen, signs) for cause in causes
        ):
            causes.append(screen)
    for cause in causes:
        yield _ask_again(cause, signs, flags)


def athlete_was_referred(signs: Signs, _: RedFlags) -> Iterator[Task]:
    """REF: an athlete was sent to somebody else: due on the day set, open until there is an outcome."""
    for kept in signs.referrals:
        to = kept.event.to_role
        owner = (PROFESSIONS[to],) if to in PROFESSIONS else _CLINICIANS
        says = f"Referred to {REFERRED_TO.get(to, to)}: {kept.event.reason}"
        yield _task("REF", kept.seq, kept.event.day, signs, says, "refer", owner, kept.event.due)


def flare_in_an_open_case(signs: Signs, _: RedFlags) -> Iterator[Task]:
    """R3: the athlete reports a flare-up in an open case: a clinician looks within 1 working day."""
    cause = None
    for flare in signs.flares:
        if not _in_a_case(flare, signs):
            continue
        closing = signs.closing("R3", cause.seq) if cause else 0
        if closing is not None and closing < flare.seq:
            cause = flare
            says = "Flare-up reported in an open case: clinician review within 1 working day"
            due = next_working_day(flare.day)
            yield _task("R3", flare.seq, flare.day, signs, says, "review", ("physio", "doctor"), due)


RULES: tuple[Rule, ...] = (
    cauda_equina_signs_are_new,
    one_leg_is_weak,
    back_may_be_broken,
    back_may_be_infected,
    signs_need_a_closer_look,
    screen_is_incomplete,
    athlete_was_referred,
    flare_in_an_open_case,
)
"""A rule's docstring is its sentence on the rules page."""


def tasks(signs: Signs, flags: RedFlags) -> list[Task]:
    """All tasks of one athlete, open and closed."""
    return [task for rule in RULES for task in rule(signs, flags)]


def open_flags(signs: Signs, flags: RedFlags) -> list[Task]:
    """The tasks of ES1 to ES4 that nobody has closed: while there is one, the athlete is Out."""
    return [task for task in tasks(signs, flags) if task.rule in SETS_OUT and task.is_open]


def next_working_day(day: dt.date) -> dt.date:
    """The first day from Monday to Friday after a day."""
    following = day + dt.timedelta(days=1)
    while following.weekday() > 4:
        following += dt.timedelta(days=1)
    return following


def _raised(rule: str, signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """A task for each screen with a new yes of a rule; those that act by themselves want it confirmed."""
    said = flags.rules[rule]
    for kept in signs.screens:
        screen = kept.event
        if rule not in screen.raised or (rule in SETS_OUT and not screen.confirmed):
            continue
        answers = flags.short(screen.yes, rule)
        says = f"{answers[:1].upper()}{answers[1:]}. {said.task}" if answers else said.task
        now = said.due == "now"
        yield _task(rule, kept.seq, screen.day, signs, says, said.level, said.owner, screen.day, now)


def _ask_again(cause: Kept[RedFlagScreen], signs: Signs, flags: RedFlags) -> Task:
    rule, screen = flags.rules["ES15"], cause.event
    waiting = [r for r in screen.raised if r in SETS_OUT and r in flags.rules and not screen.confirmed]
    now = any(flags.rules[r].due == "now" for r in waiting)
    if waiting:
        yes = ", ".join(flags.short(screen.yes, r) for r in waiting)
        says = f"Yes, but not confirmed: {yes}. Ask again"
    elif len(screen.unknown) == len(flags.items):
        says = "The warning signs were not answered. Ask again"
    else:
        says = f"Not known: {flags.short(screen.unknown)}. Ask again"
    return _task("ES15", cause.seq, screen.day, signs, says, rule.level, rule.owner, screen.day, now)


def _stands_for(cause: Kept[RedFlagScreen], screen: Kept[RedFlagScreen], signs: Signs) -> bool:
    """Whether the task of an earlier screen, open when this one came, asks for this one as well."""
    closing = signs.closing("ES15", cause.seq)
    worse = waits_to_be_confirmed(screen.event) and not waits_to_be_confirmed(cause.event)
    return (closing is None or closing > screen.seq) and not worse


def _in_a_case(flare: Flare, signs: Signs) -> bool:
    ended = {kept.event.case_id: kept.seq for kept in signs.closed}
    return any(
        case.seq < flare.seq < ended.get(case.event.case_id, flare.seq + 1) and case.event.day <= flare.day
        for case in signs.opened
    )


def _task(
    rule: str,
    cause: int,
    since: dt.date,
    signs: Signs,
    says: str,
    level: str,
    owner: tuple[str, ...],
    due: dt.date,
    now: bool = False,
) -> Task:
    return Task(signs.athlete, rule, cause, says, level, owner, since, due, now, signs.about(rule, cause))
