"""The small line of a table cell: a gap is a gap, and nothing known is left out of sight."""

import re

from teamback.ui.sparkline import sparkline


def strokes(values: list[float | None]) -> list[str]:
    """The strokes of the line, one for each stretch without a gap."""
    drawn = re.findall(r"<path d='(.*?)'/>", sparkline(values))[0]
    return [stroke for stroke in drawn.split("M") if stroke]


def test_a_gap_parts_the_line() -> None:
    assert len(strokes([1, 2, None, 3, 4])) == 2
    assert len(strokes([1, 2, 3])) == 1
    assert strokes([None, None]) == []


def test_a_value_between_two_gaps_is_a_dot() -> None:
    (_, alone, _) = strokes([1, 2, None, 3, None, 4, 5])
    assert alone.endswith("h2")


def test_ten_is_on_top_and_nought_on_the_foot_and_this_morning_has_a_dot() -> None:
    assert strokes([0, 10]) == ["3 23l92-20m-1-1h2v2h-2z"]
    assert sparkline([0, 10]).endswith("M3 23l92-20m-1-1h2v2h-2z'/></svg>")
    assert "z'" not in sparkline([0, None])


def test_a_level_stretch_keeps_its_two_ends() -> None:
    assert strokes([0, 0, 0, 0, 0, None]) == ["3 23l74 0"]
    assert strokes([0, 0, 5, 5, 5, None]) == ["3 23l18 0 19-10 37 0"]
