"""The rules of the warning signs, ES1 to ES5 and ES15: what an answer to a screen asks for."""

from collections.abc import Iterator

from teamback.clinic.urgent.red_flags import RedFlags, complete, waits_to_be_confirmed
from teamback.clinic.urgent.signs import Asks, Basis, Signs, task
from teamback.clinic.urgent.tasks import Task
from teamback.record.clinical_words import SETS_OUT
from teamback.record.events import RedFlagScreen
from teamback.record.kept import Kept


def cauda_equina_signs_are_new(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES1: bladder, bowel or sexual dysfunction, saddle numbness or weakness in both legs: hospital now."""
    return raised("ES1", signs, basis.flags)


def one_leg_is_weak(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES2: new or progressive weakness in one leg, or a foot that drops: medical review the same day."""
    return raised("ES2", signs, basis.flags)


def back_may_be_broken(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES3: major trauma, sudden severe central pain or a new deformity: medical review the same day."""
    return raised("ES3", signs, basis.flags)


def back_may_be_infected(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES4: fever or chills with back pain, or a recent bacterial infection: medical review the same day."""
    return raised("ES4", signs, basis.flags)


def signs_need_a_closer_look(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES5: unexplained weight loss or unremitting night pain: a clinician decides today, nobody else."""
    return raised("ES5", signs, basis.flags)


def screen_is_incomplete(signs: Signs, basis: Basis) -> Iterator[Task]:
    """ES15: an item answered unknown, or a yes that nobody confirmed: ask again today.

    A later complete screen is the answer; until then, and until somebody closes it, it stays one task.
    """
    flags = basis.flags
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


def raised(rule: str, signs: Signs, flags: RedFlags) -> Iterator[Task]:
    """A task for each screen with a new yes of a rule; those that act by themselves want it confirmed."""
    said = flags.rules[rule]
    for kept in signs.screens:
        screen = kept.event
        if rule not in screen.raised or (rule in SETS_OUT and not screen.confirmed):
            continue
        answers = flags.short(screen.yes, rule)
        says = f"{answers[:1].upper()}{answers[1:]}. {said.task}" if answers else said.task
        asks = Asks(says, said.level, said.owner, screen.day, said.due == "now")
        yield task(rule, kept.seq, screen.day, signs, asks)


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
    return task("ES15", cause.seq, screen.day, signs, Asks(says, rule.level, rule.owner, screen.day, now))


def _stands_for(cause: Kept[RedFlagScreen], screen: Kept[RedFlagScreen], signs: Signs) -> bool:
    """Whether the task of an earlier screen, open when this one came, asks for this one as well."""
    closing = signs.closing("ES15", cause.seq)
    worse = waits_to_be_confirmed(screen.event) and not waits_to_be_confirmed(cause.event)
    return (closing is None or closing > screen.seq) and not worse
