"""The label of a day by the matches around it, as coaches say it: MD-2, MD, MD+1."""

import datetime as dt
from collections.abc import Iterable

_AHEAD, _BEHIND = 5, 2


def match_day(day: dt.date, matches: Iterable[dt.date]) -> str | None:
    """MD on a match day, MD-1 the day before one, else MD+1, else MD-5 to MD-2, else MD+2; or None."""
    distances = [(match - day).days for match in matches]
    if 0 in distances:
        return "MD"
    if -1 in distances and 1 not in distances:
        return "MD+1"
    ahead = [distance for distance in distances if 0 < distance <= _AHEAD]
    if ahead:
        return f"MD-{min(ahead)}"
    return f"MD+{_BEHIND}" if -_BEHIND in distances else None
