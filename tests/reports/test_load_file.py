"""The roster by load as a file."""

import csv
import io
from typing import Any

from teamback.record.events import SquadNamed
from teamback.record.kept import RosterAthlete
from teamback.reports.load import as_csv
from teamback.rounds.squad_load import LoadRow, SquadLoad
from tests.squads import DAY, MONDAY


def row(name: str = "Kari", **fields: Any) -> LoadRow:
    given = {
        **{"days": (), "rest": (), "week": 2310.4, "known_days": 6, "rest_days": 1},
        **{"usual": 1900.0, "usual_sd": 250.0, "usual_weeks": 4, "change_percent": -31.2, "change": -900.0},
    }
    return LoadRow(RosterAthlete(1, name, None, None, "first", MONDAY, False), "full", **(given | fields))


def lines(*rows: LoadRow) -> list[dict[str, str]]:
    squad = SquadNamed(day=MONDAY, squad="first", name="First")
    return list(csv.DictReader(io.StringIO(as_csv(SquadLoad(squad, MONDAY, MONDAY - DAY, 5, rows)))))


def test_what_is_not_known_is_an_empty_cell_and_never_a_zero() -> None:
    known, unknown = lines(row(), row("Ola", week=None, known_days=0, rest_days=0, change_percent=None))
    assert [known[name] for name in ("Against own usual", "Load 7 d (AU)", "From usual (%)")] == [
        *("above", "2310", "22")
    ]
    assert [unknown[name] for name in ("Against own usual", "Load 7 d (AU)", "From usual (%)")] == [
        *("not known", "", "")
    ]
    assert (known["On week before (%)"], unknown["Known days of 7"]) == ("-31", "0")


def test_no_name_becomes_a_formula() -> None:
    assert lines(row("=1+1"))[0]["Athlete"] == "'=1+1"
