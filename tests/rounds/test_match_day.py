"""The label of a day by the matches around it, as coaches say it."""

import pytest

from teamback.record.events import CalendarEntry
from teamback.rounds.match_day import match_day
from teamback.store import Store
from tests.rounds.mornings_of import board_of
from tests.squads import DAY, MONDAY, PHYSIO, a_squad


@pytest.mark.parametrize(
    ("matches", "label"),
    [
        ([], None),
        ([0], "MD"),
        ([1], "MD-1"),
        ([2], "MD-2"),
        ([3], "MD-3"),
        ([4], "MD-4"),
        ([5], "MD-5"),
        ([6], None),
        ([-1], "MD+1"),
        ([-2], "MD+2"),
        ([-3], None),
        ([0, 1], "MD"),
        ([-1, 0], "MD"),
        ([-1, 1], "MD-1"),
        ([-1, 2], "MD+1"),
        ([-2, 1], "MD-1"),
        ([-2, 5], "MD-5"),
        ([-2, 6], "MD+2"),
        ([3, 5], "MD-3"),
        ([5, 3], "MD-3"),
        ([0, 0], "MD"),
    ],
)
def test_the_label_of_a_day(matches: list[int], label: str | None) -> None:
    assert match_day(MONDAY, [MONDAY + away * DAY for away in matches]) == label


def test_the_board_carries_the_label_and_what_is_planned_that_day(store: Store) -> None:
    a_squad(store, "Kari")
    a_squad(store, "Boje", "second")
    planned = [
        CalendarEntry(day=MONDAY + 2 * DAY, squad="first", what="match", start="19:00"),
        CalendarEntry(day=MONDAY + DAY, squad="second", what="match"),
        CalendarEntry(day=MONDAY, squad="first", what="training", start="10:30", place="Pitch 1"),
        CalendarEntry(day=MONDAY + DAY, squad="first", what="travel"),
    ]
    store.keep(planned, PHYSIO)
    board = board_of(store)
    assert board.match_day == "MD-2"
    assert [(event.what, event.start) for event in board.calendar] == [("training", "10:30")]
