"""A healthy squad does not cry wolf: how many of those who reported are amber or red on a day."""

import datetime as dt
import statistics
from collections.abc import Collection, Iterator
from pathlib import Path

import numpy as np
import pytest

from teamback.demo import stories
from teamback.demo.season import LENGTH
from teamback.rounds.past_days import HIGHEST_ALARM_RATE, alarm_share
from teamback.rounds.squad_day import squad_day
from teamback.store import Store, open_store
from tests.both_squads import DEMO_DAY, STAFF, arrays_of, demo_store, facts_of, import_soccermon
from tests.measures.twins import assert_equal_to_twins


def shares(
    store: Store, squad: str, first: dt.date, last: dt.date, every: int, without: Collection[str] = ()
) -> list[float]:
    """Of every so many days: the share of amber and red among those who reported."""
    found = []
    for back in range(0, (last - first).days + 1, every):
        board = squad_day(store, squad, last - dt.timedelta(days=back), None, STAFF)
        share = alarm_share(row for row in board.rows if row.athlete.known_as not in without)
        if share is not None:
            found.append(share)
    return found


def tell(squad: str, found: list[float]) -> None:
    median, mean, most = statistics.median(found), statistics.mean(found), max(found)
    print(
        f"{squad}: amber and red {median:.1%} (median of {len(found)} days), {mean:.1%} mean, {most:.1%} most"
    )


@pytest.fixture(scope="module")
def demo() -> Iterator[Store]:
    store = demo_store()
    yield store
    store.close()


def test_the_invented_squad_outside_its_planted_stories(demo: Store) -> None:
    planted = {story.athlete for story in stories()}
    found = shares(demo, "first-team", DEMO_DAY - dt.timedelta(days=180), DEMO_DAY, 5, planted)
    tell("Demo squad", found)
    assert len(found) > 30
    assert 0 < statistics.median(found) <= HIGHEST_ALARM_RATE


@pytest.mark.real_data
def test_a_real_squad_over_its_season(tmp_path: Path) -> None:
    import_soccermon(tmp_path / "b.duckdb")
    store = open_store(str(tmp_path / "b.duckdb"))
    found = shares(store, "team-b", dt.date(2021, 2, 1), dt.date(2021, 11, 30), 4)
    store.close()
    tell("SoccerMon team B", found)
    assert len(found) > 70
    assert statistics.median(found) <= HIGHEST_ALARM_RATE
    assert 0 < statistics.mean(found) <= HIGHEST_ALARM_RATE


def test_every_measure_equals_its_twin_on_the_invented_squad(demo: Store) -> None:
    facts = facts_of(demo, "first-team", DEMO_DAY - dt.timedelta(days=LENGTH - 1), DEMO_DAY)
    assert (len(facts.people), facts.shape[1]) == (28, LENGTH)
    assert facts.rest.any()
    assert np.isnan(facts.load).any()
    assert_equal_to_twins(**arrays_of(facts))
