"""Red flags: which warning signs are asked for, what a screen says, and the rule of an open one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from teamback.clinic.limits import Limits
from teamback.clinic.morning import HOUSE_RULE, Morning
from teamback.record.clinical_words import SETS_OUT
from teamback.record.events import RedFlagScreen
from teamback.record.flag import RED, Reason
from teamback.record.kept import Kept

RED_FLAG_OPEN = "Red flag open: no training until reviewed"


@dataclass(frozen=True)
class Item:
    """One warning sign in plain words, the rule it speaks to, and its short name for staff."""

    key: str
    rule: str
    says: str
    short: str


@dataclass(frozen=True)
class FlagRule:
    """What follows from a yes: for staff a task, its level, owners and due; for the athlete plain text."""

    id: str
    title: str
    level: str
    due: str
    owner: tuple[str, ...]
    task: str
    athlete: str
    source: str
    status: str
    checked_by: str
    next_review: dt.date


@dataclass(frozen=True)
class RedFlags:
    """All warning signs of one version; `background` are the questions about the past that staff ask once."""

    version: str
    standing_days: int
    rules: Mapping[str, FlagRule]
    items: tuple[Item, ...]
    background: tuple[tuple[str, str], ...]

    def rules_of(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The rules that a yes to these items speaks to, in their order."""
        spoken = {item.rule for item in self.items if item.key in keys}
        return tuple(rule for rule in self.rules if rule in spoken)

    def short(self, keys: Sequence[str], rule: str | None = None) -> str:
        """These items as staff name them, of one rule or of all."""
        return ", ".join(i.short for i in self.items if i.key in keys and rule in (None, i.rule))


@dataclass(frozen=True)
class Answers:
    """What a form holds: the items answered yes, no, not sure, and those without an answer.

    `background` are the answers to the questions about the past, where these are asked.
    """

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    background: "Answers | None" = None

    @property
    def begun(self) -> bool:
        """Whether anything was answered."""
        return bool(self.yes or self.no or self.unsure)

    def to_confirm(self, flags: RedFlags) -> tuple[str, ...]:
        """The items answered yes that ask for a second tap."""
        return tuple(i.key for i in flags.items if i.key in self.yes and i.rule in SETS_OUT)

    def screens(
        self, athlete: int, day: dt.date, confirmed: bool = False, asked_by: str | None = None
    ) -> list[RedFlagScreen]:
        """The entries to keep: what was asked and not answered is unknown, and never passes for a no."""
        found = [self._screen(athlete, day, confirmed, asked_by)]
        if self.background and self.background.begun:
            past = self.background._screen(athlete, day, False, asked_by)
            found.append(replace(past, background=True))
        return found

    def _screen(self, athlete: int, day: dt.date, confirmed: bool, asked_by: str | None) -> RedFlagScreen:
        return RedFlagScreen(
            day=day,
            athlete=athlete,
            yes=self.yes,
            no=self.no,
            unknown=(*self.unsure, *self.open),
            confirmed=confirmed,
            asked_by=asked_by,
        )


def acts_by_itself(screen: RedFlagScreen) -> bool:
    """Whether a screen sets Out until reviewed: a new yes on ES1 to ES4, confirmed by a second tap."""
    return screen.confirmed and bool(SETS_OUT & set(screen.raised))


def waits_to_be_confirmed(screen: RedFlagScreen) -> bool:
    """Whether a new yes on ES1 to ES4 was given and nobody confirmed it."""
    return not screen.confirmed and bool(SETS_OUT & set(screen.raised))


def complete(screen: RedFlagScreen, flags: RedFlags) -> bool:
    """Whether every item was answered yes or no, and no new yes waits to be confirmed."""
    answered = {*screen.yes, *screen.no}
    whole = all(item.key in answered for item in flags.items)
    return whole and not screen.unknown and not screen.background and not waits_to_be_confirmed(screen)


def raised(screen: RedFlagScreen, before: Sequence[Kept[RedFlagScreen]], flags: RedFlags) -> tuple[str, ...]:
    """The rules that a new or changed yes speaks to; `before` are the screens before it, oldest first.

    A yes is not new when it stood in the last screen of the last days and was confirmed there where that is
    asked: its task is open, or was reviewed.
    """
    if screen.background:
        return ()
    oldest = screen.day - dt.timedelta(days=flags.standing_days)
    earlier = [k.event for k in before if not k.event.background and oldest <= k.event.day <= screen.day]
    standing: set[str] = set()
    if earlier:
        last = earlier[-1]
        waiting = SETS_OUT & set(last.raised) if waits_to_be_confirmed(last) else frozenset()
        standing = {key for key in last.yes if not waiting & set(flags.rules_of([key]))}
    return flags.rules_of([key for key in screen.yes if key not in standing])


def red_flag_is_open(morning: Morning, limits: Limits) -> Reason | None:
    """C1: a red flag of ES1 to ES4 was confirmed and nobody has reviewed it: red, no training until then."""
    if not morning.red_flag_open:
        return None
    return Reason(
        rule="C1",
        level=RED,
        says=RED_FLAG_OPEN,
        value="open",
        threshold="any confirmed red flag whose task is not closed with an outcome",
        source="Finucane 2020, JOSPT (IFOMPT framework): no score; that an answer acts by itself is ours",
        status=HOUSE_RULE,
        limits=limits.version,
        rows=morning.read("red_flag"),
    )
