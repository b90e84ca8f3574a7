"""What a check-in asks besides the same questions of every morning, and how the answers are kept."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.record.clinical_words import SETS_OUT, site_of
from teamback.record.event import Event, audience_of
from teamback.record.events import Observation, RedFlagScreen
from teamback.record.kept import Kept
from teamback.record.scope import PROGRAM, Scope
from teamback.rounds.cases import open_cases
from teamback.rounds.reports_of_day import Person
from teamback.rounds.urgent.red_flags import open_red_flags, read_signs
from teamback.store import Store
from teamback.store.appending import Entry
from teamback.store.queries.clinical import clinical_entries

MORNING_PAIN = "morning_pain"
Batch = list[Event | Entry]


@dataclass(frozen=True)
class Asked:
    """What else one athlete is asked on a day.

    `sites` are those of open cases away from the low back, `pains` their scores of that day; `signs` says
    whether this person may be asked the warning signs, `screen` the last answers of that day, `background`
    what staff recorded about the past, and `urgent` the rules whose plain text stands on the page.
    """

    sites: tuple[str, ...]
    pains: Mapping[str, Kept[Observation]]
    signs: bool
    screen: RedFlagScreen | None
    background: RedFlagScreen | None
    urgent: tuple[str, ...]


def asked(store: Store, scope: Scope, who: Person, day: dt.date) -> Asked:
    """Read for one athlete; only the place of a case is told, whoever asks."""
    scored = clinical_entries(store, Observation, scope, [who.athlete], day, None, [who.home])
    today = [kept for kept in scored if kept.event.day == day and kept.event.scale == MORNING_PAIN]
    signs = scope.may_read(audience_of(RedFlagScreen, "yes"))
    screens = (
        clinical_entries(store, RedFlagScreen, scope, [who.athlete], day, None, [who.home]) if signs else []
    )
    answered = [kept for kept in screens if kept.event.day == day and not kept.event.background]
    return Asked(
        sites=_sites(store, who, day),
        pains={kept.event.site: kept for kept in today if kept.event.site},
        signs=signs,
        screen=answered[-1].event if answered else None,
        background=last_background(screens),
        urgent=_urgent(store, scope, who, day, answered) if signs else (),
    )


def last_background(screens: list[Kept[RedFlagScreen]]) -> RedFlagScreen | None:
    """What staff recorded last about an athlete's past."""
    return next((kept.event for kept in reversed(screens) if kept.event.background), None)


def background_of(store: Store, scope: Scope, athlete: int, home: str, day: dt.date) -> RedFlagScreen | None:
    """What staff recorded about an athlete's past up to a day."""
    return last_background(clinical_entries(store, RedFlagScreen, scope, [athlete], day, None, [home]))


def _sites(store: Store, who: Person, day: dt.date) -> tuple[str, ...]:
    sites = [site_of(case.case.region) for case in open_cases(store, PROGRAM, [who.athlete], day)]
    return tuple(dict.fromkeys(site for site in sites if site and site != "low_back"))


def _urgent(
    store: Store, scope: Scope, who: Person, day: dt.date, answered: list[Kept[RedFlagScreen]]
) -> tuple[str, ...]:
    """The rules of open flags, and of what was confirmed today and nobody has closed anything since."""
    rules = set(open_red_flags(store, scope, [who.athlete], [who.home], day)[who.athlete].rules)
    if answered and answered[-1].event.confirmed:
        signs = read_signs(store, [who.athlete], [who.home], day, None)[who.athlete]
        reviewed = any(act.event.act == "closed" and act.seq > answered[-1].seq for act in signs.acts)
        rules |= set() if reviewed else set(in_force().rules_of(answered[-1].event.yes))
    return tuple(rule for rule in in_force().rules if rule in rules & SETS_OUT)


def batch(
    report: Entry, pains: Mapping[str, float | None], extra: Asked, screens: Sequence[RedFlagScreen]
) -> Batch:
    """A check-in with what came with it; a score at a site takes the place of the one of that day."""
    athlete = int(report.event.subject)
    scores = [
        Entry(
            Observation(day=report.event.day, athlete=athlete, scale=MORNING_PAIN, value=value, site=site),
            extra.pains[site].seq if site in extra.pains else None,
        )
        for site, value in pains.items()
        if value is not None
    ]
    return [report, *scores, *screens]
