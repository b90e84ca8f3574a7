"""A missing result is never a pass: over every criterion of every pathway, and every kind of entry."""

from collections.abc import Sequence

import pytest

from teamback.clinic.return_to_sport.pathway import Criterion, Pathway, Stage, Window
from teamback.clinic.return_to_sport.pathway_criterion import ADVISORY
from teamback.clinic.return_to_sport.pathway_measures import MEASURES, TOTALS
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.event import Event
from teamback.record.events import (
    Assessment,
    Availability,
    CheckIn,
    InstrumentTotal,
    Observation,
    Programme,
    RedFlagScreen,
    RestDay,
    RiskAssessed,
    Session,
    SignedOff,
    TestResult,
)
from teamback.record.verdict import MET, WAIVED, Verdict
from teamback.rounds.return_to_sport.case_measures import case_measures
from teamback.store import open_store
from tests.cases import a_case, reviewed
from tests.rounds.gate_scenes import Scene, played
from tests.rounds.good_record import DAYS, REFERENCE, everything
from tests.squads import DAY, MONDAY, Clock, a_squad

PATHWAYS = all_pathways()
Asked = tuple[Pathway, Stage]
STAGES: list[Asked] = [(pathway, stage) for pathway in PATHWAYS.values() for stage in pathway.stages]
IDS = [f"{pathway.key} {stage.number}" for pathway, stage in STAGES]
Kinds = tuple[type[Event], ...]
_SESSIONS = ("peak_session_pain", "red_responses", "unknown_responses", "stage_sessions")
READ_BY: dict[Kinds, tuple[str, ...]] = {
    (CheckIn, Observation): ("morning_pain", "weekly_pain_change", "flares", "nearly_pain_free_days"),
    (CheckIn,): ("wellness_z", "unknown_responses"),
    (Session,): (*_SESSIONS, "settled_modified_sessions", "full_sessions"),
    (Session, RestDay): ("load_share_of_reference",),
    (RedFlagScreen,): ("open_red_flags", "red_flag_screen_age_h"),
    (InstrumentTotal,): ("ostrc_q1", *(f"{name}_total" for name in TOTALS)),
    (Assessment,): ("hypothesis",),
    (Programme,): ("maintenance_plan",),
    (RiskAssessed,): ("risk_steps",),
    (SignedOff,): ("consultant_sign_off",),
    (Availability,): ("full_availability_days",),
    (TestResult,): (),
}
"""The measures that rest on each kind of entry; on tests rest all that are named nowhere else."""
OF_THE_CASE = ("days_in_stage", "days_since_diagnosis")
"""What the case itself says."""
NAMED = {name for names in READ_BY.values() for name in names} | {*OF_THE_CASE}


def reads(criterion: Criterion, kinds: Kinds) -> bool:
    """Whether every alternative of a criterion rests on these kinds of entries."""
    of_tests = kinds == (TestResult,)
    return all(
        part.measure in READ_BY[kinds] or (of_tests and part.measure not in NAMED)
        for part in criterion.parts()
    )


def good(pathway: Pathway, stage: Stage, without: Kinds = (), until: int = 0, days: int = DAYS) -> Scene:
    """The good record, or what is left of it; it may end before the case."""
    known = {"diagnosed_on": MONDAY - 90 * DAY} if until == 0 else {}
    return Scene(
        called=f"{pathway.key} {stage.number}",
        becomes="",
        tell=lambda her: [e for e in everything(her, pathway, stage, until) if not isinstance(e, without)],
        case={"days": days, "onset": MONDAY - DAYS * DAY, "reference_load": REFERENCE, **known},
    )


def all_played(stages: Sequence[Asked], scenes: Sequence[Scene]) -> list[dict[str, Verdict]]:
    """The verdicts of one scene for each of some stages."""
    clock = Clock()
    store = open_store(":memory:", clock)
    told = [(p.key, s.number, scene) for (p, s), scene in zip(stages, scenes, strict=True)]
    found = played(store, clock, told)
    store.close()
    return found


@pytest.fixture(scope="module")
def whole() -> dict[str, dict[str, Verdict]]:
    """What becomes of every criterion on the whole good record."""
    return dict(zip(IDS, all_played(STAGES, [good(p, s) for p, s in STAGES]), strict=True))


def test_every_measure_that_a_file_may_name_is_computed_and_every_computed_one_may_be_named() -> None:
    assert set(MEASURES) == set(case_measures())
    assert set(PATHWAYS) >= {"low_back", "low_back_minor", "low_back_bone_stress", "illness", "hamstring"}


@pytest.mark.parametrize("stage", IDS)
def test_on_a_good_record_everything_is_met(stage: str, whole: dict[str, dict[str, Verdict]]) -> None:
    assert {v.criterion: f"{v.verdict} {v.value}" for v in whole[stage].values() if v.verdict != MET} == {}


@pytest.mark.parametrize("kinds", READ_BY, ids=lambda kinds: " and ".join(kind.kind for kind in kinds))
def test_without_one_kind_of_entry_nothing_that_read_it_stays_met(kinds: Kinds) -> None:
    stages = [(p, s) for p, s in STAGES if any(reads(one, kinds) for one in s.criteria)]
    assert stages
    found = all_played(stages, [good(p, s, kinds) for p, s in stages])
    for (pathway, stage), verdicts in zip(stages, found, strict=True):
        read = {one.id for one in stage.criteria if reads(one, kinds)}
        passed = {id_ for id_, verdict in verdicts.items() if verdict.verdict in (MET, WAIVED)}
        assert not read & passed, (pathway.key, stage.number)


def test_on_a_case_opened_today_nothing_is_met_and_nothing_is_waived() -> None:
    nothing = Scene("opened today", "", case={"days": 0, "reference_load": REFERENCE})
    for (pathway, stage), verdicts in zip(STAGES, all_played(STAGES, [nothing] * len(STAGES)), strict=True):
        met = [id_ for id_, verdict in verdicts.items() if verdict.verdict in (MET, WAIVED)]
        assert verdicts, (pathway.key, stage.number)
        assert met == [], (pathway.key, stage.number)
        asked = [one for one in stage.criteria if one.id in verdicts]
        assert any(one.kind != ADVISORY for one in asked)


def test_in_a_case_that_has_lasted_weeks_in_silence_only_the_days_have_passed() -> None:
    nothing = Scene("silent", "", case={"days": DAYS, "reference_load": REFERENCE})
    for (_, stage), verdicts in zip(STAGES, all_played(STAGES, [nothing] * len(STAGES)), strict=True):
        met = {id_ for id_, verdict in verdicts.items() if verdict.verdict in (MET, WAIVED)}
        assert {one.measure for one in stage.criteria if one.id in met} <= {"days_in_stage"}


def test_nothing_from_before_the_case_began_counts_however_good() -> None:
    scenes = [good(p, s, until=1, days=0) for p, s in STAGES]
    for (pathway, _), verdicts in zip(STAGES, all_played(STAGES, scenes), strict=True):
        met = [id_ for id_, verdict in verdicts.items() if verdict.verdict in (MET, WAIVED)]
        assert met == [], pathway.key


def test_each_measure_by_itself_finds_nothing_or_its_zero_on_an_empty_record() -> None:
    store = open_store(":memory:", Clock())
    (kari,) = a_squad(store, "Kari")
    record = reviewed(store, a_case(store, kari, side="left"), kari).record
    store.close()
    for name, measure in case_measures().items():
        found = measure(record, Window())
        assert found.value in (None, MEASURES[name].empty), name
        assert found.value is not None or found.lacks, name
