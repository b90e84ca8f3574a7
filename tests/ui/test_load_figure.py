"""What the load figure and the roster table encode: bars from zero, ticks for rests, gaps for silence."""

from typing import Any
from urllib.parse import unquote

import numpy as np
import pytest

from teamback.record.kept import RosterAthlete
from teamback.rounds.athlete_load import AthleteLoad, Days, Descriptive, Weeks
from teamback.rounds.squad_load import LoadRow
from teamback.ui.charts import LOAD, SMOOTHED, USUAL
from teamback.ui.loads.load_figure import load_figure
from teamback.ui.loads.load_table import small_bars, standing
from tests.squads import DAY, MONDAY

NAN = float("nan")
KARI = RosterAthlete(1, "Kari", None, None, "first", MONDAY, False)
FIRST = MONDAY - 13 * DAY


def figure(**days: Any) -> Any:
    load = np.array([300, NAN, 0, 450, 300, 300, 300, 300, NAN, NAN, NAN, 300, 0, 300.0])
    given = {"load": load, "rest": load == 0, "ewma_7": np.full(14, 250.0), "ewma_28": np.full(14, 240.0)}
    weeks = Weeks(
        last_days=(MONDAY - 8 * DAY, MONDAY - DAY),
        total=np.array([1650, NAN]),
        known_days=np.array([6, 4]),
        usual=np.array([NAN, 1900]),
        usual_sd=np.array([NAN, 250]),
    )
    nothing = Descriptive(14, 28, None, None, None, None, None, None)
    return load_figure(AthleteLoad(KARI, MONDAY, Days(FIRST, **(given | days)), weeks, nothing, ()))


def trace(drawn: Any, name: str) -> Any:
    (found,) = (trace for trace in drawn.data if trace.name == name)
    return found


def test_days_are_bars_from_zero_in_the_colour_of_load_with_silence_left_out() -> None:
    bars = trace(figure(), "Load, day")
    assert (bars.type, bars.marker.color, bars.x0, bars.dx) == ("bar", LOAD, FIRST.isoformat(), 86_400_000)
    assert bars.y[0] == 300
    assert np.isnan(bars.y[1])
    assert bars.y[2] == 0


def test_a_rest_is_a_tick_on_the_zero_line_and_silence_has_none() -> None:
    ticks = trace(figure(), "Rest entered")
    assert ticks.y[2] == 0
    assert np.isnan(ticks.y[1])
    assert ticks.marker.symbol == "line-ns-open"


def test_both_axes_begin_at_zero_and_reach_over_what_they_show() -> None:
    layout = figure().layout
    assert layout.yaxis.range[0] == layout.yaxis2.range[0] == 0
    assert layout.yaxis.range[1] > 450
    assert layout.yaxis2.range[1] > 2150


def test_the_two_ewma_lines_differ_in_more_than_colour() -> None:
    fast, slow = (trace(figure(), f"EWMA {days} days") for days in (7, 28))
    assert (fast.line.color, fast.line.dash) == (SMOOTHED, "solid")
    assert slow.line.dash == "dash"
    assert not fast.connectgaps


def test_a_week_not_known_is_no_bar_and_a_usual_not_known_no_band() -> None:
    drawn = figure()
    weeks, band = trace(drawn, "Load, week"), trace(drawn, "Own usual week")
    assert weeks.y[0] == 1650
    assert np.isnan(weeks.y[1])
    assert [y for y in band.y if y is not None] == [2150, 2150, 1650, 1650, 2150]
    assert (band.line.color, band.fillcolor) == (USUAL, "rgba(0,158,115,0.15)")


def test_the_label_of_a_day_says_what_is_not_known() -> None:
    texts = trace_of_labels(figure())
    assert "Load 300 AU" in texts[0]
    assert "Load not known" in texts[1]
    assert "Rest entered: 0 AU" in texts[2]
    assert "Week to Sun 22 Nov: not known (4 of 7 days)" in texts[-2]
    assert "Week to Sun 15 Nov: 1,650 AU, usual not known" in texts[5]


def trace_of_labels(drawn: Any) -> Any:
    (labels,) = (trace.text for trace in drawn.data if trace.text is not None)
    return labels


def test_no_load_is_drawn_in_the_colour_of_an_alarm() -> None:
    said = figure().to_json().lower()
    assert not [red for red in ("#b3261e", "#ff8a80", "#9a5b00", "#ffc069") if red in said]


def drawn_svg(*days: float | None, rest: tuple[bool, ...]) -> str:
    return unquote(small_bars(days, rest))


def test_small_bars_leave_silence_empty_and_mark_a_rest() -> None:
    svg = drawn_svg(500, None, 0, rest=(False, False, True))
    assert "d='M2 23v-21'/>" in svg
    assert "d='M12 23v-4'/>" in svg
    assert "M7 " not in svg


def test_a_week_that_begins_a_day_before_the_window_is_drawn_whole() -> None:
    assert figure().layout.xaxis.range[0].date() == MONDAY - 15 * DAY


def test_a_session_of_zero_load_is_no_rest() -> None:
    assert drawn_svg(0, rest=(False,)).count("d=''") == 2


def row(**fields: Any) -> LoadRow:
    given = {
        **{"days": (), "rest": (), "week": 2310.4, "known_days": 6, "rest_days": 1},
        **{"usual": 1900.0, "usual_sd": 250.0, "usual_weeks": 4, "change_percent": -31.2, "change": -900.0},
    }
    return LoadRow(KARI, "full", **(given | fields))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "↑ Above usual"),
        ({"week": 2100.0}, "= Within usual"),
        ({"week": 1500.0}, "↓ Below usual"),
        ({"week": None, "known_days": 3}, "? Week: 3 of 7 days"),
        ({"usual": None, "usual_sd": None, "usual_weeks": 2}, "? Usual: 2 of 4 weeks"),
    ],
)
def test_the_standing_is_said_in_words_and_says_what_is_missing(fields: dict[str, Any], words: str) -> None:
    assert standing(row(**fields), needed=5) == words
