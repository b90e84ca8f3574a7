"""Changes that were made for an athlete (posture, footwear ...), and how each of them ended."""

import datetime as dt
from dataclasses import dataclass

from teamback.record.events import Intervention, InterventionEnded
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM, Scope
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

_FAR = dt.date.max


@dataclass(frozen=True)
class Change:
    """A change and its end, None while it holds."""

    began: Kept[Intervention]
    ended: Kept[InterventionEnded] | None

    @property
    def holds(self) -> bool:
        """Whether nobody has ended it yet."""
        return self.ended is None

    def passed(self, day: dt.date) -> bool:
        """Whether it was to last until a day that has come, and nobody has ended it."""
        until = self.began.event.until
        return self.holds and until is not None and until <= day


def changes_of(
    store: Store, scope: Scope, athlete: int, day: dt.date, known_at: int | None = None
) -> tuple[Change, ...]:
    """The changes of an athlete up to a day, newest first."""
    asked = (scope, [athlete], day, known_at)
    ends = {kept.event.intervention: kept for kept in clinical_entries(store, InterventionEnded, *asked)}
    began = clinical_entries(store, Intervention, *asked)
    return tuple(Change(kept, ends.get(kept.seq)) for kept in reversed(began))


def not_to_be_ended(store: Store, ending: InterventionEnded) -> Refusal | None:
    """Why a change cannot be ended: it is not this athlete's, or somebody has ended it."""
    found = [
        change
        for change in changes_of(store, PROGRAM, ending.athlete, _FAR)
        if change.began.seq == ending.intervention
    ]
    if not found:
        return Refusal("There is no such change any more: look at the list again.")
    if found[0].ended is not None:
        return Refusal("This change was ended already: look at the list again.")
    return None
