import datetime as dt
import statistics

import pytest
from demo_morning import LAST, STAFF, board_written_at_once, keeps, shown

from teamback.demo import Story, stories
from teamback.record.events import CheckIn, Session
from teamback.record.flag import AMBER, GREEN, RED
from teamback.rounds.board import BoardRow, SquadDay
from teamback.rounds.squad_day import squad_day
from teamback.rounds.squads import as_it_stood_on, squad_named
from teamback.store import Store
from teamback.store.queries.calendar import calendar
from teamback.store.queries.coach_sheet import coach_lines
from teamback.store.queries.daily import daily_entries

PLANTED = {story.athlete for story in stories()}
ALARMS = 0.20
"""Amber and red among those who reported: no more, or a healthy squad cries wolf (clinical.md 10)."""


@pytest.mark.parametrize("story", stories(), ids=lambda story: story.title)
def test_each_story_is_on_the_board(story: Story, rows: dict[str, BoardRow]) -> None:
    assert keeps(story, rows[story.athlete]), shown(rows[story.athlete])


def test_there_are_twelve_stories_of_twelve_athletes() -> None:
    assert len(stories()) == len(PLANTED) == 12


@pytest.mark.parametrize("later", [2, 3, 6], ids=["after a match", "after a day off", "in midweek"])
def test_the_stories_are_on_the_board_on_other_weekdays_too(later: int) -> None:
    board = board_written_at_once(LAST + dt.timedelta(days=later))
    found = {row.athlete.known_as: row for row in board.rows}
    assert not [story.title for story in stories() if not keeps(story, found[story.athlete])]
    assert board.reported == 24


def test_the_counts_strip_reads_as_on_an_ordinary_morning(board: SquadDay) -> None:
    assert (board.reported, len(board.rows)) == (24, 28)
    assert board.training_counts == {"full": 17, "modified": 3, "rehab": 5, "out": 2, "not_decided": 1}
    assert board.flag_counts["red"] == 2
    assert board.flag_counts["not_reported"] == 5
    assert board.match_day == "MD-1"


def test_the_flare_is_the_first_row(board: SquadDay) -> None:
    assert board.rows[0].athlete.known_as == "A. Moreau"


def test_the_overdue_review_is_the_only_one(board: SquadDay) -> None:
    assert [row.athlete.known_as for row in board.overdue] == ["C. Rossini"]


def test_the_new_athlete_says_how_far_her_baseline_is(rows: dict[str, BoardRow]) -> None:
    assert any("building baseline" in text for text in rows["E. Aydemir"].flag.not_known)


def test_as_it_stood_then_the_mistyped_morning_is_red(demo: Store) -> None:
    day = LAST - dt.timedelta(days=6)
    known_at = as_it_stood_on(demo, squad_named(demo, STAFF, "First team"), day)
    then, now = (
        {row.athlete.known_as: row.flag.level for row in squad_day(demo, "First team", day, k, STAFF).rows}
        for k in (known_at, None)
    )
    assert (then["李 Mei"], now["李 Mei"]) == (RED, GREEN)


def test_the_correction_is_the_physios_and_names_what_it_replaces(
    demo: Store, rows: dict[str, BoardRow]
) -> None:
    athlete = rows["李 Mei"].athlete
    (now,) = daily_entries(demo, CheckIn, STAFF, [athlete.athlete], [athlete.home], LAST, LAST)
    assert (now.recorded_by, now.event.asked_by) == ("Maya Ortiz, physio", "Maya Ortiz")
    (typed,) = daily_entries(
        demo, CheckIn, STAFF, [athlete.athlete], [athlete.home], LAST, LAST, now.replaces
    )
    assert (typed.event.low_back_now, typed.recorded_by) == (7, "李 Mei, athlete")


def test_two_sessions_stand_on_one_day(demo: Store, rows: dict[str, BoardRow]) -> None:
    athlete = rows["H. Bergström"].athlete
    found = daily_entries(
        demo, Session, STAFF, [athlete.athlete], [athlete.home], LAST - dt.timedelta(1), LAST
    )
    assert [item.event.start for item in found] == ["10:30", "17:30"]


def test_the_coach_sees_who_is_just_back_and_who_was_modified_this_morning(demo: Store) -> None:
    lines = {line.known_as: line for line in coach_lines(demo, STAFF, "first-team", LAST)}
    assert (lines["Zoë J."].training, lines["Zoë J."].since) == ("full", LAST - dt.timedelta(days=1))
    assert (lines["J. Núñez"].training, lines["J. Núñez"].since) == ("modified", LAST)


def test_one_athlete_moved_up_and_keeps_her_home_and_one_is_on_loan(rows: dict[str, BoardRow]) -> None:
    assert rows["N. Khumalo"].athlete.home == "under-21"
    assert [name for name, row in rows.items() if row.athlete.loan] == ["T. Sokolovska"]


def test_the_under_21_have_a_board_of_their_own(demo: Store) -> None:
    board = squad_day(demo, "Under 21", LAST, None, STAFF)
    assert len(board.rows) == 6
    assert "N. Khumalo" not in {row.athlete.known_as for row in board.rows}


def test_the_week_ahead_is_planned(demo: Store) -> None:
    ahead = calendar(demo, STAFF, "first-team", LAST, LAST + dt.timedelta(days=7))
    assert {item.event.day for item in ahead} == {LAST + dt.timedelta(days=n) for n in range(8)}
    assert {"match", "training", "day_off", "appointment"} <= {item.event.what for item in ahead}


def test_the_healthy_squad_does_not_cry_wolf(demo: Store) -> None:
    shares = []
    for back in range(0, 240, 5):
        day = squad_day(demo, "First team", LAST - dt.timedelta(days=back), None, STAFF)
        asked = [row for row in day.rows if row.reported and row.athlete.known_as not in PLANTED]
        if asked:
            shares.append(sum(row.flag.level in (RED, AMBER) for row in asked) / len(asked))
    assert 0.03 <= statistics.median(shares) <= ALARMS
