"""What the story's figure encodes: scales that hold, colours and shapes with a meaning, gaps left open."""

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from streamlit.elements.lib.streamlit_plotly_theme import GRAY_90

from teamback.clinic.limits import LIMITS_FILE, Limits
from teamback.rounds.lanes import Lanes
from teamback.ui import charts
from teamback.ui.stories.story_figure import story_figure
from tests.squads import DAY, MONDAY

NAN = float("nan")
FIRST = MONDAY - 4 * DAY
FLAG_COLOURS = ("#b3261e", "#ff8a80", "#9a5b00", "#ffc069", "#1e7145", "#6fd19a")


@pytest.fixture(scope="module")
def limits() -> Limits:
    return Limits.from_text(Path(LIMITS_FILE).read_text(encoding="utf-8"))


def lanes(**fields: Any) -> Lanes:
    unknown = np.full(5, NAN)
    given = {
        **{"pain": np.array([1, NAN, 3, 2, NAN]), "peak": np.array([NAN, 6, NAN, NAN, NAN])},
        **{"next_morning": np.array([NAN, NAN, 3, NAN, NAN]), "rise": np.array([NAN, NAN, 2, NAN, NAN])},
        **{"load": np.array([NAN, 450, 0, NAN, NAN]), "rest": np.array([False, False, True, False, False])},
        **{"week_mean": unknown, "load_usual": unknown, "load_sd": unknown},
        "wellness": np.array([NAN, 18, NAN, 19, 20]),
        "wellness_usual": np.array([18, 18, NAN, 19, 19.0]),
        "wellness_sd": np.array([1.5, 1.5, NAN, 1, 1.0]),
        "training": ("not_decided", "full", "full", "out", "modified"),
        "match": ("not_decided", "available", "available", "not_available", "limited_minutes"),
    }
    return Lanes(FIRST, **(given | fields))


@pytest.fixture
def drawn(limits: Limits) -> Any:
    return story_figure(lanes(), limits)


def trace(drawn: Any, name: str) -> Any:
    (found,) = (trace for trace in drawn.data if trace.name == name)
    return found


def test_pain_is_always_drawn_from_0_to_10_and_wellness_from_5_to_25(drawn: Any) -> None:
    assert [round(edge) for edge in drawn.layout.yaxis2.range] == [0, 10]
    assert list(drawn.layout.yaxis2.tickvals) == [0, 3, 5, 10]
    assert drawn.layout.yaxis4.range[0] < 5 < 25 < drawn.layout.yaxis4.range[1]
    assert drawn.layout.yaxis3.range[0] == 0


def test_all_lanes_share_one_time_axis_of_whole_days(drawn: Any) -> None:
    begin, end = (edge.isoformat() for edge in drawn.layout.xaxis.range)
    assert (begin, end) == ("2026-11-18T12:00:00", "2026-11-23T12:00:00")
    assert {trace.xaxis for trace in drawn.data} == {None}
    assert drawn.layout.template.layout.hoversubplots == "axis"


def test_each_pain_has_its_colour_and_a_shape_of_its_own(drawn: Any) -> None:
    now, peak, after = (trace(drawn, n) for n in ("Pain now, morning", "Session peak", "Next morning"))
    assert (now.line.color, peak.marker.color, after.marker.color) == ("#0072B2", "#D55E00", "#E69F00")
    assert (peak.marker.symbol, after.marker.symbol) == ("triangle-up", "diamond")


def test_a_gap_is_never_bridged_and_a_lone_morning_is_a_dot(drawn: Any) -> None:
    now = trace(drawn, "Pain now, morning")
    assert np.isnan(now.y[1])
    assert now.connectgaps is False
    assert trace(drawn, "Wellness").marker.size[1] > 0
    assert trace(drawn, "Wellness").marker.size[3] == 0


def test_a_morning_above_where_the_session_started_is_drawn_larger(limits: Limits) -> None:
    after = np.array([NAN, 1, 3, NAN, NAN])
    drawn = story_figure(lanes(next_morning=after, rise=np.array([NAN, 0, 2, NAN, NAN])), limits)
    size = trace(drawn, "Next morning").marker.size
    assert size[2] > size[1]


