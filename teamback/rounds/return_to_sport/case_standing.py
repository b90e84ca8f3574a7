"""What the open cases of a squad mean for its morning: each athlete's stage, and tests that are too old."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from teamback.clinic.assessment import results
from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.testing import out_of_date
from teamback.clinic.morning import StaleTest
from teamback.clinic.return_to_sport.pathway import DAYS, Stage
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import TestResult
from teamback.record.kept import Kept, RosterAthlete
from teamback.record.scope import Scope
from teamback.rounds.cases import CaseNow, leading, open_cases
from teamback.rounds.return_to_sport.case_tests import tests_behind
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries

InCase = tuple[str, tuple[StaleTest, ...]]
NO_CASE: InCase = ("", ())


def standing_in_cases(
    store: Store, scope: Scope, people: Sequence[RosterAthlete], day: dt.date, known_at: int | None
) -> dict[int, InCase]:
    """By athlete with an open case: the stage of the one that limits most, and its tests out of date.

    One select where nobody has a case. Who reads no pathway is told no test that is too old.
    """
    cases = open_cases(store, scope, [person.athlete for person in people], day, known_at)
    by_athlete: dict[int, list[CaseNow]] = defaultdict(list)
    for case in cases:
        by_athlete[case.athlete].append(case)
    leads = {athlete: one for athlete, theirs in by_athlete.items() if (one := leading(theirs))}
    stale = _stale(store, scope, people, leads, day, known_at)
    return {
        athlete: (f"{case.stage} {case.stage_name}" if case.changes else "", stale.get(athlete, ()))
        for athlete, case in leads.items()
    }


def _stale(
    store: Store,
    scope: Scope,
    people: Sequence[RosterAthlete],
    leads: dict[int, CaseNow],
    day: dt.date,
    known_at: int | None,
) -> dict[int, tuple[StaleTest, ...]]:
    pathways = all_pathways() if leads else {}
    staged = {a: case for a, case in leads.items() if case.case.pathway in pathways and case.changes}
    if not staged:
        return {}
    homes = [person.home for person in people]
    read: dict[int, list[Kept[TestResult]]] = defaultdict(list)
    for entry in clinical_entries(store, TestResult, scope, list(staged), day, known_at, homes):
        read[entry.event.athlete].append(entry)
    tests, found = battery(), {}
    for athlete, case in staged.items():
        pathway = pathways[case.case.pathway]
        windows = windows_of(pathway[min(case.stage, pathway.last.number)])
        newest = results.newest_days(results.readings(read[athlete], tests), tests)
        found[athlete] = out_of_date(newest, windows, tests, day)
    return found


def windows_of(stage: Stage) -> dict[str, int]:
    """For how many days each test counts at a stage: the shortest window of the criteria that read it."""
    windows: dict[str, int] = {}
    for criterion in stage.criteria:
        for part in criterion.parts():
            for test in tests_behind(part.measure) if part.window.of == DAYS else ():
                windows[test] = min(part.window.last, windows.get(test, part.window.last))
    return windows
