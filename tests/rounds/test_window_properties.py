"""Whatever was entered and when: nothing from outside a window ever turns a criterion to met."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teamback.clinic.assessment.results import Reading
from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.clinic.response import Response
from teamback.clinic.return_to_sport.criteria import judge
from teamback.clinic.return_to_sport.pathway import (
    CHECK_INS,
    DAYS,
    NOW,
    SESSIONS,
    Comparison,
    Criterion,
    Window,
)
from teamback.clinic.return_to_sport.pathways import all_pathways
from teamback.record.events import CaseOpened, StageChange
from teamback.record.flag import RowRead
from teamback.record.kept import Kept
from teamback.record.verdict import MET, Verdict
from teamback.rounds.cases import CaseNow
from teamback.rounds.return_to_sport.case_measures import case_measures
from teamback.rounds.return_to_sport.case_record import CaseRecord, MorningSeen, SessionSeen
from tests.squads import DAY, MONDAY

PATHWAY = all_pathways()["low_back"]
LIMITS = Limits.from_text(LIMITS_FILE.read_text(encoding="utf-8"))
FIRST = MONDAY - 90 * DAY
NOWADAYS = dt.datetime.combine(MONDAY, dt.time(8, 30))
QUICK = settings(max_examples=60, deadline=None)

windows = st.builds(
    Window, st.sampled_from([NOW, SESSIONS, CHECK_INS, DAYS]), st.integers(1, 20), st.booleans()
)
back = st.integers(0, 60)
"""Days before Monday."""
score = st.one_of(st.none(), st.integers(0, 10).map(float))
scored = st.lists(st.tuples(back, score), max_size=12)
limit = st.integers(0, 10).map(float)


def case(began: int, stage_began: int) -> CaseNow:
    """A case that began so many days ago, and its stage later or on the same day."""
    said = {"case_id": 1, "athlete": 1}
    opened = CaseOpened(day=MONDAY - began * DAY, nature="injury", region="L", onset=FIRST, **said)
    at = NOWADAYS.replace(tzinfo=dt.UTC)
    entered = StageChange(
        day=MONDAY - min(began, stage_began) * DAY, decision="progress", to_stage=2, stage_name="", **said
    )
    return CaseNow(opened, Kept(1, opened, at, "", 1), (Kept(2, entered, at, "", 2),), None)


def record(began: int, stage_began: int, **known: Any) -> CaseRecord:
    """What is known of the case; `mornings` and `sessions` as (days back, score)."""
    now = case(began, stage_began)
    blank = np.full((MONDAY - FIRST).days + 1, np.nan)
    pain = blank.copy()
    for ago, value in known.get("mornings", ()):
        pain[(MONDAY - FIRST).days - ago] = np.nan if value is None else value
    return CaseRecord(
        case=now,
        pathway=PATHWAY,
        day=MONDAY,
        moment=NOWADAYS,
        limits=LIMITS,
        first=FIRST,
        pain=pain,
        worst=pain,
        load=blank,
        mornings=tuple(morning(*one) for one in _oldest_first(known.get("mornings", ()), began)),
        sessions=tuple(session(*one) for one in _oldest_first(known.get("sessions", ()), began)),
        wellness_z=blank,
        readings=tuple(sorted((reading(*one) for one in known.get("holds", ())), key=lambda one: one.day)),
    )


def _oldest_first(found: Sequence[tuple[int, float | None]], began: int) -> list[tuple[int, float | None]]:
    """One a day, none from before the case: as the reading of a case gives them."""
    return sorted((one for one in dict(found).items() if one[0] <= began), reverse=True)


def morning(ago: int, value: float | None) -> MorningSeen:
    day = MONDAY - ago * DAY
    return MorningSeen(day, 100 - ago, value, False, RowRead(100 - ago, "check_in", day, ""))


def session(ago: int, value: float | None) -> SessionSeen:
    day = MONDAY - ago * DAY
    response = Response("green", "", 20.0, settled=True)
    return SessionSeen(day, 100 - ago, "rehab", value, response, RowRead(100 - ago, "session", day, ""))


def reading(ago: int, value: float) -> Reading:
    return Reading("biering_sorensen", None, value, MONDAY - ago * DAY, (100 - ago,))


def verdict(measure: str, compare: Comparison, window: Window, known: CaseRecord) -> Verdict:
    asked = Criterion("X", "asked", "-", "house rule", measure=measure, compare=compare, window=window)
    measures = case_measures()
    return judge(asked, PATHWAY[2], lambda name, within: measures[name](known, within))


@QUICK
@given(windows, back, back)
def test_a_window_never_begins_before_the_case_nor_before_its_stage(
    window: Window, began: int, stage_began: int
) -> None:
    known = record(began, stage_began)
    since = known.since(window)
    assert known.case.began <= since <= MONDAY
    assert not window.in_stage or since >= known.case.stage_since
    if window.of == DAYS:
        assert (MONDAY - since).days < window.last


@QUICK
@given(
    st.lists(st.tuples(back, st.integers(0, 200).map(float)), max_size=6),
    st.integers(1, 400).map(float),
    windows,
    back,
    st.integers(1, 60),
)
def test_a_test_from_before_the_window_never_turns_a_criterion_to_met(
    holds: list[tuple[int, float]], added: float, window: Window, began: int, earlier: int
) -> None:
    compare = Comparison("at_least", 90)
    known = record(began, began, holds=holds)
    day = known.since(window) - earlier * DAY
    more = record(began, began, holds=[*holds, ((MONDAY - day).days, added)])
    before, after = (verdict("biering_sorensen", compare, window, one) for one in (known, more))
    assert (after.verdict == MET) == (before.verdict == MET)
    if not any(known.since(window) <= MONDAY - ago * DAY for ago, _ in holds):
        assert after.verdict == "too_old"


@pytest.mark.parametrize(
    ("kind", "measure"), [("mornings", "morning_pain"), ("sessions", "peak_session_pain")]
)
@QUICK
@given(scored, limit, st.integers(1, 5), back, st.integers(0, 10).map(float), st.integers(1, 20))
def test_an_older_score_never_turns_a_window_of_the_last_so_many_to_met(
    kind: str,
    measure: str,
    found: list[tuple[int, float | None]],
    most: float,
    last: int,
    began: int,
    added: float,
    earlier: int,
) -> None:
    window = Window(CHECK_INS if kind == "mornings" else SESSIONS, last)
    known = record(began, began, **{kind: found})
    inside = [ago for ago, _ in found if ago <= began]
    before_all = max(inside, default=0) + earlier
    more = record(began, began, **{kind: [*found, (before_all, added)]})
    before, after = (verdict(measure, Comparison("at_most", most), window, one) for one in (known, more))
    if len(set(inside)) >= last or before_all > began:
        assert after == before
    if len(set(inside)) < last - 1:
        assert MET not in (before.verdict, after.verdict)


@QUICK
@given(scored, limit, st.integers(1, 5), back)
def test_one_score_that_is_missing_is_no_pass(
    found: list[tuple[int, float | None]], most: float, last: int, began: int
) -> None:
    known = record(began, began, mornings=found)
    judged = verdict("morning_pain", Comparison("at_most", most), Window(CHECK_INS, last), known)
    seen = [morning.score for morning in known.mornings[-last:]]
    good = len(seen) == last and all(one is not None and one <= most for one in seen)
    assert judged.verdict != MET or good


@QUICK
@given(scored, st.tuples(st.integers(1, 30), st.integers(0, 10).map(float)), st.integers(1, 40))
def test_mornings_from_before_the_case_change_no_measure_of_its_course(
    found: list[tuple[int, float | None]], added: tuple[int, float], began: int
) -> None:
    known = record(began, began, mornings=found)
    earlier = (began + added[0], added[1])
    more = record(began, began, mornings=[*found, earlier])
    for name in ("weekly_pain_change", "nearly_pain_free_days", "morning_pain", "wellness_z"):
        measure = case_measures()[name]
        assert measure(more, Window()) == measure(known, Window()), name


@QUICK
@given(st.lists(back, min_size=1, max_size=8, unique=True), back, st.booleans())
def test_a_session_counts_in_the_stage_when_it_came_after_the_change(
    days: list[int], stage_began: int, recorded_later: bool
) -> None:
    known = record(60, stage_began, sessions=[(ago, 1.0) for ago in days])
    seq = 1000 if recorded_later else 1
    sessions = tuple(replace(one, seq=seq) for one in known.sessions)
    counted = replace(known, sessions=sessions).sessions_in(Window(in_stage=True))
    least = stage_began if recorded_later else stage_began - 1
    assert sorted((MONDAY - one.day).days for one in counted) == sorted(d for d in days if d <= least)
