"""A line of two weeks in a table cell: a small picture in which a gap is drawn as a gap."""

from collections.abc import Sequence
from urllib.parse import quote

_WIDTH, _HEIGHT, _TOP, _FOOT = 98, 26, 3, 23
_STYLE = (
    "path{fill:none;stroke:#0072B2;stroke-width:1.6}circle{fill:#0072B2}line{stroke:#AAB2BD;stroke-width:.6}"
    "@media(prefers-color-scheme:dark){path{stroke:#56B4E9}circle{fill:#56B4E9}line{stroke:#59636F}}"
)


def sparkline(values: Sequence[float | None], low: float = 0, high: float = 10) -> str:
    """The values from oldest to newest as a data address of an SVG; the last known value carries a dot."""
    step = (_WIDTH - 6) / max(len(values) - 1, 1)
    points = [
        None if v is None else (3 + i * step, _FOOT - (v - low) / (high - low) * (_FOOT - _TOP))
        for i, v in enumerate(values)
    ]
    drawn = [f"<path d='{_path(points)}'/>", *_dots(points)]
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH}' height='{_HEIGHT}'><style>{_STYLE}</style>"
        f"<line x1='0' x2='{_WIDTH}' y1='{_FOOT}' y2='{_FOOT}'/>{''.join(drawn)}</svg>"
    )
    return "data:image/svg+xml," + quote(svg, safe=" '=/:;,()<>{}@")


def _path(points: Sequence[tuple[float, float] | None]) -> str:
    parts, pen_up = [], True
    for point in points:
        if point is not None:
            parts.append(f"{'M' if pen_up else 'L'}{point[0]:.0f} {point[1]:.0f}")
        pen_up = point is None
    return "".join(parts)


def _dots(points: Sequence[tuple[float, float] | None]) -> list[str]:
    """A dot on every value that stands alone, and on this morning's."""
    dots = []
    for i, point in enumerate(points):
        alone = (i == 0 or points[i - 1] is None) and (i + 1 == len(points) or points[i + 1] is None)
        if point is not None and (alone or i + 1 == len(points)):
            dots.append(f"<circle cx='{point[0]:.0f}' cy='{point[1]:.0f}' r='2'/>")
    return dots
