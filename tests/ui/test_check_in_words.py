from dataclasses import fields

import pytest

from teamback.record.events import CheckIn
from teamback.record.scales import SCALES, WELLNESS_ITEMS
from teamback.ui.check_ins.check_in_words import EVERY_MORNING, IN_SHORT, QUESTIONS, ends, five_words


@pytest.mark.parametrize("item", WELLNESS_ITEMS)
def test_five_different_words_lead_from_the_worst_to_the_best_end_of_the_scale(item: str) -> None:
    words = five_words(item)
    assert len(set(words)) == 5
    worst, best = SCALES[item].anchors
    assert (words[0].lower(), words[-1].lower()) == (worst, best)
    assert (SCALES[item].low, SCALES[item].high, SCALES[item].best) == (1, 5, "high")


@pytest.mark.parametrize("name", ["low_back_now", "low_back_worst", "confidence"])
def test_the_ends_of_zero_to_ten_are_those_of_the_scale(name: str) -> None:
    assert tuple(ends(name).values()) == SCALES[name].anchors
    assert tuple(ends(name)) == (SCALES[name].low, SCALES[name].high)


def test_every_question_is_an_answer_of_the_check_in_and_read_back_in_short() -> None:
    asked = {f.name for f in fields(CheckIn)}
    assert set(QUESTIONS) == set(IN_SHORT) == asked - {"day", "athlete", "rated_at", "asked_by"}
    assert len(EVERY_MORNING) == 7


def test_no_question_speaks_jargon() -> None:
    asked = " ".join([*QUESTIONS.values(), *IN_SHORT.values()]).lower()
    assert not any(word in asked for word in ("nrs", "sd", "baseline", "wellness", "scale"))
