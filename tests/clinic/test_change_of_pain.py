"""A change of pain that matters: 2 points or 30 %, and never 30 % of next to nothing for the worse."""

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.change import (
    BETTER,
    DEPENDS_ON_THE_START,
    SMALL,
    WORSE,
    change_of_pain,
    felt_from,
)


@pytest.mark.parametrize(
    ("before", "now", "standing"),
    [
        *((6, 4, BETTER), (6, 4.3, SMALL), (10, 8, BETTER), (3, 2.1, BETTER), (3, 2.2, SMALL)),
        *((1, 0.7, BETTER), (1, 1.3, SMALL), (2, 4, WORSE), (2, 3.9, SMALL), (0, 2, WORSE)),
        *((0, 0, SMALL), (0, 1.9, SMALL), (4.2, 4.2, SMALL), (1.1, 3.1, WORSE)),
    ],
)
def test_two_points_or_30_percent(before: float, now: float, standing: str, limits: Limits) -> None:
    assert change_of_pain(before, now, limits).standing == standing


def test_a_change_says_its_figures(limits: Limits) -> None:
    fell = change_of_pain(5, 3, limits)
    assert fell.says == "Less pain, a change that matters: 5.0 to 3.0 (-2.0, -40 %)"
    assert change_of_pain(0, 1, limits).says == "No change that matters: 0.0 to 1.0 (+1.0)"


@pytest.mark.parametrize(("start", "felt"), [(1, "1 point"), (4, "1 point"), (5, "2 points"), (8, "3 to 4")])
def test_what_is_felt_as_a_change_hangs_on_the_start(start: float, felt: str) -> None:
    assert felt in felt_from(start)
    assert felt in DEPENDS_ON_THE_START.replace("about 2,", "about 2 points,")
