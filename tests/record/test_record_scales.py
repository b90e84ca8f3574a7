"""The scales: what may be kept, and what is refused in which words."""

import pytest

from teamback.record.scales import SCALES, WELLNESS_ITEMS, Scale


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_both_ends_may_be_kept_and_nothing_beyond_them(scale: Scale) -> None:
    assert scale.refuse(scale.low) is None
    assert scale.refuse(scale.high) is None
    step = 1 if scale.whole else 0.5
    for value in (scale.low - step, scale.high + step, float("nan"), float("inf")):
        assert scale.refuse(value) == (
            f"{scale.label} is {value:g}, but must lie between {scale.low:g} and {scale.high:g}."
        )


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_question_not_answered_is_no_value_to_refuse(scale: Scale) -> None:
    assert scale.refuse(None) is None


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_half_is_refused_on_whole_scales_alone(scale: Scale) -> None:
    said = scale.refuse(scale.low + 0.5)
    assert said == (
        f"{scale.label} is {scale.low + 0.5:g}, but must be a whole number." if scale.whole else None
    )


def test_every_scale_has_its_name_a_label_a_unit_and_a_direction_or_none() -> None:
    for name, scale in SCALES.items():
        assert scale.name == name
        assert scale.label
        assert scale.unit
        assert scale.low < scale.high
        assert scale.best in ("low", "high", None)
        assert scale.confirm_above is None or scale.low < scale.confirm_above < scale.high


def test_on_the_five_wellness_items_five_is_best() -> None:
    for item in WELLNESS_ITEMS:
        scale = SCALES[item]
        assert (scale.low, scale.high, scale.best, scale.whole) == (1, 5, "high", True)


def test_pain_is_zero_to_ten_and_none_is_best() -> None:
    pains = [scale for scale in SCALES.values() if "pain" in scale.label.lower()]
    assert len(pains) == 8
    assert {(scale.low, scale.high, scale.best) for scale in pains} == {(0, 10, "low")}


def test_rpe_eleven_and_minus_five_minutes_are_refused_as_one_would_say_it() -> None:
    assert SCALES["rpe"].refuse(11) == "RPE is 11, but must lie between 0 and 10."
    assert SCALES["minutes"].refuse(-5) == "Minutes is -5, but must lie between 0 and 1440."
