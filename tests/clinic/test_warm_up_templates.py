"""Warm-ups by part: what a template holds, and when a total does not agree with its parts."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from teamback.clinic import reports
from teamback.clinic.exercise.warm_ups import PARTS, read, templates, total
from teamback.record.events import Session
from teamback.record.refusal import Refusal

MONDAY = dt.date(2026, 11, 23)


def refused(**minutes: float) -> list[tuple[str | None, str]]:
    typed = Session(day=MONDAY, athlete=1, minutes=60.0, **minutes)
    return [(refusal.field, refusal.sentence) for refusal in reports.session(typed, MONDAY, MONDAY)]


@pytest.mark.parametrize("what", PARTS)
def test_every_template_agrees_with_itself(what: str) -> None:
    assert templates()[what]
    for template in templates()[what]:
        assert refused(**template.minutes, **{what: template.total}) == []


@pytest.mark.parametrize(
    ("minutes", "field", "says"),
    [
        (
            {"warm_up": 15.0, "warm_up_cardio": 5.0, "warm_up_stretch": 4.0, "warm_up_activation": 3.0},
            "warm_up",
            "Warm-up is 15 min, but its parts make 12 min: change one of them.",
        ),
        (
            {"cool_down": 5.0, "cool_down_stretch": 8.0},
            "cool_down",
            "Cool-down is 5 min, but its parts make 8 min: change one of them.",
        ),
    ],
)
def test_a_total_that_its_parts_do_not_make_is_refused(
    minutes: dict[str, Any], field: str, says: str
) -> None:
    assert refused(**minutes) == [(field, says)]


def test_a_part_that_nobody_gave_is_not_a_zero() -> None:
    assert refused(warm_up=15.0, warm_up_cardio=5.0) == []
    assert refused(warm_up=15.0) == []
    assert total({"warm_up_cardio": 5.0, "warm_up_stretch": None}, "warm_up") == 5
    assert total({"warm_up_cardio": None}, "warm_up") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[warm_up]]\nname = 'A'\ncardio = 5", "has activation, cardio, name, stretch, each once"),
        ("[[cool_down]]\nname = 'A'\nstretch = 5\nmobility = -1", "Mobility is -1: give minutes"),
        ("[[stretching]]\nname = 'A'", "neither warm_up nor cool_down"),
        ("[[warm_up", "cannot be read"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_name(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "warm_ups.toml"
    path.write_text(text)
    with pytest.raises(Refusal) as refusal:
        read(path)
    assert says in refusal.value.sentence
