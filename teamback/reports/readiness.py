"""The morning board as a table, CSV or JSON: the same board without a browser."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

from teamback.record.words import FLAGS, MATCH, TRAINING
from teamback.rounds.board import BoardRow, SquadDay


def as_json(board: SquadDay) -> str:
    """A list with an object an athlete: reported, availability, match, flag and every reason."""
    return json.dumps([_row(row) for row in board.rows], ensure_ascii=False, indent=2)


def as_csv(board: SquadDay) -> str:
    """A line an athlete, in the words of the screen."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(_HEAD)
    lines.writerows([harmless(cell) for cell in _line(row)] for row in board.rows)
    return out.getvalue().rstrip("\r\n")


def as_table(board: SquadDay) -> str:
    """Columns of text, with the counts above."""
    lines = [_HEAD, *(_line(row) for row in board.rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(_HEAD) - 1)]
    flags = ", ".join(f"{FLAGS[level]} {n}" for level, n in board.flag_counts.items())
    head = f"{board.squad.name}, {board.day}: {board.reported} of {len(board.rows)} reported; {flags}"
    body = (
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]])
        for line in lines
    )
    return "\n".join([head, "", *body])


FORMS: dict[str, Callable[[SquadDay], str]] = {"table": as_table, "csv": as_csv, "json": as_json}

_HEAD = ["Flag", "Athlete", "Training", "Match", "Reported", "Why"]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell[:1] else cell


def _line(row: BoardRow) -> list[str]:
    return [
        FLAGS[row.flag.level],
        row.athlete.known_as,
        TRAINING[row.training],
        MATCH[row.match],
        "yes" if row.reported else "no",
        "; ".join(reason.says for reason in row.flag.reasons),
    ]


def _row(row: BoardRow) -> dict[str, Any]:
    return {
        "athlete": row.athlete.known_as,
        "reported": row.reported,
        "availability": row.training,
        "match": row.match,
        "flag": row.flag.level,
        "reasons": [
            {
                "rule": reason.rule,
                "level": reason.level,
                "says": reason.says,
                "value": reason.value,
                "threshold": reason.threshold,
                "source": reason.source,
                "status": reason.status,
            }
            for reason in row.flag.reasons
        ],
    }
