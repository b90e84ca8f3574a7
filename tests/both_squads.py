"""The two squads of full size: the invented one, and SoccerMon's, let in by the command line."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from teamback.cli import main
from teamback.demo import SEED
from teamback.demo.building import writings
from teamback.demo.club import at
from teamback.demo.writing import citing
from teamback.record.scope import Scope
from teamback.rounds.facts import Facts, read_facts
from teamback.store import Store, open_store
from teamback.store.appending import Entry
from teamback.store.queries.roster import roster

STAFF = Scope("Dr Lee", "doctor", "lead")
DEMO_DAY = dt.date(2026, 11, 20)
SEASON = dt.date(2020, 1, 1), dt.date(2021, 12, 31)
"""First and last day of SoccerMon's tables."""


def demo_store() -> Store:
    """The invented club on a Friday morning."""
    return written_at_once(DEMO_DAY, SEED)


def written_at_once(last: dt.date, seed: int) -> Store:
    """The invented club up to a day, in two batches: what was known when is lost, nothing else."""
    written = sorted(writings(last, seed), key=lambda writing: writing.at)
    store = open_store(":memory:", clock=lambda: at(last, "08:42"))
    first = [writing for writing in written if not writing.corrects and not writing.cites]
    events = [event for writing in first for event in writing.events]
    numbers = store.keep(events, STAFF)
    where = {(e.subject, e.day): seq for e, seq in zip(events, numbers, strict=True) if e.kind == "check_in"}
    cited = {id(event): seq for event, seq in zip(events, numbers, strict=True)}
    corrections = [event for writing in written if writing.corrects for event in writing.events]
    later = [Entry(event, where[event.subject, event.day]) for event in corrections]
    later += [Entry(citing(e, cited[id(w.cites)])) for w in written if w.cites for e in w.events]
    store.keep(later, STAFF)
    return store


def soccermon_folder() -> Path:
    """The published folder; a test without it is skipped."""
    if not (real := os.environ.get("TEAMBACK_REAL_DATA")):
        pytest.skip("TEAMBACK_REAL_DATA names no folder")
    return Path(real) / "soccermon_team_b"


def import_soccermon(path: Path) -> str:
    """What `teamback import` says when it lets the published folder into a new store at a path."""
    command = ["import", str(soccermon_folder()), "--as", "soccermon", "--squad", "Team B"]
    done = CliRunner().invoke(main, [*command, "--store", str(path)])
    assert done.exit_code == 0, done.output
    return done.output


def facts_of(store: Store, squad: str, first: dt.date, last: dt.date) -> Facts:
    """What the rounds read of a squad."""
    people = roster(store, STAFF, squad, last)
    return read_facts(store, STAFF, squad, people, first, last)


def arrays_of(facts: Facts) -> dict[str, Any]:
    """A squad's arrays as every measure takes them."""
    rows = facts.sessions
    return {
        "athlete": rows["row"],
        "day": rows["column"],
        "rpe": rows["rpe"],
        "minutes": rows["minutes"],
        "before": rows["pain_before"],
        "during": rows["pain_during"],
        "after": rows["pain_after"],
        "rest": facts.rest,
        "pain": facts.pain,
        "wellness_items": facts.items,
        "reported": facts.reported,
        "expected": facts.expected(),
    }
