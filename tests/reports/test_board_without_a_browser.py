"""The board as a table, CSV or JSON: the same rows, names as typed, no cell that acts."""

import csv
import io
import json
from collections.abc import Iterator

import pytest

from teamback.record.events import AthleteNamed, CalendarEntry, Joined, SquadNamed
from teamback.reports.readiness import as_csv, as_json, as_table, harmless
from teamback.rounds.board import SquadDay
from teamback.store import Store
from tests.fresh_stores import in_memory
from tests.rounds.mornings_of import answered, board_of
from tests.squads import A_YEAR_AGO, DAY, DOCTOR, LEAD, MONDAY, PHYSIO, Clock, decided, mornings

NAMES = [
    *("<b>", "*x*", ":red[x]", "=1+1", "O'Brien", "李 Mei", "🏃‍♀️ Ada", '"Ace", Jo', "-2", "@here", "Zoë"),
    *("+1", "a;b", "a\nb"),
]
BELL = "\x1b[31mRed\x07"


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory(Clock()) as made:
        yield made


def squad_of(store: Store, names: list[str], squad: str = "First") -> None:
    store.keep([SquadNamed(day=A_YEAR_AGO, squad="first", name=squad)], LEAD)
    for number, name in enumerate(names, 1):
        named = AthleteNamed(day=A_YEAR_AGO, athlete=number, home="first", known_as=name)
        store.keep([named, Joined(day=A_YEAR_AGO, athlete=number, squad="first")], LEAD)


@pytest.fixture
def board(store: Store) -> SquadDay:
    """One of each colour, one of them out, the rest silent."""
    squad_of(store, ["Red", "Amber", "Green", "Silent", "Partly"])
    store.keep([*answered(1, "7"), *answered(2, "3"), *answered(3)], PHYSIO)
    store.keep(mornings(5, fatigue="3", low_back_now="2"), PHYSIO)
    store.keep([decided(1, "out", MONDAY - 3 * DAY, review_on=MONDAY - DAY)], DOCTOR)
    store.keep([decided(2, "modified", match="limited_minutes", restrictions=("contact",))], DOCTOR)
    return board_of(store)


def test_json_says_who_reported_who_may_do_what_and_why(board: SquadDay) -> None:
    rows = {row.pop("athlete"): row for row in json.loads(as_json(board))}
    shown = {name: tuple(row[key] for key in list(row)[:4]) for name, row in rows.items()}
    assert shown == {
        "Red": (True, "out", "not_available", "red"),
        "Amber": (True, "modified", "limited_minutes", "amber"),
        "Silent": (False, "not_decided", "not_decided", "not_reported"),
        "Partly": (True, "not_decided", "not_decided", "not_reported"),
        "Green": (True, "not_decided", "not_decided", "green"),
    }
    assert rows["Red"]["reasons"][:2] == [
        {
            "rule": "P1",
            "level": "red",
            "says": "Back pain 7/10 this morning (above 5)",
            "value": 7.0,
            "threshold": "above 5",
            "source": board.rows[0].flag.reasons[0].source,
            "status": "practice",
        },
        {
            "rule": "V1",
            "level": "info",
            "says": "Review of availability was due Sun 22 Nov",
            "value": 1.0,
            "threshold": "review date before today",
            "source": "Availability never changes because a date passed",
            "status": "house rule",
        },
    ]


def test_the_table_has_the_counts_above_and_the_columns_below_one_another(board: SquadDay) -> None:
    head, gap, columns, *lines = as_table(board).splitlines()
    assert head == ("First, 2026-11-23: 4 of 5 reported; See first 1, Check 1, Not reported 2, As usual 1")
    assert gap == ""
    starts = [columns.index(word) for word in ("Flag", "Athlete", "Training", "Match", "Reported", "Why")]
    assert [[line[i - 2 : i] for i in starts[1:]] for line in lines] == [["  "] * 5] * 5
    assert [line[starts[1] :].split()[0] for line in lines] == ["Red", "Amber", "Partly", "Silent", "Green"]
    assert lines[1].startswith(
        "Check         Amber    Modified     Limited minutes  yes       Back pain 3/10"
    )


def test_the_head_of_the_table_says_how_far_the_match_is(store: Store) -> None:
    squad_of(store, ["Kari"])
    store.keep([CalendarEntry(day=MONDAY + 2 * DAY, squad="first", what="match")], PHYSIO)
    assert as_table(board_of(store)).startswith("First, 2026-11-23 (MD-2): 0 of 1 reported")


def test_names_are_shown_as_typed(store: Store) -> None:
    squad_of(store, NAMES)
    board = board_of(store)
    assert {row["athlete"] for row in json.loads(as_json(board))} == set(NAMES)
    table = as_table(board)
    assert all(name in table for name in NAMES if "\n" not in name)
    lines = csv.reader(io.StringIO(as_csv(board), newline=""))
    typed = {line[1].removeprefix("'") for line in lines}
    assert typed == {*NAMES, "Athlete"}


def test_a_table_keeps_its_columns_beside_wide_signs(store: Store) -> None:
    squad_of(store, ["李 Mei", "Kari"])
    kari, mei = sorted(as_table(board_of(store)).splitlines()[3:])
    assert mei.index("Not decided") == kari.index("Not decided") - 1  # 李 stands in two columns


def test_a_terminal_obeys_no_name(store: Store) -> None:
    squad_of(store, [BELL, "a\nb"], "\x1b[2JFirst")
    table = as_table(board_of(store))
    assert "\x1b" not in table
    assert "\x07" not in table
    assert len(table.splitlines()) == 5
    assert json.loads(as_json(board_of(store)))[0]["athlete"] == BELL


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-2", "@here", "\tx", "\rx"])
def test_no_spreadsheet_takes_a_cell_for_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "O'Brien", "2 = 2", "李"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_an_empty_squad_has_a_head_and_no_rows(store: Store) -> None:
    squad_of(store, [])
    board = board_of(store)
    assert json.loads(as_json(board)) == []
    assert as_csv(board) == "Flag,Athlete,Training,Match,Reported,Why"
    assert as_table(board).splitlines()[0].startswith("First, 2026-11-23: 0 of 0 reported")
