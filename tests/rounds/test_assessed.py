"""How an athlete stands in the tests, and what the board says of tests that are old."""

import datetime as dt
from typing import Any

import pytest

from teamback.record.events import CaseClosed, CaseOpened, CaseUpdated, InstrumentTotal, SetAside, TestResult
from teamback.record.refusal import Refusal
from teamback.record.scope import Scope
from teamback.rounds.assessment.assessed import Assessed, SideStanding, assessed
from teamback.rounds.correcting import in_place_of
from teamback.rounds.keeping import keep
from teamback.rounds.reports_of_day import person
from teamback.store import Store
from teamback.store.appending import Entry
from tests.rounds.mornings_of import answered, board_of, row_of, said
from tests.squads import COACH, DAY, DOCTOR, MONDAY, PHYSIO, S_AND_C, a_squad, of
from tests.tested import measured


def told(store: Store, athlete: int, by: Scope = PHYSIO, day: dt.date = MONDAY) -> Assessed:
    return assessed(store, "first", day, None, by, athlete)


def side_of(found: Assessed, test: str, side: str | None = None) -> SideStanding:
    standing = found.standing(test)
    assert standing is not None
    return next(one for one in standing.sides if one.side == side)


def a_case(athlete: int, region: str, side: str | None, case: int = 7, **more: Any) -> CaseOpened:
    about = {"day": MONDAY - 5 * DAY, "onset": MONDAY - 5 * DAY, "nature": "injury", "pathway": "low_back"}
    return CaseOpened(**about | {"case_id": case, "athlete": athlete, "region": region, "side": side} | more)


@pytest.fixture
def kari(store: Store) -> int:
    return a_squad(store, "Kari Ola")[0]


def test_a_change_is_counted_from_the_baseline_and_held_against_the_error(store: Store, kari: int) -> None:
    store.keep(
        measured(kari, MONDAY - 90 * DAY, baseline=True, biering_sorensen=150, side_bridge="90/92"), PHYSIO
    )
    store.keep(measured(kari, biering_sorensen=110, side_bridge="80/92"), PHYSIO)
    found = told(store, kari)
    hold = side_of(found, "biering_sorensen")
    assert (hold.change, hold.within_error) == (-40, True)
    left = side_of(found, "side_bridge", "left")
    assert (left.change, left.within_error) == (-10, None)
    store.keep(measured(kari, biering_sorensen=101), PHYSIO)
    assert side_of(told(store, kari), "biering_sorensen").within_error is False


def test_a_baseline_alone_has_no_change(store: Store, kari: int) -> None:
    store.keep(measured(kari, baseline=True, biering_sorensen=150), PHYSIO)
    hold = side_of(told(store, kari), "biering_sorensen")
    assert (hold.change, hold.within_error) == (None, None)


def test_without_a_case_weaker_of_stronger_with_one_the_involved_side(store: Store, kari: int) -> None:
    store.keep(measured(kari, side_bridge="92/78"), PHYSIO)

    def compared() -> tuple[str | None, float]:
        standing = told(store, kari, S_AND_C).standing("side_bridge")
        assert standing is not None
        assert standing.compared is not None
        return standing.compared.involved, round(standing.compared.value, 1)

    assert compared() == (None, 84.8)
    store.keep([a_case(kari, "K", "right")], DOCTOR)
    assert compared() == (None, 84.8)
    store.keep([a_case(kari, "L", None, case=8)], DOCTOR)
    assert compared() == (None, 84.8)
    store.keep([CaseUpdated(day=MONDAY, case_id=8, athlete=kari, side="left")], DOCTOR)
    assert compared() == ("left", 117.9)
    store.keep([CaseClosed(day=MONDAY, case_id=8, athlete=kari, outcome="recovered")], DOCTOR)
    assert compared() == (None, 84.8)


def test_ratios_are_counted_from_the_newest_values(store: Store, kari: int) -> None:
    store.keep(measured(kari, MONDAY - 9 * DAY, flexor_endurance=120, biering_sorensen=100), PHYSIO)
    store.keep(measured(kari, biering_sorensen=150, side_bridge="100/80"), PHYSIO)
    ratios = {one.ratio.key: (round(one.value, 4), one.holds, one.on) for one in told(store, kari).ratios}
    assert ratios == {
        "flexor_extensor": (0.8, True, MONDAY - 9 * DAY),
        "right_left": (0.8, False, MONDAY),
        "right_extensor": (0.5333, True, MONDAY),
        "left_extensor": (0.6667, True, MONDAY),
    }


def test_total_rotation_is_there_without_having_been_stored(store: Store, kari: int) -> None:
    store.keep(measured(kari, hip_internal_rotation="30/32", hip_external_rotation="40/50"), PHYSIO)
    found = told(store, kari)
    standing = found.standing("hip_total_rotation")
    assert standing is not None
    assert [one.last.value for one in standing.sides if one.last] == [70, 82]
    assert standing.compared is not None
    assert (standing.compared.value, standing.compared.unit) == (12, "deg")
    assert {line.entry.event.test for line in found.lines} == {
        "hip_internal_rotation",
        "hip_external_rotation",
    }


def test_a_test_is_due_by_its_older_side_and_some_are_never_due(store: Store, kari: int) -> None:
    store.keep(measured(kari, MONDAY - 100 * DAY, side_bridge="78/."), PHYSIO)
    first = told(store, kari).standing("side_bridge")
    assert first is not None
    assert first.due is None
    store.keep(measured(kari, side_bridge="./90", walk_20=20, pain=1.0), PHYSIO)
    found = told(store, kari)
    bridge, walk = found.standing("side_bridge"), found.standing("walk_20")
    assert bridge is not None
    assert walk is not None
    assert (bridge.due, walk.due) == (MONDAY - 10 * DAY, None)


