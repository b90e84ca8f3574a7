"""A story as the tests of it ask for one."""

import datetime as dt

from teamback.record.scope import Scope
from teamback.rounds.story import Story, story
from teamback.store import Store
from tests.squads import MONDAY, PHYSIO


def told(
    store: Store,
    athlete: int,
    by: Scope = PHYSIO,
    since: dt.date | None = None,
    day: dt.date = MONDAY,
    known_at: int | None = None,
    squad: str = "first",
) -> Story:
    return story(store, squad, day, known_at, by, athlete, since)
