"""The roster by load as a file: the rows of the page, with figures a spreadsheet can reckon with."""

import csv
import io

from teamback.reports.readiness import harmless
from teamback.rounds.squad_load import LoadRow, SquadLoad

_HEAD = (
    *("Athlete", "Against own usual", "Load 7 d (AU)", "Own usual week (AU)", "Own usual SD (AU)"),
    *("From usual (%)", "On week before (%)", "Known days of 7", "Rest days"),
)


def as_csv(load: SquadLoad) -> str:
    """A line an athlete in the order of the page; what is not known is an empty cell."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_HEAD)
    lines.writerows(_line(row) for row in load.rows)
    return out.getvalue()


def _line(row: LoadRow) -> list[str]:
    figures = (row.week, row.usual, row.usual_sd, row.from_usual, row.change_percent)
    known = ("" if value is None else f"{value:.0f}" for value in figures)
    standing = row.standing.replace("_", " ")
    return [harmless(row.athlete.known_as), standing, *known, str(row.known_days), str(row.rest_days)]