def test_what_is_missing_in_the_baseline_is_named_by_its_set(store: Store, kari: int) -> None:
    screen = dict.fromkeys(("movement_hinge", "movement_squat", "movement_dead_bug", "movement_bird_dog"), 3)
    store.keep(measured(kari, MONDAY - 20 * DAY, baseline=True, hip_extension="3/4", **screen), PHYSIO)
    store.keep(measured(kari, biering_sorensen=100), PHYSIO)
    found = told(store, kari)
    assert (found.baseline_on, found.baseline_due) == (MONDAY - 20 * DAY, MONDAY + 160 * DAY)
    assert {name: [test.key for test in tests] for name, tests in found.missing.items()} == {
        "hip_rom": ["hip_internal_rotation", "hip_external_rotation"],
        "trunk_endurance": ["biering_sorensen", "side_bridge", "flexor_endurance"],
    }


def test_a_result_withdrawn_is_gone_and_still_told(store: Store, kari: int) -> None:
    (one,) = store.keep(measured(kari, biering_sorensen=100), PHYSIO)
    store.keep([Entry(SetAside(day=MONDAY, whom=str(kari), reason="mistake"), one)], PHYSIO)
    found = told(store, kari)
    assert (found.results, found.standings) == ((), ())
    assert [(line.entry.event.value, line.counts) for line in found.lines] == [(100, False)]


def test_performance_staff_read_tests_and_no_questionnaire(store: Store, kari: int) -> None:
    store.keep(measured(kari, biering_sorensen=100), PHYSIO)
    store.keep([InstrumentTotal(day=MONDAY, athlete=kari, instrument="rmdq", total=4.0)], PHYSIO)
    assert [line.entry.event.total for line in told(store, kari).totals] == [4]
    by_performance = told(store, kari, S_AND_C)
    assert by_performance.totals == ()
    assert len(by_performance.standings) == 1


def test_a_correction_by_performance_staff_keeps_the_clinicians_note(store: Store, kari: int) -> None:
    (noted,) = measured(kari, biering_sorensen=100)
    noted = TestResult(**{**vars(noted), "note": "shaking from 60 s"})
    store.keep([noted], PHYSIO)
    (line,) = told(store, kari, S_AND_C).lines
    assert line.entry.event.note is None
    (typed,) = measured(kari, biering_sorensen=110)
    entry = in_place_of(store, S_AND_C, person(store, S_AND_C, kari), typed, line.entry)
    keep(store, [entry], S_AND_C, None)
    (line,) = told(store, kari).lines
    assert (line.entry.event.value, line.entry.event.note) == (110, "shaking from 60 s")
    assert [(change.field, change.old, change.new) for change in line.changes] == [("value", 100, 110)]


@pytest.mark.parametrize("by", [COACH, of(PHYSIO, "second")])
def test_who_does_not_work_with_the_athlete_is_refused(store: Store, kari: int, by: Scope) -> None:
    store.keep(measured(kari, biering_sorensen=100), PHYSIO)
    with pytest.raises(Refusal):
        told(store, kari, by)


@pytest.mark.parametrize(
    "event",
    [
        *measured(1, biering_sorensen=601),
        *measured(1, MONDAY + DAY, biering_sorensen=60),
        TestResult(day=MONDAY, athlete=1, test="hip_total_rotation", value=70, unit="deg", side="left"),
        InstrumentTotal(day=MONDAY, athlete=1, instrument="rmdq", total=25.0),
        InstrumentTotal(day=MONDAY, athlete=1, instrument="ostrc", q1=8.0, total=8.0),
    ],
    ids=lambda event: event.kind,
)
def test_what_the_clinic_refuses_of_tests_is_not_written(store: Store, kari: int, event: Any) -> None:
    head = store.head()
    with pytest.raises(Refusal):
        keep(store, [*measured(kari, sprint=9), event], PHYSIO, None)
    assert store.head() == head


@pytest.mark.parametrize(
    ("back", "says"), [(180, None), (181, "Baseline tests are 181 days old (last Tue 26 May)")]
)
def test_the_board_notes_a_baseline_that_is_too_old(
    store: Store, kari: int, back: int, says: str | None
) -> None:
    older = store.keep(measured(kari, MONDAY - 300 * DAY, baseline=True, sprint=9), PHYSIO)
    rows = store.keep(measured(kari, MONDAY - back * DAY, baseline=True, side_bridge="78/92"), PHYSIO)
    store.keep([*measured(kari, side_bridge="80/90"), *answered(kari)], PHYSIO)
    row = row_of(board_of(store), "Kari")
    assert row.flag.level == "green"
    assert said(row).get("T1") == says
    if says:
        (reason,) = [reason for reason in row.flag.reasons if reason.rule == "T1"]
        assert [read.seq for read in reason.rows] == list(rows)
        assert older.start not in [read.seq for read in reason.rows]
        assert [read.text for read in reason.rows] == [
            "Side bridge hold, left: 78 s",
            "Side bridge hold, right: 92 s",
        ]


def test_who_was_never_tested_when_well_gets_no_note(store: Store, kari: int) -> None:
    store.keep([*measured(kari, MONDAY - 300 * DAY, sprint=9), *answered(kari)], PHYSIO)
    row = row_of(board_of(store), "Kari")
    assert "T1" not in said(row)
    assert "no baseline tests" in row.flag.not_known


def test_a_day_looked_at_before_the_baseline_does_not_know_of_it(store: Store, kari: int) -> None:
    store.keep(measured(kari, baseline=True, sprint=9), PHYSIO)
    assert "no baseline tests" in row_of(board_of(store, MONDAY - DAY), "Kari").flag.not_known
    assert "no baseline tests" not in row_of(board_of(store), "Kari").flag.not_known
