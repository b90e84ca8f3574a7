"""What the invented squad tells about its backs besides the stories, as docs/demo.md says."""

import datetime as dt
import statistics
from collections import defaultdict
from itertools import pairwise

import pytest
from demo_morning import LAST, STAFF

from teamback.clinic.assessment.instruments import refusals
from teamback.clinic.assessment.ostrc import substantial
from teamback.clinic.low_back.referral_clock import referral_clock
from teamback.demo import SEED
from teamback.demo.building import writings
from teamback.record.clinical_words import SETS_OUT
from teamback.record.event import Event
from teamback.record.events import (
    AthleteNamed,
    Availability,
    CheckIn,
    InstrumentTotal,
    Intervention,
    InterventionEnded,
    PainEntry,
    SeasonPhase,
    SelfManagement,
    Session,
    TaskAct,
)
from teamback.record.pain_words import AREAS, EASING_FACTORS, POSITION_TRIGGERS, PRECEDING_ACTIVITIES
from teamback.record.scope import PROGRAM
from teamback.rounds.board import SquadDay
from teamback.rounds.limits_now import limits_at
from teamback.store import Store
from teamback.store.queries.clinical import clinical_entries
from teamback.store.queries.status import availability_on
from teamback.ui.session.session_words import FOOTWEAR, SURFACES


@pytest.fixture(scope="module")
def written() -> list[Event]:
    return [event for writing in writings(LAST, SEED) for event in writing.events]


def of(written: list[Event], known_as: str, kind: type) -> list:
    (number,) = [e.athlete for e in written if isinstance(e, AthleteNamed) and e.known_as == known_as]
    return sorted((e for e in written if isinstance(e, kind) and e.athlete == number), key=lambda e: e.day)


def test_the_weekly_questions_tell_of_a_squad_that_is_mostly_well(written: list[Event]) -> None:
    weeks: dict[dt.date, list[InstrumentTotal]] = defaultdict(list)
    for event in written:
        if isinstance(event, InstrumentTotal) and event.instrument == "ostrc" and not event.asked_by:
            weeks[event.day].append(event)
            assert not refusals(event, LAST)
    assert len(weeks) == 39
    assert {day.weekday() for day in weeks} == {0}
    full = [week for week in weeks.values() if len(week) > 20]
    problem = [sum(e.q1 > 0 for e in week if e.q1 is not None) / len(week) for week in full]
    grave = [sum(bool(substantial(e.q1, e.q2, e.q3)) for e in week) / len(week) for week in full]
    assert 0.15 <= statistics.mean(problem) <= 0.30
    assert 0.01 <= statistics.mean(grave) <= 0.08


def test_the_journal_says_where_and_after_what_in_the_words_of_the_form(written: list[Event]) -> None:
    entries = [event for event in written if isinstance(event, PainEntry)]
    assert {True, False} == {entry.with_check_in for entry in entries}
    assert len({entry.site for entry in entries}) >= 4
    for entry in entries:
        assert entry.area is not None
        assert (AREAS[entry.area].site, AREAS[entry.area].side) == (entry.site, entry.side)
        assert {entry.preceding_activity} <= {None, *PRECEDING_ACTIVITIES}
        assert {entry.position_trigger} <= {None, *POSITION_TRIGGERS}
        assert {entry.easing_factor} <= {None, *EASING_FACTORS}
    sitting = [e.position_trigger for e in of(written, "D. Yıldız", PainEntry) if e.position_trigger]
    assert sitting.count("sitting") > len(sitting) / 2


def test_no_entry_of_the_journal_is_written_down_before_the_pain_began() -> None:
    for writing in writings(LAST, SEED):
        for entry in writing.events:
            if isinstance(entry, PainEntry):
                assert entry.started is not None
                assert max(entry.started, entry.ended or entry.started) <= writing.at


def test_what_the_check_in_asks_agrees_with_the_check_in(written: list[Event]) -> None:
    now = {(e.athlete, e.day): e.low_back_now for e in written if isinstance(e, CheckIn)}
    asked = [e for e in written if isinstance(e, PainEntry) and e.with_check_in]
    assert asked
    assert all(entry.pain in (now[entry.athlete, entry.day], 7, 5) for entry in asked)


def test_sessions_say_surface_and_footwear_in_the_words_of_the_form_and_parts_that_add_up(
    written: list[Event],
) -> None:
    sessions = [event for event in written if isinstance(event, Session)]
    assert {s.surface for s in sessions} <= set(SURFACES)
    assert {s.footwear for s in sessions} <= set(FOOTWEAR)
    parts = [s for s in sessions if s.warm_up_cardio is not None]
    assert len(parts) > len(sessions) / 2
    for s in parts:
        assert (s.warm_up_cardio or 0) + (s.warm_up_stretch or 0) + (s.warm_up_activation or 0) == s.warm_up
        assert (s.cool_down_stretch or 0) + (s.cool_down_mobility or 0) == s.cool_down


def test_a_plan_of_self_management_is_ticked_from_the_next_morning_on(written: list[Event]) -> None:
    (plan,) = of(written, "D. Yıldız", SelfManagement)
    mornings = of(written, "D. Yıldız", CheckIn)
    assert all(m.breathing is None for m in mornings if m.day <= plan.day)
    assert {m.breathing for m in mornings if m.day > plan.day} == {True, False}


def test_the_red_flag_was_set_out_by_itself_and_closed_by_the_doctor(demo: Store, board: SquadDay) -> None:
    who = next(row.athlete for row in board.rows if row.athlete.known_as == "M. Lindqvist")
    day = LAST - dt.timedelta(days=34)
    acts = clinical_entries(demo, TaskAct, STAFF, [who.athlete], LAST)
    flag = [act.event.act for act in acts if act.event.rule in SETS_OUT]
    assert flag == ["acknowledged", "closed"]
    out = clinical_entries(demo, Availability, STAFF, [who.athlete], day)
    assert [(kept.recorded_by, kept.event.training) for kept in out][-2:] == [
        (PROGRAM.signature, "out"),
        ("Dr Lee, doctor", "out"),
    ]
    assert availability_on(demo, STAFF, [who.athlete], LAST)[who.athlete].event.training == "full"


def test_changes_are_running_overdue_and_kept_for_good(demo: Store, board: SquadDay) -> None:
    numbers = [row.athlete.athlete for row in board.rows]
    changes = clinical_entries(demo, Intervention, STAFF, numbers, LAST)
    ended = clinical_entries(demo, InterventionEnded, STAFF, numbers, LAST)
    (kept,) = [end.event.intervention for end in ended if end.event.kept_for_good]
    over = {kept.seq for kept in changes if kept.event.until and kept.event.until < LAST}
    assert kept in over
    assert len(over - {kept}) == 1
    assert [kept for kept in changes if kept.event.until and kept.event.until >= LAST]


def test_the_phases_of_the_season_follow_each_other_without_a_gap(written: list[Event]) -> None:
    for squad in ("first-team", "under-21"):
        phases = sorted(
            (e for e in written if isinstance(e, SeasonPhase) and e.squad == squad), key=lambda e: e.day
        )
        assert "deload" in {phase.phase for phase in phases}
        for before, after in pairwise(phases):
            assert after.day - before.last_day == dt.timedelta(days=1)
        assert phases[-1].last_day > LAST


def test_one_referral_clock_is_due_outside_the_cases(demo: Store, written: list[Event]) -> None:
    pain = [e.day for e in of(written, "D. Yıldız", CheckIn) if (e.low_back_now or 0) >= 2]
    clock = referral_clock(pain, LAST, limits_at(demo, None))
    assert clock
    assert clock.refers
