import datetime as dt
from pathlib import Path

import pytest
from demo_morning import LAST, STAFF, WRITTEN

from teamback.demo import building, built_until, fill, make_ready
from teamback.demo.people import squads
from teamback.demo.season import LENGTH
from teamback.record.events import CheckIn, SquadNamed
from teamback.record.refusal import Refusal
from teamback.record.scope import PROGRAM
from teamback.store import Store, open_store
from teamback.store.queries.daily import daily_entries
from teamback.store.queries.history import last_change, limits_in_force
from teamback.store.queries.roster import roster
from teamback.store.verify import verify


def test_the_whole_record_verifies(demo: Store) -> None:
    assert verify(demo).faults == ()


def test_nothing_is_recorded_after_the_present(demo: Store) -> None:
    change = last_change(demo)
    assert change is not None
    assert change.recorded_at <= WRITTEN
    people = roster(demo, PROGRAM, "first-team", LAST)
    homes = ["first-team", "under-21"]
    today = daily_entries(demo, CheckIn, STAFF, [person.athlete for person in people], homes, LAST, LAST)
    assert len(today) == 24
    assert all(item.event.rated_at and item.event.rated_at <= WRITTEN for item in today)


def test_the_limits_are_in_force_from_the_first_day(demo: Store) -> None:
    assert limits_in_force(demo, known_at=1) is not None


def test_a_store_with_something_in_it_is_left_alone(demo: Store) -> None:
    head = demo.head()
    with pytest.raises(Refusal, match="not empty"):
        fill(demo, LAST)
    assert demo.head() == head


def squads_alone(store: Store, until: dt.date, *_: object) -> None:
    """In place of nine months, which other tests have built: the squads alone, which say their last day."""
    first = until - dt.timedelta(days=LENGTH - 1)
    store.keep([SquadNamed(day=first, squad=one.squad, name=one.name) for one in squads()], STAFF)


def test_a_demo_of_today_is_kept_and_one_of_another_day_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "fill", squads_alone)
    path = tmp_path / "demo.duckdb"
    (tmp_path / "demo.duckdb.partial").write_text("what a killed build left behind")
    make_ready(str(path), LAST)
    store = open_store(str(path))
    assert built_until(store) == LAST
    store.close()
    built = path.stat().st_ino
    make_ready(str(path), LAST)
    assert path.stat().st_ino == built
    make_ready(str(path), LAST + dt.timedelta(days=1))
    store = open_store(str(path))
    assert built_until(store) == LAST + dt.timedelta(days=1)
    store.close()
    assert [left.name for left in tmp_path.iterdir()] == ["demo.duckdb"]


def test_an_empty_store_holds_no_demo() -> None:
    store = open_store(":memory:")
    assert built_until(store) is None
    store.close()
