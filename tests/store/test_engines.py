"""DuckDB and PostgreSQL keep the same and say the same, query by query."""

import inspect
import pkgutil
from importlib import import_module

import pytest

import teamback.store.queries
from teamback.record.scope import Scope
from teamback.store import Store, open_store
from teamback.store.live import EVERYTHING_KNOWN, LIVE
from teamback.store.verify import verify
from tests.squads import COACH, LEAD, PHYSIO, S_AND_C, Clock, of, oneself
from tests.store.asked import ASKED, Ask, answer
from tests.store.season import BOJE, GONE, KARI, LI, OLA, everything, moments, play

TABLET = Scope("Changing room", "check-in tablet", "kiosk", frozenset({"first"}))
WHO = [LEAD, of(PHYSIO, "first"), of(S_AND_C, "second"), COACH, oneself(OLA), TABLET]


@pytest.fixture
def both(postgres_url: str) -> tuple[Store, Store]:
    """The same season on both engines."""
    stores = []
    for address in (":memory:", postgres_url):
        clock = Clock()
        stores.append(open_store(address, clock))
        play(stores[-1], clock)
    return stores[0], stores[1]


def test_every_query_there_is_is_asked() -> None:
    there = set()
    for module in pkgutil.iter_modules(teamback.store.queries.__path__):
        loaded = import_module(f"teamback.store.queries.{module.name}")
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            asks = (
                function.__module__ == loaded.__name__ and "store" in inspect.signature(function).parameters
            )
            if asks and not name.startswith("_"):
                there.add(f"{module.name}.{name}")
    assert there == set(ASKED)


def test_both_engines_keep_the_same_rows(both: tuple[Store, Store]) -> None:
    duck, postgres = both
    kept, kept_too = everything(duck), everything(postgres)
    assert all(rows for table, rows in kept.items())
    for table, rows in kept.items():
        assert rows == kept_too[table], table
    assert verify(duck).faults == verify(postgres).faults == ()


def test_postgresql_sieves_many_superseded_entries_by_a_hash(postgres_url: str) -> None:
    store = open_store(postgres_url, Clock())
    many = "insert into superseded (seq, by_seq) select n, n + 1 from generate_series(1, 300000) n"
    for sql in (many, "analyze superseded"):
        store.engine.write(lambda execute, sql=sql: execute(sql, []))
    plan = store.engine.read(f"explain select t.seq from check_in t where {LIVE}", [EVERYTHING_KNOWN])
    assert any("hashed SubPlan" in line for (line,) in plan), plan
    store.close()


def test_both_engines_give_the_same_answers(both: tuple[Store, Store]) -> None:
    duck, postgres = both
    athletes = [KARI, OLA, LI, GONE, BOJE]
    asked = [(squad, scope, None) for squad in ("first", "second") for scope in WHO]
    asked += [("first", LEAD, known_at) for known_at in moments(duck)]
    answered = set()
    for squad, scope, known_at in asked:
        for query in ASKED:
            said = answer(query, Ask(duck, scope, squad, athletes, known_at))
            same = answer(query, Ask(postgres, scope, squad, athletes, known_at))
            assert said == same, (query, squad, scope.person, known_at)
            if said and not isinstance(said, str):
                answered.add(query)
    assert answered == set(ASKED)
