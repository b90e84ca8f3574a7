"""What a squad page looks at."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import SquadNamed
from teamback.record.scope import Scope
from teamback.rounds import squads
from teamback.store import Store


@dataclass(frozen=True)
class Here:
    """What a squad page looks at: which squad, which day, and what was known (None: everything)."""

    store: Store
    scope: Scope
    squad: SquadNamed
    day: dt.date
    today: dt.date
    known_at: int | None
    seen: int

    @property
    def is_today(self) -> bool:
        """Whether the day in view is the squad's present day."""
        return self.day == self.today

    @property
    def now(self) -> dt.datetime:
        """The present in the squad's own time."""
        return squads.now_in(self.store, self.squad)
