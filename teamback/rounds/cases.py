"""The cases of some athletes as they stand: what was opened, known better since, moved and closed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import (
    CaseClosed,
    CaseOpened,
    CaseUpdated,
    StageChange,
)
from teamback.record.kept import Kept
from teamback.record.scope import Scope
from teamback.store import Store
from teamback.store.queries.clinical import clinical_numbered
from teamback.store.queries.entries import as_recorded

COUNTED_FROM = ("enter", "progress", "step_back")
MOST_LIMITING = ("out", "rehab", "modified", "full")
_NOT_UPDATED = ("day", "case_id", "athlete")


@dataclass(frozen=True)
class CaseNow:
    """One case as it stands on a day; `case` is what was opened with all that is known better since.

    Changes are in the order recorded. A session of the day on which a stage began counts for it when it was
    recorded after the change.
    """

    case: CaseOpened
    opened: Kept[CaseOpened]
    changes: tuple[Kept[StageChange], ...]
    closed: Kept[CaseClosed] | None

    @property
    def number(self) -> int:
        """The case's number."""
        return self.case.case_id

    @property
    def athlete(self) -> int:
        """Whose case it is."""
        return self.case.athlete

    @property
    def open(self) -> bool:
        """Whether it is not closed yet."""
        return self.closed is None

    @property
    def began(self) -> dt.date:
        """The day from which the windows of its criteria count: nothing before it does."""
        return self.case.day

    @property
    def stage(self) -> int:
        """The number of the stage it stands in."""
        return self.changes[-1].event.to_stage if self.changes else 0

    @property
    def stage_name(self) -> str:
        """The name of that stage, as it was when it was entered."""
        return self.changes[-1].event.stage_name if self.changes else ""

    @property
    def last_counted(self) -> Kept[StageChange] | None:
        """The change from which days and sessions in the stage count."""
        counted = [c for c in self.changes if c.event.decision in COUNTED_FROM or c.event.counted_anew]
        return counted[-1] if counted else None

    @property
    def stage_since(self) -> dt.date:
        """The day of that change."""
        return self.last_counted.event.day if self.last_counted else self.began

    @property
    def since_seq(self) -> int:
        """The number of that change in the journal."""
        return self.last_counted.seq if self.last_counted else self.opened.seq

    def days_in_stage(self, day: dt.date) -> int:
        """Full days since the stage began: 0 on the day itself."""
        return (day - self.stage_since).days

    def case_day(self, day: dt.date) -> int:
        """Which day of the case it is: the day it began is day 1."""
        return (day - self.began).days + 1


def cases_of(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> list[CaseNow]:
    """Every case of these athletes up to a day, open or closed, oldest first."""
    if not athletes:
        return []
    asked = (scope, athletes, day, known_at)
    begun = clinical_numbered(store, CaseOpened, *asked)
    if not begun:
        return []
    since = [clinical_numbered(store, kind, *asked) for kind in (CaseUpdated, StageChange, CaseClosed)]
    opened, updated, changed, ended = as_recorded(store, begun, *since)
    updates, changes, closed = defaultdict(list), defaultdict(list), {}
    for update in updated:
        updates[update.event.case_id].append(update)
    for change in sorted(changed, key=lambda item: item.seq):
        changes[change.event.case_id].append(change)
    for closing in ended:
        closed[closing.event.case_id] = closing
    return [
        CaseNow(
            case=_known_better(entry.event, updates[entry.event.case_id]),
            opened=entry,
            changes=tuple(changes[entry.event.case_id]),
            closed=closed.get(entry.event.case_id),
        )
        for entry in opened
    ]


def open_cases(
    store: Store, scope: Scope, athletes: Sequence[int], day: dt.date, known_at: int | None = None
) -> list[CaseNow]:
    """The cases that are not closed."""
    return [case for case in cases_of(store, scope, athletes, day, known_at) if case.open]


def leading(cases: Sequence[CaseNow]) -> CaseNow | None:
    """Of several open cases of an athlete the one that limits most; of equals the lower stage, the older one.

    What a stage allows decides, not its number: stage 1 of one pathway may be ahead of stage 3 of another.
    A case without a pathway limits nothing by itself.
    """
    return min(cases, key=lambda case: (_limit(case), case.stage, case.opened.seq), default=None)


def _limit(case: CaseNow) -> int:
    pathway = all_pathways().get(case.case.pathway)
    if pathway is None:
        return len(MOST_LIMITING)
    return MOST_LIMITING.index(pathway[min(case.stage, pathway.last.number)].availability)


def most_limiting(trainings: Sequence[str]) -> str:
    """Of several proposals for training the one that allows least."""
    return min(trainings, key=MOST_LIMITING.index)


def stages_by_day(cases: Sequence[CaseNow], first: dt.date, days: int) -> tuple[str, ...]:
    """On each day the stage of the open case that limits most, by number and name; empty without one."""
    found = []
    for offset in range(days if cases else 0):
        day = first + dt.timedelta(days=offset)
        then = [
            max((c for c in case.changes if c.event.day <= day), key=lambda c: c.seq, default=None)
            for case in cases
            if case.closed is None or case.closed.event.day > day
        ]
        low = min((c.event for c in then if c), key=lambda event: event.to_stage, default=None)
        found.append(f"{low.to_stage} {low.stage_name}" if low else "")
    return tuple(found)


def _known_better(case: CaseOpened, updates: Sequence[Kept[CaseUpdated]]) -> CaseOpened:
    for update in updates:
        said = {
            f.name: value
            for f in fields(update.event)
            if f.name not in _NOT_UPDATED and (value := getattr(update.event, f.name)) is not None
        }
        case = replace(case, **said)
    return case
