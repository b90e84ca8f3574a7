"""The rows ES1 to ES5 and ES15 of the escalation table, each as it happens in the record."""

import csv
from pathlib import Path

import pytest

from teamback.clinic.urgent.red_flags_file import in_force
from teamback.rounds.urgent.red_flags import alarms
from teamback.store import Store
from tests.rounds.telling_red_flags import (
    BY_ITSELF,
    ITEMS,
    OUT,
    STILL_FULL,
    answered,
    standing,
    the_task,
    training,
)
from tests.squads import DAY, DOCTOR, MONDAY, PHYSIO, a_squad, decided

TABLE = Path(__file__).parents[1] / "oracles" / "escalation_rules.csv"
with TABLE.open(encoding="utf-8", newline="") as file:
    RULES = {row["rule"]: row for row in csv.DictReader(file)}


@pytest.fixture
def kari(store: Store) -> int:
    (kari, _) = a_squad(store, "Kari Ola")
    store.keep([decided(kari, "full", MONDAY - DAY)], DOCTOR)
    return kari


def test_the_file_asks_what_the_table_names() -> None:
    assert {rule: [i.key for i in in_force().items if i.rule == rule] for rule in ITEMS} == ITEMS


@pytest.mark.parametrize(("rule", "item"), [(rule, item) for rule in BY_ITSELF for item in ITEMS[rule]])
def test_es1_to_es4_a_new_confirmed_yes_sets_out_and_opens_a_task(
    store: Store, kari: int, rule: str, item: str
) -> None:
    level, effect = RULES[rule]["level"].split()[0].lower(), RULES[rule]["automatic effect"]
    assert effect.startswith("auto on a new or changed yes, confirmed: Out until reviewed")
    answered(store, kari, item, confirmed=True)
    assert training(store, kari) == OUT
    task = the_task(store)
    assert (task.rule, task.level, task.state) == (rule, level, "open")
    assert task.urgency(MONDAY) == ("now" if "task due now" in effect else "today")
    assert [(a.known_as, a.rule, a.level) for a in alarms(store, PHYSIO)] == [("Kari", rule, level)]


@pytest.mark.parametrize("item", ITEMS["ES5"])
def test_es5_is_a_task_today_and_changes_no_availability(store: Store, kari: int, item: str) -> None:
    assert RULES["ES5"]["automatic effect"] == "task due today, clinician decides; availability not changed"
    answered(store, kari, item)
    task = the_task(store)
    assert (task.rule, task.level, task.urgency(MONDAY)) == ("ES5", "review", "today")
    assert training(store, kari) == STILL_FULL
    assert alarms(store, PHYSIO) == ()
    assert standing(store, kari).open == 0


@pytest.mark.parametrize("item", [key for keys in ITEMS.values() for key in keys])
def test_es15_unknown_on_any_item_is_asked_again_today(store: Store, kari: int, item: str) -> None:
    assert RULES["ES15"]["automatic effect"] == "task due today; availability not changed"
    answered(store, kari, unknown=item)
    task = the_task(store)
    assert (task.rule, task.level, task.urgency(MONDAY)) == ("ES15", "chase", "today")
    assert in_force().short([item]) in task.says
    assert training(store, kari) == STILL_FULL
    assert standing(store, kari).screened_at is None


@pytest.mark.parametrize("rule", BY_ITSELF)
def test_a_yes_that_nobody_confirmed_does_nothing_by_itself_but_is_asked_again(
    store: Store, kari: int, rule: str
) -> None:
    answered(store, kari, ITEMS[rule][0])
    task = the_task(store)
    assert (task.rule, task.now) == ("ES15", rule == "ES1")
    assert "not confirmed" in task.says
    assert training(store, kari) == STILL_FULL
    assert (standing(store, kari).open, standing(store, kari).screened_at) == (0, None)
    answered(store, kari, ITEMS[rule][0], confirmed=True)
    assert training(store, kari) == OUT
    assert the_task(store).rule == rule
