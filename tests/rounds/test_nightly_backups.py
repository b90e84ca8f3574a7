"""Backups are due every night in squad time, the old ones go, and with them a removed person."""

import asyncio
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from teamback.app import nightly as nights
from teamback.app import opening
from teamback.record.events import SquadNamed
from teamback.rounds.own_data.backups import Plan, expire, is_due, last_due, make, removed
from teamback.settings import Settings
from teamback.store import Store, open_store
from teamback.store.backup import backups_of, restore
from teamback.store.erase import erase
from teamback.store.sealed import new_keys
from tests.squads import LEAD, MONDAY, Clock, a_squad


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan(tmp_path / "backups", new_keys().recipient, False, dt.time(3), 5, 35)


def test_one_is_due_every_night_at_three_in_squad_time(store: Store, clock: Clock, plan: Plan) -> None:
    assert not is_due(store, plan)
    a_squad(store, "Kari")
    store.keep([SquadNamed(day=MONDAY, squad="first", name="A team", time_zone="Australia/Sydney")], LEAD)
    clock.at = dt.datetime(2026, 11, 23, 15, 59, tzinfo=dt.UTC)
    assert last_due(store, plan) == dt.datetime(2026, 11, 22, 16, tzinfo=dt.UTC)
    assert is_due(store, plan)
    make(store, plan)
    assert not is_due(store, plan)
    clock.later(minutes=1)
    assert is_due(store, plan)
    make(store, plan)
    clock.later(hours=23, minutes=59)
    assert not is_due(store, plan)


def test_so_many_are_kept_and_none_gets_older_than_was_said(store: Store, clock: Clock, plan: Plan) -> None:
    a_squad(store, "Kari")
    made = []
    for _ in range(8):
        made.append(make(store, plan))
        clock.later(days=1)
    assert [one.path for one in backups_of(store, plan.folder)] == made[:-6:-1]
    assert len(list(plan.folder.iterdir())) == 10
    clock.later(days=33)
    assert expire(store, plan) == [made[-3], made[-4], made[-5]]
    clock.later(days=300)
    assert expire(store, plan) == [made[-2]]
    assert [one.path for one in backups_of(store, plan.folder)] == [made[-1]]


def test_after_an_erasure_it_is_said_when_the_last_backup_that_holds_the_person_is_gone(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    plan = Plan(tmp_path / "backups", None, True, dt.time(3), 100, 35)
    kari, _ = a_squad(store, "Kari Ola")
    make(store, plan)
    clock.later(days=1)
    holding = make(store, plan)
    clock.later(hours=2)
    erase(store, kari, LEAD, "asked for it")
    (gone,) = removed(store, plan)
    assert (gone.still_in, gone.gone_by) == (2, dt.date(2026, 12, 30))
    assert gone.backups_in_words.startswith(
        "2 backups still hold this person; the last of them goes by 30 Dec"
    )
    (alone,) = removed(store, replace(plan, plain=False))
    assert alone.backups_in_words.startswith("2 backups still hold this person. No nightly backup is made")
    restored = restore(holding, open_store(":memory:").engine)
    assert restored.engine.read("select count(*) from athlete") == [(2,)]
    while clock.at.date() < gone.gone_by:
        clock.later(days=1)
        make(store, plan)
    (gone,) = removed(store, plan)
    assert gone.still_in == 0
    assert gone.backups_in_words.startswith("No backup here holds this person")
    assert not holding.exists()


def test_the_program_makes_the_backup_itself_while_it_runs(
    store: Store, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_squad(store, "Kari")
    monkeypatch.setattr(opening, "_open", [store])
    monkeypatch.setattr(opening, "settings", lambda: Settings(demo=False))
    monkeypatch.setenv("TEAMBACK_BACKUP_FOLDER", str(plan.folder))

    async def runs() -> None:
        async with nights.nightly():
            for _ in range(100):
                if backups_of(store, plan.folder):
                    return
                await asyncio.sleep(0.02)

    asyncio.run(asyncio.wait_for(_short(), 5))
    assert not plan.folder.exists()
    monkeypatch.setenv("TEAMBACK_BACKUP_RECIPIENT", str(plan.to))
    asyncio.run(runs())
    (made,) = backups_of(store, plan.folder)
    assert made.sealed


async def _short() -> None:
    async with nights.nightly():
        await asyncio.sleep(0.05)


def test_a_backup_that_fails_is_told_in_the_log_without_a_word_of_the_record(
    store: Store, plan: Plan, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    a_squad(store, "Kari")
    monkeypatch.setattr(opening, "_open", [store])
    assert nights.look(plan)
    store.engine.write(lambda execute: execute("update athlete set known_as = 'Canarina'", []))
    assert nights.look(replace(plan, folder=plan.folder / "other")) is False
    assert "Not backed up: Entry 2" in caplog.text
    assert "Canarina" not in caplog.text
