"""One athlete's session as typed in the form: what refuses it, what it asks first, and its entry."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from teamback.clinic import reports
from teamback.record.events import Session
from teamback.record.kept import Kept
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.correcting import in_place_of
from teamback.rounds.reports_of_day import Person
from teamback.rounds.squad_sessions import could_be_the_same, described, unusual
from teamback.store import Store
from teamback.store.appending import Entry

MISTAKE = "Entered by mistake."


@dataclass(frozen=True)
class Checked:
    """The session, rated now, with its refusals, and what has to be confirmed first where nothing refuses."""

    session: Session
    refusals: tuple[Refusal, ...]
    to_confirm: tuple[str, ...]

    @property
    def saying(self) -> str:
        """The word of confirmation once it is kept."""
        return f"Saved: {described(self.session)}."

    def entry(self, store: Store, scope: Scope, who: Person, was: Kept[Session] | None) -> Entry:
        """The session on its way into the journal."""
        return in_place_of(store, scope, who, self.session, was)


def check(
    answers: Mapping[str, Any],
    who: Person,
    day: dt.date,
    today: dt.date,
    now: dt.datetime,
    was: Kept[Session] | None,
    there: Iterable[Kept[Session]],
) -> Checked:
    """`there` are the athlete's sessions of that day, `was` the one that is corrected."""
    planned = was.event.planned if was else None
    typed = Session(day=day, athlete=who.athlete, planned=planned, rated_at=now, **answers)
    refusals = reports.session(typed, today, who.joined, confirmed=True)
    others = [entry for entry in there if was is None or entry.seq != was.seq]
    asking = () if refusals else (*unusual(typed, today), *could_be_the_same(typed, others))
    return Checked(typed, refusals, asking)
