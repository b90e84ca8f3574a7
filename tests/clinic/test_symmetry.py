import itertools

import pytest

from teamback.clinic.assessment.battery import battery
from teamback.clinic.assessment.symmetry import (
    limb_symmetry,
    mdc95,
    ratio,
    side_difference,
    weaker_of_stronger,
    within_error,
    worse_side,
)

from .mornings import oracle


@pytest.mark.parametrize("case", oracle("lsi_cases"), ids=lambda case: case["case"])
def test_a_worked_limb_symmetry(case: dict[str, str]) -> None:
    best = "high" if case["higher_is_better"] == "True" else "low"
    share = limb_symmetry(float(case["involved"]), float(case["uninvolved"]), best)
    assert share == pytest.approx(float(case["lsi_percent"]), abs=0.005)
    assert share is not None
    assert (round(share, 9) >= 90) is (case["pass_90"] == "True")


RATIOS = {
    "flexor_extensor": "flex_ext",
    "right_left": "right_left",
    "right_extensor": "r_ext",
    "left_extensor": "l_ext",
}
HOLDS = {
    "flexor_extensor": "flex_ext_lt_1",
    "right_left": "rl_within_0.05",
    "right_extensor": "r_ext_lt_0.75",
    "left_extensor": "l_ext_lt_0.75",
}


@pytest.mark.parametrize(
    ("case", "name"),
    list(itertools.product(oracle("trunk_ratio_cases"), RATIOS)),
    ids=lambda part: part if isinstance(part, str) else part["case"],
)
def test_a_worked_trunk_ratio(case: dict[str, str], name: str) -> None:
    (asked,) = [one for one in battery().ratios if one.key == name]
    seconds = {
        ("flexor_endurance", None): case["flexor_s"],
        ("biering_sorensen", None): case["extensor_s"],
        ("side_bridge", "right"): case["side_r_s"],
        ("side_bridge", "left"): case["side_l_s"],
    }
    top, bottom = seconds[asked.top, asked.top_side], seconds[asked.bottom, asked.bottom_side]
    found = ratio(float(top), float(bottom))
    assert found == pytest.approx(float(case[RATIOS[name]]), abs=5e-5)
    assert found is not None
    assert asked.holds(found) is (case[HOLDS[name]] == "True")


def test_every_ratio_of_the_file_is_worked() -> None:
    assert {one.key for one in battery().ratios} == set(RATIOS)


@pytest.mark.parametrize(("left", "right"), [(None, 5.0), (5.0, None), (0.0, 5.0), (5.0, 0.0), (-4.0, 5.0)])
def test_a_share_of_nothing_is_not_known(left: float | None, right: float | None) -> None:
    assert limb_symmetry(left, right) is None
    assert weaker_of_stronger(left, right) is None


def test_sides_are_compared_by_what_is_better() -> None:
    assert weaker_of_stronger(78, 92) == weaker_of_stronger(92, 78) == pytest.approx(84.78, abs=0.01)
    assert worse_side(78, 92) == "left"
    assert worse_side(2.1, 1.95, best="low") == "left"
    assert worse_side(5, 5) is None
    assert worse_side(None, 5) is None
    assert side_difference(-4, 6) == 10
    assert side_difference(None, 6) is None


@pytest.mark.parametrize(
    ("change", "within"), [(32.1, True), (-32.1, True), (32.2, False), (-40, False), (0, True)]
)
def test_a_change_is_held_against_what_the_test_can_detect(change: float, within: bool) -> None:
    assert within_error(change, 32.1) is within


def test_without_a_published_error_nobody_says_whether_a_change_is_real() -> None:
    assert within_error(3, None) is None


def test_the_published_changes_of_the_extension_hold_are_those_of_its_errors() -> None:
    errors = battery()["biering_sorensen"].errors
    assert {error.sem: error.detects for error in errors} == {11.6: 32.1, 17.5: 48.5, 15.6: 43.2}
    for error in errors:
        assert mdc95(error.sem) == pytest.approx(error.detects, abs=0.1)
    widest = battery()["biering_sorensen"].widest_error
    assert widest is not None
    assert widest.detects == 48.5
