"""Triggers are counted with n, and a mean is shown only where it rests on enough."""

import pytest

from teamback.clinic.limits import Limits
from teamback.clinic.low_back.triggers import ONLY_COUNTED, Trigger, counted, in_words, time_of_day
from teamback.record.pain_words import POSITION_TRIGGERS, TIMES_OF_DAY


def test_a_mean_needs_five_scored_entries_and_what_was_not_said_is_not_counted(limits: Limits) -> None:
    five = [("flexion", score) for score in (2.0, 3.0, 4.0, 5.0, 3.5)]
    said = [*five, ("flexion", None), ("sitting", 6.0), *[("lying", 1.0)] * 4, (None, 9.0), ("", 9.0)]
    assert counted(said, limits) == (
        Trigger("flexion", n=6, scored=5, mean=3.5),
        Trigger("lying", n=4, scored=4, mean=None),
        Trigger("sitting", n=1, scored=1, mean=None),
    )
    assert counted([], limits) == ()


def test_a_trigger_stands_with_its_n_in_words() -> None:
    assert in_words(Trigger("flexion", 6, 5, 3.5), POSITION_TRIGGERS) == (
        "Bending forward: n = 6, mean pain 3.5"
    )
    assert in_words(Trigger("lying", 4, 4, None), POSITION_TRIGGERS) == "Lying: n = 4"
    assert in_words(Trigger("old boots", 1, 1, None), {}) == "old boots: n = 1"
    assert "not what caused it" in ONLY_COUNTED


@pytest.mark.parametrize(
    ("hour", "word"),
    [(0, "night"), (5.99, "night"), (6, "morning"), (11, "midday"), (17, "evening"), (23, "night")],
)
def test_the_hours_of_the_day(hour: float, word: str) -> None:
    assert time_of_day(hour) == word
    assert word in TIMES_OF_DAY
