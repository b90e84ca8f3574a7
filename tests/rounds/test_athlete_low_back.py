"""One athlete's low back: what is read, counted and compared, and for whom."""

import datetime as dt
from collections.abc import Iterator

import numpy as np
import pytest
from squads import DAY, MONDAY, PHYSIO, S_AND_C, Clock, a_squad, mornings, of, oneself, sessions

from teamback.clinic.low_back.change import WORSE
from teamback.record.events import (
    Intervention,
    InterventionEnded,
    ManoeuvreScore,
    PainEntry,
    SquadNamed,
    TestResult,
)
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.limits_now import bring_into_force
from teamback.rounds.low_back.athlete_low_back import AthleteLowBack, athlete_low_back
from teamback.store import Store
from tests.fresh_stores import in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory(Clock()) as made:
        bring_into_force(made, MONDAY)
        yield made


def told_of(store: Store, athlete: int, scope: Scope = PHYSIO) -> AthleteLowBack:
    return athlete_low_back(store, "first", MONDAY, None, scope, athlete)


def entry(athlete: int, ago: int, hour: int = 8, **said: object) -> PainEntry:
    day = MONDAY - ago * DAY
    began = dt.datetime(day.year, day.month, day.day, hour, tzinfo=dt.UTC)
    about = {"day": day, "athlete": athlete, "site": "low_back", "started": began}
    return PainEntry(**about | said)  # type: ignore[arg-type]


def test_a_day_holds_morning_before_during_after_and_the_next_morning(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="1 . 3"), PHYSIO)
    store.keep(
        sessions(kari, until=MONDAY - DAY, pain_before="1 1", pain_during="4 2", pain_after="2 ?"), PHYSIO
    )
    days = told_of(store, kari).days
    assert days.morning[-3:].tolist()[::2] == [1, 3]
    assert np.isnan(days.morning[-2])
    assert days.during[-3:-1].tolist() == [4, 2]
    assert np.isnan(days.after[-2])
    assert np.isnan(days.next_morning[-2])
    assert days.next_morning[-1] == 3


def test_the_week_is_held_against_the_28_days_before_it_and_says_when_that_matters(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now=" ".join("1" * 28 + "4" * 7)), PHYSIO)
    told = told_of(store, kari)
    assert (told.week.value, told.week.n, told.usual.value, told.usual.n) == (4, 7, 1, 28)
    assert told.change
    assert told.change.standing == WORSE


def test_too_few_mornings_give_no_change(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="4 4 4 4 4 4 4"), PHYSIO)
    assert told_of(store, kari).change is None


def test_flares_reported_and_by_pain_need_not_agree(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    pains = "0 0 0 0 0 0 0 0 0 4 0"
    store.keep(mornings(kari, low_back_now=pains, flare="n n n n n n n n n n y"), PHYSIO)
    days = told_of(store, kari).days
    assert days.flare_by_pain[-2:].tolist() == [True, False]
    assert days.flare_reported[-2:].tolist() == [False, True]


def test_a_change_made_shows_the_mornings_before_and_since_with_n(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now="3 3 3 3 . 1 1 1"), PHYSIO)
    made = Intervention(
        day=MONDAY - 3 * DAY, athlete=kari, what="footwear", change="Turf shoes", until=MONDAY
    )
    (seq,) = store.keep([made], PHYSIO)
    (change,) = told_of(store, kari).changes
    assert (change.before.value, change.before.n, change.after.value, change.after.n) == (3, 4, 1, 3)
    assert (change.ended, change.until) == (False, MONDAY)
    store.keep([InterventionEnded(day=MONDAY, athlete=kari, intervention=seq, kept_for_good=True)], PHYSIO)
    (change,) = told_of(store, kari).changes
    assert change.kept_for_good


def test_triggers_are_counted_by_activity_position_time_of_day_surface_and_footwear(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep([SquadNamed(day=MONDAY, squad="first", name="First", time_zone="Australia/Sydney")], PHYSIO)
    sat = [entry(kari, n, 8, pain=2.5, preceding_activity="sitting_long") for n in range(5)]
    store.keep([*sat, entry(kari, 5, pain=9.0, site="knee", preceding_activity="run")], PHYSIO)
    store.keep(sessions(kari, pain_during="2 0", surface="Grass", footwear="Spikes"), PHYSIO)
    found = told_of(store, kari).triggers
    assert [(t.word, t.n, t.mean) for t in found["preceding_activity"]] == [("sitting_long", 5, 2.5)]
    assert [t.word for t in found["time_of_day"]] == ["evening"], "18:00 or 19:00 in Sydney"
    assert [(t.word, t.n) for t in found["surface"]] == [("Grass", 2)]
    assert [(t.word, t.n) for t in found["footwear"]] == [("Spikes", 2)]


def test_an_imported_diary_of_three_years_keeps_every_entry_of_every_site(store: Store) -> None:
    (kari,) = a_squad(store, "Kari", joined=MONDAY - 1200 * DAY)
    diary = [
        entry(kari, ago, hour, pain=(ago % 20) / 2, site="upper_body" if ago % 3 else "low_back")
        for ago in range(0, 1100, 2)
        for hour in (7, 19)
    ]
    store.keep(diary, PHYSIO)
    told = told_of(store, kari)
    assert len(told.journal) == len(diary)
    assert told.begins == MONDAY - 1098 * DAY
    assert told.journal[-1].at == dt.datetime(2026, 11, 23, 19)


def test_three_lines_stand_against_the_baseline(store: Store) -> None:
    (kari,) = a_squad(store, "Kari")
    store.keep(mornings(kari, low_back_now=" ".join("0" * 21 + "2" * 14)), PHYSIO)
    tested = {"athlete": kari, "test": "biering_sorensen", "unit": "s"}
    well = TestResult(day=MONDAY - 14 * DAY, value=100.0, baseline=True, **tested)  # type: ignore[arg-type]
    now = TestResult(day=MONDAY, value=80.0, **tested)  # type: ignore[arg-type]
    sure = [
        ManoeuvreScore(day=MONDAY - n * DAY, athlete=kari, manoeuvre="lift", confidence=9.0 - n)
        for n in (7, 0)
    ]
    store.keep([well, now, *sure], PHYSIO)
    told = told_of(store, kari)
    assert (told.pain.began, told.pain.n, told.pain.change) == (0, 21, 2)
    assert (told.tests.began, told.tests.points[-1]) == (100, (MONDAY, 80, 1))
    assert (told.confidence.began, told.confidence.change) == (2, 7)


def test_an_athlete_reads_their_own_and_performance_no_note(store: Store) -> None:
    kari, ola = a_squad(store, "Kari Ola")
    store.keep([entry(kari, 1, pain=3.0, note="private words")], PHYSIO)
    assert told_of(store, kari, oneself(kari)).journal[0].note == "private words"
    assert told_of(store, kari, of(S_AND_C, "first")).journal[0].note is None
    with pytest.raises(Refusal):
        told_of(store, ola, oneself(kari))
