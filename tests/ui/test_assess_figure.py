"""The trend of a test: every value drawn, baselines marked, and what others reach only where it was read."""

import datetime as dt

import pytest

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.results import Reading
from teamback.rounds.assessment.assessed import SideStanding, Standing
from teamback.ui.assessment.assess_figure import reference_in_words, trend_figure
from tests.squads import DAY, MONDAY


def reading(value: float, side: str | None, back: int, baseline: bool = False) -> Reading:
    return Reading("side_bridge", side, value, MONDAY - back * DAY, (back,), baseline=baseline)


def standing(key: str, sex: str | None, *sides: SideStanding) -> Standing:
    test = battery()[key]
    told = tuple(one for one in test.references if one.speaks_to(sex, None))
    return Standing(test, sides, None, told, test.widest_error, None)


def side(name: str | None, *series: Reading) -> SideStanding:
    return SideStanding(name, series[-1] if series else None, None, None, None, series)


@pytest.fixture
def bridge() -> Standing:
    left = side("left", reading(90, "left", 200, baseline=True), reading(78, "left", 0))
    return standing("side_bridge", "female", left, side("right", reading(92, "right", 0)))


def test_each_side_is_a_line_and_a_baseline_an_open_mark(bridge: Standing) -> None:
    left, right = trend_figure(bridge).data
    assert (left.name, list(left.y)) == ("Left", [90, 78])
    assert list(left.marker.symbol) == ["circle-open", "circle"]
    assert list(right.marker.symbol) == ["diamond"]
    assert left.text[0] == "Thu 7 May 2026: 90 s, baseline"


def test_the_figure_holds_every_value_and_every_band(bridge: Standing) -> None:
    drawn = trend_figure(bridge)
    first, last = (dt.date.fromisoformat(str(edge)[:10]) for edge in drawn.layout.xaxis.range)
    assert first < MONDAY - 200 * DAY
    assert last > MONDAY
    low, high = drawn.layout.yaxis.range
    assert low <= 0
    assert high > 92
    assert [(shape.y0, shape.y1) for shape in drawn.layout.shapes] == [(29, 79), (27, 83)]


@pytest.mark.parametrize(("sex", "bands"), [("male", 2), ("female", 1), (None, 1)])
def test_a_range_of_men_is_drawn_for_men_alone(sex: str | None, bands: int) -> None:
    hold = standing("biering_sorensen", sex, side(None, reading(100, None, 3)))
    assert len(trend_figure(hold).layout.shapes) == bands


def test_values_below_zero_are_in_view() -> None:
    drawn = trend_figure(standing("hip_extension", None, side("left", reading(-12, "left", 1))))
    assert drawn.layout.yaxis.range[0] < -12


def test_a_reference_says_how_it_is_known() -> None:
    said = [reference_in_words(one, "s") for one in battery()["side_bridge"].references]
    assert any(
        text.startswith("right: 54 s ± 25, 116 healthy adults") and "(published:" in text for text in said
    )
    assert any("95 s, men (92) (as commonly quoted, source not read: McGill" in text for text in said)