def test_marks_shrink_when_a_year_is_in_view(limits: Limits) -> None:
    not_numbers = ("first", "training", "match", "stage")
    year = {name: np.full(365, 1.0) for name in vars(lanes()) if name not in not_numbers}
    many = lanes(**year, training=("full",) * 365, match=("available",) * 365)
    few = trace(story_figure(lanes(), limits), "Session peak")
    assert trace(story_figure(many, limits), "Session peak").marker.size < few.marker.size


def test_decisions_are_bars_in_a_row_each_with_its_word_and_undecided_has_none(drawn: Any) -> None:
    bars = [(bar.name, bar.x0.date(), bar.x1.date()) for bar in drawn.layout.shapes]
    day = [FIRST + dt.timedelta(days=i) for i in range(5)]
    assert bars == [("Full", day[0], day[2]), ("Out", day[2], day[3]), ("Modified", day[3], day[4])]
    assert list(drawn.layout.yaxis.ticktext) == ["Out", "Rehab", "Modified", "Full"]
    heights = [(bar.y0 + bar.y1) / 2 for bar in drawn.layout.shapes]
    assert heights == [3, 0, 2]


def test_the_stage_of_a_case_is_a_band_with_its_number_and_stands_in_the_label(limits: Limits) -> None:
    stages = ("", "1 Activation", "1 Activation", "2 Controlled loading", "")
    drawn = story_figure(lanes(stage=stages), limits)
    bands = [bar for bar in drawn.layout.shapes if bar.name.startswith("Stage")]
    assert [(bar.name, bar.label.text, (bar.x1 - bar.x0).days) for bar in bands] == [
        ("Stage 1 Activation", "1", 2),
        ("Stage 2 Controlled loading", "2", 1),
    ]
    assert drawn.layout.yaxis.ticktext[-1] == "Stage"
    assert drawn.layout.yaxis.range[0] < bands[0].y0
    (labels,) = (trace.text for trace in drawn.data if trace.text is not None)
    assert "Stage 2 Controlled loading" in labels[3]
    assert "Stage" not in labels[4]


def test_nothing_in_the_story_wears_a_flags_colour(drawn: Any) -> None:
    said = drawn.to_json().lower()
    assert not [colour for colour in FLAG_COLOURS if colour in said]


def test_the_band_of_own_usual_is_cut_where_the_usual_is_not_known(drawn: Any) -> None:
    (band,) = (t for t in drawn.data if t.name == "Own usual" and t.yaxis == "y4")
    assert band.y[:6] == (19.5, 19.5, 16.5, 16.5, 19.5, None)
    assert len(band.x) == 12
    assert band.fillcolor == "rgba(0,158,115,0.15)"


def test_the_label_of_a_day_gives_that_day_and_never_its_neighbours(drawn: Any) -> None:
    (labels,) = (trace.text for trace in drawn.data if trace.text is not None)
    assert len(labels) == 5
    assert "Pain now not answered" in labels[1]
    assert "Session peak 6/10" in labels[1]
    assert "Load 450 AU" in labels[1]
    assert "Pain now 3/10 (+2 since the session before)" in labels[2]
    assert "Rest entered: 0 AU" in labels[2]
    assert "Load not known" in labels[3]
    assert "Out, match: not available" in labels[3]
    assert "Session peak" not in labels[3]
    assert "Availability not decided" in labels[0]
    assert "Wellness not known" in labels[0]
    assert [trace.hoverinfo for trace in drawn.data if trace.text is None] == ["none"] * 3 + ["skip"] * 9


def test_the_ink_is_the_colour_streamlit_puts_its_own_text_colour_in_place_of() -> None:
    assert charts.INK == GRAY_90


def test_a_figure_sends_no_list_of_dates(drawn: Any) -> None:
    assert [trace.x for trace in drawn.data if trace.name != "Own usual"] == [None] * 11
