"""The roster's low backs as a file: a line an athlete, with the reasons in words."""

import csv
import io

from teamback.reports.readiness import harmless
from teamback.rounds.low_back.squad_low_back import BackRow, SquadLowBack

_HEAD = (
    *(
        "Athlete",
        "Today (0-10)",
        "Worst of 7 days",
        "Mean of 7 mornings",
        "Mornings",
        "Own usual",
        "Usual sd",
    ),
    *("Flare reported (days)", "Flare by pain (days)", "Referral clock (days)", "Assessment due", "Why"),
)


def as_csv(told: SquadLowBack) -> str:
    """In the order of the page; what is not known is an empty cell."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_HEAD)
    lines.writerows([harmless(cell) for cell in _line(row)] for row in told.rows)
    return out.getvalue()


def _line(row: BackRow) -> list[str]:
    back, today = row.back, float(row.mornings[-1])
    clock = back.clock
    return [
        row.athlete.known_as,
        "" if today != today else f"{today:g}",
        *(_figure(value) for value in (back.worst, back.week)),
        str(back.week_n),
        *(_figure(value) for value in (back.usual, back.usual_sd)),
        str(back.flares_reported),
        str(back.flares_by_pain),
        str(clock.runs_for) if clock else "",
        "yes" if clock and clock.refers else "",
        "; ".join(found.says for _, found in row.found),
    ]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
