"""The check-in on a tablet: whose names stand there, and a morning of which nothing is shown."""

from dataclasses import replace

from teamback.record.scope import Scope
from teamback.rounds import squads
from teamback.rounds.check_ins.this_morning import ThisMorning
from teamback.store import Store
from teamback.store.queries.tablet import NameToTap, names_on_tablet, squads_of_tablet


def names(store: Store, tablet: Scope) -> list[NameToTap]:
    """Everybody who is on the squads of a tablet today, once each, by name."""
    found = {
        one.athlete: one
        for squad in squads_of_tablet(store, tablet)
        for one in names_on_tablet(store, tablet, squad.squad, squads.now_in(store, squad).date())
    }
    return sorted(found.values(), key=lambda one: (one.known_as.casefold(), one.athlete))


def without_what_was_said(asked: ThisMorning) -> ThisMorning:
    """The same questions, and no answer of before: others stand around a tablet.

    The weekly questions that were answered that day are not asked again: gaps would take their place.
    """
    besides = replace(asked.besides, pains={}, screen=None, background=None)
    weekly = asked.weekly and asked.week is None
    return replace(asked, besides=besides, journal=None, weekly=weekly, week=None, plan=None)
