"""The shape of a season: weeks against a planned band, lighter weeks, rests, warm-up and cool-down."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from teamback.measures.grid import Bools, Floats, Ints, unmasked
from teamback.measures.load import usual_week, week_load
from teamback.measures.window import trailing_sum


class RestDays(NamedTuple):
    """Of the last so many days: those on which a rest was entered, and those of which nothing is known."""

    rests: Ints
    unknown: Ints


class Routine(NamedTuple):
    """One figure an athlete: sessions in which the part was done, in which it was asked, and its minutes."""

    done: Ints
    answered: Ints
    minutes: Floats


def rest_days(load: Floats, rest: Bools, *, window: int) -> RestDays:
    """Rest days: days with an entered rest and no session among the last so many, today included.

    Unit: days. Source: house rule (a rest is entered; silence is none).
    Unknown: a day without session and without entered rest is counted as unknown, never as a rest, and so is
    a day whose load is not known; days before the first column are in neither count.
    """
    rested = (rest & (load == 0)).astype(np.float64)
    unknown = np.isnan(load).astype(np.float64)
    return RestDays(
        trailing_sum(rested, window).astype(np.int64), trailing_sum(unknown, window).astype(np.int64)
    )


def deload_week(load: Floats, *, at_least: int, weeks_at_least: int, share: float) -> Floats:
    """Deload: 1 where the last 7 days hold at most this share of the own usual week, else 0.

    Unit: none (yes or no). Source: house rule (own load against own usual).
    Unknown: a day without report is skipped; NaN where the week or the usual of the four weeks before it is
    not known (as in week_load and usual_week), or where the usual is 0.
    """
    week = week_load(load, at_least=at_least).total
    usual = usual_week(load, at_least=at_least, weeks_at_least=weeks_at_least).mean
    known = ~np.isnan(week) & (usual > 0)
    return np.where(known, (week <= share * usual).astype(np.float64), np.nan)


def off_band(week: Floats, low: Floats, high: Floats) -> Floats:
    """Off the band: AU by which a weekly load lies under (negative) or over the planned band, 0 within it.

    Unit: AU. Source: house rule (planned against actual).
    Unknown: NaN where the weekly load is not known (too few known days), and where no end of the band is
    given; with one end given the other does not bound.
    """
    under = np.where(np.isnan(low), 0.0, np.minimum(week - low, 0.0))
    over = np.where(np.isnan(high), 0.0, np.maximum(week - high, 0.0))
    planned = ~(np.isnan(low) & np.isnan(high))
    return np.where(planned & ~np.isnan(week), under + over, np.nan)


def routine(minutes: npt.ArrayLike, athlete: Ints, athletes: int) -> Routine:
    """Warm-up or cool-down: sessions in which it was done, of those in which it was answered; its minutes.

    Unit: sessions, and minutes in all of them. Source: house rule.
    Unknown: a session in which it was not answered is in neither count; 0 minutes is answered and not done.
    Rows of athletes outside the count are left out.
    """
    amounts, whose = unmasked(minutes), np.asarray(athlete, np.int64)
    here = (whose >= 0) & (whose < athletes) & ~np.isnan(amounts)
    whose, amounts = whose[here], amounts[here]
    return Routine(
        np.bincount(whose[amounts > 0], minlength=athletes).astype(np.int64),
        np.bincount(whose, minlength=athletes).astype(np.int64),
        np.bincount(whose, weights=amounts, minlength=athletes).astype(np.float64),
    )
