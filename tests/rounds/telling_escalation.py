"""The rows of the table of escalation, and what is told for them: as short as one says it on the ward."""

import csv
import datetime as dt
from pathlib import Path
from typing import Any

from teamback.clinic.urgent.tasks import Task
from teamback.record.events import InstrumentTotal, PainEntry
from teamback.record.scope import Scope
from teamback.rounds.keeping import keep
from teamback.rounds.urgent.tasks import squad_tasks
from teamback.store import Store
from tests.rounds.telling_red_flags import act
from tests.squads import DAY, MONDAY, PHYSIO

ORACLES = Path(__file__).parents[1] / "oracles"


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of an oracle table."""
    with (ORACLES / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TABLE = {row["rule"]: row for row in rows_of("escalation_rules.csv")}


def open_by(store: Store, rule: str, day: dt.date = MONDAY, known_at: int | None = None) -> Task | None:
    """The open task of a rule; one at most."""
    found = [
        item.task
        for item in squad_tasks(store, "first", day, known_at, PHYSIO).open
        if item.task.rule == rule
    ]
    assert len(found) <= 1
    return found[0] if found else None


def asked_by(store: Store, rule: str, day: dt.date = MONDAY) -> Task:
    """The open task of a rule, its level as the table has it."""
    task = open_by(store, rule, day)
    assert task is not None
    assert task.level == TABLE[rule]["level"].split()[0].lower()
    return task


def close(store: Store, rule: str, day: dt.date = MONDAY, by: Scope = PHYSIO) -> None:
    """Somebody closes the open task of a rule with an outcome."""
    keep(store, [act(asked_by(store, rule, day), "closed", day, outcome="Seen")], by, None)


def ostrc(athlete: int, *answers: float, day: dt.date = MONDAY) -> InstrumentTotal:
    """The four answers of a week; without answers there is no problem."""
    q1, q2, q3, q4 = answers or (0, 0, 0, 0)
    return InstrumentTotal(
        day=day, athlete=athlete, instrument="ostrc", total=q1 + q2 + q3 + q4, q1=q1, q2=q2, q3=q3, q4=q4
    )


def hurt(athlete: int, trigger: str = "extension", day: dt.date = MONDAY, **said: Any) -> PainEntry:
    """An entry of the pain journal about the low back."""
    about = {"site": "low_back", "pain": 3.0, "position_trigger": trigger} | said
    return PainEntry(day=day, athlete=athlete, **about)


def days_ago(days: int) -> dt.date:
    """So many days before MONDAY."""
    return MONDAY - days * DAY
