"""How the back took a session: its pain joined to that morning and to the next."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from teamback.measures.grid import Floats, Ints, Shape, last_row, picked, unmasked


class SessionResponses(NamedTuple):
    """One value a session (NRS, 0 to 10): worst of the session, where it started from, and next morning."""

    peak: Floats
    base: Floats
    next: Floats


def session_responses(
    athlete: Ints,
    day: Ints,
    before: npt.ArrayLike,
    during: npt.ArrayLike,
    after: npt.ArrayLike,
    pain: Floats,
) -> SessionResponses:
    """24-hour response: peak = max(during, after); base = that morning's score, else before; next = the score
    of the following calendar day's check-in. Rows are sessions; pain is the morning NRS, [athlete, day].

    Unit: points of the NRS, 0 to 10. Source: the pain-monitoring model, Silbernagel 2007,
    doi 10.1177/0363546506298279 (from tendon, not from the back); the join is a house rule.
    Unknown: peak is NaN without a score during and after, and is the one given where one is missing; base is
    NaN without a score that morning and before; next is NaN without a check-in the following day: a later
    one does not count.
    """
    morning = picked(pain, athlete, day)
    base = np.where(np.isnan(morning), unmasked(before), morning)
    return SessionResponses(
        np.fmax(unmasked(during), unmasked(after)), base, picked(pain, athlete, day, later=1)
    )


def last_session(athlete: Ints, day: Ints, shape: Shape) -> Ints:
    """Last session: the row of each athlete's last session at or before each day, [athlete, day].

    Unit: row numbers of the sessions given, -1 for none; of a day's sessions the row that comes last.
    Source: house rule. Unknown: a day without a session keeps the session before it, however old.
    """
    row = last_row(athlete, day, shape)
    held = np.maximum.accumulate(np.where(row < 0, 0, np.arange(shape[1])), axis=1)
    return np.take_along_axis(row, held, axis=1)


def session_before(athlete: Ints, day: Ints, shape: Shape) -> Ints:
    """Session before: for each session the row of the same athlete's last session of an earlier day.

    Unit: row numbers of the sessions given, -1 for none; another session of the same day is passed over.
    Source: house rule. Unknown: days without a session between the two are passed over, however many.
    """
    found = picked(last_session(athlete, day, shape).astype(np.float64), athlete, day, later=-1)
    return np.where(np.isnan(found), -1, found).astype(np.int64)
