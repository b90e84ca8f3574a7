"""The answers of a check-in form as one batch: the check-in, and what was said with it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from teamback.clinic import reports
from teamback.clinic.assessment import instruments
from teamback.clinic.low_back import journal_entries
from teamback.clinic.low_back.weekly_question import as_total
from teamback.clinic.urgent.red_flags import Answers
from teamback.record.events import CheckIn, InstrumentTotal, PainEntry, RedFlagScreen
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.check_ins.this_morning import OSTRC, ThisMorning
from teamback.rounds.correcting import in_place_of
from teamback.rounds.reports_of_day import Person
from teamback.rounds.urgent.morning_report import Batch, batch
from teamback.store import Store
from teamback.store.appending import Entry

JOURNAL = ("position_trigger", "preceding_activity", "easing_factor")


@dataclass(frozen=True)
class Typed:
    """What a form holds: `answers` are fields of the check-in, `pains` scores at the sites of cases.

    `back` are the fields of the journal, None where the back does not hurt; `week` the four answers of the
    OSTRC, None where it is not asked. `urgent` says that a warning sign was confirmed by a second tap.
    """

    answers: Mapping[str, Any]
    pains: Mapping[str, float | None]
    signs: Answers | None = None
    urgent: bool = False
    back: Mapping[str, Any] | None = None
    week: Mapping[str, float | None] | None = None


@dataclass(frozen=True)
class Together:
    """What is to be kept as one batch, the warning signs in it, and what refuses it."""

    entries: Batch
    screens: list[RedFlagScreen]
    refusals: tuple[Refusal, ...]


def together(
    store: Store,
    scope: Scope,
    who: Person,
    day: dt.date,
    today: dt.date,
    typed: Typed,
    asked: ThisMorning,
    was: Kept[CheckIn] | None,
) -> Together:
    """Each answer takes the place of the one of that day; staff who enter it are named in it."""
    by = scope.signature if scope.athlete is None else None
    about: dict[str, Any] = {"day": day, "athlete": who.athlete, "asked_by": by}
    now = store.clock()
    check_in = CheckIn(rated_at=now, side=_side(typed, was), **about, **typed.answers)
    screens: list[RedFlagScreen] = []
    if typed.signs and (typed.signs.begun or asked.besides.screen is None):
        screens = typed.signs.screens(who.athlete, day, typed.urgent, by)
    pain, week = _journal(typed, asked, about), _week(typed, asked, about)
    entries = batch(in_place_of(store, scope, who, check_in, was), typed.pains, asked.besides, screens)
    refusals = list(reports.check_in(check_in, today, who.joined))
    if pain:
        entries.append(in_place_of(store, scope, who, pain, asked.journal))
        refusals += journal_entries.pain(pain, today, who.joined, now) if typed.back else ()
    if week:
        entries.append(Entry(week, asked.week.seq if asked.week else None))
        refusals += instruments.refusals(week, today, who.joined)
    return Together(entries, screens, tuple(_once(refusals)))


def _side(typed: Typed, was: Kept[CheckIn] | None) -> str | None:
    """The side tapped on the map; one that was given without a map is kept."""
    if typed.back is None:
        return None
    before = was.event.side if was else None
    return typed.back["side"] if typed.back["area"] else before


def _journal(typed: Typed, asked: ThisMorning, about: Mapping[str, Any]) -> PainEntry | None:
    """The back in the journal, where more than a score was said; a back that is well again counts as 0."""
    score = typed.answers["low_back_now"]
    if typed.back is None:
        well = PainEntry(site="low_back", pain=score, with_check_in=True, **about)
        return well if asked.journal else None
    said = {name: typed.back[name] for name in ("area", "side", *JOURNAL)}
    if asked.journal is None and not any(said.values()):
        return None
    spread = typed.answers.get("spread_to_leg")
    return PainEntry(site="low_back", pain=score, spread_to_leg=spread, with_check_in=True, **about, **said)


def _week(typed: Typed, asked: ThisMorning, about: Mapping[str, Any]) -> InstrumentTotal | None:
    if typed.week is None or (not any(v is not None for v in typed.week.values()) and not asked.week):
        return None
    return InstrumentTotal(instrument=OSTRC, **about, **as_total(typed.week))


def _once(refusals: list[Refusal]) -> Iterator[Refusal]:
    """A sentence about the day is said once, though it refuses each entry."""
    said: set[str] = set()
    for refusal in refusals:
        if refusal.sentence not in said:
            said.add(refusal.sentence)
            yield refusal
