"""A line of two weeks in a table cell: a small picture in which a gap is drawn as a gap."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

Place = tuple[int, int]

_WIDTH, _TOP, _FOOT = 98, 3, 23
_LINE = "%2337c"  # seen on the light and the dark ground alike, 3 : 1 and more
_DOT = "m-1-1h2v2h-2z"  # around the end of the line, which is the last value when that is known
_HEAD = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' fill='none' "
    f"stroke='{_LINE}' stroke-width='2'><path d='"
)


def sparkline(values: Sequence[float | None], low: float = 0, high: float = 10) -> str:
    """The values from oldest to newest as a data address of an SVG; the last one, when known, has a dot.

    The styles give the picture its size, 98 x 26, and draw the line of nought, the same for every row.
    """
    step = (_WIDTH - 6) / max(len(values) - 1, 1)
    places = [
        None if value is None else (round(3 + i * step), _height(value, low, high))
        for i, value in enumerate(values)
    ]
    dot = _DOT if places and places[-1] else ""
    return f"{_HEAD}{''.join(map(_stroke, _strokes(places)))}{dot}'/></svg>"


def _strokes(places: Sequence[Place | None]) -> Iterator[list[Place]]:
    """The stretches of places without a gap."""
    for _, stretch in groupby(places, key=lambda place: place is None):
        if stroke := [place for place in stretch if place is not None]:
            yield stroke


def _stroke(places: list[Place]) -> str:
    """One stretch, each corner told from the one before: half as long as told by its place."""
    # A point in the middle of a level stretch says nothing that its ends do not.
    inner = [b for a, b, c in zip(places, places[1:], places[2:], strict=False) if not a[1] == b[1] == c[1]]
    corners = [places[0], *inner, *places[1:][-1:]]
    x, y = corners[0]
    if len(corners) == 1:
        return f"M{x - 1} {y}h2"  # as long as it is wide: a value between two gaps is seen too
    steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(corners))
    return f"M{x} {y}l{steps.replace(' -', '-')}"


def _height(value: float, low: float, high: float) -> int:
    return round(_FOOT - (value - low) / (high - low) * (_FOOT - _TOP))
