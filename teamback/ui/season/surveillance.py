"""Injuries of a squad: counts, incidence and burden with their intervals, severity, each athlete's season."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from teamback.clinic.surveillance.definitions import DEFINITIONS, EXACT
from teamback.clinic.surveillance.intervals import Interval
from teamback.clinic.surveillance.rates import FEW, Rates, Spread, spread
from teamback.clinic.surveillance.severity import SCHEMES, TITLES, counts
from teamback.record.words import how_many, short_day
from teamback.rounds.season.season import GROUPS, Season
from teamback.rounds.season.summary import AthleteSeason, SquadSeason

_ROW = 35
_HEADS = ("Cases", "Per 1000 h", "Days lost", "Days per 1000 h", "Median days (quartiles)")


def strip(found: SquadSeason) -> None:
    """Exposure, availability, time lost and the back in one line."""
    whole, beside = found.whole, found.last
    split, people = '<span class="tb-split"></span>', how_many(len(found.rows), "athlete")
    said = [
        f"{short_day(found.first, beside)} to {short_day(found.last)}, {people}",
        split,
        f"Exposure <b>{whole.hours:,.0f} h</b>: training {whole.hours_training:,.0f}, "
        f"match {whole.hours_match:,.0f}{_without(whole)}",
        split,
        f"Availability <b>{_percent(whole.availability)}</b> of {whole.decided_days:,} athlete-days",
        split,
        f"Time-loss days <b>{whole.time_loss_days:,}</b>, low back {whole.low_back_loss_days:,}",
        split,
        f"Low-back days <b>{whole.low_back_days:,}</b> of {whole.mornings:,} mornings",
    ]
    parts = (part if part == split else f"<span>{part}</span>" for part in said)
    st.html(f'<div class="tb-strip">{"".join(parts)}</div>')


def _without(whole: Season) -> str:
    n = whole.without_minutes
    return f" ({how_many(n, 'session')} without minutes)" if n else ""


def unknown(found: SquadSeason) -> None:
    """What could not be counted is named."""
    whole = found.whole
    said = []
    if whole.undecided_days:
        said.append(f"{whole.undecided_days:,} athlete-days have no decision on availability")
    if whole.no_case_days:
        said.append(f"{whole.no_case_days:,} time-loss days belong to no case, and are in no row below")
    if said:
        st.caption(f":material/info: {'; '.join(said)}.")


def rates(found: SquadSeason) -> None:
    """A row a group of cases."""
    rows = "".join(_row(found.whole, group) for group in GROUPS)
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    st.html(
        f'<table class="tb-rates"><thead><tr><th>Began in this period</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    st.caption(
        f"In brackets the interval of {EXACT}. With fewer than {FEW} cases the interval stands alone: a rate "
        "of so few says little."
    )


def _row(whole: Season, group: str) -> str:
    cases = whole.group(group)
    found, lost = whole.rates(cases), spread([case.days_lost for case in cases])
    still = sum(case.going_on for case in cases)
    going_on = f' <span class="tb-small">{still} still going on</span>' if still else ""
    cells = (
        f"<b>{found.events}</b>",
        _rate(found, found.incidence, found.incidence_limits),
        f"{found.days_lost:,}{going_on}",
        _rate(found, found.burden, found.burden_limits),
        _each(lost, found.events),
    )
    marked = "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in zip(_HEADS, cells, strict=True))
    return f'<tr><th scope="row">{DEFINITIONS[group].label}</th>{marked}</tr>'


def _each(lost: Spread | None, cases: int) -> str:
    """Median and, of several cases, the quartiles of the days that one of them cost."""
    if lost is None:
        return "–"
    quartiles = f" <span class='tb-small'>({lost.lower:g} to {lost.upper:g})</span>" if cases > 1 else ""
    return f"{lost.median:g}{quartiles}"


def _rate(found: Rates, rate: float | None, limits: Interval | None) -> str:
    if rate is None or limits is None:
        return "no exposure known"
    between = f"{limits.low:.2f} to {limits.high:.2f}"
    if found.few:
        return f"{between} <span class='tb-small'>few cases</span>"
    return f"<b>{rate:.2f}</b> <span class='tb-small'>({between})</span>"


def choose_scheme() -> str:
    """Whose classes of severity."""
    return st.segmented_control(
        "Severity by",
        list(SCHEMES),
        default="IOC2020",
        required=True,
        format_func=TITLES.__getitem__,
        key="tb-scheme",
    )


def severity(found: SquadSeason, scheme: str) -> None:
    """How many injuries lie in each class of days lost."""
    lost = [case.days_lost for case in found.whole.group("injuries")]
    cells = "".join(
        f"<div><span>{escape(each.label.replace('_', ' '))}</span><b>{count}</b>"
        f"<small>{each.days}</small></div>"
        for each, count in counts(lost, scheme).items()
    )
    st.html(f'<div class="tb-bins">{cells}</div>')


def athletes(rows: Sequence[AthleteSeason]) -> None:
    """Each athlete's season, by name: figures side by side, and no order of merit."""
    seasons = [row.season for row in rows]
    columns: dict[str, Any] = {
        "Athlete": [row.athlete.known_as for row in rows],
        "Low-back days": pa.array([season.low_back_days for season in seasons], pa.int64()),
        "of mornings": pa.array([season.mornings for season in seasons], pa.int64()),
        "Time-loss days": pa.array([season.time_loss_days for season in seasons], pa.int64()),
        "low back": pa.array([season.low_back_loss_days for season in seasons], pa.int64()),
        "Availability (%)": _whole(season.availability for season in seasons),
        "Injuries": pa.array([len(season.group("injuries")) for season in seasons], pa.int64()),
        "Sessions": pa.array([season.sessions for season in seasons], pa.int64()),
        "Training (h)": _whole(season.hours_training for season in seasons),
        "Match (h)": _whole(season.hours_match for season in seasons),
        "Exercises done (%)": _whole(season.adherence for season in seasons),
        "planned": pa.array([season.planned for season in seasons], pa.int64()),
    }
    st.dataframe(
        pa.table(columns),
        hide_index=True,
        height=(len(rows) + 1) * _ROW + 3,
        row_height=_ROW,
        placeholder="–",
        column_config={"Athlete": st.column_config.TextColumn(pinned=True, width=130)},
        key="tb-seasons",
    )


def definitions() -> None:
    """What each figure counts."""
    with st.expander("Definitions", icon=":material/menu_book:"):
        said = [f"**{told.label}** ({told.unit}): {told.says}" for told in DEFINITIONS.values()]
        st.markdown("\n".join(f"- {line}" for line in said))
        st.caption(
            "After the IOC consensus statement of 2020 (Bahr et al., doi 10.1136/bjsports-2019-101969). "
            "Figures of one squad describe; they prove no cause."
        )


def _percent(value: float | None) -> str:
    return "not known" if value is None else f"{value:.0f} %"


def _whole(values: Any) -> Any:
    return pa.array([None if value is None else round(value) for value in values], pa.int64())
