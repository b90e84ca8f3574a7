"""A line of two weeks in a table cell: a small picture in which a gap is drawn as a gap."""

from collections.abc import Sequence

_WIDTH, _HEIGHT, _TOP, _FOOT = 98, 26, 3, 23
_LINE = "%232F7FC1"  # seen on the light and the dark ground alike, 3 : 1 and more
_HEAD = (
    f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH}' height='{_HEIGHT}' "
    f"fill='none' stroke='{_LINE}' stroke-width='2' stroke-linecap='round'>"
    f"<path stroke-width='.3' d='M0 {_FOOT}H{_WIDTH}'/><path d='"
)


def sparkline(values: Sequence[float | None], low: float = 0, high: float = 10) -> str:
    """The values from oldest to newest as a data address of an SVG; the last one, when known, has a dot."""
    step = (_WIDTH - 6) / max(len(values) - 1, 1)
    places = [
        None if value is None else (round(3 + i * step), _height(value, low, high))
        for i, value in enumerate(values)
    ]
    parts, pen_up = [], True
    for i, place in enumerate(places):
        # A point in the middle of a level stretch says nothing that its ends do not.
        level = {None if near is None else near[1] for near in places[max(i - 1, 0) : i + 2]}
        if place is not None and not (0 < i < len(places) - 1 and level == {place[1]}):
            # A line of no length under a round cap is a dot: a value between two gaps is seen too.
            parts.append(f"M{place[0]} {place[1]}h0" if pen_up else f"L{place[0]} {place[1]}")
        pen_up = place is None
    last = places[-1] if places else None
    dot = f"<path stroke-width='5' d='M{last[0]} {last[1]}h0'/>" if last else ""
    return f"{_HEAD}{''.join(parts)}'/>{dot}</svg>"


def _height(value: float, low: float, high: float) -> int:
    return round(_FOOT - (value - low) / (high - low) * (_FOOT - _TOP))
