"""The surveillance of a squad as a file: a line a figure, each with its interval and its definition."""

import csv
import io
from collections.abc import Iterator

from teamback.clinic.surveillance.definitions import DEFINITIONS
from teamback.clinic.surveillance.intervals import Interval
from teamback.clinic.surveillance.rates import Rates, spread
from teamback.clinic.surveillance.severity import TITLES, counts
from teamback.reports.readiness import harmless
from teamback.rounds.season.season import GROUPS, Season
from teamback.rounds.season.summary import SquadSeason

_HEAD = ("About", "Figure", "Value", "Lower 95 %", "Upper 95 %", "Unit", "From", "To", "Definition")
Line = tuple[str, str, str, str, str, str, str]


def as_csv(found: SquadSeason, scheme: str) -> str:
    """The squad first, then each athlete by name; a figure that is not known is an empty cell."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(_HEAD)
    period = found.first.isoformat(), found.last.isoformat()
    for line in _lines(found, scheme):
        lines.writerow([*line[:6], *period, line[6]])
    return out.getvalue()


def _lines(found: SquadSeason, scheme: str) -> Iterator[Line]:
    name = harmless(found.squad.name)
    for group in GROUPS:
        cases = found.whole.group(group)
        yield from _rates(name, group, found.whole.rates(cases), [case.days_lost for case in cases])
    lost = [case.days_lost for case in found.whole.group("injuries")]
    for each, count in counts(lost, scheme).items():
        label = f"Severity, {TITLES[scheme]}: {each.label} ({each.days})"
        yield (name, label, str(count), "", "", "cases", DEFINITIONS["severity"].says)
    yield from _season(name, found.whole)
    for row in found.rows:
        who = harmless(row.athlete.known_as)
        yield _line(who, "injuries", len(row.season.group("injuries")))
        yield from _season(who, row.season)


def _rates(name: str, group: str, rates: Rates, days: list[int]) -> Iterator[Line]:
    label = DEFINITIONS[group].label
    yield _line(name, group, rates.events)
    yield _line(name, "days_lost", rates.days_lost, about=label)
    yield _line(name, "incidence", rates.incidence, rates.incidence_limits, about=label)
    yield _line(name, "burden", rates.burden, rates.burden_limits, about=label)
    if found := spread(days):
        says = "Median and quartiles of the days lost by one case."
        low, high = (f"{found.lower:g}", f"{found.upper:g}")
        yield (name, f"Median days lost: {label}", f"{found.median:g}", low, high, "days (quartiles)", says)


def _season(name: str, season: Season) -> Iterator[Line]:
    yield _line(name, "exposure", season.hours)
    yield _line(name, "exposure", season.hours_training, about="training")
    yield _line(name, "exposure", season.hours_match, about="match")
    yield _line(name, "sessions", season.sessions)
    yield _line(name, "sessions", season.without_minutes, about="without minutes")
    yield _line(name, "availability", season.availability)
    yield _line(name, "availability", season.undecided_days, about="days not decided")
    yield _line(name, "time_loss_days", season.time_loss_days)
    yield _line(name, "time_loss_days", season.low_back_loss_days, about="low back")
    yield _line(name, "low_back_days", season.low_back_days)
    yield _line(name, "low_back_days", season.mornings, about="mornings answered")
    yield _line(name, "adherence", season.adherence)


def _line(
    name: str, figure: str, value: float | None, limits: Interval | None = None, about: str = ""
) -> Line:
    told = DEFINITIONS[figure]
    label = f"{told.label}: {about}" if about else told.label
    unit = "days" if about.startswith("days") else told.unit
    low, high = (_figure(limits.low), _figure(limits.high)) if limits else ("", "")
    return (name, label, _figure(value), low, high, unit, told.says)


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.4f}"
